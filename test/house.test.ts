/** The house rules that a compiler does not know: floors, faces, no circles, one name a thing, one room for each library. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as errors from '../src/errors.ts';

const SRC = join(import.meta.dirname, '../src');

/** From the ground up. A room (folder) or a file beside the rooms; those of one row do not know each other. */
const FLOORS = [
  ['language'],
  ['problems', 'verbs', 'paging.ts', 'intl.ts', 'node-version.ts'],
  ['errors.ts'],
  ['format', 'time'],
  ['campaign', 'storage', 'cards'],
  ['telemetry'],
  ['people', 'config.ts', 'files'],
  ['documents'],
  ['outbox'],
  ['turn.ts', 'timers.ts'],
  ['doctor'],
  ['feature.ts', 'core.ts'],
  ['claims', 'legal', 'language-choice'],
  ['poe', 'knowledge', 'tickets'],
  ['search', 'delivery', 'personal-data'],
  ['reminders'],
  ['announcements', 'report'],
  ['tab'],
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
const codeOf = (file: string) => textOf(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
const importsOf = (file: string) =>
  [...textOf(file).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, from]) => from ?? '');
/** Files of ours that a file imports. */
const ownImportsOf = (file: string) =>
  importsOf(file)
    .filter((from) => from.startsWith('.'))
    .map((from) => relative(SRC, join(SRC, dirname(file), from)));
/** Of one language: each has the same names. */
const OF_ONE_LANGUAGE = /\/texts\/[\w-]+\.ts$/;
/** Exported name → the files that declare it. */
const exported = Map.groupBy(
  files
    .filter((file) => !OF_ONE_LANGUAGE.test(file))
    .flatMap((file) =>
      [
        ...codeOf(file).matchAll(
          /^export (?:async )?(?:abstract )?(?:function\*?|class|const|interface|type|let) (\w+)/gm,
        ),
      ].map(([, name]) => ({ name: name ?? '', file })),
    ),
  ({ name }) => name,
);
/** What speaks to people: the rooms at the edge; cards, replies, handlers, what is sent unasked, and the faces, which hand the words in. */
const AT_THE_EDGE = /^(?:cards|format|conversation|teams|cli|doctor)\//;
const SPEAKERS =
  /(?:^|[/-])(?:cards?|card-parts|reply|replies|handlers|runner|commands|composer|delivery|hand-over|feature|texts)\.ts$/;
/** The faces of the rooms: what the composition root may know of them. */
const FACES = /(?:^|\/)feature\.ts$|^conversation\/conversation\.ts$|^teams\/teams\.ts$|^http\//;

describe('the house', () => {
  it('gives every file a floor', () => {
    assert.deepEqual(
      files.filter((file) => floorOf(file) === -1),
      [],
    );
  });

  it('lets nobody import from above or from next door', () => {
    const wrong = files.flatMap((file) =>
      ownImportsOf(file)
        .filter((to) => roomOf(to) !== roomOf(file) && floorOf(to) >= floorOf(file))
        .map((to) => `${file} → ${to}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('has no circle, not even of types, and not within a room', () => {
    const path: string[] = [];
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (path.includes(file) || done.has(file)) return;
      path.push(file);
      ownImportsOf(file).forEach(walk);
      path.pop();
      done.add(file);
    };
    files.forEach(walk);
    assert.deepEqual(circles, []);
  });

  it('shows the composition root nothing of a room but its face', () => {
    const ground = (file: string) => floorOf(file) <= floorOf('core.ts') || floorOf(file) === floorOf('background.ts');
    const strays = ownImportsOf('app.ts').filter((to) => !FACES.test(to) && !ground(to));
    assert.deepEqual(strays, []);
    assert.ok(textOf('app.ts').split('\n').length <= 121, 'at most 120 lines');
  });

  it('lets nobody build what stands in another room, but the faces, the root and the commands', () => {
    const classes = new Map(
      [...exported].flatMap(([name, [{ file = '' } = {}]]) =>
        new RegExp(`^export class ${name}\\b(?!.*extends \\w*Error)`, 'm').test(textOf(file)) ? [[name, file]] : [],
      ),
    );
    const strays = files
      .filter((file) => !FACES.test(file) && !/^(?:app|core)\.ts$|^cli\//.test(file))
      .flatMap((file) =>
        [...codeOf(file).matchAll(/\bnew (\w+)\(/g)].map(([, name]) => ({ file, name, home: classes.get(name ?? '') })),
      )
      .filter(({ file, home }) => home !== undefined && roomOf(home) !== roomOf(file));
    assert.deepEqual(strays, []);
  });

  it('lets what collects see the faces of features alone', () => {
    const features = new Set(files.filter((file) => file.endsWith('/feature.ts')).map(roomOf));
    const strays = files
      .filter((file) => /^(?:conversation|teams|http)\/|^background\.ts$/.test(file))
      .flatMap((file) =>
        ownImportsOf(file)
          .filter((to) => features.has(roomOf(to)) && !FACES.test(to))
          .map((to) => `${file} → ${to}`),
      );
    assert.deepEqual(strays, []);
    assert.deepEqual(
      files
        .filter((file) => file.startsWith('http/'))
        .flatMap((file) => ownImportsOf(file).filter((to) => features.has(roomOf(to)))),
      [],
    );
  });

  it('keeps handlers to their own feature: others answer with its replies', () => {
    const strays = files.flatMap((file) =>
      ownImportsOf(file)
        .filter((to) => /\/\w*-?handlers\.ts$/.test(to) && roomOf(to) !== roomOf(file))
        .map((to) => `${file} → ${to}`),
    );
    assert.deepEqual(strays, []);
  });

  it('keeps services from the chat and from HTTP', () => {
    const strays = files
      .filter((file) => /(?:^|\/)service\.ts$/.test(file))
      .filter((file) => /\bTurn\b|\bReply\b/.test(codeOf(file)));
    assert.deepEqual(strays, []);
  });

  it('keeps words out of services, rules and stores', () => {
    const strays = files
      .filter((file) => !AT_THE_EDGE.test(file) && !SPEAKERS.test(file))
      .flatMap((file) =>
        ownImportsOf(file)
          .filter((to) => /(?:^|\/)texts\.ts$/.test(to))
          .map((to) => `${file} → ${to}`),
      );
    assert.deepEqual(strays, []);
  });

  it('keeps the words of one language behind the face that chooses among them', () => {
    const strays = files
      .filter((file) => !OF_ONE_LANGUAGE.test(file))
      .flatMap((file) =>
        ownImportsOf(file)
          .filter((to) => OF_ONE_LANGUAGE.test(`/${to}`) && dirname(to) !== file.replace(/\.ts$/, ''))
          .map((to) => `${file} → ${to}`),
      );
    assert.deepEqual(strays, []);
  });

  it('has one meaning for each exported name', () => {
    const doubles = [...exported].filter(([, places]) => new Set(places.map(({ file }) => file)).size > 1);
    assert.deepEqual(
      doubles.map(([name, places]) => `${name}: ${places.map(({ file }) => file).join(', ')}`),
      [],
    );
  });

  it('keeps the SDK in its room, the HTTP server in its own, and the engines in theirs', () => {
    const homes: Record<string, RegExp> = {
      botbuilder: /^teams\//,
      'botframework-connector': /^teams\//,
      restify: /^http\//,
      'prom-client': /^http\//,
      mongodb: /^storage\//,
      'better-sqlite3': /^storage\//,
      'pdfjs-dist/legacy/build/pdf.mjs': /^documents\/pdf\//,
      '@napi-rs/canvas': /^documents\/pdf\//,
      sharp: /^documents\/ocr\//,
      'tesseract.js': /^documents\/ocr\//,
      jose: /^tab\//,
      'markdown-it': /^legal\//,
      fflate: /^tab\/list-file\//,
      htmlparser2: /^(?:documents\/markup|teams)\//,
    };
    const strays = files.flatMap((file) =>
      importsOf(file)
        .filter((from) => homes[from]?.test(file) === false)
        .map((from) => `${file} → ${from}`),
    );
    assert.deepEqual(strays, []);
  });

  it('reads the environment at the doors only', () => {
    const readers = files.filter((file) => /process\.env/.test(codeOf(file)));
    assert.deepEqual(readers.sort(), [
      'cli/doctor.ts',
      'cli/erase.ts',
      'cli/export.ts',
      'cli/import.ts',
      'cli/nudges.ts',
      'cli/questions.ts',
      'cli/sweep.ts',
      'main.ts',
    ]);
  });

  it('has one code for each kind of error', () => {
    const codes = files.flatMap((file) =>
      [...textOf(file).matchAll(/readonly code(?:: string)? = '([^']+)'/g)].map(([, code]) => code),
    );
    assert.equal(new Set(codes).size, codes.length);
    const own = Object.values(errors).filter(
      (one) => !(one.prototype instanceof errors.UserError) && one !== errors.UserError,
    );
    assert.ok(codes.length >= own.length);
  });
});
