/** The customer, claim or number that a command names: what follows the words that lead up to it. Pure. */
import type { Cues } from './cues.ts';
import { AROUND_SUBJECT } from './tuning.ts';

/** "Show me the claim of Fort & Co. please" → Fort & Co; undefined where nothing follows, or where nothing may (no lead). */
export function subjectOf(
  text: string,
  lead: ReadonlySet<string>,
  { courtesyAfter }: Pick<Cues, 'courtesyAfter'>,
): string | undefined {
  if (lead.size === 0) return undefined;
  const words = text.trim().split(/\s+/u);
  const first = words.findIndex((word) => !lead.has(word.replace(/[^\p{L}]/gu, '').toLowerCase()));
  if (first === -1) return undefined;
  const subject = words
    .slice(first)
    .join(' ')
    .replace(AROUND_SUBJECT, '')
    .replace(courtesyAfter, '')
    .replace(AROUND_SUBJECT, '');
  return subject === '' ? undefined : subject;
}
