/** Everything that is served but the activities of Teams: the features' routes, health and metrics. */
import type { Logger } from 'pino';
import type { Feature, Route } from '../feature.ts';
import type { DocStore } from '../storage/port.ts';
import { healthRoutes } from './health.ts';
import { metricsRoute } from './metrics.ts';

export function collectRoutes(
  features: readonly Feature[],
  store: Pick<DocStore, 'engine' | 'check'>,
  log: Logger,
): readonly Route[] {
  const sources = features.flatMap(({ metrics }) => metrics ?? []);
  return [...features.flatMap(({ routes }) => routes ?? []), ...healthRoutes(store, log), metricsRoute(sources, log)];
}
