/** The form of a ticket: what was entered, checked field by field, and the card that shows it again with what is missing. */
import { shorten } from '../format/shorten.ts';
import type { Card } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import type { TicketInput } from './service.ts';
import { ticketCardWords, ticketTexts } from './texts.ts';
import { CATEGORY, ISSUES, type IssueKey, type TicketClaim, TOPICS, type TopicKey, ticketName } from './ticket.ts';
import type { TicketFormView } from './views.ts';

export const MOST_CLAIMS = 50;
const LONGEST_CLAIM = 100;
/** Bytes of JSON. */
const SPACE = { claims: 3_000, description: 6_000, problem: 600 } as const;

export type FormProblems = Partial<Record<'issue' | 'claims' | 'description', string>>;

/** What the person typed, as it was typed. */
export interface Entered {
  readonly once: string;
  /** The ticket that is changed; undefined for a new one. */
  readonly ticket?: number;
  readonly topic: string;
  readonly issue: string;
  readonly claims: string;
  readonly description: string;
  readonly accepted: string;
}

export function enteredIn(data: VerbData<'ticket.submit'> | VerbData<'ticket.save'>): Entered {
  return {
    once: data.once,
    ...('ticket' in data && { ticket: data.ticket }),
    topic: data.topic ?? '',
    issue: data.issue ?? '',
    claims: data.claims ?? '',
    description: (data.description ?? '').trim(),
    accepted: data.accepted ?? '',
  };
}

/** "CLM-1, CLM-2; CLM-3" and lines: each claim ID once, as written. */
export function claimIdsIn(claims: string): string[] {
  const ids = claims
    .split(/[,;\n\r]+/)
    .map((id) => id.trim().replace(/^#\s*/, ''))
    .filter((id) => id !== '');
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()];
}

/** Those of a form that are one: what stands in it can become a ticket. Otherwise what is missing, for the fields. */
export function check(
  entered: Entered,
  claims: readonly TicketClaim[],
): { readonly input: TicketInput } | { readonly problems: FormProblems; readonly accepted: string } {
  const issue = ISSUES.find((one) => one === entered.issue);
  const topic = TOPICS.find((one) => one === entered.topic) ?? 'cpor';
  const unknown = claims.filter(({ known }) => !known).map(({ claimId }) => claimId);
  const warned = unknown.every((id) => claimIdsIn(entered.accepted).includes(id));
  const problems: FormProblems = {
    ...(issue === undefined && { issue: ticketTexts.problems.issue }),
    ...(!hasWords(entered.description) && { description: ticketTexts.problems.description }),
    ...claimsProblem(claims, unknown, warned, issue),
  };
  if (issue !== undefined && Object.keys(problems).length === 0)
    return { input: { topic, issue, claims, description: entered.description } };
  return { problems, accepted: unknown.join('\n') };
}

function claimsProblem(
  claims: readonly TicketClaim[],
  unknown: readonly string[],
  warned: boolean,
  issue: IssueKey | undefined,
): FormProblems {
  const { problems } = ticketTexts;
  const long = claims.find(({ claimId }) => claimId.length > LONGEST_CLAIM);
  if (long !== undefined) return { claims: problems.longClaim(shorten(long.claimId, 60)) };
  if (claims.length > MOST_CLAIMS) return { claims: problems.tooManyClaims(MOST_CLAIMS) };
  if (claims.length === 0 && issue === 'disassociation') return { claims: problems.disassociationClaim };
  if (unknown.length > 0 && !warned)
    return { claims: shorten(problems.unknownClaims(unknown.join(', '), unknown.length), SPACE.problem) };
  return {};
}

export function formCard(entered: Entered, problems: FormProblems = {}): Card {
  const { ticket } = entered;
  const view: TicketFormView = {
    title: ticket === undefined ? ticketTexts.formTitle : ticketTexts.editTitle(ticketName({ number: ticket })),
    intro: ticketTexts.formIntro,
    category: `${ticketTexts.category}: ${CATEGORY}`,
    ticket: ticket ?? 0,
    once: entered.once,
    topic: entered.topic || ('cpor' satisfies TopicKey),
    topics: TOPICS.map((value) => ({ title: ticketTexts.topics[value], value })),
    issue: entered.issue,
    issues: ISSUES.map((value) => ({ title: ticketTexts.issues[value], value })),
    issueProblem: problems.issue ?? '',
    claims: shorten(entered.claims, SPACE.claims, ''),
    claimsProblem: problems.claims ?? '',
    accepted: shorten(entered.accepted, SPACE.claims, ''),
    description: shorten(entered.description, SPACE.description, ''),
    descriptionProblem: problems.description ?? '',
    verb: ticket === undefined ? 'ticket.submit' : 'ticket.save',
    submit: ticket === undefined ? ticketTexts.submit : ticketTexts.save,
  };
  return { template: 'ticket-form', words: ticketCardWords['ticket-form'], data: view };
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
