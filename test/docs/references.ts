/** What comments and documents cite, and whether it is there: documents, their sections and numbered items, decisions, files of the source. Pure. */
import { dirname, join } from 'node:path/posix';

/** Texts by their paths from the project's folder, as `docs/platform.md`; what is not text may be empty. */
export type Files = ReadonlyMap<string, string>;

export interface References {
  /** How many were looked at. */
  readonly count: number;
  /** A sentence for each that leads nowhere. */
  readonly wrong: readonly string[];
}

/** Documents that were never in the repository, and were cited by these names once. */
const BARE = /\b(?:DESIGN|PLATFORM|DOMAIN|STORAGE|TOOLING|QA|STYLE|HOUSE)\b/g;
/** A path that ends in `.md`, the target of a link, or the name of one that everybody knows. */
const DOCUMENT =
  /\]\((?<link>[^\s)]+)\)|(?<path>(?:[\w.-]+\/)*[\w-]+\.md)\b|\b(?<name>README|CONTRIBUTING|CHANGELOG)\b/g;
const NUMBERS = String.raw`(\d+(?:(?:, | and | or )\d+)*)`;
const DECISION = new RegExp(String.raw`\bdecisions? ${NUMBERS}`, 'gi');
/** A trap or a section: of the document before it, else of the one that it stands in. */
const PLACE = new RegExp(String.raw`\b(?:traps?|sections?) ${NUMBERS}`, 'g');
/** What follows a document: `, "Limits"`, `, trap 4`, `, section 9`, and more of them behind "and". */
const ITS_PLACE = new RegExp(`^(?:,? and |,? or |, )(?:["“]([^"”]+)["”]|${PLACE.source})`);
const SOURCE = /`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|mjs|json))`/g;

/** Looks at every text of `files`: comments of code, and markdown without its examples of code. */
export function references(files: Files): References {
  const checks = [...files].flatMap(([path, text]) =>
    (isDocument(path) ? proseOf(text) : commentsIn(path, text)).flatMap((said) => [...checksOf(said, path, files)]),
  );
  return { count: checks.length, wrong: checks.flatMap(({ problem }) => problem ?? []) };
}

interface Check {
  /** Undefined: it is there. */
  readonly problem: string | undefined;
}

function* checksOf(said: string, path: string, files: Files): Generator<Check> {
  const check = (cited: string, isThere: boolean, problem = 'is not there'): Check => ({
    problem: isThere ? undefined : `${path}: ${cited} ${problem}`,
  });
  const checkIn = (document: string, cited: string, place: string): Check =>
    check(`${cited}, ${place}`, hasPlace(files.get(document) ?? '', place), 'is not in it');

  for (const [name] of said.matchAll(BARE)) yield check(name, false, 'is no document of this repository');
  for (const [, numbers = ''] of said.matchAll(DECISION))
    for (const number of numbersIn(numbers)) yield check(`decision ${number}`, hasDecision(files, number));

  let unclaimed = said;
  for (const match of said.matchAll(DOCUMENT)) {
    const { link, path: named, name } = match.groups ?? {};
    if (link !== undefined && /^(?:https?:|#)/.test(link)) continue;
    const cited = link ?? named ?? `${name}.md`;
    const found = resolved(files, path, cited, link !== undefined);
    yield check(cited, found !== undefined);
    for (const { text, places } of placesBehind(said.slice(match.index + match[0].length))) {
      unclaimed = unclaimed.replace(text, '');
      if (found !== undefined) for (const place of places) yield checkIn(found, cited, place);
    }
  }
  if (!isDocument(path)) return;
  for (const [, numbers = ''] of unclaimed.matchAll(PLACE))
    for (const number of numbersIn(numbers)) yield checkIn(path, 'itself', number);
  for (const [, source = ''] of said.matchAll(SOURCE))
    yield check(source, files.has(source) || files.has(`src/${source}`));
}

function isDocument(path: string): boolean {
  return path.endsWith('.md');
}

/** Titles (in quotes) and numbers that are named right behind a document, with the text that names them. */
function* placesBehind(text: string): Generator<{ readonly text: string; readonly places: readonly string[] }> {
  let rest = text.replace(/^`/, '');
  for (let match = ITS_PLACE.exec(rest); match !== null; match = ITS_PLACE.exec(rest)) {
    const [whole, title, numbers = ''] = match;
    yield { text: whole, places: title === undefined ? numbersIn(numbers) : [`"${title}"`] };
    rest = rest.slice(whole.length);
  }
}

/** Titles are headings, their numbers aside, and the bold words that a paragraph begins with. Numbers are those of headings and lists. */
function hasPlace(document: string, place: string): boolean {
  return document.split('\n').some((line) => {
    if (!place.startsWith('"')) return new RegExp(`^(?:#+ )?${place}\\. `).test(line);
    const [, heading, bold] = /^#+ (?:\d+\.? )?(.*)$|^(?:- |\d+\. )?\*\*([^*]+?)[.:]?\*\*/.exec(line) ?? [];
    return place === `"${heading ?? bold}"`;
  });
}

function numbersIn(text: string): string[] {
  return text.match(/\d+/g) ?? [];
}

function hasDecision(files: Files, number: string): boolean {
  const begin = `docs/decisions/${number.padStart(4, '0')}-`;
  return [...files.keys()].some((path) => path.startsWith(begin));
}

/** The path of what is cited; undefined where it is not there. A link goes from its document, a name in the text from there or from the top. */
function resolved(files: Files, from: string, cited: string, isLink: boolean): string | undefined {
  const plain = cited.replace(/#.*$/, '');
  const near = join(dirname(from), plain);
  const isThere = (path: string): boolean =>
    files.has(path) || [...files.keys()].some((file) => file.startsWith(join(path, '/')));
  return [near, ...(isLink ? [] : [plain])].find(isThere);
}

/** The paragraphs of a document. Its examples of code, fenced or indented, and commands and markup in a line name what need not be there. */
function proseOf(markdown: string): string[] {
  return markdown
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/(?<=\n\n)(?: {4}.*\n)+/g, '')
    .split(/\n\s*\n|\n(?=\s*(?:- |\d+\. |\|))/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .map((paragraph) => paragraph.replace(/`[^`]*`/g, (code) => (/ |\]\(/.test(code) ? '``' : code)));
}

/** Comments of a source text, each in one line; of other files the lines that begin with `#`. Strings, templates and patterns are left out. */
export function commentsIn(path: string, text: string): string[] {
  if (!/\.[cm]?[jt]s$/.test(path)) return [...text.matchAll(/^#+ ?(.*)$/gm)].map(([, line = '']) => line);
  const token =
    /\/\*[\s\S]*?\*\/|(?:\/\/[^\n]*(?:\n\s*(?=\/\/))?)+|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|(?<=[=(,:;[!&|?{}\n]\s*|return )\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//g;
  return [...text.matchAll(token)]
    .map(([found]) => found)
    .filter((found) => /^\/[/*]/.test(found))
    .map((comment) =>
      comment
        .replace(/^\/\*+|\*\/$/g, '')
        .replace(/^\s*(?:\/\/|\*(?!\/))/gm, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
}
