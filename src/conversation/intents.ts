/** What people ask of the bot in free words, as a table: a command in `knowledge/commands/` has its row here. */

import type { AnnounceHandlers } from '../announcements/handlers.ts';
import type { AssociationHandlers } from '../claims/handlers.ts';
import type { KnowledgeHandlers } from '../knowledge/handlers.ts';
import type { NudgeHandlers } from '../reminders/handlers.ts';
import type { TicketHandlers } from '../tickets/handlers.ts';
import type { Reply, Turn } from '../turn.ts';
import { openFirst, spellingsOf } from './commands.ts';
import { idsIn, namesIn } from './subjects.ts';
import { texts } from './texts.ts';

/** What was named, and whether it looks like a name rather than like circumstances. */
export type Intent = (turn: Turn, subject: string, isName: boolean) => Promise<Reply>;

export interface IntentParts {
  readonly claims: AssociationHandlers;
  readonly knowledge: KnowledgeHandlers;
  readonly tickets: TicketHandlers;
  readonly nudges: NudgeHandlers;
  readonly announcing: AnnounceHandlers;
  readonly help: (turn: Turn) => Promise<Reply>;
}

/** What the person may see of whatever claim or customer is named so, or in so many words. */
async function showNamed(claims: AssociationHandlers, turn: Turn, subject: string): Promise<Reply | undefined> {
  const opened = await openFirst(claims, turn, subject === '' ? [] : spellingsOf(subject));
  if (opened !== undefined) return opened;
  // A bare word may be anything: only who says "show me" or "the claim of" may cut a name short.
  const how = subject.length >= turn.text.trim().length - 1 ? 'whole words' : 'begins';
  for (const name of namesIn(subject)) {
    const found = await claims.openCustomer(turn, name, how);
    if (found !== undefined) return found;
  }
  return undefined;
}

const NEGATED = /\b(?:not|never|no|none|stop|quit|end|without|cannot|dont|wont|cant)\b|n['’]t\b/i;

export function intents({
  claims,
  knowledge,
  tickets,
  nudges,
  announcing,
  help,
}: IntentParts): Readonly<Record<string, Intent>> {
  return {
    help,
    topics: knowledge.topics,
    async 'needs-poe'(turn, subject, isName) {
      const named = await showNamed(claims, turn, subject);
      if (named !== undefined) return named;
      const list = await claims.needsPoe(turn, {});
      return isName ? { text: texts.nobodyCalledSo, ...list } : list;
    },
    async claim(turn, subject) {
      if (subject === '') return claims.openByClaimId(turn, '');
      return (await showNamed(claims, turn, subject)) ?? { text: texts.nobodyCalledSo };
    },
    unanswered: (turn) => knowledge.unanswered(turn, { page: 0 }),
    'upload-help': async () => ({ text: texts.howUpload }),
    'import-help': async () => ({ text: texts.howImport }),
    // What was named may be a claim or just a word: only what has a digit goes into the form.
    ticket: (turn) => tickets.formFor(turn, { claims: idsIn(turn.text).join(', ') }),
    report: (turn) => nudges.report(turn, { page: 0 }),
    announce: (turn) => announcing.form(turn),
    'reminders-off': (turn) => nudges.reminders(turn, { reminders: 'off' }),
    // The opposite of what somebody wants is worse than a question back.
    'reminders-on': async (turn) =>
      NEGATED.test(turn.text) ? { text: texts.onOrOff } : nudges.reminders(turn, { reminders: 'on' }),
    async tickets(turn, subject) {
      const number = /\d{4,9}/.exec(subject)?.[0];
      return number === undefined ? tickets.list(turn, { page: 0 }) : tickets.openByName(turn, number);
    },
  };
}
