import { z } from 'zod';
import { id, input, page } from './fields.ts';

const ticket = z.coerce.number().int().min(1).max(999_999_999);
const ticketForm = z.object({
  once: id,
  topic: input(100),
  issue: input(100),
  claims: input(4_000),
  description: input(8_000),
  accepted: input(4_000),
});
/** Inputs of the same card come along and are left aside. */
const ticketMark = z.object({ ticket, once: id });

export const ticketVerbs = {
  /** The form, filled as far as it is known: for a claim (by its id), for a question that got no answer. */
  'ticket.form': z.object({ claim: input(100), issue: input(100), asked: input(100) }),
  /** `accepted`: unknown claim IDs that the person has been warned of, as they stood. */
  'ticket.submit': ticketForm,
  'ticket.save': ticketForm.extend({ ticket }),
  tickets: z.object({ page, only: z.literal('undelivered').optional().catch(undefined) }),
  /** For leads: sends one ticket again to the places that it did not reach, or all such tickets. */
  'ticket.resend': ticketMark,
  'tickets.resend': z.object({ once: id }),
  'ticket.open': z.object({ ticket }),
  'ticket.edit': z.object({ ticket }),
  'ticket.hand-over': z.object({ ticket }),
  'ticket.case': ticketMark.extend({ caseNumber: input(200) }),
  'ticket.comment': ticketMark.extend({ comment: input(4_000) }),
  'ticket.take': ticketMark,
  'ticket.resolve': ticketMark,
  'ticket.withdraw': ticketMark,
  'ticket.reopen': ticketMark,
} as const;

export type TicketVerb = keyof typeof ticketVerbs;
