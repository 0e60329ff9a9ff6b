/** What each button does, as a table: a verb without a row, or a row without a verb, does not compile. */

import type { AnnounceHandlers } from '../announcements/handlers.ts';
import type { AssociationHandlers } from '../claims/handlers.ts';
import type { ImportHandlers } from '../claims/import/handlers.ts';
import type { KnowledgeHandlers } from '../knowledge/handlers.ts';
import type { PoeHandlers } from '../poe/handlers.ts';
import type { NudgeHandlers } from '../reminders/handlers.ts';
import type { TicketHandlers } from '../tickets/handlers.ts';
import type { Reply, Turn } from '../turn.ts';
import { isVerb, type Verb, type VerbData, verbSchemas } from '../verbs.ts';
import { texts } from './texts.ts';

type Presses = { readonly [V in Verb]: (turn: Turn, data: VerbData<V>) => Promise<Reply> };

export interface PressParts {
  readonly claims: AssociationHandlers;
  readonly knowledge: KnowledgeHandlers;
  readonly poe: PoeHandlers;
  readonly tickets: TicketHandlers;
  readonly imports: ImportHandlers;
  readonly nudges: NudgeHandlers;
  readonly announcing: AnnounceHandlers;
  readonly help: (turn: Turn) => Promise<Reply>;
  readonly importAsPoe: (turn: Turn, data: VerbData<'import.as-poe'>) => Promise<Reply>;
  readonly addToTicket: (turn: Turn, data: VerbData<'ticket.add-files'>) => Promise<Reply>;
}

export function presses({
  claims,
  knowledge,
  poe,
  tickets,
  imports,
  nudges,
  announcing,
  help,
  importAsPoe,
  addToTicket,
}: PressParts): Presses {
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
    'ticket.form': tickets.form,
    'ticket.submit': tickets.submit,
    'ticket.save': tickets.save,
    tickets: tickets.list,
    'ticket.resend': tickets.resend,
    'tickets.resend': tickets.resendAll,
    'ticket.open': tickets.open,
    'ticket.edit': tickets.edit,
    'ticket.hand-over': tickets.handOver,
    'ticket.case': tickets.caseNumber,
    'ticket.comment': tickets.comment,
    'ticket.take': tickets.mark('take'),
    'ticket.resolve': tickets.mark('resolve'),
    'ticket.withdraw': tickets.mark('withdraw'),
    'ticket.reopen': tickets.mark('reopen'),
    'ticket.add-files': addToTicket,
    'nudge.refresh': nudges.refresh,
    'nudge.list': nudges.list,
    'nudge.claim': nudges.claim,
    'nudge.snooze': nudges.snooze,
    'reminders.set': nudges.reminders,
    report: nudges.report,
    'report.remind': nudges.remind,
    'report.remind-all': nudges.remindAll,
    announce: announcing.form,
    'announce.edit': announcing.edit,
    'announce.check': announcing.check,
    'announce.send': announcing.send,
    announcement: announcing.progress,
    'announcement.card': announcing.card,
    'announcement.read': announcing.read,
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

/** What may be pressed where others read along: what shows no customers' data, and what the desk does, whose channel is checked. */
const PUBLIC: ReadonlySet<unknown> = new Set<Verb>([
  'topic',
  'topics',
  'ticket.take',
  'ticket.comment',
  'ticket.resolve',
  'ticket.reopen',
]);

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
