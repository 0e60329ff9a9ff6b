/** What a reader finds in a document, whatever its kind: pages of lines, in the order in which a person reads them. Plain data. */

export interface ReadDocument {
  readonly pages: readonly DocumentPage[];
  /** Why parts of it could not be read, each once. */
  readonly gaps: readonly ReadingGap[];
}

/**
 * `kind`: this kind of file is not read at all. `picture`: a scanned page on which no words could be made out. `time`: pages behind the
 * ones that the time was enough for. `form`: a dynamic form, which only its own program shows. `attachment`: one that could not be read.
 */
export type ReadingGap = 'kind' | 'picture' | 'time' | 'form' | 'attachment';

export interface DocumentPage {
  /** From 1: a page, a slide, a sheet; of a message its text and then its attachments. */
  readonly number: number;
  /** `scan`: what was read from a picture, where letters may be wrong. */
  readonly origin: 'text' | 'scan';
  readonly lines: readonly Line[];
}

/** What stands at one height, from left to right, apart where a wide gap, a tab, or the border of a cell is. */
export type Line = readonly Segment[];

export interface Segment {
  /** Ticked boxes are `☒`, others `☐`. Empty where there is a mark alone. */
  readonly text: string;
  /** Where it begins and ends from left to right. The scale is one for all of a page. */
  readonly from: number;
  readonly to: number;
  readonly mark?: Mark;
}

/** What stands in a document besides words. */
export type Mark =
  /** A field to sign, signed. Its date is a day (ISO), where it says one. */
  | { readonly kind: 'signed'; readonly name?: string; readonly day?: string }
  /** A field to sign that nobody has signed. */
  | { readonly kind: 'unsigned' }
  /** A field of a form without a value. */
  | { readonly kind: 'blank' }
  /** Any picture that is not the whole page: a logo, a stamp, a pasted signature. */
  | { readonly kind: 'picture' }
  /** Drawn or written by hand, with the words of it that could be made out. */
  | { readonly kind: 'ink' };

/** The scale of readers that know no positions: columns are that wide. */
export const COLUMN_WIDTH = 1000;
