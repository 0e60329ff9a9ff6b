/** What each button does, as a table: a verb without a row, or a row without a verb, does not compile. */
import type { AssociationHandlers } from '../associations/handlers.ts';
import type { ImportHandlers } from '../associations/import/handlers.ts';
import type { PoeHandlers } from '../poe/handlers.ts';
import type { Reply, Turn } from '../turn.ts';
import { isVerb, type Verb, type VerbData, verbSchemas } from '../verbs.ts';
import { texts } from './texts.ts';

type Presses = { readonly [V in Verb]: (turn: Turn, data: VerbData<V>) => Promise<Reply> };

export interface PressParts {
  readonly claims: AssociationHandlers;
  readonly poe: PoeHandlers;
  readonly imports: ImportHandlers;
  readonly help: (turn: Turn) => Promise<Reply>;
  readonly importAsPoe: (turn: Turn, data: VerbData<'import.as-poe'>) => Promise<Reply>;
}

export function presses({ claims, poe, imports, help, importAsPoe }: PressParts): Presses {
  return {
    help,
    'how.upload': async () => ({ text: texts.howUpload }),
    'how.import': async () => ({ text: texts.howImport }),
    'needs-poe': claims.needsPoe,
    'claim.open': claims.open,
    'claim.not-engaged': claims.mark('not-engaged'),
    'claim.engaged': claims.mark('engaged'),
    'claim.confirm': claims.mark('confirm'),
    'claim.unconfirm': claims.mark('unconfirm'),
    'claim.take': claims.take,
    'poe.start': poe.start,
    'poe.file': poe.file,
    'poe.discard': poe.discard,
    'import.map': imports.map,
    'import.confirm': imports.confirm,
    'import.cancel': imports.cancel,
    'import.as-poe': importAsPoe,
  };
}

/** Checks the name and the data of a press against its schema; undefined for one that no card of ours sends. */
export function route(table: Presses, verb: unknown, data: unknown): ((turn: Turn) => Promise<Reply>) | undefined {
  if (!isVerb(verb)) return undefined;
  const parsed = verbSchemas[verb].safeParse(data ?? {});
  if (!parsed.success) return undefined;
  const handle = table[verb] as (turn: Turn, data: unknown) => Promise<Reply>;
  return (turn) => handle(turn, parsed.data);
}
