/** Liveness and readiness: whether the process is up, and whether it can do its work, which is to read and to write. */
import type { Logger } from 'pino';
import type { Route } from '../feature.ts';
import type { DocStore } from '../storage/port.ts';
import { within } from '../time/within.ts';

/** A hanging store is not ready, either. */
const READY_WITHIN_MS = 4_000;

export function healthRoutes(store: Pick<DocStore, 'engine' | 'check'>, log: Logger): readonly Route[] {
  let checking: Promise<void> | undefined;

  /** Each check writes: many requests at once are no more work than one. */
  function check(): Promise<void> {
    checking ??= store.check().finally(() => {
      checking = undefined;
    });
    return checking;
  }

  return [
    {
      method: 'GET',
      path: '/healthz',
      open: true,
      handle: async () => ({ status: 200, body: { status: 'ok' } }),
    },
    {
      method: 'GET',
      path: '/readyz',
      open: true,
      async handle() {
        try {
          await within(READY_WITHIN_MS, check);
          return { status: 200, body: { status: 'ready', store: store.engine } };
        } catch (error) {
          log.warn({ err: error }, 'not ready');
          return { status: 503, body: { status: 'not ready', store: store.engine } };
        }
      },
    },
  ];
}
