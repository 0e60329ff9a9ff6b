/** Conditions as SQL over the columns. The SQL leaves out what no column answers and says so (`exact`): JavaScript then checks the rows. */
import type { Condition } from '../grammar/filter.ts';
import { type Cell, toCell, typeBounds } from './values.ts';

export interface Where {
  /** Matches at least all rows meant; exactly these when `exact`. */
  readonly sql: string;
  readonly cells: readonly Cell[];
  readonly exact: boolean;
}

/** What the columns of a table are called. */
export interface WhereColumns {
  /** The SQL name of a path's column, undefined where it has none. */
  of(path: string): string | undefined;
  /** What stands in a column where there is nothing at its path. */
  readonly missing: string;
}

export function whereOf(columns: WhereColumns, condition: Condition): Where {
  return partOf(columns, condition, []);
}

/** @param beside the conditions that have to hold as well */
function partOf(columns: WhereColumns, condition: Condition, beside: readonly Condition[]): Where {
  switch (condition.op) {
    case 'all':
      return joined(
        ' AND ',
        condition.of.map((part) => partOf(columns, part, condition.of)),
      );
    case '$or':
      return joined(
        ' OR ',
        condition.of.map((part) => partOf(columns, part, [])),
      );
    default: {
      const column = columns.of(condition.path);
      if (column === undefined) return { sql: 'TRUE', cells: [], exact: false };
      return { ...compare(column, condition, columns.missing, hasOtherEnd(condition, beside)), exact: true };
    }
  }
}

/**
 * Whether the other end of a range stands beside this one: it keeps within the type. SQLite takes one bound for each end of an index's range,
 * and of two it may take the one that leaves nothing out.
 */
function hasOtherEnd(part: Condition, beside: readonly Condition[]): boolean {
  const end = endOf(part);
  return (
    end !== undefined &&
    beside.some((other) => endOf(other) === (end.startsWith('<') ? `>${end.slice(1)}` : `<${end.slice(1)}`))
  );
}

/** Which end of which range: its side, the type, the path. */
function endOf(part: Condition): string | undefined {
  switch (part.op) {
    case '$lt':
    case '$lte':
      return `<${typeof part.value} ${part.path}`;
    case '$gt':
    case '$gte':
      return `>${typeof part.value} ${part.path}`;
    default:
      return undefined;
  }
}

/** Nothing is negated, so that parts which match too much never make the whole match too little. */
function joined(word: ' AND ' | ' OR ', parts: readonly Where[]): Where {
  return {
    // Only an empty filter has no parts.
    sql: parts.length === 0 ? 'TRUE' : parts.map((part) => `(${part.sql})`).join(word),
    cells: parts.flatMap((part) => part.cells),
    exact: parts.every((part) => part.exact),
  };
}

type FieldCondition = Exclude<Condition, { op: 'all' | '$or' }>;

/** @param isBounded another condition keeps it within the type */
function compare(
  column: string,
  condition: FieldCondition,
  missing: string,
  isBounded: boolean,
): { sql: string; cells: readonly Cell[] } {
  switch (condition.op) {
    case '$exists':
      return { sql: `${column} IS ${condition.value ? 'NOT ' : ''}${missing}`, cells: [] };
    case 'contains':
      return { sql: `instr(${column}, ?) > 0`, cells: [condition.text] };
    case '$in':
      return { sql: `${column} IN (${marks(condition.values)})`, cells: condition.values.map(toCell) };
    case '$nin':
      return {
        sql: `${column} IS NULL OR ${column} NOT IN (${marks(condition.values)})`,
        cells: condition.values.map(toCell),
      };
    case '$eq':
      return { sql: `${column} = ?`, cells: [toCell(condition.value)] };
    case '$ne':
      return { sql: `${column} IS NOT ?`, cells: [toCell(condition.value)] };
    case '$lt':
    case '$lte': {
      const { from } = typeBounds(condition.value);
      const sql = `${column} ${condition.op === '$lt' ? '<' : '<='} ?`;
      return { sql: from && !isBounded ? `${sql} AND ${column} >= ${from}` : sql, cells: [toCell(condition.value)] };
    }
    case '$gt':
    case '$gte': {
      const { before } = typeBounds(condition.value);
      const sql = `${column} ${condition.op === '$gt' ? '>' : '>='} ?`;
      return { sql: before && !isBounded ? `${sql} AND ${column} < ${before}` : sql, cells: [toCell(condition.value)] };
    }
  }
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(',');
}
