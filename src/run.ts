/** Configuration, start, signals; on failure one sentence and a non-zero exit. */
import { once } from 'node:events';
import { type Logger, pino } from 'pino';
import { start } from './app.ts';
import { type Config, parseConfig } from './config.ts';
import { doctorTimer } from './doctor/watch.ts';
import { OperatorError } from './errors.ts';
import { unrefTimer } from './outbox/worker.ts';
import { openTelemetry } from './telemetry/open-telemetry.ts';
import { startTimer } from './timers.ts';

/** Runs until a signal stops it. Resolves with the exit code. */
export async function run(env: NodeJS.ProcessEnv): Promise<number> {
  // The data folder holds customers' documents: nobody else on this machine reads them.
  process.umask(0o077);
  // Listened for from the very first: a signal may come while it starts, or in the moment after it answers for the first time.
  const signal = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  try {
    const config = parseConfig(env);
    const telemetry = await openTelemetry(config.telemetry);
    const log = pino({ level: config.logLevel, ...telemetry.logOptions });
    const app = await start(config, log, { proxyEnv: env, tracing: telemetry.tracing });
    telemetry.begin(
      () => app.figures.all(),
      (reason) => log.warn({ reason }, 'telemetry does not get through'),
    );
    logStart(log, config, app.port);
    // Not waited for at a stop: it only asks, and each of its checks ends by itself.
    const endDoctor = startTimer(doctorTimer({ config, env, people: app.people, log }), { log, setTimer: unrefTimer });
    await signal;
    log.info('stopping');
    endDoctor();
    await app.stop();
    await telemetry.stop();
    return 0;
  } catch (error) {
    // The operator's to cure: their sentence; a bug of ours: with its stack, for the log.
    const known = error instanceof OperatorError;
    process.stderr.write(`${known ? error.message : String((error as Error).stack ?? error)}\n`);
    return 1;
  }
}

function logStart(log: Logger, config: Config, port: number): void {
  const local = 'listening in local mode: nobody is authenticated, reachable from this machine only';
  const store = config.mongodbUri === undefined ? 'sqlite' : 'mongodb';
  log.info({ port, host: config.host, store }, config.app === undefined ? local : 'listening');
}
