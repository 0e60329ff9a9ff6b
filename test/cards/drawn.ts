/** Every card with each of its samples, as it is drawn. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sample } from '../../scripts/gallery/page.ts';
import { linkTo } from '../../src/cards/tab-link.ts';
import type { Language } from '../../src/language/language.ts';
import { createRenderer } from '../../src/teams/render.ts';
import { wordsOf } from './words.ts';

const CARDS = join(import.meta.dirname, '../../adaptive-cards');

/** Those that have a link to the tab. */
const IN_TAB: ReadonlySet<string> = new Set(['claim', 'digest', 'needs-poe', 'nudge', 'ticket', 'tickets']);

/**
 * @param names of templates; none: all
 * @param language of their fixed words; what the samples hold is in English
 */
export function drawnSamples(names: readonly string[] = [], language: Language = 'en'): Sample[] {
  const render = createRenderer(CARDS, () => 'https://teams.microsoft.com/l/entity/…');
  return readdirSync(CARDS)
    .filter((file) => file.endsWith('.sample.json'))
    .map((file) => file.replace(/\.sample\.json$/, ''))
    .filter((name) => names.length === 0 || names.includes(name.replace(/\..*$/, '')))
    .sort()
    .map((name) => {
      const data = JSON.parse(readFileSync(join(CARDS, `${name}.sample.json`), 'utf8'));
      const template = name.replace(/\..*$/, '');
      return {
        name,
        card: render({
          template,
          words: wordsOf(template, language),
          data,
          ...(IN_TAB.has(template) && { inTab: linkTo('', language) }),
        }).toJSON(),
      };
    });
}
