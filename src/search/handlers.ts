/** What a search in the compose box shows: lines to choose from, or a sentence. */
import type { Turn } from '../turn.ts';
import { foundItem } from './cards.ts';
import type { SearchService } from './service.ts';
import { searchTexts } from './texts.ts';
import type { SearchAnswer } from './views.ts';

export interface SearchHandlers {
  /** `text`: what was typed; empty before anything is. Only the searcher sees the answer, in whatever chat it is. */
  find(turn: Turn, text: string): Promise<SearchAnswer>;
}

export function searchHandlers(service: SearchService): SearchHandlers {
  return {
    async find({ person, locale }, text) {
      const hits = await (text === '' ? service.own(person) : service.find(person, text));
      if (hits.length > 0) return { items: hits.map((hit) => foundItem(hit, locale)) };
      // A person whom no roster has shown sees nearly nothing, and the bot reads rosters only where it is a member.
      if (person.rosterAt === undefined) return { items: [], message: searchTexts(locale).unknownPerson };
      return { items: [], message: text === '' ? searchTexts(locale).nothingTyped : searchTexts(locale).nothing };
    },
  };
}
