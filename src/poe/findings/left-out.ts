/** What clauses say of products that nothing was made with: “out of scope”, “was not rolled out”, “n’a pas été déployé”. Pure. */
import { anyOf } from './fold.ts';
import { EXCLUDED, NEGATED_VERBS } from './tuning.ts';

const VERB = `(?:${NEGATED_VERBS.join('|')})\\p{L}*`;
/** Negations with what was not done; “not only” is none. */
const NEGATED = [
  `(?:not|never|n['’]t)\\s(?:(?:yet|been|be|being|currently|actually)\\s)*${VERB}`,
  `nicht\\s(?:\\p{L}+\\s){0,2}?${VERB}`,
  `(?:n['’]\\p{L}+|ne\\s\\p{L}+)\\s(?:pas|point|plus)\\s(?:(?:ete|encore|encore\\sete)\\s)?${VERB}`,
  `no\\s(?:se\\s)?(?:ha|han|fue|fueron|esta|estan|sera|seran)\\s(?:sido\\s)?${VERB}`,
  `non\\s(?:${NEGATED_VERBS.join('|')})\\p{L}*?ee?s?(?!\\p{L})`,
  `no\\s(?:${NEGATED_VERBS.join('|')})\\p{L}*?[ai]d[oa]s?(?!\\p{L})`,
].map((form) => `(?<!\\p{L})${form}`);

/** In a folded clause. */
export const LEFT_OUT = new RegExp([anyOf(EXCLUDED).source, ...NEGATED].join('|'), 'u');
