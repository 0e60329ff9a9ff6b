/**
 * Card templates in the Adaptive Cards templating language (`$data`, `$when`, `${…}`), each made once into functions that write JSON: what
 * is the same in each drawing is written once. What clients want besides (fallbacks, places to wrap at) is written with it.
 */
import type { Scope } from '../cards/expression.ts';
import { condition, filledText } from '../cards/filled-text.ts';
import { ProgrammingError } from '../errors.ts';
import { prepareChoices } from './choices.ts';

type Json = Readonly<Record<string, unknown>>;
/** JSON; undefined where there is nothing to draw. */
type Written = string | undefined;
type Writer = (scope: Scope) => Written;
/** What is the same in each drawing is written already. */
type Part = Written | Writer;
type Member = readonly [name: string, part: Part];

/** The parts of a card as JSON, by their names. */
export type CardParts = Readonly<Record<string, string>>;

/** Where an element keeps its content; without any it is not drawn. */
const CONTENT: Readonly<Record<string, string>> = {
  Container: 'items',
  ColumnSet: 'columns',
  ActionSet: 'actions',
  RichTextBlock: 'inlines',
};
/** What stays as the template made it: data, and a refresh, which old clients leave out, so that its action needs no fallback. */
const AS_IT_IS: readonly string[] = ['data', 'refresh'];

/** Characters. */
const LONG_WORD = 25;

/** Of signs between which no line breaks by itself. */
const LONG_WORDS = /[^\s\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\u3000-\u303f\uff00-\uffef-]{25,}/gu;

/** For what needs nothing of it. */
const NO_SCOPE: Scope = { $root: undefined, $data: undefined };

/**
 * @param template JSON
 * @returns what draws it with data, and throws a ProgrammingError for a name that the data does not have
 * @throws ProgrammingError for a template that cannot be read
 */
export function compileCard(template: unknown): (data: object) => CardParts {
  const members = Object.entries(template as Json).map(([name, value]): Member => [name, partOf(name, value)]);
  return (data) => {
    const scope: Scope = { $root: data, $data: data };
    return Object.fromEntries(
      members.flatMap(([name, part]) => {
        const written = write(part, scope);
        return written === undefined ? [] : [[name, written]];
      }),
    );
  };
}

function write(part: Part, scope: Scope): Written {
  return typeof part === 'function' ? part(scope) : part;
}

/** Written once where none of its parts needs a scope. */
function folded(parts: readonly Part[], writer: Writer): Part {
  return parts.some((part) => typeof part === 'function') ? writer : writer(NO_SCOPE);
}

/** @param isRaw it stays as the template made it */
function partOf(name: string, value: unknown, isRaw = false): Part {
  if (typeof value === 'string') return textOf(value, name === 'label' && !isRaw);
  if (Array.isArray(value)) return listOf(value, isRaw);
  if (typeof value === 'object' && value !== null) return objectOf(value as Json, isRaw || AS_IT_IS.includes(name));
  return JSON.stringify(value);
}

function textOf(text: string, breaks: boolean): Part {
  const filled = filledText(text);
  const json = (value: unknown): string => JSON.stringify(breaks ? breakable(String(value)) : value);
  return filled === undefined ? json(text) : (scope) => json(filled(scope));
}

function listOf(items: readonly unknown[], isRaw: boolean): Part {
  const parts = items.map((item) => (isRepeated(item) ? repeated(item, isRaw) : partOf('', item, isRaw)));
  return folded(parts, (scope) => {
    let json = '';
    for (const part of parts) json = withItem(json, write(part, scope));
    return `[${json}]`;
  });
}

/** Grows by adding, not by a join of lists: the engine then copies a card's text once, at its end. */
function withItem(json: string, item: Written): string {
  if (item === undefined) return json;
  return json === '' ? item : `${json},${item}`;
}

function isRepeated(item: unknown): item is Json & { readonly $data: string } {
  return typeof item === 'object' && item !== null && '$data' in item;
}

/** An object once for each element of the list that its `$data` names, with commas between them; once for what else that is. */
function repeated({ $data, ...object }: Json & { readonly $data: string }, isRaw: boolean): Part {
  const list = filledText($data);
  if (list === undefined) throw new ProgrammingError(`a card template repeats what is no list: ${$data}`);
  const part = objectOf(object, isRaw);
  return (scope) => {
    const value = list(scope);
    if (!Array.isArray(value)) return write(part, { ...scope, $data: value });
    let json = '';
    for (const [$index, $data] of value.entries())
      json = withItem(json, write(part, { $root: scope.$root, $data, $index }));
    return json === '' ? undefined : json;
  };
}

function objectOf({ $when, ...object }: Json, isRaw: boolean): Part {
  const part = isRaw ? plainObject(object) : element(object);
  if ($when === undefined) return part;
  const holds = condition(String($when));
  return (scope) => (holds(scope) ? write(part, scope) : undefined);
}

function plainObject(object: Json): Part {
  const members = Object.entries(object).map(([name, value]): Member => [name, partOf(name, value, true)]);
  return joined(members);
}

function element(object: Json): Part {
  const type = String(object.type);
  const parts = new Map(
    Object.entries(object).map(
      ([name, value]): Member => [
        name,
        type === 'TextRun' && name === 'text' ? textOf(String(value), true) : partOf(name, value),
      ],
    ),
  );
  if (type === 'Action.Execute') parts.set('fallback', submitFallback(parts));
  const content = CONTENT[type];
  if (content !== undefined && !parts.has(content)) return undefined;
  const part = joined([...parts], content);
  return type === 'Input.ChoiceSet' ? folded([part], (scope) => withChoices(write(part, scope))) : part;
}

/** @param content the member without which there is nothing to draw */
function joined(members: readonly Member[], content?: string): Part {
  const named = members.map(([name, part]) => ({
    name: `${JSON.stringify(name)}:`,
    part,
    isContent: name === content,
  }));
  return folded(
    named.map(({ part }) => part),
    (scope) => {
      let json = '';
      for (const { name, part, isContent } of named) {
        const written = write(part, scope);
        if (isContent && (written === undefined || written === '[]')) return undefined;
        if (written !== undefined) json = withItem(json, name + written);
      }
      return `{${json}}`;
    },
  );
}

function withChoices(json: Written): Written {
  if (json === undefined) return undefined;
  const set = JSON.parse(json);
  prepareChoices(set);
  return JSON.stringify(set);
}

/** docs/platform.md, trap 11: a client that does not know `Action.Execute` sends the same data as a message, the verb within. */
function submitFallback(parts: ReadonlyMap<string, Part>): Part {
  const [data, verb] = [parts.get('data'), parts.get('verb')];
  const named = folded([data, verb], (scope) => {
    const fields = (write(data, scope) ?? '{}').slice(1, -1);
    return `{${fields}${fields === '' ? '' : ','}"verb":${write(verb, scope)}}`;
  });
  return joined([
    ['type', '"Action.Submit"'],
    ['title', parts.get('title')],
    ['associatedInputs', parts.get('associatedInputs')],
    ['data', named],
  ]);
}

/**
 * A `TextRun` or a label is cut off at the card's edge where a word does not fit (long file names): gives words of more than 24 characters
 * zero-width spaces to wrap at, after punctuation where there is some. Claim IDs, shorter or hyphenated, stay fit for copying. Japanese and
 * Chinese have no spaces and wrap without, by rules that such a space would break: a line begins with no 」 and no 、.
 */
function breakable(text: string): string {
  if (text.length < LONG_WORD) return text;
  return text.replace(LONG_WORDS, (word) => word.replace(/(?:.{0,19}[_./@]|.{10})(?=.{8})/gu, '$&\u200B'));
}
