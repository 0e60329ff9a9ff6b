/** Spans as the rest of the bot knows them: nothing here knows OpenTelemetry, which is loaded only where it is on (`sdk.ts`). */

/** Few values each, and nobody in them: no tenant, name, address, text, token or id. */
export type SpanAttributes = Readonly<Record<string, string | number>>;

export interface SpanOptions {
  /** `server`: somebody asked us; `client`: we ask somebody. Absent: work of our own. */
  readonly kind?: 'server' | 'client';
  readonly attributes?: SpanAttributes;
  /** Belongs to nothing that is under way, whoever set it going. */
  readonly isRoot?: true;
  /** A part of something that is watched; by itself it would say nothing, and is left out. */
  readonly isPart?: true;
}

export interface Tracing {
  /** Does the work in a span of this name. What the work throws ends the span as failed, and is thrown on. */
  span<T>(name: string, options: SpanOptions, work: () => Promise<T>): Promise<T>;
  /** Says more of the span that is under way here. `error.type` says that it failed. */
  annotate(attributes: SpanAttributes): void;
}

/** Where nobody watches. */
export const NO_TRACING: Tracing = {
  span: (_name, _options, work) => work(),
  annotate: () => undefined,
};

/** A status of HTTP, for the span of the exchange that it ended. */
export function statusAttributes(status: number, failsFrom: 400 | 500): SpanAttributes {
  return { 'http.response.status_code': status, ...(status >= failsFrom && { 'error.type': String(status) }) };
}

/** What kind of error it is. Not what it says: that may hold a name. */
export function errorType(error: unknown): string {
  return error instanceof Error ? error.constructor.name : typeof error;
}
