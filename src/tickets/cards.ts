/** Tickets as card views. Pure. */

import { linkTo } from '../cards/tab-link.ts';
import { momentText } from '../format/day.ts';
import { commaText } from '../format/list.ts';
import { pageLabel } from '../format/page-label.ts';
import { itemsThatFit, jsonBytes, shorten } from '../format/shorten.ts';
import { hasNextPage } from '../paging.ts';
import type { Card, Reader, Reply } from '../turn.ts';
import { handOver, SUPPORT_URL } from './hand-over.ts';
import { TICKET_LIMITS } from './limits.ts';
import { type Actor, isRequester } from './rules.ts';
import type { TicketPage } from './service.ts';
import { ticketCardWords, ticketTexts } from './texts.ts';
import { isClosed, type Ticket, type TicketClaim, type TicketEvent, ticketName } from './ticket.ts';
import { deadLetters } from './undelivered.ts';
import type { HandOverView, TicketsView, TicketView } from './views.ts';

export const TICKETS_PAGE_SIZE = 8;
const EVENTS_SHOWN = 6;
/** Bytes of JSON. */
const SPACE = {
  claims: 1_200,
  /** Whole, as far as it was written within the limits. */
  description: TICKET_LIMITS.description.bytes,
  name: 120,
  caseNumber: TICKET_LIMITS['case number'].bytes,
  text: 280,
  /** The latest one whole: a name and a comment. */
  event: TICKET_LIMITS.comment.bytes + 130,
  events: 4_300,
  handOver: 19_000,
} as const;
/** What a line of the hand-over takes besides its words, drawn. */
const LINE_BYTES = 90;

export interface TicketCardOptions {
  /** One-time key of this drawing of the card. */
  readonly idempotencyKey: string;
  readonly remark?: string;
  /** In the desk's channel: nothing that only its requester does, no way to lists. */
  readonly atDesk?: boolean;
}

export function ticketCard(ticket: Ticket, actor: Actor, reader: Reader, options: TicketCardOptions): Card {
  const { idempotencyKey, remark = '', atDesk = false } = options;
  const isOwn = !atDesk && isRequester(ticket, actor);
  const isAgent = atDesk || actor.lead || actor.desk;
  const closed = isClosed(ticket);
  const dead = !atDesk && actor.lead ? deadLetters(ticket) : [];
  const view: TicketView = {
    ticket: ticket.number,
    once: idempotencyKey,
    title: titleOf(ticket, reader.locale),
    state: ticketTexts(reader.locale).states[ticket.state],
    closed,
    remark: shorten(remark, SPACE.text),
    facts: [
      ...factsOf(ticket, reader.locale),
      ...dead.map(({ place, code, lastAttempt }) => ({
        title: ticketTexts(reader.locale).labels.undelivered,
        value: shorten(ticketTexts(reader.locale).undelivered(place, code, lastAttempt), SPACE.text),
      })),
    ],
    description: shorten(ticket.description, SPACE.description),
    events: latestEvents(ticket, reader),
    canTake: isAgent && !closed && (atDesk || ticket.assignee?.userId !== actor.userId),
    canComment: (isAgent || isOwn) && !closed,
    canResolve: isAgent && !closed,
    canHandOver: !atDesk && (isOwn || isAgent) && !closed,
    canEdit: isOwn && !closed,
    canWithdraw: isOwn && !closed,
    canReopen: (isAgent || isOwn) && closed,
    canResend: dead.length > 0,
    canList: !atDesk,
  };
  return {
    template: 'ticket',
    words: ticketCardWords(reader.locale).ticket,
    data: view,
    inTab: linkTo(`ticket/${ticketName(ticket)}`, reader.locale),
  };
}

/** The latest ones in full, as many as there is room for. */
function latestEvents({ history }: Ticket, { locale, timeZone }: Reader): TicketView['events'] {
  const [latest, ...others] = history
    .slice(-EVENTS_SHOWN)
    .toReversed()
    .map((event) => ({
      what: shorten(eventText(event, locale), SPACE.event),
      when: momentText(event.at, locale, timeZone),
    }));
  return latest === undefined ? [] : [latest, ...itemsThatFit(others, SPACE.events - jsonBytes(latest))];
}

export interface HandOverCardOptions {
  /** One-time key of the card; it keeps its key when it comes back with a problem. */
  readonly idempotencyKey: string;
  readonly problem?: string;
}

export function handOverCard(
  ticket: Ticket,
  { idempotencyKey, problem = '' }: HandOverCardOptions,
  locale: string,
): Card {
  const { title, text } = handOver(ticket);
  const view: HandOverView = {
    ticket: ticket.number,
    once: idempotencyKey,
    title: ticketTexts(locale).handOver.title(ticketName(ticket)),
    steps: ticketTexts(locale).handOver.steps,
    problem,
    subject: shorten(title, SPACE.text),
    lines: linesThatFit(text, locale),
    caseNumber: ticket.caseNumber ?? '',
    url: SUPPORT_URL,
  };
  return { template: 'hand-over', words: ticketCardWords(locale)['hand-over'], data: view };
}

/** With a word where there are more. */
function linesThatFit(text: string, locale: string): string[] {
  // A line of nothing has no height.
  const lines = text.split('\n').map((line) => (line === '' ? '\u00a0' : shorten(line, SPACE.description)));
  let left: number = SPACE.handOver;
  const end = lines.findIndex((line) => {
    left -= jsonBytes(line) + LINE_BYTES;
    return left < 0;
  });
  return end === -1 ? lines : [...lines.slice(0, end), ticketTexts(locale).handOver.rest(lines.length - end, locale)];
}

/** What a lead reads of tickets on which nobody did anything: a line each, and a button to open each. */
export function escalatedReply(tickets: readonly Ticket[], locale: string): Reply {
  const actions = tickets.map((ticket) => ({
    title: ticketTexts(locale).openTicket(ticketName(ticket)),
    verb: 'ticket.open',
    data: { ticket: String(ticket.number) },
  }));
  const lines = tickets.map((ticket) =>
    ticketTexts(locale).escalated(
      ticketName(ticket),
      ticketTexts(locale).issues[ticket.issue],
      shorten(ticket.requester.name, SPACE.name),
    ),
  );
  return { text: lines.join('\n\n'), card: { template: 'options', data: { actions } } };
}

/** "Add to T-1002 · Disassociation" as buttons. */
export function chooseTicketCard(tickets: readonly Ticket[], draft: string, locale: string): Card {
  const actions = tickets.map((ticket) => ({
    title: titleOf(ticket, locale),
    verb: 'ticket.add-files',
    data: { ticket: String(ticket.number), draft },
  }));
  return { template: 'options', data: { actions } };
}

/** @param idempotencyKey one-time key of this drawing of the card */
export function ticketsCard(list: TicketPage, { locale, timeZone }: Reader, idempotencyKey: string): Card {
  const { tickets, page, total, only, undelivered } = list;
  const view: TicketsView = {
    title:
      only === undefined
        ? ticketTexts(locale).listTitle(total, locale)
        : ticketTexts(locale).undeliveredTitle(total, locale),
    empty: total === 0 && only === undefined ? ticketTexts(locale).listEmpty : '',
    problem: only === undefined && undelivered > 0 ? ticketTexts(locale).undeliveredCount(undelivered, locale) : '',
    only: only ?? '',
    once: idempotencyKey,
    canSendAgain: only !== undefined && total > 0,
    rows: tickets.map((ticket) => ({
      ticket: ticket.number,
      title: titleOf(ticket, locale),
      about: claimsText(ticket.claims, SPACE.name, locale) || shorten(ticket.description, SPACE.name),
      state: ticketTexts(locale).states[ticket.state],
      closed: isClosed(ticket),
      changed: momentText(ticket.changedAt, locale, timeZone),
      problem: undelivered > 0 && deadLetters(ticket).length > 0 ? ticketTexts(locale).labels.undelivered : '',
    })),
    pageLabel: pageLabel({ page, pageSize: TICKETS_PAGE_SIZE, shown: tickets.length, total }, locale),
    page,
    hasPrevious: page > 0,
    hasNext: hasNextPage(page, total, TICKETS_PAGE_SIZE),
  };
  return { template: 'tickets', words: ticketCardWords(locale).tickets, data: view, inTab: linkTo('tickets', locale) };
}

/** "Adele Vance took it" */
export function eventText({ kind, by, text = '' }: TicketEvent, locale: string): string {
  const name = by && (shorten(by.name, SPACE.name) || ticketTexts(locale).somebody);
  return ticketTexts(locale).events[kind](name ?? ticketTexts(locale).bot, text);
}

/** "T-1001 · Disassociation" */
function titleOf(ticket: Ticket, locale: string): string {
  return ticketTexts(locale).title(ticketName(ticket), ticketTexts(locale).issues[ticket.issue]);
}

/** For a `FactSet`; what the ticket has nothing of is left out. */
function factsOf(ticket: Ticket, locale: string): TicketView['facts'] {
  const { labels } = ticketTexts(locale);
  const files = ticket.files.map(({ name }) => name);
  return [
    { title: labels.claims, value: claimsText(ticket.claims, SPACE.claims, locale) },
    { title: labels.topic, value: ticketTexts(locale).topics[ticket.topic] },
    { title: labels.requester, value: shorten(ticket.requester.name, SPACE.name) },
    { title: labels.assignee, value: shorten(ticket.assignee?.name ?? '', SPACE.name) },
    { title: labels.case, value: shorten(ticket.caseNumber ?? '', SPACE.caseNumber) },
    { title: labels.files, value: namesText(files, SPACE.text, locale) },
  ].filter(({ value }) => value !== '');
}

/** "CLM-1 (Contoso), CLM-2 (not known here) and 3 more" */
function claimsText(claims: readonly TicketClaim[], bytes: number, locale: string): string {
  return namesText(
    claims.map(({ claimId, customer, known }) =>
      known ? ticketTexts(locale).claim(claimId, customer) : ticketTexts(locale).unknownClaim(claimId),
    ),
    bytes,
    locale,
  );
}

function namesText(names: readonly string[], bytes: number, locale: string): string {
  const shown: string[] = [];
  let left = bytes;
  for (const name of names) {
    const short = shorten(name, SPACE.name);
    left -= jsonBytes(short) + 2;
    if (left < 0) break;
    shown.push(short);
  }
  const rest = names.length - shown.length;
  return commaText(shown, locale) + (rest > 0 ? ` ${ticketTexts(locale).andMore(rest, locale)}` : '');
}
