/** Asks the server, as whoever signed in. */
import type { ProblemBody } from '../../src/tab/api.ts';
import { type Host, IS_LOCAL } from '../host/host.ts';

/** The server said no, or what it said cannot be read. */
export class ApiProblem extends Error {
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody) {
    super(problem.title);
    this.problem = problem;
  }
}

/** Below `/tab/api/`, asked for before the page is there. */
export const PEOPLE = 'people';
export const ME = 'me';

/** Refusals of the page's own: Teams does not say who somebody is; or an administrator has to allow it first. */
export const NO_TOKEN = 'no-token';
export const NO_CONSENT = 'no-consent';
/** In the reasons that Teams gives (`resourceRequiresConsent`, `consent_required`, `resourceDisabled`). */
const LACKS_CONSENT = /consent|resourceDisabled/i;

export interface Client {
  /** Asks for something before anybody wants it: the first `get` of it has the same answer. @throws as `get` */
  askAhead<T>(path: string): Promise<T>;
  /** What was asked for so, where it has come and nobody has had it yet: once. */
  takeAhead<T>(path: string): T | undefined;
  /** @param path below `/tab/api/` @throws ApiProblem, or TypeError where the server cannot be reached */
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  /** Sends something to be done. It has a one-time key in it, so that it may be sent again. @throws as above */
  post<T>(path: string, body: object): Promise<T>;
  /** A file. @throws as above */
  bytes(path: string): Promise<Blob>;
  /** A file with the name that the server gives it. @throws as above */
  file(path: string): Promise<{ readonly bytes: Blob; readonly name: string }>;
  /** Sends a file, and tells how much of it has been sent. @throws as above; DOMException where it is aborted */
  upload<T>(path: string, file: File, how: UploadHow): Promise<T>;
  /** As `get`, where the answer has a stamp: `had` comes back where nothing has changed since. */
  getChanged<T>(path: string, had: Stamped<T> | undefined, signal?: AbortSignal): Promise<Stamped<T>>;
}

export interface UploadHow {
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onSent: (part: number) => void;
}

export interface Stamped<T> {
  readonly etag: string;
  readonly body: T;
}

/** What is set of it. */
export function queryOf(params: object): URLSearchParams {
  const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
}
const FILE_NAME = /filename="([^"]+)"/;

/** @param person in local mode, who one chose to be */
export function createClient(host: Host, person: string | undefined): Client {
  /** Asked for once, whoever needs it meanwhile. */
  let token: Promise<string | undefined> | undefined;

  function newToken(): Promise<string | undefined> {
    return host.token().catch((reason: unknown) => {
      token = undefined;
      const code = LACKS_CONSENT.test(String(reason)) ? NO_CONSENT : NO_TOKEN;
      throw new ApiProblem({ title: '', status: 401, code, reference: '' });
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

  const get = async (path: string, signal?: AbortSignal): Promise<unknown> =>
    (await ask(path, {}, until(signal))).json();
  const ahead = new Map<string, Promise<unknown>>();
  const come = new Map<string, unknown>();

  return {
    askAhead<T>(path: string) {
      const answer = get(path);
      ahead.set(path, answer);
      answer.then(
        (body) => ahead.has(path) && come.set(path, body),
        // Whoever wants it then asks anew.
        () => ahead.delete(path),
      );
      return answer as Promise<T>;
    },
    takeAhead<T>(path: string) {
      const body = come.get(path);
      if (body !== undefined) ahead.delete(path);
      come.delete(path);
      return body as T | undefined;
    },
    async get<T>(path: string, signal?: AbortSignal) {
      const answer = ahead.get(path) ?? get(path, signal);
      ahead.delete(path);
      come.delete(path);
      return (await answer) as T;
    },
    async post<T>(path: string, body: object) {
      const sent = { method: 'POST', body: JSON.stringify(body) };
      return (await (await ask(path, { 'content-type': 'application/json' }, sent)).json()) as T;
    },
    async bytes(path: string) {
      return (await ask(path, {}, {})).blob();
    },
    async file(path: string) {
      const answer = await ask(path, {}, {});
      const [, name = path] = FILE_NAME.exec(answer.headers.get('content-disposition') ?? '') ?? [];
      return { bytes: await answer.blob(), name };
    },
    async upload<T>(path: string, file: File, how: UploadHow) {
      const who = await headers();
      const answer = await sendFile(`api/${path}`, who, file, how);
      const isOver = answer.status === 401 && !IS_LOCAL;
      const last = isOver
        ? await sendFile(`api/${path}`, await headers(who.authorization?.replace('Bearer ', '')), file, how)
        : answer;
      if (last.ok) return (await last.json()) as T;
      throw new ApiProblem(await problemIn(last));
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

/** `fetch` does not tell how much has been sent. */
function sendFile(
  url: string,
  who: Record<string, string>,
  file: File,
  { signal, onSent }: UploadHow,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(who)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.upload.onload = () => onSent(1);
    request.onload = () => {
      const type = request.getResponseHeader('content-type') ?? '';
      resolve(new Response(request.responseText, { status: request.status, headers: { 'content-type': type } }));
    };
    request.onerror = () => reject(new TypeError('the server cannot be reached'));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) reject(new DOMException('stopped', 'AbortError'));
    else request.send(file);
  });
}

/** What stands between, a proxy say, answers in words of its own. */
async function problemIn(answer: Response): Promise<ProblemBody> {
  const unknown = { title: '', status: answer.status, code: 'unknown', reference: '' };
  if (answer.headers.get('content-type') !== 'application/problem+json') return unknown;
  return (await answer.json().catch(() => unknown)) as ProblemBody;
}
