/**
 * What Prometheus reads: how this process does, and what the features measure. Numbers and short reasons only: no tenant, no name,
 * no id.
 */
import type { Logger } from 'pino';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Metric, Route } from '../feature.ts';

export type ReadMetrics = () => Promise<readonly Metric[]>;

/** `GET /metrics`, in Prometheus' text format. Who asks while it is being read gets the same. @param sources of the features */
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
      // The records are counted for each: many who ask at once are no more work than one.
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

/** There is one process, however many servers: prom-client's own metrics of it are made once, with the first, and never end. */
let ofProcess: Registry | undefined;

function processMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** Made anew for each reading: a label that is gone leaves nothing behind, and two readings never mix. */
function registryOf(metrics: readonly Metric[]): Registry {
  const registry = new Registry();
  for (const { name, help, labels: labelNames = [], values } of metrics) {
    const gauge = new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] });
    for (const { value, labels = {} } of values) gauge.set(labels, value);
  }
  return registry;
}
