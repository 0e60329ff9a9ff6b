/** The whole local experience: what is stale is built, an empty store gets the sample data, the bot and the Playground run until Ctrl-C. */
import { OperatorError } from '../../src/errors.ts';
import { sampleFiles } from '../sample/write.ts';
import { build } from './build.ts';
import { assertPortIsFree } from './ports.ts';
import { putSampleData } from './sample.ts';
import type { Service } from './service.ts';
import { startBot, startPlayground } from './services.ts';
import { readSettings, type Settings } from './settings.ts';
import { texts } from './texts.ts';

/** Returns the exit code, after everything it started has ended. */
export async function start(env: NodeJS.ProcessEnv): Promise<number> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopping.abort());
  const running: Service[] = [];
  try {
    const settings = readSettings(env);
    await assertPortIsFree('PORT', settings.config.port, settings.config.host);
    await assertPortIsFree('PLAYGROUND_PORT', settings.playgroundPort);
    for (const step of steps(settings, running, stopping.signal)) {
      await step();
      if (stopping.signal.aborted) return 0;
    }
    say(texts.running(settings, poeFile(), given(env)));
    const end = await Promise.race([aborted(stopping.signal), ...running.map((service) => endOf(service))]);
    if (end === undefined) return 0;
    throw new OperatorError(texts.ended(end));
  } catch (error) {
    // Theirs to cure: the sentence; a bug of ours: with its stack.
    process.stderr.write(
      `${error instanceof OperatorError ? error.message : String((error as Error).stack ?? error)}\n`,
    );
    return 1;
  } finally {
    // The bot first: a turn in flight still answers into the Playground.
    for (const service of running) await service.stop();
    if (stopping.signal.aborted) say(texts.stopped);
  }
}

function steps(settings: Settings, running: Service[], signal: AbortSignal): readonly (() => Promise<void>)[] {
  const begin = (service: Service): Service => {
    running.push(service);
    return service;
  };
  return [
    () => build(),
    async () => {
      if (await putSampleData(settings.config)) say(texts.sample);
    },
    async () => {
      const both = [begin(startBot(settings)), begin(startPlayground(settings))];
      await Promise.all(both.map((service) => service.ready(signal)));
    },
  ];
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function endOf(service: Service): Promise<string> {
  await service.ended;
  return service.name;
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

/** The sample document to try with. */
function poeFile(): string {
  return [...sampleFiles().keys()].find((name) => name.endsWith('.pdf')) ?? '';
}

/** The ports that `npm run send-file` has to be told too. */
function given(env: NodeJS.ProcessEnv): string {
  return ['PLAYGROUND_PORT', 'SEND_FILE_PORT'].flatMap((name) => (env[name] ? [`${name}=${env[name]} `] : [])).join('');
}
