/** A collector of OpenTelemetry: takes OTLP over HTTP in protobuf, and keeps the spans and figures that came; or behaves badly. */
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

type Value = string | number | boolean;

export interface Spanned {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for the first of a trace. */
  readonly parentId: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, Value>>;
  readonly failed: boolean;
}

export interface Figured {
  readonly name: string;
  readonly kind: 'gauge' | 'sum' | 'histogram';
  /** By its labels as JSON; of a histogram how many were counted. */
  readonly values: ReadonlyMap<string, number>;
}

/** How it meets a request. `deaf` takes it in and never answers. */
export type CollectorMood = 'well' | 'deaf' | { readonly status: number };

export class Collector {
  mood: CollectorMood = 'well';
  readonly spans: Spanned[] = [];
  /** As they came last. */
  readonly figures = new Map<string, Figured>();
  /** All bodies, and the headers that came with the last. */
  readonly bodies: Buffer[] = [];
  readonly resource = new Map<string, Value>();
  readonly #news = new EventEmitter();
  readonly #server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (this.mood === 'well') this.#take(request.url ?? '', body);
    this.bodies.push(body);
    this.#news.emit('request');
    if (this.mood === 'deaf') return;
    response.writeHead(this.mood === 'well' ? 200 : this.mood.status, { 'content-type': 'application/x-protobuf' });
    response.end();
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Waits until requests have come that make it hold. @throws Error after 10 s */
  async until(holds: () => boolean): Promise<void> {
    const signal = AbortSignal.timeout(10_000);
    while (!holds()) await once(this.#news, 'request', { signal });
  }

  #take(path: string, body: Buffer): void {
    for (const group of all(fieldsOf(body), 1)) {
      for (const attribute of all(all(group, 1)[0] ?? [], 1)) this.resource.set(...attributeOf(attribute));
      const items = all(group, 2).flatMap((scope) => all(scope, 2));
      if (path === '/v1/traces') this.spans.push(...items.map(spanOf));
      else if (path === '/v1/metrics') for (const figure of items.map(figureOf)) this.figures.set(figure.name, figure);
    }
  }
}

/** A field of protobuf: its number, and what it holds: a number, eight bytes, or bytes that may be a message. */
type Field = readonly [number: number, value: bigint | Buffer];

/** The wire format (protobuf.dev, “Encoding”): the schema says which field is what. */
function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): bigint => {
    let [value, shift] = [0n, 0n];
    for (;;) {
      const byte = message[at++] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
      shift += 7n;
    }
  };
  while (at < message.length) {
    const key = Number(varint());
    const kind = key & 7;
    if (kind === 0) fields.push([key >> 3, varint()]);
    else {
      const length = kind === 1 ? 8 : kind === 5 ? 4 : Number(varint());
      fields.push([key >> 3, message.subarray(at, at + length)]);
      at += length;
    }
  }
  return fields;
}

const bytes = (fields: readonly Field[], number: number): Buffer[] =>
  fields.filter(([one]) => one === number).map(([, value]) => (Buffer.isBuffer(value) ? value : Buffer.alloc(0)));
const all = (fields: readonly Field[], number: number): Field[][] => bytes(fields, number).map(fieldsOf);
const text = (fields: readonly Field[], number: number): string => String(bytes(fields, number)[0] ?? '');
const hex = (fields: readonly Field[], number: number): string =>
  (bytes(fields, number)[0] ?? Buffer.alloc(0)).toString('hex');
const numberAt = (fields: readonly Field[], number: number): number | undefined => {
  const [, value] = fields.find(([one]) => one === number) ?? [];
  if (value === undefined) return undefined;
  return typeof value === 'bigint' ? Number(value) : value.readDoubleLE();
};

function attributeOf(attribute: readonly Field[]): [string, Value] {
  const [value = []] = all(attribute, 2);
  const isText = value.some(([number]) => number === 1);
  return [
    text(attribute, 1),
    isText ? text(value, 1) : (numberAt(value, 3) ?? numberAt(value, 4) ?? numberAt(value, 2) === 1),
  ];
}

function spanOf(span: readonly Field[]): Spanned {
  const [status = []] = all(span, 15);
  return {
    traceId: hex(span, 1),
    spanId: hex(span, 2),
    parentId: hex(span, 4),
    name: text(span, 5),
    attributes: Object.fromEntries(all(span, 9).map(attributeOf)),
    failed: numberAt(status, 3) === 2,
  };
}

const KINDS = { 5: 'gauge', 7: 'sum', 9: 'histogram' } as const;

function figureOf(metric: readonly Field[]): Figured {
  const number = ([5, 7, 9] as const).find((one) => metric.some(([field]) => field === one)) ?? 5;
  const points = all(all(metric, number)[0] ?? [], 1);
  return {
    name: text(metric, 1),
    kind: KINDS[number],
    values: new Map(
      points.map((point) => [
        JSON.stringify(Object.fromEntries(all(point, number === 9 ? 9 : 7).map(attributeOf))),
        Number(
          number === 9
            ? bytes(point, 4)[0]?.readBigUInt64LE()
            : (numberAt(point, 4) ?? bytes(point, 6)[0]?.readBigInt64LE()),
        ),
      ]),
    ),
  };
}
