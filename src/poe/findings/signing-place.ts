/** A place to sign in a document: whose it is, and what stands there. */
import type { Side } from './side.ts';
import type { Slot } from './slot.ts';
import type { ViewCell } from './view.ts';

export interface SigningPlace {
  /** Of the label; where there is none, what was written or drawn. */
  readonly cell: ViewCell;
  readonly party: Side | undefined;
  /** What a person or a program has put there; undefined where nothing is. */
  readonly content: PlaceContent;
  /** The words to show. */
  readonly words: string;
  /** Where that stands, when it is not behind its label. */
  readonly slot?: Slot | undefined;
}

export type PlaceContent =
  | { readonly kind: 'signed'; readonly by: string; readonly day?: string | undefined }
  | { readonly kind: 'unclear'; readonly by: string }
  | { readonly kind: 'ink' | 'picture' | 'empty' };
