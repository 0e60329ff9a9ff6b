/** Whether the document tells what was done, beyond the names of products. Pure. */

import { anyOf, fold, withoutMay } from '../../documents/fold.ts';
import type { Block } from './blocks.ts';
import { doneIn } from './done.ts';
import { bestOf, type Finding, finding, MISSING } from './finding.ts';
import { LEFT_OUT } from './left-out.ts';
import { mentionsIn } from './mentions.ts';
import { withoutNames } from './names.ts';
import { PRODUCTS } from './products.ts';
import { ACTIVITY_STEMS, PROMPTS, RULE_WORDS, SALES_WORDS, STATEMENTS, VAGUE_VERBS } from './tuning.ts';

const ACTIVITY = new RegExp(`(?<![\\p{L}])(?:${ACTIVITY_STEMS.join('|')})\\p{L}*`, 'gu');
const PROMPT = anyOf(PROMPTS);
const RULE = anyOf(RULE_WORDS);
const TO_DO = /(?<!\p{L})(?:shall|will)\s+(?!be(?!\p{L})|not(?!\p{L}))(\p{L}{3,})/gu;
const STATEMENT = anyOf(STATEMENTS);
/** In a sentence that confirms, one such word may be of its own wording. */
const FEWEST_IN_STATEMENTS = 2;
/** Words beside that of the activity and the products, with which it is described. */
const FEWEST_WORDS = 3;

/** Letters in front of a product that a line is about. */
const MOST_AHEAD = 12;
const FEWEST_DELIVERED = 4;
const SOLD = anyOf(SALES_WORDS);

/** @param companies those of the claim: their names may hold the words of activities */
export function activitiesFinding(blocks: readonly Block[], companies: readonly string[]): Finding {
  const found = blocks
    .map((block) => activityIn(block, withoutNames(companies, block.text).replace(ADDRESS, ' ')))
    .filter((each) => each !== undefined);
  return found.length === 0 ? MISSING : bestOf(found);
}

/** Of a site, by mail, or of a company. */
const ADDRESS =
  /(?<!\S)(?:https?:|www\.|[^\s@]+@)\S+|(?<!\p{L})registered (?:office|in|no|number|company|address|under)(?!\p{L})/giu;

function activityIn(block: Block, said: string): Finding | undefined {
  // A label, or a heading, is no activity; what stands behind it is.
  if (block.leftOut || /:\s*$/.test(block.text)) return undefined;
  const whole = withoutRules(said);
  const plain = fold(whole);
  const delivered = deliveredIn(block, whole);
  if (delivered !== undefined) return delivered;
  const activities = activitiesOf(whole);
  if (activities.length === 0 || PROMPT.test(plain)) return undefined;
  const isStatement =
    STATEMENT.test(plain) && doneIn(whole).length === 0 && activitiesOf(besideStatements(whole)).length === 0;
  if (isStatement && new Set(activities).size < FEWEST_IN_STATEMENTS) return undefined;
  const behind = whole.replace(/^[^:]{0,60}:/, '');
  const text = activitiesOf(behind).length > 0 ? behind : whole;
  const count = wordsBeside(text, activities);
  if (count >= FEWEST_WORDS) return finding('ok', block.text, block.page);
  return count >= 1 ? finding('unclear', block.text, block.page) : undefined;
}

/** “Power BI: data model, 14 reports, nightly refresh”, also in the cell beside the product: what was made, though no verb says so. */
function deliveredIn(block: Block, said: string): Finding | undefined {
  const [first] = mentionsIn(said, PRODUCTS);
  const isLed =
    first !== undefined && first.at <= MOST_AHEAD && /^[^:]{0,30}(?::|\s[–—-])\s/.test(said.slice(first.end));
  const isBeside = block.beside.some((text) => isProductAlone(text)) && !isProductAlone(said);
  if (!(isLed || isBeside) || SOLD.test(fold(said))) return undefined;
  return wordsBeside(said, []) >= FEWEST_DELIVERED ? finding('ok', block.text, block.page) : undefined;
}

function isProductAlone(text: string): boolean {
  return mentionsIn(text, PRODUCTS).length > 0 && wordsBeside(text, []) === 0;
}

function activitiesOf(text: string): string[] {
  const named = (fold(text).match(ACTIVITY) ?? []).filter((word) => !VAGUE_VERBS.has(word));
  return [...named, ...doneIn(text), ...toDo(text)];
}

/** “Shall keep Skype for Business running”: what a statement of work is for, as far as it tells of a product. */
function toDo(text: string): string[] {
  const verbs = [...fold(text).matchAll(TO_DO)].map(([, verb = '']) => verb);
  return verbs.length > 0 && mentionsIn(text, PRODUCTS).length > 0 ? verbs : [];
}

/** Sentences of terms, and of what was left out, tell nothing that was done. */
function withoutRules(text: string): string {
  return text
    .split(/(?<=[.;!?])\s+(?=\p{Lu})/u)
    .filter((sentence) => !RULE.test(fold(withoutMay(sentence))) && !LEFT_OUT.test(fold(sentence)))
    .join(' ');
}

/** The sentences that confirm nothing. */
function besideStatements(text: string): string {
  const sentences = text.split(/(?<=[.;!?])\s+(?=\p{Lu})/u);
  return sentences.filter((sentence) => !STATEMENT.test(fold(sentence))).join(' ');
}

/** How many words say more than the product and that something was done with it. */
function wordsBeside(text: string, activities: readonly string[]): number {
  let rest = text;
  for (const { at, end } of mentionsIn(text, PRODUCTS).toReversed()) rest = `${rest.slice(0, at)} ${rest.slice(end)}`;
  const words = fold(rest).match(/\p{L}{3,}|\d+/gu) ?? [];
  const [first] = activities;
  return words.filter((word) => word !== first && !FILLERS.has(word) && !VAGUE_VERBS.has(word)).length;
}

const FILLERS = new Set(
  'performed done durchgefuhrte realisees realizadas project projekt projet proyecto the and for with from was were has have been are der die das und fur mit von wurde wurden les des pour avec par los las del con para fue online microsoft office description activities activity services service aktivitaten activites actividades'.split(
    ' ',
  ),
);
