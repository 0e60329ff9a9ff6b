/** What the cards of this room have in common. Pure. */
import { type Campaign, campaignFacts } from '../campaign/campaign.ts';
import { deadlineText } from '../campaign/texts.ts';
import { jsonBytes, shorten } from '../format/shorten.ts';
import type { Reader } from '../turn.ts';
import type { AnnounceCounts } from './card-facts.ts';
import { texts } from './texts.ts';
import type { Figure } from './views.ts';

/** Who reads a card, and when by the campaign clock. */
export type Viewer = Reader & { readonly now: Date };

/** Bytes of JSON that things may take: names come at any length, and a card has to stay below 28 KB. */
export const SPACE = {
  name: 80,
  text: 100,
  part: 60,
  names: 1_500,
  line: 4_000,
  choices: 2_500,
  choice: 200,
  remark: 900,
} as const;

/** Lines of a text that are drawn as such. */
const LINES = 12;

export function campaignLine(campaign: Campaign, { now, timeZone, locale }: Viewer): string {
  return deadlineText(campaign, campaignFacts(campaign, now, timeZone), locale);
}

/** Somebody's name. */
export function nameText(name: string): string {
  return name.trim() === '' ? texts.somebody : shorten(name, SPACE.name);
}

export function figure(n: number, label: string, locale: string, warn = false): Figure {
  return { value: n.toLocaleString(locale), label, warn: warn && n > 0 };
}

/** What a lead wrote, line by line, in quotation marks; no lines where they wrote nothing. */
export function quoted(text: string): string[] {
  const written = shorten(text.trim(), SPACE.line);
  if (written === '') return [];
  const lines = `“${written}”`.split(/\s*\n\s*/);
  if (lines.length <= LINES) return lines;
  return [...lines.slice(0, LINES - 1), lines.slice(LINES - 1).join(' ')];
}

/** Who cannot be reached, by name and reason, and how many more. */
export function unreachedNotes(
  { unreached, unreachedInAll }: Pick<AnnounceCounts, 'unreached' | 'unreachedInAll'>,
  locale: string,
): string[] {
  let left: number = SPACE.names;
  const named = unreached
    .map(({ name, reach }) => ({ name: nameText(name), reach }))
    .filter(({ name }) => {
      left -= jsonBytes(name) + 2;
      return left >= 0;
    });
  const rest = Math.max(unreachedInAll, unreached.length) - named.length;
  const notes = (['never installed', 'blocked'] as const).flatMap((why) => {
    const names = named.filter(({ reach }) => reach === why).map(({ name }) => name);
    return names.length === 0 ? [] : [texts.unreached[why](names.join(', '))];
  });
  return rest > 0 ? [...notes, texts.unreachedMore(rest, locale)] : notes;
}
