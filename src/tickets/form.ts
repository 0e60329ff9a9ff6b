/** The form of a ticket: what was entered, checked field by field. Pure. */
import { createHash } from 'node:crypto';
import { countCharacters } from '../format/characters.ts';
import type { Problem } from '../problems/index.ts';
import type { TicketProblems } from '../problems/tickets.ts';
import type { VerbData } from '../verbs/index.ts';
import { assertFits } from './limits.ts';
import type { TicketInput } from './new-ticket.ts';
import { type IssueKey, TICKET_ISSUES, TICKET_TOPICS, type TicketClaim } from './ticket.ts';

const MOST_CLAIMS = 50;
/** Characters. */
const LONGEST_CLAIM_ID = 100;
const DIGEST_LENGTH = 8;

/** What is to be put right, by field. */
export type FormProblems = Partial<Record<'issue' | 'claims' | 'description', Problem<keyof TicketProblems>>>;

/** What the person typed, as it was typed. */
export interface TicketFormInput {
  readonly topic: string;
  readonly issue: string;
  readonly claims: string;
  readonly description: string;
  /** Unknown claim IDs that the person has been warned of (`acceptedIds`). */
  readonly accepted: string;
}

/** `accepted`: the unknown claim IDs that the person has been warned of with these problems. */
export type CheckedForm =
  | { readonly input: TicketInput }
  | { readonly problems: FormProblems; readonly accepted: string };

export function enteredIn(data: VerbData<'ticket.submit'> | VerbData<'ticket.save'>): TicketFormInput {
  return {
    topic: data.topic ?? '',
    issue: data.issue ?? '',
    claims: data.claims ?? '',
    description: (data.description ?? '').trim(),
    accepted: data.accepted ?? '',
  };
}

/** "CLM-1, CLM-2; CLM-3" and lines: each claim ID one time, as written. */
export function claimIdsIn(claims: string): string[] {
  const ids = claims
    .split(/[,;\n\r]+/)
    .map((id) => id.trim().replace(/^#\s*/, ''))
    .filter((id) => id !== '');
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()];
}

/** @throws UserError for what the form has no room for: nobody could correct it there */
export function assertFormFits({ claims, description }: TicketFormInput): void {
  assertFits('claims', claims);
  assertFits('description', description);
}

/** @param claims those that `entered.claims` names, as they were looked up */
export function checkForm(entered: TicketFormInput, claims: readonly TicketClaim[]): CheckedForm {
  const issue = TICKET_ISSUES.find((one) => one === entered.issue);
  const topic = TICKET_TOPICS.find((one) => one === entered.topic) ?? 'cpor';
  const unknown = claims.filter(({ known }) => !known).map(({ claimId }) => claimId);
  const warned = entered.accepted.split(' ');
  const isWarned = unknown.every((id) => warned.includes(digestOf(id)));
  const claimsProblem = problemOfClaims(claims, issue, isWarned ? [] : unknown);
  const problems: FormProblems = {
    ...(issue === undefined && { issue: { code: 'ticket.no-issue', data: undefined } }),
    ...(!hasWords(entered.description) && { description: { code: 'ticket.no-description', data: undefined } }),
    ...(claimsProblem !== undefined && { claims: claimsProblem }),
  };
  if (issue !== undefined && Object.keys(problems).length === 0)
    return { input: { topic, issue, claims, description: entered.description } };
  return { problems, accepted: acceptedIds(unknown) };
}

/** Unknown IDs as they travel with the form: short, since a card has no room for all of them twice. */
export function acceptedIds(unknown: readonly string[]): string {
  return unknown.map(digestOf).join(' ');
}

function digestOf(claimId: string): string {
  return createHash('sha256').update(claimId).digest('base64url').slice(0, DIGEST_LENGTH);
}

/** @param unknown unknown IDs that the person is to be warned of */
function problemOfClaims(
  claims: readonly TicketClaim[],
  issue: IssueKey | undefined,
  unknown: readonly string[],
): FormProblems['claims'] {
  const long = claims.find(({ claimId }) => countCharacters(claimId) > LONGEST_CLAIM_ID);
  if (long !== undefined) return { code: 'ticket.long-claim-id', data: { claimId: long.claimId } };
  if (claims.length > MOST_CLAIMS) return { code: 'ticket.too-many-claims', data: { most: MOST_CLAIMS } };
  if (claims.length === 0 && issue === 'disassociation') return { code: 'ticket.no-claim', data: undefined };
  return unknown.length === 0 ? undefined : { code: 'ticket.unknown-claims', data: { claimIds: unknown } };
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
