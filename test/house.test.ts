/** The house rules that a compiler does not know: nobody imports from above, one reader of the environment, one room for the SDK. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as errors from '../src/errors.ts';

const SRC = join(import.meta.dirname, '../src');

/** From the ground up. A room (folder) or a file beside the rooms; those of one row do not know each other. */
const FLOORS = [
  ['errors.ts', 'verbs', 'node-version.ts'],
  ['format', 'time'],
  ['campaign', 'storage', 'cards'],
  ['people', 'config.ts', 'files'],
  ['outbox'],
  ['turn.ts', 'timers.ts'],
  ['feature.ts', 'core.ts'],
  ['claims'],
  ['poe', 'knowledge', 'tickets'],
  ['search', 'delivery'],
  ['reminders'],
  ['announcements', 'report'],
  ['conversation'],
  ['teams', 'http', 'background.ts'],
  ['app.ts'],
  ['run.ts', 'cli'],
  ['main.ts'],
];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const roomOf = (file: string) => file.split('/')[0] ?? file;
const floorOf = (file: string) => FLOORS.findIndex((rooms) => rooms.includes(roomOf(file)));
const textOf = (file: string) => readFileSync(join(SRC, file), 'utf8');
const importsOf = (file: string) =>
  [...textOf(file).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, from]) => from ?? '');

describe('the house', () => {
  it('gives every file a floor', () => {
    assert.deepEqual(
      files.filter((file) => floorOf(file) === -1),
      [],
    );
  });

  it('lets nobody import from above or from next door', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((from) => from.startsWith('.'))
        .map((from) => relative(SRC, join(SRC, dirname(file), from)))
        .filter((to) => roomOf(to) !== roomOf(file) && floorOf(to) >= floorOf(file))
        .map((to) => `${file} → ${to}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('keeps the SDK in its room, the HTTP server in its own, and the engines in theirs', () => {
    const homes: Record<string, RegExp> = {
      botbuilder: /^(teams\/|app\.ts)/,
      'botframework-connector': /^(teams\/|app\.ts)/,
      restify: /^http\//,
      'prom-client': /^http\//,
      mongodb: /^storage\//,
      'better-sqlite3': /^storage\//,
    };
    const strays = files.flatMap((file) =>
      importsOf(file)
        .filter((from) => homes[from]?.test(file) === false)
        .map((from) => `${file} → ${from}`),
    );
    assert.deepEqual(strays, []);
  });

  it('reads the environment at the doors only', () => {
    const readers = files.filter((file) =>
      /process\.env/.test(textOf(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    assert.deepEqual(readers.sort(), ['cli/import.ts', 'cli/nudges.ts', 'cli/questions.ts', 'main.ts']);
  });

  it('has one code for each kind of error', () => {
    const codes = files.flatMap((file) =>
      [...textOf(file).matchAll(/readonly code(?:: string)? = '([^']+)'/g)].map(([, code]) => code),
    );
    assert.equal(new Set(codes).size, codes.length);
    assert.ok(codes.length >= Object.keys(errors).length);
  });
});
