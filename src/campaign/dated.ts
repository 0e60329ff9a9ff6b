import { dayText } from '../format/day.ts';
import type { Campaign } from './campaign.ts';

/** A text about a notice with the campaign's dates in the place of `{deadline}` and `{effective}`. */
export function dated(text: string, { deadline, effective }: Campaign, locale: string): string {
  return text.replaceAll('{deadline}', dayText(deadline, locale)).replaceAll('{effective}', dayText(effective, locale));
}
