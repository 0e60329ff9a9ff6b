/** The form of a ticket as a card: empty, or again with what was entered and what is to be put right. Pure. */
import { shorten } from '../format/shorten.ts';
import { problemText } from '../problems/index.ts';
import type { Card } from '../turn.ts';
import type { FormProblems, TicketFormInput } from './form.ts';
import { ticketCardWords, ticketProblems, ticketTexts } from './texts.ts';
import { TICKET_CATEGORY, TICKET_ISSUES, TICKET_TOPICS, type TopicKey, ticketName } from './ticket.ts';
import type { TicketFormView } from './views.ts';

/** Bytes of JSON. */
const PROBLEM = 600;

export interface TicketFormOptions {
  /** One-time key of the form; it keeps its key when it comes back with problems. */
  readonly idempotencyKey: string;
  /** The ticket that is changed; undefined for a new one. */
  readonly ticket?: number | undefined;
  readonly problems?: FormProblems;
  /** Of the reader. */
  readonly locale: string;
}

export function formCard(
  entered: TicketFormInput,
  { idempotencyKey, ticket, problems = {}, locale }: TicketFormOptions,
): Card {
  const textOf = (problem: FormProblems[keyof FormProblems]): string =>
    problem === undefined ? '' : shorten(problemText(ticketProblems, problem, locale) ?? '', PROBLEM);
  const view: TicketFormView = {
    title:
      ticket === undefined
        ? ticketTexts(locale).formTitle
        : ticketTexts(locale).editTitle(ticketName({ number: ticket })),
    intro: ticketTexts(locale).formIntro,
    category: ticketTexts(locale).category(TICKET_CATEGORY),
    ticket: ticket ?? 0,
    once: idempotencyKey,
    topic: entered.topic || ('cpor' satisfies TopicKey),
    topics: TICKET_TOPICS.map((value) => ({ title: ticketTexts(locale).topics[value], value })),
    issue: entered.issue,
    issues: TICKET_ISSUES.map((value) => ({ title: ticketTexts(locale).issues[value], value })),
    issueProblem: textOf(problems.issue),
    claims: entered.claims,
    claimsProblem: textOf(problems.claims),
    accepted: entered.accepted,
    description: entered.description,
    descriptionProblem: textOf(problems.description),
    verb: ticket === undefined ? 'ticket.submit' : 'ticket.save',
    submit: ticket === undefined ? ticketTexts(locale).submit : ticketTexts(locale).save,
  };
  return { template: 'ticket-form', words: ticketCardWords(locale)['ticket-form'], data: view };
}
