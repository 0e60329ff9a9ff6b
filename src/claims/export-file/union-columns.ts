/** The columns of all tables of a file, each with the first value that stands in it. */
import type { Column } from './columns.ts';

const EXAMPLE_LENGTH = 60;

export class UnionColumns {
  readonly #columns: Column[] = [];
  readonly #examples: string[] = [];
  /** Of the table that is being read: where each of its columns stands among all. */
  #places: number[] = [];
  #wanting = new Set<number>();

  /** The rows that come now stand under these. Columns of one header are one, but for those of the same table. */
  begin(columns: readonly Column[]): void {
    const known = new Map(this.#columns.map(({ header }, place) => [header, place] as const).toReversed());
    this.#places = columns.map((column) => {
      const place = known.get(column.header);
      if (place !== undefined && column.header !== '') return place;
      this.#examples.push('');
      return this.#columns.push(column) - 1;
    });
    this.#wanting = new Set(columns.keys());
  }

  see(cells: readonly string[]): void {
    for (const column of this.#wanting) {
      const cell = cells[column] ?? '';
      if (cell === '') continue;
      const place = this.#places[column] ?? 0;
      this.#examples[place] ||= cell.replace(/\s+/g, ' ').slice(0, EXAMPLE_LENGTH).toWellFormed();
      this.#wanting.delete(column);
    }
  }

  columns(): Column[] {
    return this.#columns.map((column, place) => ({ ...column, example: this.#examples[place] ?? '' }));
  }
}
