import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { buildPackage, valuesFrom } from '../../scripts/manifest.ts';

const env = { MicrosoftAppId: '11111111-2222-4333-8444-555555555555', PUBLIC_URL: 'https://cpor.contoso.com/bot/' };

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Rows of pixels, red, green, blue and alpha; without the PNG's own filters. */
  readonly pixels: readonly (readonly number[])[];
  readonly hasAlpha: boolean;
}

/** PNG specification, sections 5, 9 and 11: 8 bits a sample, RGB or RGBA, not interlaced. */
function readPng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file);
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const [width, height, hasAlpha] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[25] === 6];
  const samples = hasAlpha ? 4 : 3;
  const raw = inflateSync(Buffer.concat(data));
  const rows: number[][] = [];
  for (let y = 0; y < height; y++) {
    const start = y * (width * samples + 1);
    rows.push(
      unfilter(raw[start] ?? 0, [...raw.subarray(start + 1, start + 1 + width * samples)], rows[y - 1], samples),
    );
  }
  const pixels = rows.flatMap((row) =>
    Array.from({ length: width }, (_, x) => [...row.slice(x * samples, (x + 1) * samples), ...(hasAlpha ? [] : [255])]),
  );
  return { width, height, hasAlpha, pixels };
}

function unfilter(filter: number, row: number[], above: readonly number[] | undefined, samples: number): number[] {
  for (let i = 0; i < row.length; i++) {
    const [a, b, c] = [row[i - samples] ?? 0, above?.[i] ?? 0, (i >= samples && above?.[i - samples]) || 0];
    const p = a + b - c;
    const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
    const paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    row[i] = ((row[i] ?? 0) + ([0, a, b, (a + b) >> 1, paeth][filter] ?? 0)) & 255;
  }
  return row;
}

describe('the Teams app package', () => {
  let files: Record<string, Uint8Array>;
  let manifest: Record<string, unknown> & {
    developer: Record<string, string>;
    bots: {
      botId: string;
      supportsFiles: boolean;
      scopes: string[];
      commandLists: { scopes: string[]; commands: { title: string; description: string }[] }[];
    }[];
    manifestVersion: string;
    copilotAgents: { customEngineAgents: { type: string; id: string }[] };
    composeExtensions: {
      botId: string;
      commands: {
        id: string;
        type: string;
        title: string;
        description: string;
        context: string[];
        initialRun: boolean;
        parameters: { name: string; title: string; description: string }[];
      }[];
    }[];
    staticTabs: { entityId: string; name?: string; contentUrl?: string; scopes: string[] }[];
    webApplicationInfo: { id: string; resource: string };
    name: Record<string, string>;
    description: Record<string, string>;
  };

  before(async function () {
    this.timeout(20_000);
    files = unzipSync(await buildPackage(valuesFrom(env)));
    manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
  });

  it('holds the manifest and the two icons, nothing else', () => {
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'manifest.json', 'outline.png']);
  });

  it('names the bot, which takes files and answers in personal chats, teams, group chats and Copilot', () => {
    const [bot] = manifest.bots;
    assert.equal(manifest.id, env.MicrosoftAppId);
    assert.equal(bot?.botId, env.MicrosoftAppId);
    assert.equal(bot?.supportsFiles, true);
    assert.deepEqual(bot?.scopes, ['personal', 'team', 'groupChat', 'copilot']);
    assert.ok(bot?.commandLists.every(({ scopes }) => scopes.every((scope) => bot.scopes.includes(scope))));
  });

  it('offers commands within what Teams shows, the topics of the notice everywhere', () => {
    const lists = manifest.bots.flatMap(({ commandLists }) => commandLists);
    assert.deepEqual(lists.flatMap(({ scopes }) => scopes).sort(), ['copilot', 'groupChat', 'personal', 'team']);
    for (const { commands } of lists) {
      assert.ok(commands.length <= 10);
      assert.ok(commands.some(({ title }) => title === 'topics'));
      for (const { title, description } of commands) assert.ok(title.length <= 32 && description.length <= 128, title);
    }
  });

  it('offers the same bot to Microsoft 365 Copilot as an agent with an engine of its own', () => {
    assert.deepEqual(manifest.copilotAgents, { customEngineAgents: [{ type: 'bot', id: env.MicrosoftAppId }] });
    // What Microsoft asks of such a manifest beside its schema.
    assert.ok(Number(manifest.manifestVersion) >= 1.21);
    assert.ok(manifest.bots.every(({ scopes }) => scopes.includes('personal')));
  });

  it('offers the search in the compose box and the command box, with a first run', () => {
    const [extension, ...others] = manifest.composeExtensions;
    assert.equal(others.length, 0);
    assert.equal(extension?.botId, env.MicrosoftAppId);
    const [find, ...more] = extension?.commands ?? [];
    assert.deepEqual([find?.id, find?.type, more.length], ['find', 'query', 0]);
    assert.deepEqual(find?.context, ['compose', 'commandBox']);
    assert.equal(find?.initialRun, true);
    assert.equal(find?.parameters.length, 1);
    for (const { title, description } of [find, ...(find?.parameters ?? [])].filter((one) => one !== undefined))
      assert.ok(title.length <= 32 && description.length > 0 && description.length <= 128, title);
  });

  it('has the chat first and the claims beside it, in the person’s own colours', () => {
    assert.deepEqual(manifest.staticTabs, [
      { entityId: 'conversations', scopes: ['personal'] },
      {
        entityId: 'claims',
        name: 'Claims',
        contentUrl: 'https://cpor.contoso.com/bot/tab/?theme={app.theme}&locale={app.locale}',
        scopes: ['personal'],
      },
    ]);
  });

  it('says which app people sign in to, by an address that the bot takes tokens for', () => {
    assert.deepEqual(manifest.webApplicationInfo, {
      id: env.MicrosoftAppId,
      resource: `api://cpor.contoso.com/botid-${env.MicrosoftAppId}`,
    });
    const TAB_APP_ID = '99999999-2222-4333-8444-555555555555';
    const { TAB_APP_URI } = valuesFrom({ ...env, TAB_APP_ID });
    assert.equal(TAB_APP_URI, `api://cpor.contoso.com/${TAB_APP_ID}`);
    assert.throws(() => valuesFrom({ ...env, TAB_APP_ID: 'mine' }), /TAB_APP_ID: set it to .* GUID/);
  });

  it('gives https addresses under the public one, and its host as the only valid domain', () => {
    const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer;
    assert.equal(websiteUrl, 'https://cpor.contoso.com/bot');
    for (const url of [privacyUrl, termsOfUseUrl])
      assert.match(String(url), /^https:\/\/cpor\.contoso\.com\/bot\/\w+$/);
    assert.deepEqual(manifest.validDomains, ['cpor.contoso.com']);
    assert.doesNotMatch(strFromU8(files['manifest.json'] ?? new Uint8Array()), /"http:|\$\{\{/);
  });

  it('keeps names and descriptions within what Teams shows', () => {
    assert.ok(String(manifest.name.short).length <= 30);
    assert.ok(String(manifest.name.full).length <= 100);
    assert.ok(String(manifest.description.short).length <= 80);
    assert.ok(String(manifest.description.full).length <= 4000);
  });

  it('has a colour icon of 192 by 192, opaque', () => {
    const icon = readPng(files['color.png'] ?? new Uint8Array());
    assert.deepEqual([icon.width, icon.height], [192, 192]);
    assert.ok(icon.pixels.every(([, , , alpha]) => alpha === 255));
    assert.ok(new Set(icon.pixels.map(String)).size > 2);
  });

  it('has an outline icon of 32 by 32, white on transparent', () => {
    const icon = readPng(files['outline.png'] ?? new Uint8Array());
    assert.deepEqual([icon.width, icon.height, icon.hasAlpha], [32, 32, true]);
    const visible = icon.pixels.filter(([, , , alpha]) => alpha !== 0);
    assert.ok(visible.length > 100 && visible.length < 600);
    assert.ok(visible.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255));
  });

  it('is refused with the variable and the cure when something is not set', () => {
    assert.throws(() => valuesFrom({ ...env, MicrosoftAppId: 'mine' }), /MicrosoftAppId: set it to .* GUID/);
    assert.throws(
      () => valuesFrom({ ...env, PUBLIC_URL: 'http://cpor.contoso.com' }),
      /PUBLIC_URL: set it to the https address/,
    );
    assert.throws(() => valuesFrom({}), /MicrosoftAppId/);
  });

  it('is refused when the manifest does not follow its schema', async () => {
    await assert.rejects(buildPackage({ ...valuesFrom(env), BOT_ID: 'not a guid' }), /does not follow its schema/);
  });
});
