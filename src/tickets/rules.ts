/** Who may do what with a ticket, and what it changes. Pure: no clock, no store. */
import { texts } from './texts.ts';
import { type EventKind, isClosed, type Party, type Ticket, type TicketClaim, type TicketFile } from './ticket.ts';

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

/** `refused`: a sentence for the person. `nothing`: it stands like that already. */
export type Decision =
  | { readonly kind: 'change'; readonly change: TicketChange }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly why: string };

export function maySee(ticket: Ticket, actor: Actor): boolean {
  return actor.lead || actor.desk || isRequester(ticket, actor);
}

export function isRequester({ requester }: Ticket, { userId }: Party): boolean {
  return requester.userId === userId;
}

export function decide(ticket: Ticket, action: TicketAction, actor: Actor): Decision {
  const works = actor.desk || actor.lead;
  const asks = isRequester(ticket, actor);
  if (action.kind === 'reopen') {
    if (!isClosed(ticket)) return { kind: 'nothing' };
    return works || asks
      ? change('reopened', { state: ticket.assignee ? 'in progress' : 'open' })
      : refused(texts.notYours);
  }
  if (isClosed(ticket)) return alreadySo(ticket, action) ? { kind: 'nothing' } : refused(texts.closed);
  switch (action.kind) {
    case 'take':
      if (!works) return refused(texts.deskOnly);
      if (ticket.assignee?.userId === actor.userId) return { kind: 'nothing' };
      return change('taken', {
        state: ticket.state === 'open' ? 'in progress' : ticket.state,
        assignee: partyOf(actor),
      });
    case 'resolve':
      return works ? change('resolved', { state: 'resolved' }) : refused(texts.deskOnly);
    case 'withdraw':
      return asks ? change('withdrawn', { state: 'withdrawn' }) : refused(texts.requesterOnly);
    case 'comment':
      return works || asks ? change('commented', {}, action.text) : refused(texts.notYours);
    case 'edit':
      return asks
        ? change('edited', { claims: action.claims, description: action.description })
        : refused(texts.requesterOnly);
    case 'add files':
      return asks ? addFiles(ticket, action.files) : refused(texts.requesterOnly);
    case 'hand over':
      if (!asks && !works) return refused(texts.notYours);
      if (ticket.caseNumber === action.caseNumber) return { kind: 'nothing' };
      return change('handed over', { state: 'handed over', caseNumber: action.caseNumber }, action.caseNumber);
  }
}

function alreadySo({ state }: Ticket, { kind }: TicketAction): boolean {
  return (kind === 'resolve' && state === 'resolved') || (kind === 'withdraw' && state === 'withdrawn');
}

/** The same bytes again add nothing. */
function addFiles(ticket: Ticket, files: readonly TicketFile[]): Decision {
  const added = files.filter(({ sha256 }) => !ticket.files.some((file) => file.sha256 === sha256));
  if (added.length === 0) return { kind: 'nothing' };
  if (ticket.files.length + added.length > MOST_FILES) return refused(texts.tooManyFiles(MOST_FILES));
  return change('file added', { files: [...ticket.files, ...added] }, added.map(({ name }) => name).join(', '));
}

const MOST_FILES = 50;

function change(event: EventKind, set: TicketChange['set'], text?: string): Decision {
  return { kind: 'change', change: { event, set, ...(text !== undefined && { text }) } };
}

function refused(why: string): Decision {
  return { kind: 'refused', why };
}

function partyOf({ userId, name }: Party): Party {
  return { userId, name };
}
