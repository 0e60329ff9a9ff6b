/** Requests as spans. They begin here: what a client says of a trace of its own is not heard, so that nobody outside chooses what is kept. */
import type { Route } from '../feature.ts';
import { statusAttributes, type Tracing } from '../telemetry/tracing.ts';

/** The same route, watched. It is called as it was written, with `:name` for what is one person's. */
export function tracedRoute(route: Route, tracing: Tracing): Route {
  const { method, path } = route;
  const attributes = { 'http.request.method': method, 'http.route': path };
  return {
    ...route,
    handle: (request) =>
      tracing.span(`${method} ${path}`, { kind: 'server', attributes }, async () => {
        const answer = await route.handle(request);
        tracing.annotate(statusAttributes(answer.status, 500));
        return answer;
      }),
  };
}
