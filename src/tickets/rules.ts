/** Who may do what with a ticket, and what it changes. Pure: no clock, no store. */
import type { ForbiddenError } from '../errors.ts';
import { type EventKind, isClosed, type Party, type Ticket, type TicketClaim, type TicketFile } from './ticket.ts';

const MOST_FILES = 50;

/** Who acts, by the record: the server's word, never a card's. */
export interface Actor extends Party {
  readonly lead: boolean;
  /** A member of the desk's team. */
  readonly desk: boolean;
}

export type TicketAction =
  | { readonly kind: 'take' | 'resolve' | 'withdraw' | 'reopen' }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'edit'; readonly claims: readonly TicketClaim[]; readonly description: string }
  | { readonly kind: 'add files'; readonly files: readonly TicketFile[] }
  | { readonly kind: 'hand over'; readonly caseNumber: string };

export interface TicketChange {
  readonly set: Partial<
    Pick<Ticket, 'state' | 'assignee' | 'claims' | 'description' | 'files' | 'caseNumber' | 'raised' | 'raise'>
  >;
  readonly event: EventKind;
  readonly text?: string;
}

/** What to throw where an action is not the person's to do: a code with its data. */
export type TicketRefusal = ConstructorParameters<typeof ForbiddenError>;

/** `nothing`: it stands like that already. */
export type TicketDecision =
  | { readonly kind: 'change'; readonly change: TicketChange }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly refusal: TicketRefusal };

export function maySeeTicket(ticket: Ticket, actor: Actor): boolean {
  return actor.lead || actor.desk || isRequester(ticket, actor);
}

export function isRequester({ requester }: Ticket, { userId }: Party): boolean {
  return requester.userId === userId;
}

export function decideTicket(ticket: Ticket, action: TicketAction, actor: Actor): TicketDecision {
  const isAgent = actor.desk || actor.lead;
  const isOwn = isRequester(ticket, actor);
  if (action.kind === 'reopen') {
    if (!isClosed(ticket)) return { kind: 'nothing' };
    return isAgent || isOwn
      ? change('reopened', { state: ticket.assignee ? 'in progress' : 'open' })
      : refused('ticket.not-yours');
  }
  if (isClosed(ticket)) return alreadySo(ticket, action) ? { kind: 'nothing' } : refused('ticket.closed');
  switch (action.kind) {
    case 'take':
      if (!isAgent) return refused('ticket.desk-only');
      if (ticket.assignee?.userId === actor.userId) return { kind: 'nothing' };
      return change('taken', {
        state: ticket.state === 'open' ? 'in progress' : ticket.state,
        assignee: partyOf(actor),
      });
    case 'resolve':
      return isAgent ? change('resolved', { state: 'resolved' }) : refused('ticket.desk-only');
    case 'withdraw':
      return isOwn ? change('withdrawn', { state: 'withdrawn' }) : refused('ticket.requester-only');
    case 'comment':
      return isAgent || isOwn ? change('commented', {}, action.text) : refused('ticket.not-yours');
    case 'edit':
      return isOwn
        ? change('edited', { claims: action.claims, description: action.description })
        : refused('ticket.requester-only');
    case 'add files':
      return isOwn ? addFiles(ticket, action.files) : refused('ticket.requester-only');
    case 'hand over':
      if (!isOwn && !isAgent) return refused('ticket.not-yours');
      if (ticket.caseNumber === action.caseNumber) return { kind: 'nothing' };
      return change('handed over', { state: 'handed over', caseNumber: action.caseNumber }, action.caseNumber);
  }
}

/** Whether files may be added does not hang on which. */
export const NO_FILES = { kind: 'add files', files: [] } as const satisfies TicketAction;

/** One of each kind that an interface may offer, whatever its content. */
const OFFERS = [
  { kind: 'take' },
  { kind: 'comment', text: '' },
  { kind: 'hand over', caseNumber: '' },
  { kind: 'resolve' },
  { kind: 'edit', claims: [], description: '' },
  { kind: 'withdraw' },
  { kind: 'reopen' },
] as const satisfies readonly TicketAction[];

export type OfferedKind = (typeof OFFERS)[number]['kind'];

/** What the person may do with it and would change something. Files aside, which come with an action of their own (`takesFiles`). */
export function offeredActions(ticket: Ticket, actor: Actor): OfferedKind[] {
  return OFFERS.filter((action) => decideTicket(ticket, action, actor).kind === 'change').map(({ kind }) => kind);
}

/** Whether the person may add files to it. */
export function takesFiles(ticket: Ticket, actor: Actor): boolean {
  return decideTicket(ticket, NO_FILES, actor).kind !== 'refused';
}

function alreadySo({ state }: Ticket, { kind }: TicketAction): boolean {
  return (kind === 'resolve' && state === 'resolved') || (kind === 'withdraw' && state === 'withdrawn');
}

/** The same bytes again add nothing. */
function addFiles(ticket: Ticket, files: readonly TicketFile[]): TicketDecision {
  const added = files.filter(({ sha256 }) => !ticket.files.some((file) => file.sha256 === sha256));
  if (added.length === 0) return { kind: 'nothing' };
  if (ticket.files.length + added.length > MOST_FILES) return refused('ticket.too-many-files', { most: MOST_FILES });
  return change('file added', { files: [...ticket.files, ...added] }, added.map(({ name }) => name).join(', '));
}

function change(event: EventKind, set: TicketChange['set'], text?: string): TicketDecision {
  return { kind: 'change', change: { event, set, ...(text !== undefined && { text }) } };
}

function refused(...refusal: TicketRefusal): TicketDecision {
  return { kind: 'refused', refusal };
}

function partyOf({ userId, name }: Party): Party {
  return { userId, name };
}
