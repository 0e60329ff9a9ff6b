/** Tells where a letter begins. Pure. */
import { anyOf, fold } from '../../documents/fold.ts';
import { SALUTATIONS } from './tuning.ts';

const SALUTATION = new RegExp(`^\\W*${anyOf(SALUTATIONS).source}`, 'u');
const MOST_WORDS = 8;

export function isSalutation(text: string): boolean {
  return text.split(/\s+/).length <= MOST_WORDS && !/:\s*\S/.test(text) && SALUTATION.test(fold(text));
}
