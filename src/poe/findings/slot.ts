/** What stands for a label. Plain data. */
import type { Side } from './side.ts';
import type { Row, ViewCell } from './view.ts';

export interface Slot {
  /** What stands there, marks among it; none where it is empty. */
  readonly cells: readonly ViewCell[];
  /** Where it is from the label: `below` of one label alone may be something else. */
  readonly direction: 'right' | 'left' | 'above' | 'below' | 'table';
  /** Rows of the one who signs there, in a table of several. */
  readonly rows: readonly Row[];
  /** Whose it is, by the head of its column or by its row. */
  readonly side: Side | undefined;
}
