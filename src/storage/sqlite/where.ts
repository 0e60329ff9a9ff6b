/** Conditions as SQL over the columns. The SQL leaves out what no column answers and says so (`exact`): JavaScript then checks the rows. */
import type { Condition } from '../grammar/filter.ts';
import type { Columns } from './columns.ts';
import { type Cell, toCell, typeBounds } from './values.ts';

export interface Where {
  /** Matches at least all rows meant; exactly these when `exact`. */
  readonly sql: string;
  readonly cells: readonly Cell[];
  readonly exact: boolean;
}

export function whereOf(columns: Columns, condition: Condition): Where {
  switch (condition.op) {
    case 'all':
    case '$or':
      return joined(
        condition.op === 'all' ? ' AND ' : ' OR ',
        condition.of.map((part) => whereOf(columns, part)),
      );
    default: {
      const column = columns.of(condition.path);
      return column === undefined
        ? { sql: 'TRUE', cells: [], exact: false }
        : { ...compare(column, condition), exact: true };
    }
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

function compare(column: string, condition: FieldCondition): { sql: string; cells: readonly Cell[] } {
  switch (condition.op) {
    case '$exists':
      return { sql: `${column} IS ${condition.value ? 'NOT ' : ''}NULL`, cells: [] };
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
      return { sql: from ? `${sql} AND ${column} >= ${from}` : sql, cells: [toCell(condition.value)] };
    }
    case '$gt':
    case '$gte': {
      const { before } = typeBounds(condition.value);
      const sql = `${column} ${condition.op === '$gt' ? '>' : '>='} ?`;
      return { sql: before ? `${sql} AND ${column} < ${before}` : sql, cells: [toCell(condition.value)] };
    }
  }
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(',');
}
