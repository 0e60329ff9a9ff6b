/** The door of the API: who asks, how often, and in which form a refusal goes out. What stands behind it answers a person, or throws. */

import type { Logger } from 'pino';
import type { z } from 'zod';
import { ForbiddenError, NotFoundError, StoreAwayError, UserError } from '../errors.ts';
import type { IncomingBytes, Route, RouteAnswer, RouteRequest, ServerRefusals } from '../feature.ts';
import { createLimits, type Limits, type Window } from '../outbox/rate-limits.ts';
import { localeOf, type Person } from '../people/person.ts';
import type { Problem } from '../problems/index.ts';
import type { TabProblems } from '../problems/tab.ts';
import type { Clock } from '../time/clock.ts';
import { SECOND_MS } from '../time/units.ts';
import type { ProblemBody } from './api.ts';
import { browserLocale } from './browser-locale.ts';
import { packed } from './packed.ts';
import type { SignIn } from './sign-in.ts';

export interface DoorOptions {
  readonly signIn: SignIn;
  readonly realTime: Clock;
  /** How often one person may write and press in the chat. */
  readonly turnsPerMinute: number;
  readonly newId: () => string;
  readonly log: Logger;
  /** The sentence for what people can put right. */
  readonly say: (problem: Problem, locale: string) => string | undefined;
}

/**
 * A window that scrolls asks for several pages in a second, an open tab for its version every two, however seldom somebody may write and press:
 * 40 requests in a second and 900 in a minute, and more in proportion where they may more often than 240 times in one.
 */
function windowsFor(turnsPerMinute: number): readonly Window[] {
  return [
    { ms: SECOND_MS, most: Math.max(40, Math.ceil(turnsPerMinute / 6)) },
    { ms: 60 * SECOND_MS, most: Math.max(900, Math.ceil(turnsPerMinute * 3.75)) },
  ];
}

/** What is the customers' business is kept by nobody on its way; and a browser takes it for nothing but what it says it is. */
const HEADERS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } as const;

/** What the tab refuses by itself. Of features' own problems the kind decides. */
const STATUS: Readonly<Record<keyof TabProblems, number>> = {
  'tab.not-signed-in': 401,
  'tab.nobody-chosen': 401,
  'tab.unknown-person': 403,
  'tab.foreign-page': 403,
  'tab.no-such-address': 404,
  'tab.bad-query': 400,
  'tab.bad-request': 400,
  'tab.too-large': 413,
  'tab.too-many-claims': 400,
  'tab.too-many': 429,
  'tab.our-fault': 500,
  'tab.sign-in-away': 503,
  'tab.store-away': 503,
};

/** What the server itself refuses, by the status that it has for it. */
const OF_SERVER: Readonly<Record<number, keyof TabProblems>> = {
  400: 'tab.bad-request',
  403: 'tab.foreign-page',
  404: 'tab.no-such-address',
  405: 'tab.no-such-address',
  413: 'tab.too-large',
  415: 'tab.bad-request',
};

export class Door {
  readonly #options: DoorOptions;
  readonly #limits: Limits;

  constructor(options: DoorOptions) {
    this.#options = options;
    this.#limits = createLimits({ windows: windowsFor(options.turnsPerMinute) });
  }

  /** A route for somebody who is known. @param answer its body, or more of an answer @throws UserError, which is answered */
  route(path: string, answer: (person: Person, request: RouteRequest) => Promise<RouteAnswer>): Route {
    return this.open(path, async (request) => {
      const person = await this.#options.signIn.personOf(request);
      try {
        this.#assertNotTooMany(person);
        return await answer(person, request);
      } catch (error) {
        return this.#refusal(error, localeOf(person));
      }
    });
  }

  /**
   * A route by which somebody who is known changes something. What they send is read once it is clear who they are.
   * @param schema of its body, which has the page's one-time key in it
   */
  change<T>(
    path: string,
    schema: z.ZodType<T>,
    answer: (person: Person, sent: T, request: RouteRequest) => Promise<RouteAnswer>,
  ): Route {
    const { handle } = this.route(path, async (person, request) => {
      const result = schema.safeParse(request.body);
      if (!result.success) throw new UserError('tab.bad-request', undefined, { cause: result.error });
      return answer(person, result.data, request);
    });
    return { method: 'POST', path, handle };
  }

  /** A route that takes a file, as its bytes alone: what there is to say of it stands in the address. */
  upload(
    path: string,
    answer: (person: Person, bytes: IncomingBytes, request: RouteRequest) => Promise<RouteAnswer>,
  ): Route {
    const { handle } = this.route(path, async (person, request) => {
      if (request.bytes === undefined) throw new UserError('tab.bad-request');
      return answer(person, request.bytes, request);
    });
    return { method: 'POST', path, takes: 'bytes', handle };
  }

  /** A route that looks itself at who asks. */
  open(path: string, answer: (request: RouteRequest) => Promise<RouteAnswer>): Route {
    return {
      method: 'GET',
      path,
      handle: async (request) => {
        try {
          const { headers, ...answered } = await answer(request);
          return await packed({ ...answered, headers: { ...HEADERS, ...headers } }, request);
        } catch (error) {
          return this.#refusal(error, browserLocale(request));
        }
      },
    };
  }

  /** What the server refuses below an address, before anything here is asked. */
  refusals(below: string): ServerRefusals {
    return {
      below,
      answer: (status, request) =>
        this.#answer(
          { code: OF_SERVER[status] ?? 'tab.our-fault', data: undefined } as Problem,
          status,
          undefined,
          browserLocale(request),
        ),
    };
  }

  #assertNotTooMany({ _id }: Person): void {
    const waitMs = this.#limits.take(_id, this.#options.realTime().getTime());
    if (waitMs > 0) throw new UserError('tab.too-many', { seconds: Math.ceil(waitMs / SECOND_MS) });
  }

  /** @param locale of whoever asks: of their browser, until it is known who they are */
  #refusal(error: unknown, locale: string): RouteAnswer {
    const problem = problemOf(error);
    return this.#answer(problem, statusOf(error, problem), error, locale);
  }

  #answer(problem: Problem, status: number, error: unknown, locale: string): RouteAnswer {
    const { newId, say } = this.#options;
    const reference = newId().slice(0, 8);
    this.#note(error, { reference, code: problem.code, status });
    const body: ProblemBody = {
      title: say(problem, locale) ?? say({ code: 'tab.our-fault', data: undefined }, 'en') ?? '',
      status,
      code: problem.code,
      reference,
    };
    return { status, body, type: 'application/problem+json', headers: { ...HEADERS, ...headersOf(problem) } };
  }

  /** Of a token no more than what is wrong with it. */
  #note(error: unknown, details: Pick<ProblemBody, 'reference' | 'code' | 'status'>): void {
    const { log } = this.#options;
    if (details.status >= 500) log.error({ ...details, err: error }, 'a request of the tab failed');
    else log.info({ ...details, why: causeOf(error) }, 'a request of the tab was refused');
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof UserError) return error.problem;
  return { code: error instanceof StoreAwayError ? 'tab.store-away' : 'tab.our-fault', data: undefined };
}

function statusOf(error: unknown, { code }: Problem): number {
  if (code in STATUS) return STATUS[code as keyof TabProblems];
  if (error instanceof NotFoundError) return 404;
  return error instanceof ForbiddenError ? 403 : 400;
}

function headersOf({ code, data }: Problem): Record<string, string> {
  if (code === 'tab.too-many') return { 'Retry-After': String(data.seconds) };
  return code === 'tab.not-signed-in' ? { 'WWW-Authenticate': 'Bearer' } : {};
}

function causeOf(error: unknown): string | undefined {
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
}
