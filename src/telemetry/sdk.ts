/** OpenTelemetry's SDK. This file and what it imports are loaded only where it is on: nothing else in the bot imports them at run time. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Context,
  DiagLogLevel,
  diag,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { setGlobalErrorHandler } from '@opentelemetry/core';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { detectResources, envDetector, type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, type MetricProducer, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { HOUR_MS } from '../time/units.ts';
import { type MetricFigure, metricData } from './figures.ts';
import type { TelemetrySettings } from './settings.ts';
import type { Telemetry } from './telemetry.ts';
import { errorType, NO_TRACING, type SpanAttributes, type SpanOptions, type Tracing } from './tracing.ts';

/** Beside what the stop itself takes, of the 30 seconds that a container gets. */
const STOP_WITHIN_MS = 5_000;
const REASON_CHARACTERS = 200;
const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT } as const;

/** Opens what the settings ask for. Sending goes on beside the bot's work: what does not get through is dropped. */
export function openSdk({ serviceName, traces, metrics }: TelemetrySettings): Telemetry {
  const resource = resourceOf(serviceName);
  const provider = traces && tracerProvider(traces, resource);
  const spans = provider && new Spans(provider.getTracer('cpor-assistant'));
  let meters: MeterProvider | undefined;
  let isStopping = false;
  return {
    tracing: spans ?? NO_TRACING,
    logOptions: spans ? { mixin: () => spans.ids() } : {},
    begin(readFigures, onFailure) {
      reportFailures(onFailure);
      if (metrics !== undefined)
        meters = meterProvider(metrics, resource, async () => (isStopping ? [] : readFigures()));
    },
    async stop() {
      // The store is closed by now: nothing can be counted any more.
      isStopping = true;
      const ended = Promise.allSettled([provider?.shutdown(), meters?.shutdown()]);
      await Promise.race([ended, sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}

/** Who speaks; `OTEL_RESOURCE_ATTRIBUTES` may say more. */
function resourceOf(serviceName: string): Resource {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  const own = { 'service.name': serviceName, 'service.version': version, 'service.instance.id': randomUUID() };
  return resourceFromAttributes(own).merge(detectResources({ detectors: [envDetector] }));
}

function tracerProvider(
  { url, sampler, share }: NonNullable<TelemetrySettings['traces']>,
  resource: Resource,
): TracerProvider {
  const chosen = sampler.replace('parentbased_', '');
  const byShare = chosen === 'traceidratio' ? new TraceIdRatioBasedSampler(share) : new AlwaysOnSampler();
  const root = chosen === 'always_off' ? new AlwaysOffSampler() : byShare;
  return new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
}

function meterProvider(
  { url, everyMs }: NonNullable<TelemetrySettings['metrics']>,
  resource: Resource,
  readFigures: () => Promise<readonly MetricFigure[]>,
): MeterProvider {
  const since = Date.now() - process.uptime() * 1_000;
  const producer: MetricProducer = {
    async collect() {
      const scope = { name: 'cpor-assistant' };
      const read = await readFigures().then(
        (figures) => ({ metrics: metricData(figures, since), errors: [] }),
        (error: unknown) => ({ metrics: [], errors: [error] }),
      );
      const scopeMetrics = read.metrics.length === 0 ? [] : [{ scope, metrics: read.metrics }];
      return { resourceMetrics: { resource, scopeMetrics }, errors: read.errors };
    },
  };
  const exporter = new OTLPMetricExporter({ url });
  const reader = new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: everyMs,
    metricProducers: [producer],
  });
  return new MeterProvider({ resource, readers: [reader] });
}

/** The SDK speaks of failures by two global doors. The log hears of them once an hour at most, and never what a receiver answered. */
function reportFailures(onFailure: (reason: string) => void): void {
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (reason: string): void => {
    const now = performance.now();
    if (now - toldAt < HOUR_MS) return;
    toldAt = now;
    onFailure(reason.slice(0, REASON_CHARACTERS));
  };
  const silent = (): void => undefined;
  setGlobalErrorHandler((error) =>
    tell(typeof error === 'string' ? error : (error.message ?? error.name ?? 'unknown')),
  );
  diag.setLogger(
    { error: tell, warn: tell, info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}

class Spans implements Tracing {
  readonly #tracer: Tracer;
  /** What is under way, through all that waits. */
  readonly #under = new AsyncLocalStorage<Context>();

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  span<T>(name: string, { kind, attributes, isRoot, isPart }: SpanOptions, work: () => Promise<T>): Promise<T> {
    const parent = isRoot ? ROOT_CONTEXT : (this.#under.getStore() ?? ROOT_CONTEXT);
    if (isPart && trace.getSpan(parent) === undefined) return work();
    const span = this.#tracer.startSpan(
      name,
      { ...(kind && { kind: KINDS[kind] }), ...(attributes && { attributes }) },
      parent,
    );
    return this.#under.run(trace.setSpan(parent, span), async () => {
      try {
        return await work();
      } catch (error) {
        span.setAttribute('error.type', errorType(error)).setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
  }

  annotate(attributes: SpanAttributes): void {
    const span = this.#current();
    span?.setAttributes(attributes);
    if (span !== undefined && 'error.type' in attributes) span.setStatus({ code: SpanStatusCode.ERROR });
  }

  /** By the names that the standard has for them in logs. Nothing where no trace is kept. */
  ids(): object {
    const { traceId, spanId, traceFlags } = this.#current()?.spanContext() ?? {};
    return traceFlags === TraceFlags.SAMPLED ? { trace_id: traceId, span_id: spanId } : {};
  }

  #current(): Span | undefined {
    const under = this.#under.getStore();
    return under && trace.getSpan(under);
  }
}
