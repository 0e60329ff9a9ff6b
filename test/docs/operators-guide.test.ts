/** What the operator's guide has people type, set, watch and look for: whether it is there. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VARIABLES } from '../../src/config.ts';
import { openWorld, type World } from '../e2e/world.ts';

const ROOT = join(import.meta.dirname, '../..');
const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const guide = textOf('docs/operators-guide.md');
const all = (pattern: RegExp, text = guide): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, found = '']) => found)),
];

/** Of Node, of the exporters of OpenTelemetry, and of the deployment (test/deployment.test.ts has those). */
const OTHERS = [
  ...['HTTPS_PROXY', 'NODE_USE_ENV_PROXY', 'NODE_EXTRA_CA_CERTS', 'OTEL_EXPORTER_OTLP_HEADERS'],
  ...['AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP_NAME', 'BASE_NAME', 'IMAGE_TAG', 'SECRET_STORE_PASSWORD'],
];

describe('the operator’s guide', () => {
  it('has people run commands that are there', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = all(/npm run (?:--silent )?([\w:-]+)/g);
    assert.ok(named.length > 8, named.join());
    assert.deepEqual(
      named.filter((name) => scripts[name] === undefined),
      [],
    );
    const built = all(/dist\/((?:cli\/)?\w+)\.js/g);
    assert.ok(built.includes('cli/doctor') && built.includes('main'));
    assert.deepEqual(
      built.filter((name) => !existsSync(join(ROOT, `src/${name}.ts`))),
      [],
    );
  });

  it('has them set variables that the bot reads', () => {
    const named = [
      ...all(/`([A-Z][A-Z\d]*_[A-Z_\d]+)[`=]/g),
      ...all(/^ {4}([A-Z][A-Z\d]*_[A-Z_\d]+)=/gm),
      ...all(/`(MicrosoftApp\w+)`/g),
    ];
    assert.ok(named.length > 20, named.join());
    assert.deepEqual(
      named.filter((name) => !VARIABLES.includes(name) && !OTHERS.includes(name)),
      [],
    );
  });

  it('has them look in the log for what the bot says there', () => {
    const code = globSync('src/**/*.ts', { cwd: ROOT }).map(textOf).join('\n');
    const [, alerts = ''] = guide.split('**What to alert on**');
    const [first = ''] = alerts.split('## 5. ');
    const [, wrong = ''] = guide.split('## 15. ');
    const [table = ''] = wrong.split('## 16. ');
    // Words with blanks between, without the signs of a command or a query.
    const said = all(/`((?:[a-z]+(?:; | ))+[a-z]+)`/g, first + table).filter(
      (words) => !/^(?:npm|node|docker) /.test(words),
    );
    assert.ok(said.includes('a turn failed') && said.length > 6, said.join());
    assert.deepEqual(
      said.filter((words) => !code.includes(`'${words}'`)),
      [],
    );
  });

  describe('names figures', () => {
    let world: World;
    before(async () => {
      world = await openWorld('sqlite');
    });
    after(() => world?.dispose());

    it('that /metrics has, and all that are the bot’s own', async () => {
      const figures = (await world.app.figures.all()).map(({ name }) => name);
      const named = all(/\b((?:cpor|poe|process|nodejs)_[a-z\d_]*[a-z\d])\b/g).filter(
        (name) => name !== 'cpor_assistant',
      );
      assert.ok(named.includes('nodejs_eventloop_lag_p99_seconds'));
      assert.deepEqual(
        named.filter((name) => !figures.includes(name) && !['poe_drafts', 'poe_offers'].includes(name)),
        [],
      );
      assert.deepEqual(
        figures.filter((name) => /^(?:cpor|poe)_/.test(name) && !guide.includes(`| \`${name}`)),
        [],
      );
    });
  });
});
