/** What the page and the server say to each other of owners named by name alone, for leads. Types alone, as in `../api.ts`. */

/** `GET /tab/api/owners/named` */
export interface NamedOwnersBody {
  /** How many names there are. */
  readonly total: number;
  /** Those first of whom somebody is known here, then those with the most open claims; at most 50. */
  readonly names: readonly NamedOwnerBody[];
}

/** A name that owns open claims, and nobody said yet whose it is. */
export interface NamedOwnerBody {
  readonly key: string;
  /** As an export has it. */
  readonly name: string;
  /** Open claims. */
  readonly open: number;
  /** Who may be meant, as far as they are known here. */
  readonly people: readonly NamesakeBody[];
}

export interface NamesakeBody {
  readonly id: string;
  readonly name: string;
  /** Their address; empty where it is not known. */
  readonly upn: string;
}

/** `POST /tab/api/owners/named`: the name means this person, or does so no more. Under its one-time key it is done once. */
export interface NameMeaningParams {
  readonly idempotencyKey: string;
  readonly kind: 'confirm' | 'withdraw';
  /** Key. */
  readonly name: string;
  /** Id. */
  readonly person: string;
}

export interface NameMeaningBody {
  /** Whose the claims are from then on. */
  readonly person?: NamesakeBody;
}
