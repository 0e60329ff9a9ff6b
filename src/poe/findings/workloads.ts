/** Whether each workload is named as a product that was worked on. Pure. */

import { anyOf, fold } from '../../documents/fold.ts';
import type { Block } from './blocks.ts';
import { type Finding, type FindingState, finding, MISSING } from './finding.ts';
import { isNotTaken, LEFT_OUT } from './left-out.ts';
import { isMentionOf, mentionsIn, type ProductMention, productOf } from './mentions.ts';
import { PRODUCTS } from './products.ts';
import { CLAUSE_STARTS, EXCLUDED_NEXT, NO_ANSWERS, NOTHING_DONE, PLANNED, YES_ANSWERS } from './tuning.ts';

export function workloadFindings(
  workloads: readonly string[],
  blocks: readonly Block[],
): { readonly workload: string; readonly finding: Finding }[] {
  const wanted = workloads.map((workload) => ({ workload, product: productOf(workload) }));
  const own = wanted.map(({ product }) => product).filter((product) => !PRODUCTS.includes(product));
  const known = [...PRODUCTS, ...own];
  const mentions = blocks.flatMap((block) =>
    mentionsIn(block.text, known, block.scan).map((mention) => ({ block, mention })),
  );
  return wanted.map(({ workload, product }) => ({
    workload,
    finding: productFinding(mentions.filter(({ block, mention }) => isMentionOf(mention, product, block.text))),
  }));
}

function productFinding(mentions: readonly { readonly block: Block; readonly mention: ProductMention }[]): Finding {
  const found = mentions.map(({ block, mention }) =>
    finding(stateOf(block, mention), around(block.text, mention), block.page),
  );
  const worked = found.find(({ state }) => state === 'ok');
  const leftOut = found.find(({ state }) => state === 'missing');
  // Said and denied: a person has to look.
  if (worked !== undefined && leftOut !== undefined) return { ...leftOut, state: 'unclear' };
  return worked ?? found.find(({ state }) => state === 'unclear') ?? leftOut ?? MISSING;
}

const AROUND = 60;

function around(text: string, { at, end }: ProductMention): string {
  return text.slice(Math.max(0, at - AROUND), end + AROUND);
}

function stateOf(block: Block, mention: ProductMention): FindingState {
  const box = boxOf(block, mention);
  if (box !== undefined) return box ? 'ok' : 'missing';
  if (block.leftOut || isAnsweredNo(block) || isDeniedBehind(block.text.slice(mention.end))) return 'missing';
  const { text, offset, rest } = clauseAround(block.text, mention);
  const clause = plain(text);
  const said = LEFT_OUT.exec(clause);
  // “Out of scope: the management of tablets by Intune” leaves out a part of it.
  if (said !== null) {
    const at = plain(text.slice(0, mention.at - offset)).length;
    const part = said.index > at ? clause.slice(0, said.index) : clause;
    const isNamedWhole = INCLUDING.test(clause.slice(0, at));
    return wordsBeside(part) >= WORDS_OF_A_PART && !isNamedWhole && !isNotTaken(clause) ? 'unclear' : 'missing';
  }
  // “… was put off; no work was done on it.”
  if ((NOTHING.test(plain(rest)) || isDeniedAfter(rest)) && mentionsIn(rest, PRODUCTS).length === 0) return 'missing';
  const before = plain(text.slice(0, mention.at - offset)).replace(NOT_ONLY, ' ');
  if (LEFT_OUT_NEXT.test(before) || isNotTaken(clause)) return 'missing';
  return LATER.test(clause) ? 'unclear' : 'ok';
}

const ANSWER = /^\s*(?:[:：–—-]|\()\s*([^\n,;)]{1,40})/u;

/** “Exchange Online: no”, “Exchange Online (dropped)”, “Exchange Online – n. a.” */
function isDeniedBehind(behind: string): boolean {
  const answer = plain(ANSWER.exec(behind)?.[1] ?? '').trim();
  const [first] = [LEFT_OUT, NOTHING].map((said) => said.exec(answer)?.index).filter((at) => at !== undefined);
  return first === 0 || NO_ANSWERS.has(answer.replace(/[.\s]/g, '')) || isNotTaken(answer);
}

/** “… but was not rolled out”; what has a subject of its own tells of something else. */
function isDeniedAfter(rest: string): boolean {
  const [, said = ''] = /^\s*\p{L}+\s+(.*)$/su.exec(plain(rest)) ?? [];
  const at = LEFT_OUT.exec(said)?.index;
  return at !== undefined && said.slice(0, at).trim().split(/\s+/).length <= 1;
}

const NOT_ONLY = /(?<!\p{L})(?:not only|nicht nur|(?:pas|non) seulement|no solo)(?!\p{L})/gu;
/** “Document management, including SharePoint and any intranet, is out of scope”. */
const INCLUDING =
  /(?<!\p{L})(?:including|such as|like|inklusive|inkl|einschliesslich|samt|y compris|tels que|notamment|incluid[oa]s?|incluyendo|como)\.?\s(?:(?:the|all|microsoft)\s)*$/u;
const NOTHING = anyOf(NOTHING_DONE);
const LATER = anyOf(PLANNED);
/** Right in front, or with nothing but other items of a list in between. */
const LEFT_OUT_NEXT = new RegExp(
  `${anyOf(EXCLUDED_NEXT).source}(?:\\s(?:the|of|de|du|der|die|den|la|le|el|any|for|from|fur|pour|para|von|work|on))*(?:[\\s:]+|[^.;:]{0,60}(?:,|and|und|et|y|or|oder|ou|o|ni|noch)\\s*)$`,
  'u',
);

const WORDS_OF_A_PART = 4;
const ABOUT_SCOPE = new Set(
  'migration rollout roll-out deployment introduction einfuhrung umstellung deploiement despliegue implantacion migracion implementacion nach auftrags vers hacia ist nicht this that these scope statement work project engagement contract agreement phase will have been included part dieses diesem projekts projekt umfang auftrag teil sind wird wurde werden dans cette cadre projet perimetre mission partie este esta proyecto alcance forma parte dentro queda quedan fuera the and for from following are services und der die das les des los las del'.split(
    ' ',
  ),
);

/** Words of a clause that tell of neither the scope nor a product. */
function wordsBeside(clause: string): number {
  // What stands in brackets tells why, or when.
  let rest = clause.replace(/\([^()]*\)/g, ' ').replace(new RegExp(LEFT_OUT.source, 'gu'), ' ');
  for (const { at, end } of mentionsIn(rest, PRODUCTS).toReversed()) rest = `${rest.slice(0, at)} ${rest.slice(end)}`;
  const words = rest.match(/\p{L}{3,}/gu) ?? [];
  return words.filter((word) => !ABOUT_SCOPE.has(word)).length;
}

function plain(text: string): string {
  return fold(text).replace(/['`´]/g, '’').replace(/\s+/g, ' ');
}

interface Clause {
  readonly text: string;
  readonly offset: number;
  /** The next clause of the same sentence. */
  readonly rest: string;
}

/** From the sentence's or clause's start to its end. */
function clauseAround(text: string, { at, end }: ProductMention): Clause {
  let from = 0;
  let to = text.length;
  for (const { 0: mark, index } of text.matchAll(CLAUSE_BREAK)) {
    if (index + mark.length <= at) from = index + mark.length;
    else if (index >= end) {
      to = index;
      break;
    }
  }
  const goesOn = text[to] === ';' || /\s/.test(text[to] ?? '');
  const rest = goesOn ? (/^[^.!?;]*/.exec(text.slice(to + 1))?.[0] ?? '') : '';
  return { text: text.slice(from, to), offset: from, rest };
}

const CLAUSE_BREAK = new RegExp(
  `[.!?;](?=\\s|$)|[•▪●]|\\s(?=(?:${CLAUSE_STARTS.join('|').replace(/a/g, '[aä]')})\\s)`,
  'giu',
);

const BOX = /[☐□◻⬜☒☑✓✔■◼🗹✗✘]|\[\s?[xX✓✔_]?\s?\]|\(\s?[xX✓✔]?\s?\)/gu;
const TICKED = /[☒☑✓✔■◼🗹xX]/u;
const NO_AFTER = /^\s*(?:no|nein|non)(?![\p{L}])/iu;

/** Whether the box that belongs to a product is ticked; undefined where there is none. */
function boxOf({ text, beside }: Block, { at, end }: ProductMention): boolean | undefined {
  const lineStart = text.lastIndexOf('\n', at) + 1;
  const lineEnd = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end);
  const line = text.slice(lineStart, lineEnd);
  const boxes = [...line.matchAll(BOX)].map(({ 0: sign, index }) => ({ sign, index }));
  if (boxes.length === 0) return boxBeside(beside);
  const before = boxes.findLast(({ index }) => index < at - lineStart);
  if (before !== undefined) return ticked(before.sign);
  return answered(line, boxes, end - lineStart);
}

function boxBeside(beside: readonly string[]): boolean | undefined {
  const only = beside
    .map((text) => text.trim())
    .filter((text) => text.replace(BOX, '').trim() === '' && text.search(BOX) !== -1);
  return only.length === 1 ? ticked(only[0] ?? '') : undefined;
}

/** “Yes ☐ No ☒” behind the product: the word beside the ticked box answers. */
function answered(
  line: string,
  boxes: readonly { readonly sign: string; readonly index: number }[],
  end: number,
): boolean {
  const [first, second] = boxes.filter(({ index }) => index >= end);
  if (first === undefined) return true;
  const chosen = ticked(first.sign) ? first : second !== undefined && ticked(second.sign) ? second : undefined;
  if (chosen === undefined) return false;
  const after = line.slice(chosen.index + chosen.sign.length);
  const beforeWord = /(no|nein|non)\s*$/i.test(line.slice(end, chosen.index));
  const wordsFirst = /[\p{L}]\s*$/u.test(line.slice(end, first.index));
  return wordsFirst ? !beforeWord : !NO_AFTER.test(after);
}

function ticked(sign: string): boolean {
  return TICKED.test(sign);
}

function isAnsweredNo({ beside }: Block): boolean {
  const answers = beside.map((text) =>
    fold(text.split(/[,;(]/)[0] ?? '')
      .trim()
      .replace(/[.:]$/, ''),
  );
  return (
    answers.some((text) => NO_ANSWERS.has(text) || LEFT_OUT.test(text) || isShortDenial(text)) &&
    !answers.some((text) => YES_ANSWERS.has(text))
  );
}

const MOST_DENIAL_WORDS = 5;

/** “Descartada”, “offen, verschoben”: an answer beside a product, and no remark. */
function isShortDenial(text: string): boolean {
  return text.split(/\s+/).length <= MOST_DENIAL_WORDS && isNotTaken(text);
}
