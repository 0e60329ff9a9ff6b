/** What the card of this feature is filled with. All strings are ready to show; empty where there is nothing to say. */

/** `adaptive-cards/personal-data.json` */
export interface PersonalDataView {
  readonly title: string;
  readonly detail: string;
  readonly rows: readonly { readonly what: string }[];
  /** What becomes of the organisation's records. */
  readonly stays: string;
  readonly staying: readonly { readonly what: string }[];
  readonly closing: string;
  /** "Delete my data" leads to the question, and there deletes. */
  readonly canAsk: boolean;
  readonly canDelete: boolean;
}
