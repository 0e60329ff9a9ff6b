/** Templates are compiled by code of ours (`src/teams/card-template.ts`); the templating library says what they have to come to. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { condition, filledText } from '../../src/cards/filled-text.ts';
import { withWords } from '../../src/cards/words.ts';
import { ProgrammingError } from '../../src/errors.ts';
import { compileCard } from '../../src/teams/card-template.ts';
import { samples } from './samples.ts';
import { wordsOf } from './words.ts';

interface Library {
  readonly Template: new (payload: unknown) => { expand(context: { readonly $root: object }): unknown };
}
const require = createRequire(import.meta.url);
/** Required, not imported: its declarations lead the compiler into the TypeScript sources of `adaptivecards`, which ours refuses. */
const { Template }: Library = require('adaptivecards-templating');

const dir = join(import.meta.dirname, '../../adaptive-cards');

/** What is no element of a card stays as the template made it. */
const raw = (template: unknown) => ({ data: template });
/** The library leaves null where nothing is drawn. */
const byLibrary = (template: unknown, data: object): unknown =>
  JSON.parse(JSON.stringify(new Template(raw(template)).expand({ $root: data })), (_, value) => value ?? undefined);
const byUs = (template: unknown, data: object): unknown =>
  Object.fromEntries(Object.entries(compileCard(raw(template))(data)).map(([name, json]) => [name, JSON.parse(json)]));

describe('a compiled card template', () => {
  for (const [name, data] of Object.entries(samples)) {
    it(`fills ${name} as the templating library does`, () => {
      const file = name.replace(/\..*$/, '');
      const template = withWords(JSON.parse(readFileSync(join(dir, `${file}.json`), 'utf8')), wordsOf(file));
      assert.deepEqual(byUs(template, data), byLibrary(template, data));
    });
  }

  const data = {
    ...{ n: 3, zero: 0, none: '', word: 'a', yes: true, no: false, list: ['x', 'y'], empty: [] },
    inner: { n: 7, deep: { word: 'b' } },
    rows: [
      { n: 1, parts: [{ name: 'p' }, { name: 'q' }] },
      { n: 2, parts: [] },
    ],
  };

  for (const text of [
    '${n}',
    'no. ${n} of ${inner.n}',
    '${inner.deep.word}${word}',
    '${n + 1}',
    '${n - 1 - 1}',
    '${yes}',
    'is ${no}',
    '${list}',
    '${inner}',
    '${$root.inner.n}',
    "${if(yes, 'a', 'b')}",
    "${if(no, 'a', if(zero, word, 'c'))}",
    "${if(none, 'is there', 'is not')}",
    "${if(count(list) > 1 && !no, 'several', 'one')}",
    "${if(n > 2 || no && no, 'yes }', 'no')}",
    '$ {n} } costs $5',
  ]) {
    it(`fills “${text}” as the templating library does`, () =>
      assert.deepEqual(byUs({ text }, data), byLibrary({ text }, data)));
  }

  for (const $when of [
    '${yes}',
    '${no}',
    '${!no}',
    '${!yes || yes}',
    '${n}',
    "${none != ''}",
    "${word != ''}",
    "${word == 'a'}",
    '${zero == 0}',
    '${n != 3}',
    '${count(empty) > 0}',
    '${count(list) > 1}',
    '${missing}',
    '${missing && yes}',
    "${missing != ''}",
    '${count(missing) > 0}',
    '${yes && (no || n > 2)}',
  ]) {
    it(`draws what stands under ${$when} where the templating library does`, () => {
      const template = { items: [{ $when, text: 'x' }, { text: 'y' }] };
      assert.deepEqual(byUs(template, data), byLibrary(template, data));
    });
  }

  it('repeats what a list is for, within lists too, and knows the place in it', () => {
    const part = { $data: '${parts}', name: '${name}', at: '${$index}', of: '${$root.word}' };
    const template = { items: [{ $data: '${rows}', at: '${$index}', n: '${n}', items: [part] }, 'last'] };
    assert.deepEqual(byUs(template, data), byLibrary(template, data));
  });

  for (const text of ['${', '${}', '${a b}', '${f(x)}', '${a *', '${a * 2}', "${'a}", '${(a}', '${if(a, b}']) {
    it(`that holds “${text}” is refused, not drawn in part`, () => {
      assert.throws(() => filledText(text), ProgrammingError);
    });
  }

  it('whose condition is no expression is refused', () => {
    for (const text of ['yes', '${yes} ', '${yes}${no}']) assert.throws(() => condition(text), ProgrammingError);
  });
});
