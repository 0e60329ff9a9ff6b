/** Finds what somebody has done in sentences of English, German, French and Spanish, by the forms of their verbs. Pure. */
import { anyOf, fold, withoutMay } from '../../documents/fold.ts';
import { IRREGULAR_PASTS, NO_PASTS, STATEMENTS, VAGUE_VERBS } from './tuning.ts';

/** What is a rule, a plan or a condition: nobody has done it. Where one of these stands, the clause tells nothing done. */
const NOT_DONE =
  /(?<!\p{L})(?:is|are|be|being|may|shall|will|must|can|cannot|should|would|could|if|unless|until|either|neither|ist|sind|wird|werden|kann|konnen|darf|durfen|soll|sollen|muss|mussen|wenn|falls|sofern|est|sont|sera|seront|doit|doivent|peut|peuvent|si|es|son|sera|seran|debe|deben|puede|pueden)(?!\p{L})/u;
/** A comma parts one thing done from the next. */
const CLAUSE_END = /[.;:!?•●▪,\n]+(?=\s|$)|\s[–—-]\s|(?<!\p{L})(?:and|und|et|y)(?!\p{L})/iu;

const PAST = `(?<verb>\\p{L}{2,}ed|${[...IRREGULAR_PASTS].join('|')})`;
const SEPARABLE =
  '(?:ab|an|auf|aus|bei|bereit|dar|durch|ein|fest|frei|her|hin|mit|nach|teil|um|vor|weg|zu|zuruck|zusammen)';
const INSEPARABLE = '(?:be|ent|er|uber|um|unter|ver|zer)';
/** Nouns have a capital letter. */
const PARTICIPLE = `(?<verb>${SEPARABLE}?ge\\p{Ll}{2,}(?:t|en)|${INSEPARABLE}\\p{Ll}{2,}t|\\p{Ll}{2,}iert|(?:${SEPARABLE}|${INSEPARABLE})\\p{Ll}*(?:oben|ommen|ogen|orfen|ossen|unden|ieben|iesen))(?!\\p{L})`;
const START = '(?<!\\p{L})';
const END = '(?!\\p{L})';

/** Forms of clauses, with the verb as their group. */
const ENGLISH: readonly RegExp[] = [
  // “Moved 12,000 scans”, “we also wrote the manual”.
  new RegExp(`^\\W*(?:(?:we|you|they|i|he|she)\\s)?(?:(?:\\p{L}+ly|also|then)\\s)?${PAST}\\s(?!by\\s)`, 'iu'),
  // “was moved”, “have now been set up”, “has written”.
  new RegExp(`${START}(?:was|were|been|have|has|had)\\s(?:(?:\\p{L}+ly|now|also)\\s)?${PAST}${END}`, 'iu'),
  // “Trey Research moved 300 mailboxes”.
  new RegExp(`^\\W*(?:\\p{L}+\\s){1,4}${PAST}\\s\\S+\\s\\p{L}+`, 'iu'),
  // “Two calendars repaired”, “queues watched for 48 h”.
  new RegExp(`\\p{L}\\s${PAST}(?:\\s(?:up|out|over|in|off|on|for|to|with|from|into)${END}.*)?$`, 'iu'),
];
const GERMAN: readonly RegExp[] = [
  // “wurden 300 Postfächer verschoben”, “haben die Anwender geschult”.
  new RegExp(`${START}(?:[Ww]urden?|worden|[Hh]aben?|[Hh]at|habt)${END}.*?\\s${PARTICIPLE}`, 'u'),
  // “Postfächer verschoben”.
  new RegExp(`\\s${PARTICIPLE}$`, 'u'),
];
/** These two with their accents, without which “a” is a word of both. */
const FRENCH =
  /(?<!\p{L})(?:a|ont|avons|avez|ai|été)\s(?:\p{L}+ment\s)?(?:été\s)?(?<verb>\p{L}{2,}(?:é|ée|és|ées)|\p{L}*(?:mis|pris|crit|ouvert|struit|établi|défini|réuni|rendu)e?s?)(?!\p{L})/iu;
const SPANISH: readonly RegExp[] = [
  /(?<!\p{L})(?:he|ha|han|hemos|habéis|sido|fue|fueron)\s(?<verb>\p{L}{2,}(?:[ai]d[oa]s?|uest[oa]s?|ech[oa]s?|rit[oa]s?|iert[oa]s?))(?!\p{L})/iu,
  /(?<!\p{L})(?<verb>\p{L}{2,}(?:ó|aron|ieron))(?!\p{L})/iu,
  /^\P{L}*(?<verb>\p{L}{2,}[ai]mos)(?!\p{L})/iu,
];

/** Letters that no German word has. */
const OF_FRENCH_OR_SPANISH = /[éèêàçñóíú]/iu;
const STATES = anyOf(STATEMENTS);

/** The verbs, folded, that tell of something done. Those that say no more than just that are left out. */
export function doneIn(text: string): string[] {
  return text
    .normalize('NFC')
    .split(CLAUSE_END)
    .filter((clause) => !NOT_DONE.test(fold(withoutMay(clause))))
    .flatMap((clause) => {
      const plain = clause.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').trim();
      const forms = OF_FRENCH_OR_SPANISH.test(clause) ? ENGLISH : [...ENGLISH, ...GERMAN];
      const found = forms.map((form) => form.exec(plain));
      const accented = [FRENCH, ...SPANISH].map((form) => form.exec(clause));
      return [...found, ...accented].map((match) => fold(match?.groups?.verb ?? ''));
    })
    .filter((verb) => verb !== '' && !VAGUE_VERBS.has(verb) && !NO_PASTS.has(verb) && !STATES.test(verb));
}
