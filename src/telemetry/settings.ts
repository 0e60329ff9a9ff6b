/** The standard's own variables that decide whether and where to send what is seen of the bot. Others the exporters read by themselves. */
import { z } from 'zod';

/** The ways to choose which traces are kept. There is no trace that began elsewhere, so that a parent's choice is our own. */
export const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

const address = z
  .url({
    protocol: /^https?$/,
    error: 'expects an address that starts with http:// or https://, such as http://127.0.0.1:4318',
  })
  .optional();
const exporter = z.enum(['otlp', 'none'], { error: 'expects otlp or none' }).optional();

export const TELEMETRY_VARIABLES = {
  OTEL_SDK_DISABLED: z
    .stringbool({ truthy: ['true'], falsy: ['false'], error: 'expects true or false' })
    .default(false),
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_PROTOCOL: z
    .literal('http/protobuf', { error: 'expects http/protobuf, the only one that the bot speaks' })
    .default('http/protobuf'),
  OTEL_TRACES_EXPORTER: exporter,
  OTEL_METRICS_EXPORTER: exporter,
  OTEL_SERVICE_NAME: z.string().min(1).default('cpor-assistant'),
  OTEL_TRACES_SAMPLER: z
    .enum(SAMPLERS, { error: `expects one of ${SAMPLERS.join(', ')}` })
    .default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number({ error: 'expects a share from 0 to 1' })
    .min(0, 'expects a share from 0 to 1')
    .max(1, 'expects a share from 0 to 1')
    .default(1),
  OTEL_METRIC_EXPORT_INTERVAL: z.coerce
    .number({ error: 'expects a number of milliseconds' })
    .int('expects a whole number of milliseconds')
    .min(1_000, 'expects at least 1000, a second')
    .max(3_600_000, 'expects at most 3600000, an hour')
    .default(60_000),
};

const variables = z.object(TELEMETRY_VARIABLES);

export interface TelemetrySettings {
  readonly serviceName: string;
  /** Absent: no traces. */
  readonly traces?: { readonly url: string; readonly sampler: (typeof SAMPLERS)[number]; readonly share: number };
  /** Absent: no metrics. */
  readonly metrics?: { readonly url: string; readonly everyMs: number };
}

/** Where the standard has it when an exporter is asked for and no address is given. */
const DEFAULT_ENDPOINT = 'http://localhost:4318';

/** Undefined: off. It is on where an address or an exporter is named, and not because somebody may listen at the standard's own port. */
export function telemetrySettings(e: z.infer<typeof variables>): TelemetrySettings | undefined {
  if (e.OTEL_SDK_DISABLED) return undefined;
  const urlOf = (own: string | undefined, chosen: 'otlp' | 'none' | undefined, path: string): string | undefined => {
    if (chosen === 'none') return undefined;
    if (own !== undefined) return own;
    const base = e.OTEL_EXPORTER_OTLP_ENDPOINT ?? (chosen === 'otlp' ? DEFAULT_ENDPOINT : undefined);
    return base === undefined ? undefined : `${base.replace(/\/+$/, '')}/v1/${path}`;
  };
  const traces = urlOf(e.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, e.OTEL_TRACES_EXPORTER, 'traces');
  const metrics = urlOf(e.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT, e.OTEL_METRICS_EXPORTER, 'metrics');
  if (traces === undefined && metrics === undefined) return undefined;
  return {
    serviceName: e.OTEL_SERVICE_NAME,
    ...(traces !== undefined && {
      traces: { url: traces, sampler: e.OTEL_TRACES_SAMPLER, share: e.OTEL_TRACES_SAMPLER_ARG },
    }),
    ...(metrics !== undefined && { metrics: { url: metrics, everyMs: e.OTEL_METRIC_EXPORT_INTERVAL } }),
  };
}
