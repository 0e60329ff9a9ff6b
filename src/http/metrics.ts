/**
 * What Prometheus reads: metrics of this process, and those of the features. Numbers and short reasons only: no tenant, no name, no id.
 */
import type { Logger } from 'pino';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Metric, Route } from '../feature.ts';

export type ReadMetrics = () => Promise<readonly Metric[]>;

/** `GET /metrics`, in Prometheus' text format. Requests during a reading share its result. @param sources of the features */
export function metricsRoute(sources: readonly ReadMetrics[], log: Logger): Route {
  const own = processMetrics();
  let reading: Promise<string> | undefined;

  async function read(): Promise<string> {
    const metrics = (await Promise.all(sources.map((source) => source()))).flat();
    const registries = [...(metrics.length > 0 ? [registryOf(metrics)] : []), own];
    return (await Promise.all(registries.map((registry) => registry.metrics()))).join('');
  }

  return {
    method: 'GET',
    path: '/metrics',
    async handle() {
      // Each reading counts records: many requests at once are no more work than one.
      reading ??= read().finally(() => {
        reading = undefined;
      });
      try {
        return { status: 200, body: await reading, type: own.contentType };
      } catch (error) {
        log.warn({ err: error }, 'metrics could not be read');
        return { status: 503, body: { error: 'metrics could not be read' } };
      }
    },
  };
}

/** prom-client's metrics of the process. Made once: there may be several servers in one process, in tests. */
let ofProcess: Registry | undefined;

function processMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** Made anew for each reading, so that a label that is gone leaves nothing behind and two readings never mix. */
function registryOf(metrics: readonly Metric[]): Registry {
  const registry = new Registry();
  for (const { name, help, labels: labelNames = [], values } of metrics) {
    const gauge = new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] });
    for (const { value, labels = {} } of values) gauge.set(labels, value);
  }
  return registry;
}
