/**
 * Counts that are kept of a collection: a row for each combination of the values of some fields, changed by triggers in the transaction of the
 * write itself. What is counted is answered from them, however many documents there are.
 */
import type { Condition } from '../grammar/filter.ts';
import { isPresence, type KeptFields, keptFieldsOf, presencePath } from '../grammar/spec.ts';
import type { CollectionSpec } from '../port.ts';
import { Columns, quoted } from './columns.ts';
import type { SideTable } from './side-table.ts';

/** What stands for a value that is missing: NULLs would each be a key of their own. No scalar is stored as an empty blob. */
const MISSING = "x''";

export class KeptCounts implements SideTable {
  readonly name: string;
  readonly missing = MISSING;
  readonly #of: string;
  readonly #fields: KeptFields;
  readonly #columns: Columns;

  constructor(spec: CollectionSpec, fields: KeptFields) {
    this.name = `count:${spec.name}:${fields.map(columnName).join(',')}`;
    this.#of = spec.name;
    this.#fields = fields;
    this.#columns = new Columns(spec);
  }

  static all(spec: CollectionSpec): KeptCounts[] {
    return keptFieldsOf(spec).map((fields) => new KeptCounts(spec, fields));
  }

  /** Whether a condition, and the field that is grouped by, are about nothing else. */
  answers(condition: Condition, groupedBy?: string): boolean {
    if (groupedBy !== undefined && !this.#fields.includes(groupedBy)) return false;
    switch (condition.op) {
      case 'all':
      case '$or':
        return condition.of.every((part) => this.answers(part));
      case '$exists':
        return this.of(condition.path) !== undefined;
      case 'contains':
        return false;
      default:
        return condition.path === 'tenantId' || this.#fields.includes(condition.path);
    }
  }

  /** The SQL name of a path's column, undefined where it is not counted by. */
  of(path: string): string | undefined {
    if (path === 'tenantId') return path;
    const field = this.#fields.find((one) => one === path) ?? this.#fields.find((one) => presencePath(one) === path);
    return field && quoted(columnName(field));
  }

  create(): string[] {
    const keys = this.#fields.map((field) => quoted(columnName(field)));
    const columns = keys.map((key) => `${key} ANY NOT NULL`);
    return [
      `CREATE TABLE ${quoted(this.name)} (tenantId TEXT NOT NULL, ${columns.join(', ')}, n INTEGER NOT NULL, PRIMARY KEY (tenantId, ${keys.join(', ')})) STRICT, WITHOUT ROWID`,
    ];
  }

  fill(from: string): string {
    const group = ['tenantId', ...this.#values('')].join(', ');
    return `INSERT INTO ${quoted(this.name)} SELECT ${group}, count(*) FROM ${quoted(this.#of)} WHERE ${from} GROUP BY ${group} ON CONFLICT DO UPDATE SET n = n + excluded.n`;
  }

  inserted(): string {
    return `INSERT INTO ${quoted(this.name)} VALUES (new.tenantId, ${this.#values('new.').join(', ')}, 1) ON CONFLICT DO UPDATE SET n = n + 1`;
  }

  deleted(): string {
    const keys = ['tenantId = old.tenantId', ...this.#values('old.').map((value, i) => `${this.#key(i)} = ${value}`)];
    const where = keys.join(' AND ');
    const table = quoted(this.name);
    return `UPDATE ${table} SET n = n - 1 WHERE ${where}; DELETE FROM ${table} WHERE ${where} AND n = 0`;
  }

  /** The columns by whose change a document is counted elsewhere. */
  watched(): string[] {
    return [...new Set(this.#fields.map(presencePath))].flatMap((path) => this.#columns.of(path) ?? []);
  }

  #key(i: number): string {
    return quoted(columnName(this.#fields[i] ?? ''));
  }

  #values(row: '' | 'new.' | 'old.'): string[] {
    return this.#fields.map((field) => {
      const column = `${row}${this.#columns.of(presencePath(field))}`;
      return isPresence(field) ? `iif(${column} IS NULL, ${MISSING}, 1)` : `ifnull(${column}, ${MISSING})`;
    });
  }
}

/** No question mark: in SQL it stands for a value. */
function columnName(field: string): string {
  return isPresence(field) ? `has ${presencePath(field)}` : field;
}
