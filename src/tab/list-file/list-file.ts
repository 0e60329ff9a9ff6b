/** A list as a file to take along: a head and rows, written a few rows at a time. What the bot calls an export is Partner Center's. */

/** A text, or a day (`YYYY-MM-DD`) that a spreadsheet reckons with. */
export type ListCell = string | { readonly day: string };

export interface ListColumn {
  readonly title: string;
  /** Characters. */
  readonly width: number;
}

export interface ListRows {
  readonly columns: readonly ListColumn[];
  /** A cell for each column. Some at a time: others get their turns in between. */
  readonly rows: AsyncIterable<readonly (readonly ListCell[])[]>;
}
