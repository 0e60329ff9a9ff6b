/** Tells whose side words name: by the names of the companies, and by what each is called. Pure. */

import { fold } from '../../documents/fold.ts';
import { Called } from './called.ts';
import { CompanyNames } from './company-names.ts';
import type { ClaimToCheck } from './finding.ts';
import type { Side } from './side.ts';
import { byWord, isSideAlone } from './side-words.ts';
import { LEGAL_FORMS } from './tuning.ts';
import type { DocumentView } from './view.ts';

export class Parties {
  readonly #names: CompanyNames;
  /** Many rules ask about the same words. */
  readonly #known = new Map<string, Side | undefined>();
  readonly #named = new Map<string, Side | undefined>();
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
    if (!this.#named.has(text)) this.#named.set(text, this.#names.sideOf(text));
    return this.#named.get(text);
  }
}
