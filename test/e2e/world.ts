/** The whole bot on a fresh store, the stand-in for Teams before it: what the end-to-end tests stand on. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import { type App, type AppOverrides, start } from '../../src/app.ts';
import type { Notices } from '../../src/campaign/notices.ts';
import { parseConfig } from '../../src/config.ts';
import { pdfOf } from '../files/documents.ts';
import { ENGINES, leavePlace, newPlace, type Place, removePlace } from '../support/engines.ts';
import { tasksHere } from '../support/tasks-here.ts';
import { type Person, startTeams, type Teams } from '../support/teams.ts';

export interface World {
  readonly teams: Teams;
  readonly place: Place;
  readonly app: App;
  /** Stops the bot and starts it again on the same data. @param change what is different from then on */
  restart(env?: Record<string, string>, change?: Pick<WorldOptions, 'notices' | 'overrides'>): Promise<void>;
  dispose(): Promise<void>;
}

export interface WorldOptions {
  /** Beside what the world sets by itself. */
  readonly env?: Record<string, string>;
  readonly overrides?: AppOverrides;
  /** In place of the bot's own. */
  readonly notices?: Notices;
  readonly teams?: Parameters<typeof startTeams>[0];
  /** Documents are read in a process each, as they are in the bot. Otherwise in this one, which is faster. */
  readonly readsInProcesses?: true;
  /** In place of one that says nothing, or what `TEST_LOG` has it say. */
  readonly log?: Logger;
  /** In place of the server that `TEST_MONGODB_URI` names. */
  readonly mongodbUri?: () => string | undefined;
}

/** The campaign clock of the stories: two weeks before the deadline. */
export const NOW = '2020-06-16T16:00:00Z';

/** People of tests write and press as fast as they are answered. */
export const MANY_TURNS = '1000000';

/** The stand-in for Teams waits twice as long for an answer: a machine that runs many tests at once does not make one late. */
const patient: AppOverrides['delay'] = (ms, signal) => sleep(2 * ms, undefined, { signal });

export async function openWorld(engine: 'sqlite' | 'mongodb', options: WorldOptions = {}): Promise<World> {
  const teams = await startTeams(options.teams);
  const place = await newPlace(engine === 'mongodb' ? (options.mongodbUri?.() ?? process.env.TEST_MONGODB_URI) : '');
  const reading = options.readsInProcesses ? undefined : tasksHere('check-document');
  let { notices, overrides } = options;
  const run = async (env: Record<string, string> = {}): Promise<App> => {
    const variables = {
      DATA_DIR: place.dataDir,
      MONGODB_URI: place.mongodbUri,
      PORT: '0',
      FILE_HOSTS: teams.host,
      NOW,
      NUDGE_DAYS: 'off',
      TURNS_PER_MINUTE: MANY_TURNS,
      ...options.env,
      ...env,
    };
    const config = parseConfig(variables, notices);
    const app = await start(config, options.log ?? pino({ level: process.env.TEST_LOG ?? 'silent' }), {
      delay: patient,
      ...overrides,
    });
    teams.connectTo(`http://127.0.0.1:${app.port}/api/messages`);
    return app;
  };
  let app = await run();
  return {
    teams,
    place,
    get app() {
      return app;
    },
    async restart(env, change = {}) {
      await app.stop();
      ({ notices = notices, overrides = overrides } = change);
      app = await run(env);
    },
    async dispose() {
      await app.stop();
      await teams.stop();
      reading?.[Symbol.dispose]();
      // A stop that was not given the time may have left something under way.
      await (options.overrides?.drainWithinMs === undefined ? leavePlace(place) : removePlace(place));
    },
  };
}

/** The engines to test on, with the URI of each: what `newPlace` takes. */
export function engineUris(): [title: string, uri: string | undefined][] {
  const uri = process.env.TEST_MONGODB_URI;
  return [['on SQLite', undefined], ...(uri ? [['on MongoDB', uri] as [string, string]] : [])];
}

/** Runs `define` for each engine with a world that lives as long as its `describe`. */
export function eachWorld(define: (world: () => World) => void, options: WorldOptions = {}): void {
  for (const engine of ENGINES) {
    describe(engine === 'sqlite' ? 'on SQLite' : 'on MongoDB', () => {
      let world: World;
      before(async () => {
        world = await openWorld(engine, options);
      });
      after(() => world?.dispose());
      define(() => world);
    });
  }
}

/** A row of an export, in the columns that `exportOf` writes. */
export interface Row {
  readonly claim: string;
  readonly customer?: string;
  readonly name?: string;
  readonly program?: string;
  readonly workload?: string;
  readonly status?: string;
  readonly owner?: string;
  readonly domain?: string;
}

const HEADER = 'Claim ID,Customer Name,Claim Name,Program,Workload,Status,Owner UPN,Customer Domain';

/** A CSV export: migrated, approved claims of Contoso where a row does not say otherwise. */
export function exportOf(rows: readonly Row[]): Buffer {
  const lines = rows.map((row) =>
    [
      row.claim,
      row.customer ?? 'Contoso Retail',
      row.name ?? `${row.customer ?? 'Contoso Retail'} FRP Migrated FRP`,
      row.program ?? 'OSU Microsoft 365',
      row.workload ?? 'Exchange Online',
      row.status ?? 'Approved',
      row.owner ?? '',
      row.domain ?? '',
    ]
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(','),
  );
  return Buffer.from([HEADER, ...lines, ''].join('\r\n'));
}

const DROP_AGAIN = /^This import is no longer open\. Please drop the file again\./m;

/**
 * Drops an export, presses "Import", and waits until all of it is in, which a busy machine may say in a message of its own. Where it is
 * asked to, it drops the file again: a MongoDB server removes by its own clock what has expired, and clocks of tests stand in the past.
 * Where the bot is in this process, so is what reads the file.
 */
export async function importRows(lead: Person, rows: readonly Row[], name = 'export.csv'): Promise<void> {
  using _reading = tasksHere();
  const since = lead.chat.conversation.mark;
  const press = async (): Promise<string> => {
    const preview = await lead.chat.drops([{ name, bytes: exportOf(rows) }]);
    return (await lead.chat.presses(preview.card, 'Import')).text;
  };
  const first = await press();
  const text = DROP_AGAIN.test(first) ? await press() : first;
  await imported(lead, text, name, since);
}

/** Waits for the end of an import, where its press was answered before that: on a busy machine that takes longer than a turn. */
export async function imported(lead: Person, text: string, name: string, since: number): Promise<void> {
  if (text.includes(`Imported ${name}`)) return;
  assert.match(text, /^Importing /m);
  await lead.chat.next(`The import of ${name} is done`, { since, timeoutMs: 25_000 });
}

/** A PDF of its own bytes. */
export function pdf(mark: string): Buffer {
  return pdfOf([`Statement of work ${mark}`]);
}
