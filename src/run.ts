/** Configuration, start, signals; on failure one sentence and a non-zero exit. */
import { pino } from 'pino';
import { start } from './app.ts';
import { parseConfig } from './config.ts';
import { OperatorError } from './errors.ts';

export async function run(env: NodeJS.ProcessEnv): Promise<void> {
  // The data folder holds customers' documents: nobody else on this machine reads them.
  process.umask(0o077);
  try {
    const config = parseConfig(env);
    const log = pino({ level: config.logLevel });
    const app = await start(config, log);
    log.info(
      { port: app.port, host: config.host, store: config.mongodbUri === undefined ? 'sqlite' : 'mongodb' },
      config.app === undefined
        ? 'listening in local mode: nobody is authenticated, reachable from this machine only'
        : 'listening',
    );
    let stopping = false;
    const stop = (signal: string): void => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, 'stopping');
      app.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  } catch (error) {
    // The operator's to cure: their sentence; a bug of ours: with its stack, for the log.
    process.stderr.write(
      `${error instanceof OperatorError ? error.message : String((error as Error).stack ?? error)}\n`,
    );
    process.exit(1);
  }
}
