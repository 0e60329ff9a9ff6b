/** Why something is taken out, in the words of whoever does it. */
import { UserError } from '../errors.ts';
import { excessOf, type TextLimit } from '../format/characters.ts';

/** The input of a card takes more: a client cuts what is pasted there without a word. */
export const REASON_LIMIT: TextLimit = { characters: 300, bytes: 1_000 };

/** @throws UserError where it is too long, with the numbers */
export function assertReasonFits(reason: string): void {
  const excess = excessOf(reason, REASON_LIMIT);
  if (excess !== undefined) throw new UserError('claim.reason-too-long', excess);
}
