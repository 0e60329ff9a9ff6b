/** Which rows may hold what is looked for in texts: by the parts that the texts are made of. */
import type { Condition } from '../grammar/filter.ts';
import type { CollectionSpec } from '../port.ts';
import type { Database } from './database.ts';
import { SearchTable } from './search-table.ts';

/** So many rows are looked at one by one. */
export const FEW = 1_000;
/** Texts of which it is remembered who may hold them. */
const MOST_REMEMBERED = 8;

type Rows = readonly number[];

export class PartSearch {
  readonly #database: Database;
  readonly #collection: string;
  readonly #table: SearchTable | undefined;
  /** Right until the next commit: a list, its counts and its pages ask for the same in a row. */
  #remembered = { commit: 0, rows: new Map<string, Rows>() };

  constructor(database: Database, spec: CollectionSpec) {
    this.#database = database;
    this.#collection = spec.name;
    this.#table = SearchTable.of(spec);
  }

  /** All rows that may meet the condition, where it is about a text that few hold. */
  few(condition: Condition): Rows | undefined {
    const found = this.#matches(condition).map((match) => this.#rows(match));
    return found.filter((rows) => rows.length <= FEW).sort((a, b) => a.length - b.length)[0];
  }

  /** What to find the rows by (`pieces`), where the condition is about texts, and many hold each of them. */
  many(condition: Condition): string | undefined {
    const matches = this.#matches(condition);
    if (matches.length === 0 || matches.some((match) => this.#rows(match).length <= FEW)) return undefined;
    return matches.join(' AND ');
  }

  /** All rows that a match finds, some at a time, by number. What is written between two pieces may be among them or not. */
  *pieces(match: string): Generator<Rows> {
    const sql = `${this.#table?.rows} AND rowid > ? ORDER BY rowid LIMIT ${FEW}`;
    for (let last = Number.MIN_SAFE_INTEGER; ; ) {
      const rows = this.#database.all<{ rowid: number }>(sql, [match, last]).map(({ rowid }) => rowid);
      yield rows;
      last = rows.at(-1) ?? last;
      if (rows.length < FEW) return;
    }
  }

  #matches(condition: Condition): string[] {
    return this.#table === undefined ? [] : textsIn(condition).flatMap((text) => SearchTable.match(text) ?? []);
  }

  /** At most one more than `FEW`. */
  #rows(match: string): Rows {
    const commit = this.#database.lastCommit(this.#collection);
    if (this.#remembered.commit !== commit || this.#remembered.rows.size >= MOST_REMEMBERED)
      this.#remembered = { commit, rows: new Map() };
    const known = this.#remembered.rows.get(match);
    if (known !== undefined) return known;
    const found = this.#database.all<{ rowid: number }>(`${this.#table?.rows} LIMIT ${FEW + 1}`, [match]);
    const rows = found.map(({ rowid }) => rowid);
    this.#remembered.rows.set(match, rows);
    return rows;
  }
}

/** Texts that all documents have to hold which meet the condition. */
function textsIn(condition: Condition): string[] {
  if (condition.op === 'contains') return [condition.text];
  return isEachOf(condition) ? condition.of.flatMap(textsIn) : [];
}

/** What a condition says beside those texts. */
export function withoutTexts(condition: Condition): Condition {
  if (condition.op === 'contains') return { op: 'all', of: [] };
  return isEachOf(condition) ? { op: 'all', of: condition.of.map(withoutTexts) } : condition;
}

function isEachOf(condition: Condition): condition is Extract<Condition, { op: 'all' | '$or' }> {
  return condition.op === 'all' || (condition.op === '$or' && condition.of.length === 1);
}
