/** The two processes of `npm start`. */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pretty from 'pino-pretty';
import { PLAYGROUND_CONFIG } from '../sample/playground-config.ts';
import { Service } from './service.ts';
import type { Settings } from './settings.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export function startBot({ config, botEnv }: Settings): Service {
  return new Service({
    name: 'The bot',
    args: [join(ROOT, 'dist', 'main.js')],
    cwd: ROOT,
    env: botEnv,
    readyUrl: `http://127.0.0.1:${config.port}/healthz`,
    output: pretty({ ignore: 'pid,hostname', destination: process.stdout, sync: true }),
    silentEnd: 'The bot ended before it answered.',
  });
}

export function startPlayground({ config, botEnv, playgroundPort, playgroundDir }: Settings): Service {
  mkdirSync(playgroundDir, { recursive: true });
  const log = join(playgroundDir, 'playground.log');
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const endpoint = `http://127.0.0.1:${config.port}/api/messages`;
  return new Service({
    name: 'The Agents Playground',
    args: [cli, '-e', endpoint, '-c', 'msteams', '-p', String(playgroundPort), '--disable-telemetry'],
    // It writes where it stands, so it does not stand in the project.
    cwd: playgroundDir,
    env: {
      ...botEnv,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: fileURLToPath(PLAYGROUND_CONFIG),
      M365_AGENTS_PLAYGROUND_LOGFILE: log,
    },
    readyUrl: `http://127.0.0.1:${playgroundPort}/_debug/ping`,
    silentEnd: `The Agents Playground ended before it answered. Its log says why: ${log}`,
  });
}
