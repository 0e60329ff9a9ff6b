/** What `npm start` takes from the environment, and what it hands to the bot. Pure. */
import { join, resolve } from 'node:path';
import { type Config, parseConfig } from '../../src/config.ts';
import { OperatorError } from '../../src/errors.ts';
import { PARTNER } from '../sample/poe-pdf.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Settings {
  readonly config: Config;
  /** For the bot's process. */
  readonly botEnv: Environment;
  readonly playgroundPort: number;
  /** Where `npm run send-file` offers its files; the bot may download from there. */
  readonly filePort: number;
  /** The Playground's own folder, for its log. */
  readonly playgroundDir: string;
}

/** Of a real installation. `npm start` is the local experience: embedded store, loopback, nobody authenticated. */
const LEFT_OUT = [
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppType',
  'MicrosoftAppTenantId',
  'MONGODB_URI',
  'HOST',
  'ALLOWED_TENANTS',
];

/** @throws OperatorError naming the variable and the cure */
export function readSettings(env: Environment): Settings {
  const playgroundPort = playgroundPortOf(env);
  const filePort = filePortOf(env);
  const local = Object.fromEntries(Object.entries(env).filter(([name]) => !LEFT_OUT.includes(name)));
  const botEnv: Environment = {
    ...local,
    PORT: String(portOf(env, 'PORT', 3978)),
    DATA_DIR: resolve(given(env.DATA_DIR) ?? '.data'),
    NOW: given(env.NOW) ?? sampleMorning().toISOString(),
    // The partner of the sample document.
    PARTNER_NAMES: given(env.PARTNER_NAMES) ?? PARTNER,
    LOG_LEVEL: given(env.LOG_LEVEL) ?? 'warn',
    FILE_HOSTS: [given(env.FILE_HOSTS), `127.0.0.1:${filePort}`].filter(Boolean).join(','),
  };
  const config = parseConfig(botEnv);
  if (new Set([config.port, playgroundPort, filePort]).size < 3)
    throw new OperatorError('PORT, PLAYGROUND_PORT and SEND_FILE_PORT overlap. Give each a port of its own.');
  return { config, botEnv, playgroundPort, filePort, playgroundDir: join(config.dataDir, 'playground') };
}

/** Where the Playground answers. */
export function playgroundPortOf(env: Environment): number {
  return portOf(env, 'PLAYGROUND_PORT', 56150);
}

export function filePortOf(env: Environment): number {
  return portOf(env, 'SEND_FILE_PORT', 3979);
}

/** Two weeks before the deadline, at nine o'clock where this machine stands. */
function sampleMorning(): Date {
  return new Date(2020, 5, 16, 9);
}

function portOf(env: Environment, name: string, fallback: number): number {
  const text = given(env[name]);
  const port = text === undefined ? fallback : Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new OperatorError(`${name} expects a port from 1 to 65535. Correct it, or remove it for ${fallback}.`);
}

/** An empty value counts as unset. */
function given(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}
