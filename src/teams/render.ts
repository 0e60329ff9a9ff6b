/**
 * Cards from templates: `adaptive-cards/<name>.json`, filled by the Adaptive Cards templating language.
 *
 * What people wrote never becomes markup: templates put data into `TextRun`s, which know no markdown on any client (escaping is
 * read differently by Teams on the desktop, on iOS and on Android), and `test/cards` refuses data in a `TextBlock` or a `FactSet`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type CardWords, withWords } from '../cards/words.ts';
import { ProgrammingError } from '../errors.ts';
import type { Card } from '../turn.ts';
import { prepareChoices } from './choices.ts';

/** docs/platform.md, "Limits": Teams refuses larger cards in some places. Bytes of JSON. */
export const MAX_CARD_BYTES = 28 * 1024;

type Json = Record<string, unknown>;

interface Template {
  expand(context: { readonly $root: object }): unknown;
}

const require = createRequire(import.meta.url);
/** Required, not imported: its declarations lead the compiler into the TypeScript sources of `adaptivecards`, which ours refuses. */
const templating: { Template: new (payload: unknown) => Template } = require('adaptivecards-templating');

/** Where an element keeps its content; without any it is not drawn. */
const CONTENT: Readonly<Record<string, string>> = {
  Container: 'items',
  ColumnSet: 'columns',
  ActionSet: 'actions',
  RichTextBlock: 'inlines',
};

/** Stands for `${` in data while a template is expanded, so that what is left of `${` afterwards is the template's own. */
const MARK = '\uE000{';

/** No words at all: the same object each time, under which templates are kept. */
const WORDLESS: CardWords = {};

/** Of each folder, by their words (a language has words of its own) and their names. */
const kept = new Map<string, Map<CardWords, Map<string, Template>>>();

/**
 * Reads templates from `dir` when they are first used and keeps them, each with the words that it was used with, as long as this process
 * lives: to parse one takes as long as to draw ten cards.
 * @returns a function that draws a card as JSON of schema 1.5
 * @throws ProgrammingError for an unknown template, a name missing in the words or the data, or a card over `MAX_CARD_BYTES`
 */
export function createRenderer(dir: string): (card: Card) => Json {
  const templates = kept.get(dir) ?? new Map<CardWords, Map<string, Template>>();
  kept.set(dir, templates);

  function load(name: string, words: CardWords): Template {
    const inTheseWords = templates.get(words) ?? new Map<string, Template>();
    templates.set(words, inTheseWords);
    const template = inTheseWords.get(name) ?? new templating.Template(withWords(read(name), words));
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

  return ({ template, words = WORDLESS, data }) => {
    const expanded = load(template, words).expand({ $root: guarded(data) }) as Json;
    const card = {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      ...(finish(expanded) as Json),
    };
    const json = JSON.stringify(card);
    const missing = /\$\{[^}]*\}?/.exec(json);
    if (missing) throw new ProgrammingError(`card ${template}: no value for ${missing[0]}`);
    const drawn = json.replaceAll(MARK, '${');
    const bytes = Buffer.byteLength(drawn);
    if (bytes > MAX_CARD_BYTES) throw new ProgrammingError(`card ${template}: ${bytes} bytes, over ${MAX_CARD_BYTES}`);
    return drawn === json ? card : JSON.parse(drawn);
  };
}

function guarded(data: object): object {
  const json = JSON.stringify(data);
  return json.includes('${') ? JSON.parse(json.replaceAll('${', MARK)) : data;
}

/** What stays as the template made it: data, and a refresh, which old clients leave out, so that its action needs no fallback. */
const AS_IT_IS: readonly string[] = ['data', 'refresh'];

/** Drops what `$when` or empty lists left behind (undefined: nothing to draw) and gives each `Action.Execute` its fallback. */
function finish(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(finish).filter((item) => item !== undefined);
  if (node === null) return undefined;
  if (typeof node !== 'object') return node;
  const result: Json = {};
  for (const [name, value] of Object.entries(node)) {
    const finished = AS_IT_IS.includes(name) ? (value ?? undefined) : finish(value);
    if (finished !== undefined) result[name] = finished;
  }
  const content = CONTENT[String(result.type)];
  if (content && !(result[content] as unknown[] | undefined)?.length) return undefined;
  if (result.type === 'Input.ChoiceSet') prepareChoices(result);
  if (result.type === 'TextRun') result.text = breakable(String(result.text));
  if (typeof result.label === 'string') result.label = breakable(result.label);
  if (result.type === 'Action.Execute') result.fallback = submitFallback(result);
  return result;
}

/**
 * A `TextRun` or a label is cut off at the card's edge where a word does not fit (long file names): gives words of more than 24 characters
 * zero-width spaces to wrap at, after punctuation where there is some. Claim IDs, shorter or hyphenated, stay fit for copying.
 */
function breakable(text: string): string {
  return text.replace(/[^\s-]{25,}/gu, (word) => word.replace(/(?:.{0,19}[_./@]|.{10})(?=.{8})/gu, '$&\u200B'));
}

/** docs/platform.md, trap 11: a client that does not know `Action.Execute` sends the same data as a message, the verb within. */
function submitFallback({ title, verb, data, associatedInputs }: Json): Json {
  return {
    type: 'Action.Submit',
    title,
    ...(associatedInputs === undefined ? {} : { associatedInputs }),
    data: { ...(data as Json | undefined), verb },
  };
}
