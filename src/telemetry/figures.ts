/** The figures of `/metrics` as OpenTelemetry has them. */
import { type Attributes, type HrTime, ValueType } from '@opentelemetry/api';
import { hrTime, millisToHrTime } from '@opentelemetry/core';
import { AggregationTemporality, type DataPoint, DataPointType, type MetricData } from '@opentelemetry/sdk-metrics';

/** As prom-client hands it out. */
export interface MetricFigure {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly values: readonly {
    readonly value: number;
    readonly labels: Readonly<Partial<Record<string, string | number>>>;
    /** Of the parts of a histogram: its name with `_bucket`, `_sum` or `_count`. */
    readonly metricName?: string;
  }[];
}

/** @param since when counting began, epoch milliseconds */
export function metricData(figures: readonly MetricFigure[], since: number): MetricData[] {
  const [startTime, endTime] = [millisToHrTime(since), hrTime()];
  return figures.map((figure) => dataOf(figure, startTime, endTime));
}

function dataOf(figure: MetricFigure, startTime: HrTime, endTime: HrTime): MetricData {
  const { name, help, type, values } = figure;
  const common = {
    descriptor: { name, description: help, unit: '', valueType: ValueType.DOUBLE },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
  };
  const point = <T>(attributes: MetricFigure['values'][number]['labels'], value: T): DataPoint<T> => ({
    startTime,
    endTime,
    attributes: attributes as Attributes,
    value,
  });
  if (type === 'histogram') {
    const dataPoints = histograms(figure).map(({ labels, value }) => point(labels, value));
    return { ...common, dataPointType: DataPointType.HISTOGRAM, dataPoints };
  }
  const dataPoints = values.map(({ labels, value }) => point(labels, value));
  return type === 'counter'
    ? { ...common, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints }
    : { ...common, dataPointType: DataPointType.GAUGE, dataPoints };
}

/** Prometheus counts in each bucket what lies in those below it, too; OpenTelemetry does not. */
function histograms({ name, values }: MetricFigure) {
  const byLabels = Map.groupBy(values, ({ labels: { le: _, ...others } }) => JSON.stringify(others));
  return [...byLabels].map(([labels, parts]) => {
    const part = (ending: string) => parts.find(({ metricName }) => metricName === `${name}_${ending}`)?.value ?? 0;
    const buckets = parts.filter(({ metricName }) => metricName === `${name}_bucket`);
    const counts = buckets.map(({ value }, index) => value - (buckets[index - 1]?.value ?? 0));
    const boundaries = buckets.map(({ labels: { le } }) => Number(String(le).replace('+Inf', 'Infinity')));
    return {
      labels: JSON.parse(labels) as Record<string, string>,
      value: {
        buckets: { boundaries: boundaries.filter(Number.isFinite), counts },
        sum: part('sum'),
        count: part('count'),
      },
    };
  });
}
