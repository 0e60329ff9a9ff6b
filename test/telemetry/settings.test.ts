import assert from 'node:assert/strict';
import { parseConfig } from '../../src/config.ts';
import { OperatorError } from '../../src/errors.ts';

const URL_OF_OURS = 'http://collector.example:4318';
const settingsOf = (env: Record<string, string>) => parseConfig(env).telemetry;
const addressesOf = (env: Record<string, string>) => {
  const { traces, metrics } = settingsOf(env) ?? {};
  return [traces?.url, metrics?.url];
};

describe('what is sent to a collector', () => {
  it('is nothing without an address or an exporter, and where the environment says no', () => {
    for (const env of [
      {},
      { OTEL_SERVICE_NAME: 'cpor', OTEL_TRACES_SAMPLER: 'always_on', OTEL_METRIC_EXPORT_INTERVAL: '5000' },
      { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
      { OTEL_EXPORTER_OTLP_ENDPOINT: URL_OF_OURS, OTEL_SDK_DISABLED: 'true' },
      { OTEL_EXPORTER_OTLP_ENDPOINT: URL_OF_OURS, OTEL_TRACES_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' },
    ])
      assert.equal(settingsOf(env), undefined, JSON.stringify(env));
  });

  it('goes to the address with the path of its kind behind it, or to an address of its own as it is', () => {
    const both = [`${URL_OF_OURS}/v1/traces`, `${URL_OF_OURS}/v1/metrics`];
    assert.deepEqual(addressesOf({ OTEL_EXPORTER_OTLP_ENDPOINT: URL_OF_OURS }), both);
    assert.deepEqual(addressesOf({ OTEL_EXPORTER_OTLP_ENDPOINT: `${URL_OF_OURS}/` }), both);
    assert.deepEqual(
      addressesOf({
        OTEL_EXPORTER_OTLP_ENDPOINT: URL_OF_OURS,
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.example/in',
      }),
      ['https://traces.example/in', both[1]],
    );
    assert.deepEqual(addressesOf({ OTEL_METRICS_EXPORTER: 'otlp' }), [undefined, 'http://localhost:4318/v1/metrics']);
    assert.deepEqual(addressesOf({ OTEL_EXPORTER_OTLP_ENDPOINT: URL_OF_OURS, OTEL_METRICS_EXPORTER: 'none' }), [
      both[0],
      undefined,
    ]);
  });

  it('is refused in a sentence that names the variable, where the bot cannot do what it asks for', () => {
    for (const [name, value, expects] of [
      ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc', 'http/protobuf'],
      ['OTEL_TRACES_EXPORTER', 'zipkin', 'otlp or none'],
      ['OTEL_METRICS_EXPORTER', 'prometheus', 'otlp or none'],
      ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4317', 'an address'],
      ['OTEL_TRACES_SAMPLER', 'jaeger_remote', 'one of always_on'],
      ['OTEL_TRACES_SAMPLER_ARG', '40', 'a share from 0 to 1'],
      ['OTEL_METRIC_EXPORT_INTERVAL', '10', 'at least 1000'],
      ['OTEL_SDK_DISABLED', 'perhaps', 'true or false'],
    ] as const)
      assert.throws(
        () => parseConfig({ [name]: value }),
        (error) => error instanceof OperatorError && error.message.startsWith(`${name} expects ${expects}`),
        name,
      );
  });
});
