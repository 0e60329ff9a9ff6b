/** What goes wrong on request: planned faults for the next requests that match. */
export interface Request {
  readonly method: string;
  /** Path and query as asked for. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The parsed JSON body; undefined when there was none. */
  readonly body: unknown;
  /** When it came, milliseconds since the epoch by the stand-in's clock. */
  readonly at: number;
  /** The status answered; 0 when the connection was cut instead. */
  status: number;
  /** True when it was carried out, whatever was answered. */
  done: boolean;
}

/** Who is told of each request: when it came, and when it was answered or cut off. */
export interface Watch {
  came?(request: Request): void;
  ended?(request: Request): void;
}

/**
 * - `status`: answered at once, nothing is delivered
 * - `reset`: the connection is cut, nothing is delivered
 * - `lost`: delivered, then the connection is cut, or answered with `status` (a 5xx): the sender cannot know
 * - `hold`: waits until released, then goes on as usual
 */
export type Fault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  | { readonly reset: true }
  | { readonly lost: true; readonly status?: number }
  | { readonly hold: true };

/** A fault that happens at once. */
export type ImmediateFault = Exclude<Fault, { readonly hold: true }>;

export interface FaultScope {
  /** How many matching requests meet it; 1 when not given. */
  readonly times?: number;
  readonly method?: string;
  /** Tested against path and query. */
  readonly url?: RegExp;
  /** Tested against the body as JSON. */
  readonly body?: RegExp;
}

/** A planned fault, to steer and to watch. */
export interface PlannedFault {
  /** Resolves when the first request meets the fault. */
  readonly reached: Promise<Request>;
  /** How many requests met it so far. */
  readonly hits: number;
  /** Lets held requests go on and ends the fault. */
  release(): void;
}

interface Plan extends PlannedFault {
  readonly fault: Fault;
  readonly released: Promise<void>;
  matches(request: Request): boolean;
  hit(request: Request): void;
}

export class Faults {
  /** What goes wrong with requests that no planned fault is for. */
  randomFault: (request: Request) => ImmediateFault | undefined = () => undefined;
  readonly #plans: Plan[] = [];

  plan(fault: Fault, { times = 1, method, url, body }: FaultScope = {}): PlannedFault {
    const reached = Promise.withResolvers<Request>();
    const released = Promise.withResolvers<void>();
    let left = times;
    let hits = 0;
    const plan: Plan = {
      fault,
      reached: reached.promise,
      released: released.promise,
      get hits() {
        return hits;
      },
      matches: (request) =>
        left > 0 &&
        (method ?? request.method) === request.method &&
        (url?.test(request.url) ?? true) &&
        (body?.test(JSON.stringify(request.body)) ?? true),
      hit(request) {
        left -= 1;
        hits += 1;
        reached.resolve(request);
      },
      release() {
        left = 0;
        released.resolve();
      },
    };
    this.#plans.push(plan);
    return plan;
  }

  /** The fault that this request meets, if any; returns once a held request may go on. */
  async meet(request: Request): Promise<ImmediateFault | undefined> {
    const plan = this.#plans.find((one) => one.matches(request));
    plan?.hit(request);
    if (!plan) return this.randomFault(request);
    if (!('hold' in plan.fault)) return plan.fault;
    await plan.released;
    return undefined;
  }

  /** Lets everything go on; for the end of a test. */
  releaseAll(): void {
    for (const plan of this.#plans.splice(0)) plan.release();
  }
}
