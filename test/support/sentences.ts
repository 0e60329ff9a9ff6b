/** The sentences in the sources, as a person would read them: what is filled in stands in braces. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Language } from '../../src/language/language.ts';

export interface Sentence {
  /** Where it stands: the names of the constants and properties around it. */
  readonly name: string;
  readonly text: string;
}

/** A node of the syntax tree, with the parts that are looked at by name. */
interface Node extends Partial<Record<Part, unknown>> {
  readonly type: string;
}

type Part = 'start' | 'end' | 'name' | 'value' | 'key' | 'id' | 'callee' | 'operator' | 'expressions' | 'quasis';

const SRC = join(import.meta.dirname, '../../src');
/** The words of the tab's page, which has its sources beside the bot's. */
const PAGE_TEXTS = ['../tab/first-texts', '../tab/texts'].flatMap((folder) =>
  readdirSync(join(SRC, folder)).map((name) => `${folder}/${name}`),
);
/** Errors that no user reads. */
const FOR_ENGINEERS = /^(?:OperatorError|ProgrammingError|Error|TypeError|RangeError)$/;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const nodesIn = (value: unknown): Node[] => [value].flat(2).filter(isNode);
const nameIn = (value: unknown): string => (isNode(value) ? String(value.name ?? value.value ?? '') : '');

/** What holds no sentence: names of modules and types, keys, and what something is compared with. */
function isSilent(node: Node): boolean {
  const { type } = node;
  if (type.startsWith('TS')) return !/^TS(?:As|Satisfies|NonNull)/.test(type);
  if (type === 'NewExpression') return FOR_ENGINEERS.test(nameIn(node.callee));
  if (type === 'BinaryExpression') return /^[!=]==$/.test(String(node.operator));
  return /^Import/.test(type);
}

/** A key, the test of a case, the file of an export: beside what is said. */
const BESIDE: Readonly<Record<string, string>> = {
  Property: 'key',
  MemberExpression: 'property',
  SwitchCase: 'test',
  ExportNamedDeclaration: 'source',
};

function textOf(node: Node, source: string): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const filled = nodesIn(node.expressions).map(({ start, end }) => `{${source.slice(Number(start), Number(end))}}`);
  return nodesIn(node.quasis)
    .map(({ value }, index) => (value as { cooked: string }).cooked + (filled[index] ?? ''))
    .join('');
}

/** All strings with a letter of their own that are no names, in order. */
export function sentencesIn(source: string): Sentence[] {
  const found: Sentence[] = [];
  const visit = (node: Node, names: readonly string[]): void => {
    if (isSilent(node)) return;
    const text = textOf(node, source);
    if (text !== undefined && /\p{L}/u.test(text.replaceAll(/\{[^}]*\}/g, ''))) {
      found.push({ name: names.join('.'), text: text.replaceAll(/\s+/g, ' ') });
    }
    const name = nameIn(node.type === 'Property' ? node.key : node.id);
    const inside = name === '' ? names : [...names, name];
    for (const [part, value] of Object.entries(node)) {
      if (part !== BESIDE[node.type]) for (const child of nodesIn(value)) visit(child, inside);
    }
  };
  visit(parseSync('source.ts', source).program as unknown as Node, []);
  return found;
}

/** Every source file, and the words of the page, by their path from `src/`. */
export function sources(): Map<string, string> {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const files = [...paths.filter((path) => path.endsWith('.ts')).sort(), ...PAGE_TEXTS];
  return new Map(files.map((path) => [path, readFileSync(join(SRC, path), 'utf8')]));
}

/** Where the words of a language stand: in the texts of the rooms, or for those that speak one language in `texts.ts` itself. */
export function wordsOf(language: Language): [path: string, source: string][] {
  const isOfIt = (path: string): boolean =>
    (/\/(?:first-)?texts\//.test(path) && path.endsWith(`/${language}.ts`)) ||
    (language === 'en' && path.endsWith('texts.ts'));
  return [...sources()].filter(([path, source]) => isOfIt(path) && sentencesIn(source).length > 0);
}

/** All that the bot can say by itself, room by room. What it answers about the notice stands in `knowledge/`. */
export function allSentences(language: Language): string {
  return wordsOf(language)
    .map(([path, source]) => {
      const byName = Map.groupBy(sentencesIn(source), ({ name }) => name);
      const lines = [...byName].map(([name, texts]) => `${name}\n${texts.map(({ text }) => `    ${text}\n`).join('')}`);
      return `${path}\n\n${lines.join('')}`;
    })
    .join('\n');
}
