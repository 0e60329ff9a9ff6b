/** What each button does, as a table: a verb without a row, or a row without a verb, does not compile. */
import type { AssociationHandlers } from '../associations/handlers.ts';
import type { ImportHandlers } from '../associations/import/handlers.ts';
import type { KnowledgeHandlers } from '../knowledge/handlers.ts';
import type { PoeHandlers } from '../poe/handlers.ts';
import type { Reply, Turn } from '../turn.ts';
import { isVerb, type Verb, type VerbData, verbSchemas } from '../verbs.ts';
import { texts } from './texts.ts';

type Presses = { readonly [V in Verb]: (turn: Turn, data: VerbData<V>) => Promise<Reply> };

export interface PressParts {
  readonly claims: AssociationHandlers;
  readonly knowledge: KnowledgeHandlers;
  readonly poe: PoeHandlers;
  readonly imports: ImportHandlers;
  readonly help: (turn: Turn) => Promise<Reply>;
  readonly importAsPoe: (turn: Turn, data: VerbData<'import.as-poe'>) => Promise<Reply>;
}

export function presses({ claims, knowledge, poe, imports, help, importAsPoe }: PressParts): Presses {
  return {
    help,
    'how.upload': async () => ({ text: texts.howUpload }),
    'how.import': async () => ({ text: texts.howImport }),
    topics: knowledge.topics,
    topic: knowledge.topic,
    unanswered: knowledge.unanswered,
    'unanswered.open': knowledge.openQuestion,
    'unanswered.attach': knowledge.attach,
    'unanswered.dismiss': knowledge.decide('dismissed'),
    'unanswered.reopen': knowledge.decide('open'),
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

/** What may be pressed where others read along: nothing of it shows customers' data. */
const PUBLIC: ReadonlySet<unknown> = new Set<Verb>(['topic', 'topics']);

export function isPublic(verb: unknown): boolean {
  return PUBLIC.has(verb);
}

/** Checks the name and the data of a press against its schema; undefined for one that no card of ours sends. */
export function route(table: Presses, verb: unknown, data: unknown): ((turn: Turn) => Promise<Reply>) | undefined {
  if (!isVerb(verb)) return undefined;
  const parsed = verbSchemas[verb].safeParse(data ?? {});
  if (!parsed.success) return undefined;
  const handle = table[verb] as (turn: Turn, data: unknown) => Promise<Reply>;
  return (turn) => handle(turn, parsed.data);
}
