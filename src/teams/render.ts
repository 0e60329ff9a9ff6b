/**
 * Cards from templates: `adaptive-cards/<name>.json`, filled by the Adaptive Cards templating language.
 *
 * What people wrote never becomes markup: templates put data into `TextRun`s, which know no markdown on any client (escaping is
 * read differently by Teams on the desktop, on iOS and on Android), and `test/cards` refuses data in a `TextBlock` or a `FactSet`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TabPart } from '../cards/tab-link.ts';
import { type CardWords, withWords } from '../cards/words.ts';
import { ProgrammingError } from '../errors.ts';
import type { Card, Surface } from '../turn.ts';
import { type CardParts, compileCard } from './card-template.ts';
import { DrawnCard } from './drawn-card.ts';

/** docs/platform.md, "Limits": Teams refuses larger cards in some places. Bytes of JSON. */
export const MAX_CARD_BYTES = 28 * 1024;

type Template = ReturnType<typeof compileCard>;

/** No words at all: the same object each time, under which templates are kept. */
const WORDLESS: CardWords = {};

/** Of each folder, by their words (a language has words of its own) and their names. */
const kept = new Map<string, Map<CardWords, Map<string, Template>>>();

/**
 * Reads templates from `dir` when they are first used and keeps them, each with the words that it was used with, as long as this process
 * lives.
 * @param tabLink the address of a part of the tab; undefined: there is no link to it
 * @returns a function that draws a card as JSON of a version of the schema, 1.5 where none is given
 * @throws ProgrammingError for an unknown template, a name missing in the words or the data, or a card over `MAX_CARD_BYTES`
 */
export function createRenderer(
  dir: string,
  tabLink?: (part: TabPart) => string,
): (card: Card, version?: Surface['cardVersion']) => DrawnCard {
  const templates = kept.get(dir) ?? new Map<CardWords, Map<string, Template>>();
  kept.set(dir, templates);

  function load(name: string, words: CardWords): Template {
    const inTheseWords = templates.get(words) ?? new Map<string, Template>();
    templates.set(words, inTheseWords);
    const template = inTheseWords.get(name) ?? compileCard(withWords(read(name), words));
    inTheseWords.set(name, template);
    return template;
  }

  function read(name: string): unknown {
    try {
      if (!/^[a-z-]+$/.test(name)) throw new Error('not a name');
      return JSON.parse(readFileSync(join(dir, `${name}.json`), 'utf8'));
    } catch (cause) {
      throw new ProgrammingError(`unknown card template ${name}`, { cause });
    }
  }

  return ({ template, words = WORDLESS, data, inTab }, version = '1.5') => {
    const parts = partsOf(template, load(template, words), data);
    const json = cardOf(parts, version);
    const bytes = Buffer.byteLength(json);
    if (bytes > MAX_CARD_BYTES) throw new ProgrammingError(`card ${template}: ${bytes} bytes, over ${MAX_CARD_BYTES}`);
    if (tabLink === undefined || inTab === undefined) return new DrawnCard(json);
    const link = JSON.stringify(linkToTab(inTab.title, tabLink(inTab.part)));
    // At its end, in a line, not a button: what there is to do with a card stands above it. Where there is no room left for it, there is none.
    const hasRoom = bytes + Buffer.byteLength(link) + 1 <= MAX_CARD_BYTES;
    return new DrawnCard(hasRoom ? cardOf({ ...parts, body: `${parts.body?.slice(0, -1)},${link}]` }, version) : json);
  };
}

function partsOf(name: string, template: Template, data: object): CardParts {
  try {
    return template(data);
  } catch (error) {
    throw error instanceof ProgrammingError ? new ProgrammingError(`card ${name}: ${error.message}`) : error;
  }
}

function cardOf(parts: CardParts, version: Surface['cardVersion']): string {
  let members = `"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"${version}"`;
  for (const [name, json] of Object.entries(parts)) members += `,${JSON.stringify(name)}:${json}`;
  return `{${members}}`;
}

function linkToTab(title: string, url: string): object {
  return {
    type: 'Container',
    spacing: 'medium',
    selectAction: { type: 'Action.OpenUrl', title, url },
    items: [{ type: 'TextBlock', text: `${title} ›`, size: 'small', color: 'accent', wrap: true }],
  };
}
