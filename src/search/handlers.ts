/** What a search in the compose box shows: lines to choose from, or a sentence. */
import type { Turn } from '../turn.ts';
import { foundItem } from './cards.ts';
import type { SearchService } from './service.ts';
import { searchTexts } from './texts.ts';
import type { SearchAnswer } from './views.ts';

export interface SearchHandlers {
  /** `text`: what was typed; empty before anything is. The answer is the asker's alone, in whatever chat they search. */
  find(turn: Turn, text: string): Promise<SearchAnswer>;
}

export function searchHandlers(service: SearchService): SearchHandlers {
  return {
    async find({ person }, text) {
      const findings = await (text === '' ? service.own(person) : service.find(person, text));
      if (findings.length > 0) return { items: findings.map(foundItem) };
      // Without a word from the roster next to nothing is theirs to see, and it tells only where the bot is a member.
      if (person.rosterAt === undefined) return { items: [], message: searchTexts.unknownPerson };
      return { items: [], message: text === '' ? searchTexts.nothingTyped : searchTexts.nothing };
    },
  };
}
