/** What people type about tickets, and ask for in free words. */
import type { Command, Intent } from '../feature.ts';
import { trimmedEnd } from '../format/subjects.ts';
import type { TicketHandlers } from './handlers.ts';

export function ticketCommands(tickets: TicketHandlers): readonly Command[] {
  return [
    {
      name: 'desk-here',
      pattern: /^(?:the |our )?desk (?:is )?here[.!?]*$/i,
      where: 'groups',
      handle: tickets.nameDesk,
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
      handle: (turn, match) => tickets.formFor(turn, { claims: trimmedEnd(match.groups?.claims ?? '') }),
    },
    {
      name: 'ticket',
      pattern:
        /^(?:show |open )?(?:me )?(?:the |my )?ticket(?:[\s:]+(?:number |no\.? )?(?<name>(?:t\s*-?\s*|#)?\d+))?[\s.!?]*$/i,
      handle: (turn, match) => tickets.openByName(turn, match.groups?.name ?? ''),
    },
  ];
}

export function ticketIntents(tickets: TicketHandlers): Readonly<Record<string, Intent>> {
  return {
    ticket: tickets.formAsked,
    async tickets(turn, { text }) {
      const number = /\d{4,9}/.exec(text)?.[0];
      return number === undefined ? tickets.list(turn, { page: 0 }) : tickets.openByName(turn, number);
    },
    undelivered: (turn) => tickets.list(turn, { page: 0, only: 'undelivered' }),
  };
}
