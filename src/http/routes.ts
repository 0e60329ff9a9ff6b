/** Everything that is served: the activities of Teams, the features' routes, health and metrics. */
import type { Core } from '../core.ts';
import type { Feature, Route, ServerRefusals } from '../feature.ts';
import { healthRoutes } from './health.ts';
import { createFigures, type Figures, metricsRoute } from './metrics.ts';
import { tracedRoute } from './traced-route.ts';

export interface Served {
  readonly routes: readonly Route[];
  /** How the features say no where the server does so for them. */
  readonly refusals: readonly ServerRefusals[];
  /** What the features and this process tell of themselves in numbers. */
  readonly figures: Figures;
}

/** @param ofTeams where activities come in */
export function collectServed(
  features: readonly Feature[],
  ofTeams: readonly Route[],
  { store, tracing, log }: Pick<Core, 'store' | 'tracing' | 'log'>,
): Served {
  const figures = createFigures(features.flatMap(({ metrics }) => metrics ?? []));
  const forPeople = [...ofTeams, ...features.flatMap(({ routes }) => routes ?? [])];
  return {
    // Those who look after the bot ask it every few seconds: no spans of that.
    routes: [
      ...forPeople.map((route) => tracedRoute(route, tracing)),
      ...healthRoutes(store, log),
      metricsRoute(figures, log),
    ],
    refusals: features.flatMap(({ serverRefusals }) => serverRefusals ?? []),
    figures,
  };
}
