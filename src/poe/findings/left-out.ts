/** What clauses say of products that nothing was made with: “out of scope”, “was not rolled out”, “n’a pas été déployé”. Pure. */
import { anyOf } from '../../documents/fold.ts';
import { ACTIVITY_STEMS, EXCLUDED, NEGATED_VERBS, NOT_TAKEN } from './tuning.ts';

const VERB = `(?:${NEGATED_VERBS.join('|')})\\p{L}*`;
/** Negations with what was not done; “not only” is none. */
const NEGATED = [
  `(?:not|never|n['’]t)\\s(?:(?:yet|been|be|being|currently|actually)\\s)*${VERB}`,
  `nicht\\s(?:\\p{L}+\\s){0,2}?${VERB}`,
  `(?:n['’]\\p{L}+|ne\\s\\p{L}+)\\s(?:pas|point|plus)\\s(?:(?:ete|encore|encore\\sete)\\s)?${VERB}`,
  `no\\s(?:se\\s)?(?:ha|han|fue|fueron|esta|estan|sera|seran)\\s(?:sido\\s)?${VERB}`,
  `non\\s(?:${NEGATED_VERBS.join('|')})\\p{L}*?ee?s?(?!\\p{L})`,
  `no\\s(?:${NEGATED_VERBS.join('|')})\\p{L}*?[ai]d[oa]s?(?!\\p{L})`,
].map(apart);

/** In a folded clause. */
export const LEFT_OUT = new RegExp([anyOf(EXCLUDED).source, ...NEGATED].join('|'), 'u');

/** What may be denied of work that was done: “no data was lost”, “users were not affected”. */
const HARMLESS =
  'lost|affect|interrupt|impact|notic|exceed|need|limit|missed|disturb|degrad|verlor|unterbroch|beeintracht|gestort|bemerkt|uberschritt|beschrank|benotigt|perdu|interromp|derang|remarqu|depass|perdid|interrump|afectad|notad|excedid';
/** “… will not be pursued”, of whatever verb. */
const DENIED = [
  `(?:not|never|n['’]t)\\s(?:(?:yet|been|be|being|currently|actually)\\s)*(?!${HARMLESS})\\p{L}{2,}ed(?!\\p{L})`,
  `nicht\\s(?:mehr\\s|weiter\\s)?(?!${HARMLESS})(?:\\p{L}*ge\\p{L}{2,}(?:t|en)|(?:ver|be|ent|er|weiter)\\p{L}{2,}(?:t|en)|\\p{L}+iert)(?!\\p{L})`,
  `(?:n['’]\\p{L}+|ne\\s\\p{L}+)\\s(?:pas|point|plus)\\s(?:(?:ete|encore)\\s)*(?!${HARMLESS})\\p{L}{2,}(?:ee?s?|ie?s?|ue?s?|it|ite)(?!\\p{L})`,
  `no\\s(?:se\\s)?(?:ha|han|fue|fueron|quedo|quedaron)\\s(?:sido\\s)?(?!${HARMLESS})\\p{L}+[ai]d[oa]s?(?!\\p{L})`,
].map(apart);

const OUT = new RegExp([anyOf(NOT_TAKEN).source, ...DENIED].join('|'), 'gu');
const WORK = new RegExp(`(?<!\\p{L})(?:${ACTIVITY_STEMS.join('|')}|set\\sup|switched\\s|put\\sinto)`, 'u');

/** “… was considered and rejected”, in a folded clause that tells of no work besides. */
export function isNotTaken(clause: string): boolean {
  const rest = clause.replace(OUT, ' ');
  return rest !== clause && !WORK.test(rest);
}

function apart(form: string): string {
  return `(?<!\\p{L})${form}`;
}
