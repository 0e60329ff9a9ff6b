/**
 * The parts of three signs of which the texts of a collection's search field are made (FTS5, trigrams). It holds the numbers of the rows and no
 * text, nor where in it a part stands: what it finds has all parts of what is looked for, and the text itself tells the rest.
 */
import type { CollectionSpec } from '../port.ts';
import { Columns, quoted } from './columns.ts';
import type { SideTable } from './side-table.ts';

const PART = 3;

export class SearchTable implements SideTable {
  readonly name: string;
  readonly #of: string;
  readonly #column: string;

  private constructor(collection: string, path: string, column: string) {
    this.name = `search:${collection}:${path}`;
    this.#of = collection;
    this.#column = column;
  }

  /** Undefined where the collection has no search field. */
  static of(spec: CollectionSpec): SearchTable | undefined {
    const path = spec.searchField;
    const column = path === undefined ? undefined : new Columns(spec).of(path);
    return path === undefined || column === undefined ? undefined : new SearchTable(spec.name, path, column);
  }

  /** What FTS5 is asked to find a text by: parts that have all its signs. Undefined where it is too short for one. */
  static match(text: string): string | undefined {
    const signs = [...text];
    // A NUL ends a text for FTS5.
    if (signs.length < PART || text.includes('\0')) return undefined;
    const last = signs.length - PART;
    const starts = new Set([...Array.from({ length: Math.floor(last / PART) + 1 }, (_, i) => i * PART), last]);
    const parts = new Set([...starts].map((start) => signs.slice(start, start + PART).join('')));
    return [...parts].map((part) => `"${part.replaceAll('"', '""')}"`).join(' AND ');
  }

  /** The rows that have all parts of a text, as a query: its first cell is `match`. */
  get rows(): string {
    return `SELECT rowid FROM ${quoted(this.name)} WHERE ${quoted(this.name)} MATCH ?`;
  }

  create(): string[] {
    const options = `content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1'`;
    return [`CREATE VIRTUAL TABLE ${quoted(this.name)} USING fts5(text, ${options})`];
  }

  fill(from: string): string {
    return `INSERT INTO ${quoted(this.name)} (rowid, text) SELECT rowid, ifnull(${this.#column}, '') FROM ${quoted(this.#of)} WHERE ${from}`;
  }

  inserted(): string {
    return `INSERT INTO ${quoted(this.name)} (rowid, text) VALUES (new.rowid, ifnull(new.${this.#column}, ''))`;
  }

  deleted(): string {
    return `DELETE FROM ${quoted(this.name)} WHERE rowid = old.rowid`;
  }

  watched(): string[] {
    return [this.#column];
  }
}
