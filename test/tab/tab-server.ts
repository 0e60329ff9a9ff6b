/** The tab alone, with the features that it stands on, behind a real HTTP server: in local mode, or with tokens of a key server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { listen } from '../../src/http/server.ts';
import type { Person } from '../../src/people/person.ts';
import type { ProblemBody } from '../../src/tab/api.ts';
import { createTab } from '../../src/tab/feature.ts';
import type { Turn } from '../../src/turn.ts';
import { type OpenFeatures, openFeatures, TENANT } from '../support/features.ts';
import { APP_ID, type KeyServer, startKeyServer } from './key-server.ts';

export interface TabServer extends OpenFeatures {
  readonly url: string;
  readonly keys: KeyServer;
  /** Lines of the log. Who asks for very much takes them out. */
  readonly logged: Record<string, unknown>[];
  /** @param path below `/tab/api/` */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends JSON. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends the bytes of a file. */
  upload(path: string, bytes: Buffer, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The headers by which somebody asks. */
  as(person: Pick<Person, 'tenantId' | 'userId' | '_id'>): Promise<Record<string, string>>;
  /** Somebody asks something in the chat. */
  ask(person: Person, question: string): Promise<void>;
  /** A minute passes, and what waited for it is done. */
  later(): Promise<void>;
  dispose(): Promise<void>;
}

export interface TabServerOptions {
  /** In place of an empty folder, where no page is. */
  readonly pageDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const SIGNED = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT,
  MicrosoftAppPassword: 'a secret that nobody asks for here',
};

/** @param uri of MongoDB; undefined: the embedded engine */
export async function openTab(
  mode: 'local' | 'teams',
  uri: string | undefined,
  { pageDir, env = {} }: TabServerOptions = {},
): Promise<TabServer> {
  const keys = await startKeyServer();
  const empty = await mkdtemp(join(tmpdir(), 'cpor-page-'));
  let aheadMs = 0;
  const realTime = () => new Date(Date.now() + aheadMs);
  const features = await openFeatures(uri, { ...(mode === 'teams' && SIGNED), ...env }, { realTime });
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const { routes = [], serverRefusals } = createTab({ ...features.core, log }, features, {
    tokenKeys: { authority: keys.authority, askAgainMs: 0 },
    pageDir: pageDir ?? empty,
  });
  const server = await listen({
    ...{ routes, log, host: '127.0.0.1', port: 0, localMode: mode === 'local' },
    ...(serverRefusals && { refusals: [serverRefusals] }),
  });
  const url = `http://127.0.0.1:${server.port}`;
  return {
    ...features,
    url,
    keys,
    logged,
    get: (path, headers = {}) => fetch(`${url}/tab/api/${path}`, { headers }),
    post: (path, body, headers = {}) =>
      fetch(`${url}/tab/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    upload: (path, bytes, headers = {}) =>
      fetch(`${url}/tab/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', ...headers },
        body: new Uint8Array(bytes),
      }),
    async as({ tenantId, userId, _id }) {
      if (mode === 'local') return { 'x-tab-person': _id };
      return { authorization: `Bearer ${await keys.token({ tenantId, userId })}` };
    },
    async ask(person, question) {
      const asked = { tenantId: person.tenantId, written: question, now: realTime(), locale: 'en-US', timeZone: 'UTC' };
      await features.answers.ask({ person, ...asked } as unknown as Turn);
    },
    async later() {
      aheadMs += 60_000;
      for (const { run } of features.poe.timers ?? []) await run();
    },
    async dispose() {
      await server.close();
      await keys.stop();
      await features.dispose();
      await rm(empty, { recursive: true });
    },
  };
}

/** The problem that an answer is, its reference aside, which is checked. */
export async function problemIn(response: Response): Promise<Omit<ProblemBody, 'reference'>> {
  const { reference, ...problem } = (await response.json()) as ProblemBody;
  if (!/^[\w-]{8}$/.test(reference)) throw new Error(`“${reference}” is no reference`);
  return problem;
}

/** Two owners of claims, a lead, and somebody of whom no roster says anything. */
export async function peopleOf(tab: TabServer) {
  const [adele, megan, isaiah, guest] = await Promise.all([
    tab.person('Adele Vance'),
    tab.person('Megan Bowen'),
    tab.person('Isaiah Langer'),
    tab.core.people.recordSighting({ tenantId: TENANT, userId: 'guest', name: 'A Guest' }),
  ]);
  return { adele, megan, isaiah, guest };
}
