/** Liveness and readiness: whether the process is up, and whether it can do its work. */
import type { Logger } from 'pino';
import type { Route } from '../feature.ts';
import type { DocStore } from '../storage/port.ts';

export function healthRoutes(store: Pick<DocStore, 'engine' | 'check'>, log: Logger): readonly Route[] {
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
          await store.check();
          return { status: 200, body: { status: 'ready', store: store.engine } };
        } catch (error) {
          log.warn({ err: error }, 'not ready');
          return { status: 503, body: { status: 'not ready', store: store.engine } };
        }
      },
    },
  ];
}
