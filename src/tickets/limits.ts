/** How long what people write on a ticket may be: the same in the form, in the store and on the card. Pure. */
import { UserError } from '../errors.ts';
import { excessOf, type TextLimit } from '../format/characters.ts';

/**
 * The inputs of the cards take more: a client cuts what is pasted there without a word. What is too long is refused here, with the numbers.
 * Scripts of three bytes a character fit; what takes more, such as a text of nothing but emoji, comes to fewer characters.
 */
export const TICKET_LIMITS = {
  description: { characters: 4_000, bytes: 12_600 },
  claims: { characters: 1_500, bytes: 4_500 },
  comment: { characters: 1_000, bytes: 3_500 },
  'case number': { characters: 100, bytes: 400 },
} as const satisfies Record<string, TextLimit>;

/** @throws UserError with the numbers where the text does not fit */
export function assertFits(what: keyof typeof TICKET_LIMITS, text: string): void {
  const excess = excessOf(text, TICKET_LIMITS[what]);
  if (excess !== undefined) throw new UserError('ticket.too-long', { what, ...excess });
}
