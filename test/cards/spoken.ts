/** The cards of one story, as the bot draws them for people of a language. */
import type { Sample } from '../../scripts/gallery/page.ts';
import { openWorld } from '../e2e/world.ts';
import { longerCard } from '../support/longer.ts';
import { SPOKEN_ENV, spokenStory } from '../support/spoken-story.ts';

/** @param language also "longer": English with words that are 40 % longer */
export async function readSpoken(language: string): Promise<Sample[]> {
  const world = await openWorld('sqlite', { env: SPOKEN_ENV });
  try {
    const steps = await spokenStory(world, language === 'longer' ? 'en' : language);
    return steps.flatMap(({ name, card }) =>
      card === undefined
        ? []
        : [{ name: name.replaceAll(' ', '-'), card: language === 'longer' ? (longerCard(card) as object) : card }],
    );
  } finally {
    await world.dispose();
  }
}
