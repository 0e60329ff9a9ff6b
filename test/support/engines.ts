/**
 * The engines that a test runs on: SQLite always, MongoDB when TEST_MONGODB_URI is set, each time in a place of its own that is
 * removed afterwards. A production URI in the environment is never looked at.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenedStore, openStore } from '../../src/storage/open-store.ts';
import { dropDatabase, leaveDatabase, takeDatabase } from './databases.ts';

/** The engines to test on. */
export const ENGINES = process.env.TEST_MONGODB_URI ? (['sqlite', 'mongodb'] as const) : (['sqlite'] as const);

/**
 * The engines of what is told in a browser: a page shows the same whatever the store, as `test/tab/api` holds, so that a few of its stories run
 * on both; all of them do where `TEST_TAB_ENGINES` is `all`.
 */
export const BROWSER_ENGINES = process.env.TEST_TAB_ENGINES === 'all' ? ENGINES : (['sqlite'] as const);

/** Where a store lies: what `MONGODB_URI` and `DATA_DIR` would say. */
export interface Place {
  readonly mongodbUri?: string;
  readonly dataDir: string;
}

export interface OpenEngine extends OpenedStore {
  readonly place: Place;
  /** Opens the same data again, after the store was closed. */
  reopen(): Promise<OpenedStore>;
  /** Closes what is open and removes the data. */
  dispose(): Promise<void>;
}

export type Open = (now?: () => Date) => Promise<OpenEngine>;

/** Calls `define` inside a `describe` for each engine; `open` gives a fresh store and vault. */
export function eachEngine(define: (engine: 'sqlite' | 'mongodb', open: Open) => void): void {
  eachUri((uri) => define(uri === undefined ? 'sqlite' : 'mongodb', (now) => openAt(uri, now)));
}

/** Calls `define` inside a `describe` for each engine, with the URI for `newPlace`. */
export function eachUri(define: (uri: string | undefined) => void): void {
  describe('on SQLite', () => define(undefined));
  const uri = process.env.TEST_MONGODB_URI;
  if (uri) describe('on MongoDB', () => define(uri));
}

async function openAt(uri: string | undefined, now = () => new Date()): Promise<OpenEngine> {
  const place = await newPlace(uri);
  const opened: OpenedStore[] = [];
  const open = async () => {
    const one = await openStore({ ...place, now });
    opened.push(one);
    return one;
  };
  const dispose = async () => {
    await Promise.all(opened.map(({ store }) => store.close()));
    await leavePlace(place);
  };
  try {
    const first = await open();
    assert.equal(first.store.engine, uri === undefined ? 'sqlite' : 'mongodb');
    return { ...first, place, reopen: open, dispose };
  } catch (error) {
    await removePlace(place);
    throw error;
  }
}

/** A place where nothing is yet; without a URI for the embedded engine. */
export async function newPlace(uri: string | undefined): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cpor-test-'));
  if (!uri) return { dataDir };
  return { dataDir, mongodbUri: uri.replace(/^([^:]+:\/\/[^/?]+)\/?[^?]*/, `$1/${takeDatabase()}`) };
}

/** Removes the data of a place where all processes have stopped. */
export async function leavePlace(place: Place): Promise<void> {
  await removeFolder(place);
  if (place.mongodbUri !== undefined) await leaveDatabase(place.mongodbUri);
}

/** The same where a process may have been killed. */
export async function removePlace(place: Place): Promise<void> {
  await removeFolder(place);
  if (place.mongodbUri !== undefined) await dropDatabase(place.mongodbUri);
}

function removeFolder({ dataDir }: Place): Promise<void> {
  return rm(dataDir, { recursive: true, force: true });
}
