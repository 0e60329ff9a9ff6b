/** What is kept of people, in the chat: what they say and press, into use cases and cards. */
import type { Reply, Turn } from '../turn.ts';
import { deleteDataCard, deletedDataCard, keptDataCard } from './cards.ts';
import type { PersonalDataService } from './service.ts';

export interface PersonalDataHandlers {
  show(turn: Turn): Promise<Reply>;
  /** What goes and what stays, before it does. */
  ask(turn: Turn): Promise<Reply>;
  forget(turn: Turn): Promise<Reply>;
}

export function personalDataHandlers(service: PersonalDataService): PersonalDataHandlers {
  return {
    show: async (turn) => ({ card: keptDataCard(await service.keptOf(turn.person), turn) }),
    ask: async (turn) => ({ card: deleteDataCard(await service.keptOf(turn.person), turn) }),
    forget: async (turn) => {
      await service.forget(turn.person);
      return { card: deletedDataCard(turn.locale) };
    },
  };
}
