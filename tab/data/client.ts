/** Asks the server, as whoever signed in. */
import type { ProblemBody } from '../../src/tab/api.ts';
import { type Host, IS_LOCAL } from '../host/host.ts';
import { texts } from '../texts.ts';

/** The server said no, or what it said cannot be read. */
export class ApiProblem extends Error {
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody) {
    super(problem.title);
    this.problem = problem;
  }
}

export interface Client {
  /** @param path below `/tab/api/` @throws ApiProblem, or TypeError where the server cannot be reached */
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  /** A file, whole. @throws as above */
  file(path: string): Promise<Blob>;
  /** Sends something to be done. It has a one-time key in it, so that it may be sent again. @throws as above */
  post<T>(path: string, body: object): Promise<T>;
  /** The same where the answer has a stamp: `had` comes back where nothing has changed since. */
  getChanged<T>(path: string, had: Stamped<T> | undefined, signal?: AbortSignal): Promise<Stamped<T>>;
}

export interface Stamped<T> {
  readonly etag: string;
  readonly body: T;
}

/** @param person in local mode, who one chose to be */
export function createClient(host: Host, person: string | undefined): Client {
  /** Asked for once, whoever needs it meanwhile. */
  let token: Promise<string | undefined> | undefined;

  function newToken(): Promise<string | undefined> {
    return host.token().catch(() => {
      token = undefined;
      throw new ApiProblem({ title: texts.problems.noToken, status: 401, code: 'no-token', reference: '' });
    });
  }

  /** @param refused the token that the server did not take */
  async function headers(refused?: string): Promise<Record<string, string>> {
    if (IS_LOCAL) return person === undefined ? {} : { 'x-tab-person': person };
    token ??= newToken();
    const known = token;
    if (refused !== undefined && (await known) === refused && token === known) token = newToken();
    const has = await token;
    return has === undefined ? {} : { authorization: `Bearer ${has}` };
  }

  async function ask(path: string, more: Record<string, string>, options: RequestInit): Promise<Response> {
    const send = (who: Record<string, string>): Promise<Response> =>
      fetch(`api/${path}`, { headers: { ...who, ...more }, cache: 'no-store', ...options });
    const who = await headers();
    const response = await send(who);
    // A token lasts about an hour.
    const isOver = response.status === 401 && !IS_LOCAL;
    const answer = isOver ? await send(await headers(who.authorization?.replace('Bearer ', ''))) : response;
    if (answer.ok || answer.status === 304) return answer;
    throw new ApiProblem(await problemIn(answer));
  }

  return {
    async get<T>(path: string, signal?: AbortSignal) {
      return (await (await ask(path, {}, until(signal))).json()) as T;
    },
    async file(path: string) {
      return (await ask(path, {}, {})).blob();
    },
    async post<T>(path: string, body: object) {
      const sent = { method: 'POST', body: JSON.stringify(body) };
      return (await (await ask(path, { 'content-type': 'application/json' }, sent)).json()) as T;
    },
    async getChanged<T>(path: string, had: Stamped<T> | undefined, signal?: AbortSignal) {
      const answer = await ask(path, had === undefined ? {} : { 'if-none-match': had.etag }, until(signal));
      if (answer.status === 304 && had !== undefined) return had;
      return { etag: answer.headers.get('etag') ?? '', body: (await answer.json()) as T };
    },
  };
}

function until(signal: AbortSignal | undefined): RequestInit {
  return signal === undefined ? {} : { signal };
}

/** What stands between, a proxy say, answers in words of its own. */
async function problemIn(answer: Response): Promise<ProblemBody> {
  const unknown = { title: '', status: answer.status, code: 'unknown', reference: '' };
  if (answer.headers.get('content-type') !== 'application/problem+json') return unknown;
  return (await answer.json().catch(() => unknown)) as ProblemBody;
}
