/** What happens now and then, without anybody asking. */
import type { Logger } from 'pino';
import type { SetTimer } from './outbox/worker.ts';

export interface Timer {
  readonly name: string;
  readonly everyMs: number;
  /** Before the first run, where it is not to come with the start. */
  readonly firstAfterMs?: number;
  /** For the log, where a run fails. */
  readonly failure: string;
  run(): Promise<unknown>;
}

/** Runs a timer now or after its first wait, and then again and again. A failure is logged, and the next run tries anew. Returns what ends it, with the last run. */
export function startTimer(
  { everyMs, firstAfterMs, failure, run }: Timer,
  { log, setTimer }: { readonly log: Logger; readonly setTimer: SetTimer },
): () => Promise<unknown> {
  let last: Promise<unknown> = Promise.resolve();
  let cancel: (() => void) | undefined;
  const runOnce = (): void => {
    last = run().catch((error: unknown) => log.error({ err: error }, failure));
    cancel = setTimer(runOnce, everyMs);
  };
  if (firstAfterMs === undefined) runOnce();
  else cancel = setTimer(runOnce, firstAfterMs);
  return () => {
    cancel?.();
    return last;
  };
}
