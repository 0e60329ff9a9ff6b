/**
 * What Prometheus reads: metrics of this process, and those of the features. Numbers and short reasons only: no tenant, no name, no id.
 */
import type { Logger } from 'pino';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Metric, Route } from '../feature.ts';
import type { MetricFigure } from '../telemetry/figures.ts';

export type ReadMetrics = () => Promise<readonly Metric[]>;

export interface Figures {
  /** In Prometheus' text format. */
  text(): Promise<string>;
  /** The same as data. */
  all(): Promise<readonly MetricFigure[]>;
}

/** Reads both kinds of metrics. Who asks during a reading shares it: each counts records. @param sources of the features */
export function createFigures(sources: readonly ReadMetrics[]): Figures {
  // What it counts begins with the process, not with the first reading.
  const ofThisProcess = processMetrics();
  let reading: Promise<readonly Registry[]> | undefined;

  async function read(): Promise<readonly Registry[]> {
    const metrics = (await Promise.all(sources.map((source) => source()))).flat();
    return [...(metrics.length > 0 ? [registryOf(metrics)] : []), ofThisProcess];
  }

  function shared(): Promise<readonly Registry[]> {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  return {
    async text() {
      const registries = await shared();
      return (await Promise.all(registries.map((registry) => registry.metrics()))).join('');
    },
    async all() {
      const registries = await shared();
      // Its types have the kind as a number, which is a word.
      return (
        await Promise.all(registries.map((registry) => registry.getMetricsAsJSON()))
      ).flat() as unknown as MetricFigure[];
    },
  };
}

/** `GET /metrics`, in Prometheus' text format. */
export function metricsRoute(figures: Figures, log: Logger): Route {
  return {
    method: 'GET',
    path: '/metrics',
    async handle() {
      try {
        return { status: 200, body: await figures.text(), type: Registry.PROMETHEUS_CONTENT_TYPE };
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
