/** What people type, as a table: the first row whose pattern fits takes the message. Free language comes after it. */

import type { AnnounceHandlers } from '../announcements/handlers.ts';
import type { AssociationHandlers } from '../claims/handlers.ts';
import type { KnowledgeHandlers } from '../knowledge/handlers.ts';
import type { NudgeHandlers } from '../reminders/handlers.ts';
import type { TicketHandlers } from '../tickets/handlers.ts';
import type { Reply, Turn } from '../turn.ts';
import { namesIn } from './subjects.ts';

export interface Command {
  readonly name: string;
  /** Anchored, and nothing in it repeats what may repeat: a long message costs as many steps as it has characters. */
  readonly pattern: RegExp;
  /** Undefined: it was no command after all. */
  handle(turn: Turn, match: RegExpExecArray): Promise<Reply | undefined>;
}

/** Understood where others read along, too. */
export const TOPICS = /^(?:see |show )?(?:the )?topics[.!?]*$/i;

export interface CommandParts {
  readonly claims: AssociationHandlers;
  readonly knowledge: KnowledgeHandlers;
  readonly tickets: TicketHandlers;
  readonly nudges: NudgeHandlers;
  readonly announcing: AnnounceHandlers;
  readonly help: (turn: Turn) => Promise<Reply>;
}

export function commands({ claims, knowledge, tickets, nudges, announcing, help }: CommandParts): readonly Command[] {
  return [
    { name: 'help', pattern: /^(?:help|menu|start|\?)[.!?]*$/i, handle: help },
    { name: 'topics', pattern: TOPICS, handle: knowledge.topics },
    {
      name: 'unanswered',
      pattern: /^(?:show |see )?(?:the )?unanswered(?: questions)?[.!?]*$/i,
      handle: (turn) => knowledge.unanswered(turn, { page: 0 }),
    },
    {
      name: 'reminders',
      pattern:
        /^(?:please )?(?:turn |switch |set )?(?:my |the |all )?(?:reminders?|nudges?|notifications?)(?: to)? (?<to>on|off)(?: again)?[.!?]*$/i,
      handle: (turn, match) => nudges.reminders(turn, { reminders: onOrOff(match) }),
    },
    {
      name: 'turn-reminders',
      pattern:
        /^(?:please )?(?:turn|switch) (?<to>on|off) (?:my |the |all )?(?:reminders?|nudges?|notifications?)[.!?]*$/i,
      handle: (turn, match) => nudges.reminders(turn, { reminders: onOrOff(match) }),
    },
    {
      name: 'stop-reminders',
      pattern:
        /^(?:please )?(?:stop|no more) (?:sending me |sending |the |my |all )?(?:reminders?|nudges?|nudging me|reminding me)[.!?]*$/i,
      handle: (turn) => nudges.reminders(turn, { reminders: 'off' }),
    },
    {
      name: 'snooze',
      pattern:
        /^(?:please )?(?:(?:remind|nudge|ask) me (?:again )?(?<when>later|tomorrow|next week|on monday)|snooze(?: (?:it|this|that|the reminders?|until))?(?: (?:until )?(?<until>tomorrow|next week|monday))?)[.!?]*$/i,
      handle: (turn, match) =>
        nudges.quietUntil(
          turn,
          /week|monday/i.test(match.groups?.when ?? match.groups?.until ?? '') ? 'next week' : 'tomorrow',
        ),
    },
    {
      name: 'report',
      pattern: /^(?:show |see |open )?(?:me )?(?:the |my |a )?(?:campaign )?(?:report|progress)[.!?]*$/i,
      handle: (turn) => nudges.report(turn, { page: 0 }),
    },
    {
      name: 'announce',
      pattern:
        /^(?:announce|announcement|(?:share|announce) (?:this|it|the (?:notice|change|news))|(?:make|new|send)(?: an)? announcement)[.!?]*$/i,
      handle: (turn) => announcing.form(turn),
    },
    {
      name: 'tickets',
      pattern: /^(?:show |see |list )?(?:my|our|all|the) tickets[.!?]*$/i,
      handle: (turn) => tickets.list(turn, { page: 0 }),
    },
    {
      name: 'undelivered',
      pattern: /^(?:show |see |list )?(?:the )?(?:undelivered|not delivered)(?: tickets)?[.!?]*$/i,
      handle: (turn) => tickets.list(turn, { page: 0, only: 'undelivered' }),
    },
    {
      name: 'open-ticket',
      pattern:
        /^(?:please )?(?:open|create|raise|new|file) (?:a |an |me a )?(?:new |support )?ticket(?: (?:for|about|on)(?: the)?(?: claims?)? (?<claims>\S.*))?$/i,
      handle: (turn, match) => tickets.formFor(turn, { claims: withoutEnd(match.groups?.claims ?? '') }),
    },
    {
      name: 'ticket',
      pattern:
        /^(?:show |open )?(?:me )?(?:the |my )?ticket(?:[\s:]+(?:number |no\.? )?(?<name>(?:t\s*-?\s*|#)?\d+))?[\s.!?]*$/i,
      handle: (turn, match) => tickets.openByName(turn, match.groups?.name ?? ''),
    },
    {
      name: 'needs-poe',
      pattern:
        /^(?:(?:show me )?(?:what|which(?: \w+)?) (?:still )?needs? (?:poe|proof of execution)|needs? poe|my claims|list)(?:$|(?=[\s.!?:,]))(?<text>.*)$/i,
      async handle(turn, match) {
        const rest = match.groups?.text ?? '';
        const text = subject(rest);
        // "What needs POE for X" names X; "which workloads need POE though" names nobody.
        const named = text === '' || FOR.test(rest) || (await claims.isCustomer(turn, text));
        return named ? claims.needsPoe(turn, { text }) : undefined;
      },
    },
    {
      name: 'assign',
      pattern: /^assign(?: claim)?\s+(?<id>\S.*?)\s+to\s+(?<to>\S.*)$/i,
      handle: (turn, match) => claims.assign(turn, match.groups?.id ?? '', match.groups?.to ?? ''),
    },
    {
      name: 'show',
      pattern: /^(?:show|open|find|pull up|look up)(?: me)? (?<name>\S.*)$/i,
      async handle(turn, match) {
        const [name] = namesIn(withoutEnd(match.groups?.name ?? ''));
        return name === undefined ? undefined : claims.openCustomer(turn, name);
      },
    },
    {
      name: 'claim',
      // “CLAIM-7” is an ID, not the word.
      pattern: /^(?:show |open )?(?:me )?(?:the )?claim(?:$|(?=[\s:#]))(?<id>.*)$/i,
      async handle(turn, match) {
        const asked = (match.groups?.id ?? '').replace(/^[\s:]+/, '');
        const spellings = spellingsOf(asked);
        const plain = spellings.pop() ?? '';
        const opened = await openFirst(claims, turn, spellings);
        // "Claim got a rival, what now" and "claim protection" are no IDs: those hold digits.
        if (opened !== undefined || plain === '' || /\p{N}/u.test(plain))
          return opened ?? claims.openByClaimId(turn, plain);
        return claims.openCustomer(turn, plain);
      },
    },
  ];
}

function onOrOff(match: RegExpExecArray): 'on' | 'off' {
  return match.groups?.to?.toLowerCase() === 'on' ? 'on' : 'off';
}

/** What follows is a name: "for Contoso", ": Contoso". */
const FOR = /^[\s.!?,]*(?:for\s|:)/i;

/** An ID as it is written, and without the signs that people put around one, the barest last: "#17?" → "#17?", "#17", "17" */
export function spellingsOf(text: string): string[] {
  const ended = withoutEnd(text);
  return [...new Set([text, ended, ended.replace(/^[\s#]+/, '')])];
}

/** The claim's card for the first of these that is the ID of one that the person may see. */
export async function openFirst(
  claims: AssociationHandlers,
  turn: Turn,
  ids: readonly string[],
): Promise<Reply | undefined> {
  for (const id of ids) {
    const reply = await claims.openIfClaimId(turn, id);
    if (reply !== undefined) return reply;
  }
  return undefined;
}

/** "for Contoso?" → "Contoso" */
function subject(text: string): string {
  return withoutEnd(text.replace(/^[\s.!?:,]+/, '').replace(/^for(?:\s+|$)/i, ''));
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' .!?'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
