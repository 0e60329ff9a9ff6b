/** Tells whose side words name: by the names of the companies, and by what each is called. Pure. */
import { Called } from './called.ts';
import { CompanyNames } from './company-names.ts';
import type { ClaimToCheck } from './finding.ts';
import { anyOf, fold } from './fold.ts';
import type { Side } from './side.ts';
import { isPersonName } from './signer.ts';
import { CUSTOMER_WORDS, JOBS, JOBS_FOR_CUSTOMERS, LEGAL_FORMS, PARTNER_WORDS, RANKS } from './tuning.ts';
import type { DocumentView } from './view.ts';

const CUSTOMER = anyOf(CUSTOMER_WORDS);
const PARTNER = anyOf(PARTNER_WORDS);
/** “Kundenunterschrift”: the word in one with another. */
const CUSTOMER_PART = /(?<![\p{L}])kunden(?:unterschrift|bestatigung|seite|freigabe|abnahme)/u;

export class Parties {
  readonly #names: CompanyNames;
  /** Many rules ask about the same words. */
  readonly #known = new Map<string, Side | undefined>();
  readonly #called: Called;

  constructor(claim: ClaimToCheck, view: DocumentView) {
    this.#names = new CompanyNames(claim);
    this.#called = new Called(view, this.#names);
  }

  /** Whose a short text is; undefined where it names nobody, or both. */
  of(text: string): Side | undefined {
    if (!this.#known.has(text)) this.#known.set(text, this.#judge(text));
    return this.#known.get(text);
  }

  #judge(text: string): Side | undefined {
    if (text === '') return undefined;
    // Names go before words: “Partner: Trey Research” is a customer's only by a mistake, “Customer Success at Contoso” is the partner's.
    return this.byName(text) ?? this.byWord(text);
  }

  /** By what a document calls each side, and what sides are called anywhere. */
  byWord(text: string): Side | undefined {
    return this.#called.sideOf(text) ?? byWord(text);
  }

  /** Nothing but what a side is called, and no job. */
  isSideAlone(text: string): boolean {
    return isSideAlone(text) || this.#called.sideOf(text) !== undefined;
  }

  isCompany(text: string): boolean {
    const tokens = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    return this.byName(text) !== undefined || tokens.some((token) => LEGAL_FORMS.has(token) && token.length > 1);
  }

  /** By the names of the companies alone. */
  byName(text: string): Side | undefined {
    return this.#names.sideOf(text);
  }
}

/** “Managing partner”, “consultor sénior”: whose, that does not tell. */
const JOB = anyOf(JOBS).source;
const RANK = anyOf(RANKS).source;
const RANKED = new RegExp(`${RANK}\\s${JOB}|${JOB}\\s${RANK}`, 'gu');
const FOR_CUSTOMERS = new RegExp(anyOf(JOBS_FOR_CUSTOMERS).source, 'gu');
/** “Jane Doe, Partner”. */
const NAME_AND_JOB = new RegExp(`^([^,:]+),\\s*${JOB}\\W*$`, 'u');

function withoutJob(text: string): string {
  const plain = fold(text);
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
