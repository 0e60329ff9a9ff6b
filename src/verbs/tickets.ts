import { z } from 'zod';
import { idField, inputField, pageField, textField } from './fields.ts';

const ticket = z.coerce.number().int().min(1).max(999_999_999);
const ticketForm = z.object({
  once: idField,
  topic: inputField(100),
  issue: inputField(100),
  claims: textField,
  description: textField,
  accepted: inputField(1_000),
});
/** Inputs of the same card come along and are left aside. */
const ticketMark = z.object({ ticket, once: idField });

export const ticketVerbs = {
  /** The form, filled as far as it is known: for a claim (by its id), for a question that got no answer (its words). */
  'ticket.form': z.object({ claim: inputField(100), issue: inputField(100), question: inputField(2_000) }),
  /** `accepted`: digests of unknown claim IDs that the person has been warned of. */
  'ticket.submit': ticketForm,
  'ticket.save': ticketForm.extend({ ticket }),
  tickets: z.object({ page: pageField, only: z.literal('undelivered').optional().catch(undefined) }),
  /** For leads: sends one ticket again to the places that it did not reach, or all such tickets. */
  'ticket.resend': ticketMark,
  'tickets.resend': z.object({ once: idField }),
  'ticket.open': z.object({ ticket }),
  'ticket.edit': z.object({ ticket }),
  'ticket.hand-over': z.object({ ticket }),
  'ticket.case': ticketMark.extend({ caseNumber: textField }),
  'ticket.comment': ticketMark.extend({ comment: textField }),
  'ticket.take': ticketMark,
  'ticket.resolve': ticketMark,
  'ticket.withdraw': ticketMark,
  'ticket.reopen': ticketMark,
} as const;

export type TicketVerb = keyof typeof ticketVerbs;
