import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { withWords } from '../../src/cards/words.ts';
import { unpackList } from '../../src/verbs/claims.ts';
import { type AdaptiveCard, buttons } from '../support/cards.ts';
import { rendererOf } from '../support/renderer.ts';
import { lintCard, lintTemplate } from './lint.ts';
import { samples } from './samples.ts';
import { wordsOf } from './words.ts';

const dir = join(import.meta.dirname, '../../adaptive-cards');
const files = readdirSync(dir);
const templates = files.filter((file) => !file.includes('.sample.')).map((file) => file.replace(/\.json$/, ''));
const render = rendererOf(dir);
const draw = (name: string, data = samples[name] ?? {}) => {
  const template = name.replace(/\..*$/, '');
  return render({ template, words: wordsOf(template), data });
};
const readJson = (file: string): unknown => JSON.parse(readFileSync(join(dir, file), 'utf8'));

const require = createRequire(import.meta.url);
/** The renderer of the web clients, which parses without a page. */
const AdaptiveCards = require('adaptivecards/dist/adaptivecards.js');

function problemsOfTheRenderer(card: object): string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const failures = parsed.validateProperties().validationEvents.map(({ message }: { message: string }) => message);
  return [...events, ...failures];
}

/** Every string of a card with the path to it, indexes left out. */
function* strings(value: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) for (const item of value) yield* strings(item, path);
  else if (typeof value === 'object' && value !== null) {
    const type = (value as { type?: unknown }).type ?? '';
    for (const [name, child] of Object.entries(value)) yield* strings(child, `${path}/${type}.${name}`);
  }
}

/** What people would read that is no data and none of the named words. */
function fixedTexts(template: unknown): string[] {
  return [...strings(template)]
    .filter(([path]) =>
      /\.(?:text|title|label|placeholder|tooltip|errorMessage|altText|fallbackText|speak)$/.test(path),
    )
    .map(([, text]) => text.replace(/\$?\{[^}]*\}+/g, ''))
    .filter((text) => /\p{L}{2}/u.test(text));
}

/** Invisible spaces and look-alikes keep markdown out of expanded choices: `test/teams/choices`. */
const asSeen = (text: string): string => text.replaceAll('\u200B', '').replaceAll('∗', '*');

const mapStrings = (value: unknown, change: (text: string) => string): unknown =>
  JSON.parse(JSON.stringify(value), (_, item) => (typeof item === 'string' ? change(item) : item));

describe('card templates', () => {
  it('each have a sample, and each sample has a template and a checked type', () => {
    const named = files
      .filter((file) => file.endsWith('.sample.json'))
      .map((file) => file.replace(/\.sample\.json$/, ''));
    assert.deepEqual(named.sort(), Object.keys(samples).sort());
    assert.deepEqual([...new Set(named.map((name) => name.replace(/\..*$/, '')))].sort(), templates.sort());
  });

  for (const template of templates) {
    it(`${template} puts data only where no markdown is read`, () => {
      assert.deepEqual(lintTemplate(withWords(readJson(`${template}.json`), wordsOf(template))), []);
    });

    it(`${template} names all of its words, and has none of its own`, () => {
      const json = readJson(`${template}.json`);
      const named = [...JSON.stringify(json).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      assert.deepEqual([...new Set(named)].sort(), Object.keys(wordsOf(template)).sort());
      assert.deepEqual(fixedTexts(json), []);
    });

    it(`${template} asks in its conditions only for names that its view has`, () => {
      const conditions = [...strings(readJson(`${template}.json`))].filter(([path]) => path.endsWith('.$when'));
      const asked = conditions.flatMap(
        ([, text]) => text.replace(/'[^']*'/g, '').match(/\$?[a-zA-Z][\w.]*(?!\w*\()/g) ?? [],
      );
      const names = new Set([...'$root $index true false'.split(' '), ...keysOf(samples[template])]);
      assert.deepEqual(
        asked.flatMap((path) => path.split('.')).filter((name) => !names.has(name)),
        [],
      );
    });
  }

  for (const name of Object.keys(samples)) {
    it(`draw ${name} within our own schema, rules and size`, () => {
      assert.deepEqual(lintCard(draw(name)), []);
    });

    it(`draw ${name} as the clients' renderer reads it`, () => {
      assert.deepEqual(problemsOfTheRenderer(draw(name)), []);
    });

    it(`draw what people wrote in ${name} as they wrote it, and never where markdown is read`, () => {
      const hostile = 'Contoso *Ltd* [x](https://evil) _a_b_ ${1 + 1} {{DATE(x)}}';
      // Fields with a fixed set of values are not people's: those stay.
      const fixed = /^(attention|warning|good|default|mine|none|all|needs-poe|help|https:.*|)$/;
      const data = mapStrings(samples[name], (text) => (fixed.test(text) ? text : hostile)) as object;
      const found = [...strings(draw(name, data))].filter(([, text]) => /evil|Contoso|[*∗]/.test(text));
      assert.ok(found.length > 0);
      for (const [path, text] of found) {
        assert.doesNotMatch(path, /TextBlock\.text$|FactSet|Fact\./);
        assert.ok(asSeen(text).includes(hostile), `${path}: ${text}`);
      }
    });
  }

  it('send the whole filter with every button of the list but "Apply" and "Clear filter"', () => {
    const card = draw('needs-poe') as AdaptiveCard;
    const pages = buttons(card).filter(
      ({ verb, associatedInputs }) => verb === 'needs-poe' && associatedInputs === 'none',
    );
    assert.equal(pages.length, 2);
    for (const { data } of pages)
      assert.deepEqual(Object.keys(data as object), ['page', 'program', 'workload', 'owner', 'text']);
    const rows = buttons(card).filter(({ verb }) => verb === 'claim.open');
    assert.equal(rows.length, 8);
    for (const { data } of rows)
      assert.deepEqual(
        unpackList((data as { list: string }).list),
        unpackList((samples['needs-poe'] as { list: string }).list),
      );
  });

  it('have one main button at most', () => {
    for (const name of Object.keys(samples)) {
      assert.ok(JSON.stringify(draw(name)).split('"style":"positive"').length <= 2, name);
    }
  });
});

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => [name, ...keysOf(child)]);
}
