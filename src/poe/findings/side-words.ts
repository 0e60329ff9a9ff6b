/** What sides are called anywhere: “customer”, “Auftragnehmer”, “prestataire”. Pure. */
import { anyOf, fold } from '../../documents/fold.ts';
import type { Side } from './side.ts';
import { isPersonName } from './signer.ts';
import { CUSTOMER_WORDS, JOBS, JOBS_FOR_CUSTOMERS, PARTNER_WORDS, RANKS } from './tuning.ts';

const CUSTOMER = anyOf(CUSTOMER_WORDS);
const PARTNER = anyOf(PARTNER_WORDS);
/** “Kundenunterschrift”: the word in one with another. */
const CUSTOMER_PART = /(?<![\p{L}])kunden(?:unterschrift|bestatigung|seite|freigabe|abnahme)/u;

/** “Managing partner”, “consultor sénior”: whose, that does not tell. */
const JOB = anyOf(JOBS).source;
const RANK = anyOf(RANKS).source;
const RANKED = new RegExp(`${RANK}\\s${JOB}|${JOB}\\s${RANK}`, 'gu');
const FOR_CUSTOMERS = new RegExp(anyOf(JOBS_FOR_CUSTOMERS).source, 'gu');
/** “Jane Doe, Partner”. */
const NAME_AND_JOB = new RegExp(`^([^,:]+),\\s*${JOB}\\W*$`, 'u');

const IN_BRACKETS = new RegExp(`(?<=\\p{L}\\s+)\\(${JOB}[^()]*\\)`, 'gu');

function withoutJob(text: string): string {
  // “Jane Doe (partner of the practice)”
  const plain = fold(text).replace(IN_BRACKETS, ' ');
  const named = NAME_AND_JOB.exec(plain)?.[1];
  return (named !== undefined && isPersonName(text) ? named : plain).replace(RANKED, ' ').replace(FOR_CUSTOMERS, ' ');
}

/** Whose side the words of a text name; undefined where they name none, or both. */
export function byWord(text: string): Side | undefined {
  const plain = withoutJob(text);
  const isCustomer = CUSTOMER.test(plain) || CUSTOMER_PART.test(plain);
  const isPartner = PARTNER.test(plain);
  if (isCustomer === isPartner) return undefined;
  return isCustomer ? 'customer' : 'partner';
}

const SIDE_ALONE = new RegExp(
  `^\\W*(?:(?:for|fur|pour|por|the|der|die|den|das|le|la|les|el|los|l)\\W+){0,2}${anyOf([...CUSTOMER_WORDS, ...PARTNER_WORDS.filter((word) => !JOBS.includes(word))]).source}\\W*$`,
  'u',
);

/** “Customer”, “(Der Auftraggeber)”: nothing but what a side is called, and no job. */
export function isSideAlone(text: string): boolean {
  return SIDE_ALONE.test(fold(text));
}
