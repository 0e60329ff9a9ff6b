/** The columns of a collection's table: `_id`, `tenantId`, the document as JSON, and one column for each indexed path. */
import { ProgrammingError } from '../../errors.ts';
import { fieldAt, isScalar } from '../grammar/document.ts';
import { indexedPaths } from '../grammar/spec.ts';
import type { CollectionSpec, Scalar } from '../port.ts';
import { type Cell, toCell } from './values.ts';

const PREFIX = 'f.';

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export class Columns {
  /** Indexed paths, in the order of their columns. */
  readonly paths: readonly string[];
  readonly missing = 'NULL';
  readonly #own = new Map([
    ['_id', '_id'],
    ['tenantId', 'tenantId'],
  ]);

  constructor(spec: CollectionSpec) {
    this.paths = indexedPaths(spec);
  }

  /** The names of the columns of the indexed paths. */
  names(): string[] {
    return this.paths.map((path) => PREFIX + path);
  }

  static isIndexed(column: string): boolean {
    return column.startsWith(PREFIX);
  }

  /** The SQL name of a path's column, undefined where it has none. */
  of(path: string): string | undefined {
    return this.#own.get(path) ?? (this.paths.includes(path) ? quoted(PREFIX + path) : undefined);
  }

  /** A path's scalar as SQL, from its column or else out of the document. The path is an identifier path. */
  expression(path: string): string {
    const column = this.of(path);
    if (column !== undefined) return column;
    const at = `doc, '$.${path}'`;
    const others = "WHEN 'true' THEN x'01' WHEN 'false' THEN x'00' WHEN 'object' THEN NULL WHEN 'array' THEN NULL";
    return `CASE json_type(${at}) ${others} ELSE json_extract(${at}) END`;
  }

  /** The cells of the indexed paths. @throws ProgrammingError where one holds no scalar */
  cells(doc: object): Cell[] {
    return this.paths.map((path) => toCell(scalarAt(doc, path)));
  }
}

function scalarAt(doc: object, path: string): Scalar | undefined {
  const value = fieldAt(doc, path);
  if (value === undefined || isScalar(value)) return value;
  throw new ProgrammingError(`${path} is indexed and holds no scalar`);
}
