/**
 * `npm run manifest`: fills `manifest/manifest.json` from the environment, validates it, and packs it with the icons to
 * `manifest/build/cpor-assistant.zip`, ready to upload to Teams.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { zipSync } from 'fflate';

const root = resolve(import.meta.dirname, '..');
const dir = join(root, 'manifest');

export interface ManifestValues {
  /** The Azure Bot's application (client) id; also the id of the Teams app. */
  readonly BOT_ID: string;
  /** The app that people sign in to in the tab, and how tokens for it are asked for: its application ID URI, which names the tab's host. */
  readonly TAB_APP_ID: string;
  readonly TAB_APP_URI: string;
  /** https, without a slash at the end. */
  readonly PUBLIC_URL: string;
  readonly PUBLIC_HOST: string;
  readonly VERSION: string;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws Error whose message names the variable and the cure */
export function valuesFrom(env: Readonly<Record<string, string | undefined>>): ManifestValues {
  const id = env.MicrosoftAppId ?? '';
  if (!GUID.test(id)) {
    throw new Error('MicrosoftAppId: set it to the application (client) id of your Azure Bot, a GUID.');
  }
  const tabId = env.TAB_APP_ID || id;
  if (!GUID.test(tabId)) {
    throw new Error('TAB_APP_ID: set it to the application (client) id that people sign in to, a GUID, or remove it.');
  }
  const url = URL.parse(env.PUBLIC_URL ?? '');
  if (url?.protocol !== 'https:') {
    throw new Error(
      'PUBLIC_URL: set it to the https address under which people reach your bot, such as https://cpor.contoso.com.',
    );
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    BOT_ID: id,
    TAB_APP_ID: tabId,
    // Microsoft's form for an app that is a bot as well, and for one that is not.
    TAB_APP_URI: `api://${url.hostname}/${tabId === id ? 'botid-' : ''}${tabId}`,
    PUBLIC_URL: (url.origin + url.pathname).replace(/\/+$/, ''),
    PUBLIC_HOST: url.hostname,
    VERSION: version,
  };
}

/**
 * @returns the app package, a zip
 * @throws Error that lists what the manifest's schema does not accept
 */
export async function buildPackage(values: ManifestValues): Promise<Uint8Array> {
  const names = values as unknown as Readonly<Record<string, string>>;
  const text = readFileSync(join(dir, 'manifest.json'), 'utf8').replace(/\$\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = names[name];
    if (value === undefined) throw new Error(`manifest.json: nothing is known for ${name}`);
    return JSON.stringify(value).slice(1, -1);
  });
  const problems = await AppManifestUtils.validateAgainstSchema(JSON.parse(text));
  if (problems.length > 0) throw new Error(`manifest.json does not follow its schema:\n${problems.join('\n')}`);
  return zipSync({
    'manifest.json': new TextEncoder().encode(text),
    'color.png': readFileSync(join(dir, 'color.png')),
    'outline.png': readFileSync(join(dir, 'outline.png')),
  });
}

if (import.meta.main) {
  try {
    const file = join(dir, 'build', 'cpor-assistant.zip');
    mkdirSync(join(dir, 'build'), { recursive: true });
    writeFileSync(file, await buildPackage(valuesFrom(process.env)));
    console.log(file);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
