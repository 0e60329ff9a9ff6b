/** The form of a ticket in the chat: filled as far as it is known, submitted, saved. */
import type { ClaimService } from '../claims/service.ts';
import { idsIn, possibleIdsIn } from '../format/subjects.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import type { DeskService } from './desk-service.ts';
import { acceptedIds, assertFormFits, enteredIn, type TicketFormInput } from './form.ts';
import { formCard } from './form-card.ts';
import type { TicketReplies } from './replies.ts';
import type { TicketService } from './service.ts';
import { ticketTexts } from './texts.ts';
import { TICKET_ISSUES, ticketName } from './ticket.ts';

/** Words. A longer request for a ticket tells what it is about: "please open a support ticket for claim CLM-1" has eight. */
const LONGEST_BARE_REQUEST = 9;

export interface TicketFormHandlers {
  form(turn: Turn, data: VerbData<'ticket.form'>): Promise<Reply>;
  /** The form, for claims named in words, or for a question in words. */
  formFor(
    turn: Turn,
    prefill: { readonly claims?: string; readonly description?: string; readonly issue?: string },
  ): Promise<Reply>;
  /** The form, for what somebody asked in free words: with the claims that they name, and with why, as they told it. */
  formAsked(turn: Turn): Promise<Reply>;
  submit(turn: Turn, data: VerbData<'ticket.submit'>): Promise<Reply>;
  /** The form, to change a ticket. */
  edit(turn: Turn, data: VerbData<'ticket.edit'>): Promise<Reply>;
  save(turn: Turn, data: VerbData<'ticket.save'>): Promise<Reply>;
}

export interface TicketFormHandlerOptions {
  readonly service: TicketService;
  readonly desks: DeskService;
  readonly replies: TicketReplies;
  readonly claims: ClaimService;
  readonly newKey: () => string;
}

export function ticketFormHandlers(options: TicketFormHandlerOptions): TicketFormHandlers {
  const { service, desks, replies, claims, newKey } = options;

  const formFor: TicketFormHandlers['formFor'] = async (
    { locale },
    { claims: named = '', description = '', issue = '' },
  ) => {
    const known = TICKET_ISSUES.some((one) => one === issue) ? issue : '';
    const entered: TicketFormInput = { topic: '', issue: known, claims: named, description, accepted: '' };
    return { card: formCard(entered, { idempotencyKey: newKey(), locale }) };
  };

  /** What was entered as a ticket's content, or the form again with what is to be put right. */
  async function checked({ person, locale }: Turn, data: VerbData<'ticket.submit'> | VerbData<'ticket.save'>) {
    const entered = enteredIn(data);
    assertFormFits(entered);
    const result = await service.check(person, entered);
    if ('input' in result) return result;
    const { problems, accepted } = result;
    const ticket = 'ticket' in data ? data.ticket : undefined;
    const card = formCard({ ...entered, accepted }, { idempotencyKey: data.once, ticket, problems, locale });
    return { again: { card } };
  }

  return {
    async form(turn, { claim, issue = '', question }) {
      const named = claim ? await claims.open(turn.person, claim) : undefined;
      const fromQuestion = question ? ticketTexts(turn.locale).fromQuestion(question) : '';
      const description = issue === 'disassociation' ? ticketTexts(turn.locale).disassociationDraft : fromQuestion;
      return formFor(turn, { claims: named?.claimId ?? '', issue, description });
    },

    formFor,

    async formAsked(turn) {
      // What was named may be a claim or just a word: only what has a digit goes into the form.
      const written = idsIn(turn.text);
      const known = await claims.findVisible(turn.person, possibleIdsIn(turn.text));
      const named = [
        ...new Map([...known.map(({ claimId }) => claimId), ...written].map((id) => [id.toLowerCase(), id])).values(),
      ];
      const tellsWhy = turn.written.split(/\s+/u).length > LONGEST_BARE_REQUEST;
      return formFor(turn, { claims: named.join(', '), description: tellsWhy ? turn.written : '' });
    },

    async submit(turn, data) {
      const result = await checked(turn, data);
      if ('again' in result) return result.again;
      const ticket = await service.open(turn.person, data.once, result.input, turn.cardId);
      const desk = await desks.hasDesk(turn.tenantId);
      const texts = ticketTexts(turn.locale);
      const remark = (desk ? texts.submitted : texts.noDesk)(ticketName(ticket));
      return { ...(await replies.ticket(turn, ticket, remark)), ...(desk && { needs: 'unasked' }) };
    },

    async edit(turn, data) {
      const { number, topic, issue, claims: named, description } = await service.ticket(turn.person, data.ticket);
      const unknown = named.filter(({ known }) => !known).map(({ claimId }) => claimId);
      const entered: TicketFormInput = {
        topic,
        issue,
        claims: named.map(({ claimId }) => claimId).join(', '),
        description,
        accepted: acceptedIds(unknown),
      };
      return { card: formCard(entered, { idempotencyKey: newKey(), ticket: number, locale: turn.locale }) };
    },

    async save(turn, data) {
      const result = await checked(turn, data);
      if ('again' in result) return result.again;
      const { claims: named, description } = result.input;
      return replies.act(turn, data, { kind: 'edit', claims: named, description });
    },
  };
}
