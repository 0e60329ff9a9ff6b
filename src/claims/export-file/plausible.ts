/**
 * Whether rows are claims: each against what the columns hold, and what is doubtful by itself against the rows of the whole file. Pure.
 * Reports end with totals and remarks, people write notes below a table, and a stray mark pushes cells into other columns.
 */
import { idShape, isClosingLine, isGuid, isWordy } from './claim-ids.ts';
import type { Column } from './columns.ts';
import { isKept, type KeptField } from './fields.ts';
import { canonicalProgram, PROGRAMS } from './programs.ts';
import { beginningOf, type FieldRow, type RowProblem } from './row.ts';

/** A row that is left out unless the others speak for it, and the reason. */
interface Doubtful {
  readonly row: FieldRow;
  readonly why: 'thin' | 'shifted';
  readonly problem: RowProblem;
}

export interface Judged {
  readonly taken: readonly FieldRow[];
  readonly bad: readonly { readonly row: FieldRow; readonly problem: RowProblem }[];
}

/** Sees all rows that can be read, one by one, and lets most of them pass at once. */
export class Plausibility {
  readonly #shapes = new Set<string>();
  readonly #doubtful: Doubtful[] = [];
  #sound = 0;

  /** Whether a row is sound. Another is kept until all rows have been seen. @param columns that its cells stand in */
  passes(row: FieldRow, columns: readonly Column[]): boolean {
    const doubt = thinness(row, columns) ?? shift(row);
    if (doubt === undefined) {
      this.#sound++;
      this.#shapes.add(idShape(row.values.claimId ?? ''));
    } else this.#doubtful.push({ row, ...doubt });
    return doubt === undefined;
  }

  /** What becomes of the doubtful rows, in their order. */
  judge(): Judged {
    const shapes = this.#sound > 0 ? this.#shapes : this.#shapesOfDoubtful();
    const columnsAreSo = this.#areColumnsSo();
    const verdicts = this.#doubtful.map(({ row, why, problem }) => {
      const id = row.values.claimId ?? '';
      const taken = why === 'thin' ? !isClosingLine(id) && shapes.has(idShape(id)) : columnsAreSo;
      return { row, problem, taken };
    });
    return {
      taken: verdicts.filter(({ taken }) => taken).map(({ row }) => row),
      bad: verdicts.filter(({ taken }) => !taken),
    };
  }

  /** A file of nothing but thin rows: what holds digits is built as IDs are, and no sentence is. */
  #shapesOfDoubtful(): ReadonlySet<string> {
    const ids = this.#doubtful.map(({ row }) => row.values.claimId ?? '').filter((id) => !isWordy(id));
    const numbered = ids.filter((id) => /\p{N}/u.test(id));
    return new Set((numbered.length > 0 ? numbered : ids).map(idShape));
  }

  /** Nearly all rows of a long file are so: then that is what its columns hold. */
  #areColumnsSo(): boolean {
    const shifted = this.#doubtful.filter(({ why }) => why === 'shifted').length;
    return shifted >= MANY_ROWS && shifted >= (this.#sound + shifted) * NEARLY_ALL;
  }
}

const MANY_ROWS = 20;
const NEARLY_ALL = 0.9;

type Doubt = Omit<Doubtful, 'row'>;

/** Little stands beside the ID; beside one that reads like a sentence there has to stand more. */
function thinness({ values }: FieldRow, columns: readonly Column[]): Doubt | undefined {
  const { claimId = '' } = values;
  const fields = columns.filter(({ field }) => field !== undefined && field !== 'claimId' && isKept(field)).length;
  const filled = Object.keys(values).length - 1;
  const little = filled * 3 <= (isWordy(claimId) ? fields * 2 : fields);
  if (!little && /[\p{L}\p{N}]/u.test(claimId)) return undefined;
  return { why: 'thin', problem: { code: 'no-claim', claimId: beginningOf(claimId) } };
}

type Kind = 'guid' | 'address' | 'domain' | 'program' | 'status';

/** Kinds that belong into a column. In the others anything does, but for what is surely something else. */
const OWN_KINDS: { readonly [F in KeptField]?: readonly Kind[] } = {
  claimId: ['guid'],
  claimName: ['domain'],
  customerName: ['domain'],
  customerDomain: ['domain', 'guid'],
  customerTenantId: ['guid', 'domain'],
  program: ['program'],
  status: ['status'],
  subscriptionId: ['guid'],
  mpnId: ['guid'],
  ownerName: ['address', 'domain'],
  ownerUpn: ['address'],
};
/** One cell may be odd, unless it is the ID; two stand in other columns than they should. */
const ODD_CELLS = 2;

function shift({ values }: FieldRow): Doubt | undefined {
  let odd = 0;
  let first: { field: KeptField; value: string } | undefined;
  for (const [field, value] of Object.entries(values) as [KeptField, string][]) {
    const kind = kindOf(value, field !== 'program');
    if (kind === undefined || OWN_KINDS[field]?.includes(kind)) continue;
    first ??= { field, value: beginningOf(value) };
    odd += field === 'claimId' ? ODD_CELLS : 1;
    if (odd >= ODD_CELLS) return { why: 'shifted', problem: { code: 'shifted', ...first } };
  }
  return undefined;
}

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const DOMAIN = /^(?=.{4,253}$)(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.)+\p{L}{2,}$/u;
const STATUS =
  /^(?:approved|rejected(?: final)?|draft|editing|submitted|under review|partner action required|disputed?|pending|expired|cancell?ed)$/i;
const PROGRAM_WORDS = /\b(?:OS[UA]|online services?|usage|sell)/i;

function kindOf(value: string, mayBeProgram: boolean): Kind | undefined {
  if (STATUS.test(value)) return 'status';
  if (isGuid(value)) return 'guid';
  if (value.includes('@')) return ADDRESS.test(value) ? 'address' : undefined;
  if (!value.includes(' ') && DOMAIN.test(value)) return 'domain';
  if (!mayBeProgram || value.length > 60 || !PROGRAM_WORDS.test(value)) return undefined;
  return PROGRAMS.some((program) => program === canonicalProgram(value)) ? 'program' : undefined;
}
