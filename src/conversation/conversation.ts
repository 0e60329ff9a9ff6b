/** What a message means: a press, a file, a command, or none of these. Each kind has its table; `unhandled` is last. */
import type { AssociationHandlers } from '../associations/handlers.ts';
import type { Rights } from '../people/roles.ts';
import { texts as poeTexts } from '../poe/texts.ts';
import type { Reply, Turn } from '../turn.ts';
import { commands, openFirst, spellingsOf } from './commands.ts';
import type { FileHandlers } from './files.ts';
import { helpCard, welcomeCard } from './intro.ts';
import { type PressParts, presses, route } from './presses.ts';
import { texts } from './texts.ts';

export interface Conversation {
  message(turn: Turn): Promise<Reply>;
  press(turn: Turn, verb: unknown, data: unknown): Promise<Reply>;
  installed(turn: Turn): Promise<Reply>;
}

export interface ConversationParts extends Pick<PressParts, 'poe' | 'imports'> {
  readonly claims: AssociationHandlers;
  readonly files: FileHandlers;
  readonly rights: Rights;
}

export function createConversation({ claims, poe, imports, files, rights }: ConversationParts): Conversation {
  const help = async (turn: Turn): Promise<Reply> => ({ card: helpCard(rights.isLead(turn.person)) });
  const commandTable = commands(claims, help);
  const pressTable = presses({ claims, poe, imports, help, importAsPoe: files.importAsPoe });

  return {
    async message(turn) {
      if (turn.files.length > 0)
        return turn.scope === 'personal' ? files.receive(turn) : { text: poeTexts.personalOnly };
      // Customer data goes to the personal chat (DESIGN 6); there is nothing yet to ask elsewhere.
      if (turn.scope !== 'personal') return { text: texts.personalOnly };
      for (const { pattern, handle } of commandTable) {
        const match = pattern.exec(turn.text);
        if (match !== null) return handle(turn, match);
      }
      return (
        (await openFirst(claims, turn, spellingsOf(turn.text))) ?? { text: texts.notUnderstood, ...(await help(turn)) }
      );
    },

    async press(turn, verb, data) {
      if (turn.scope !== 'personal') return { text: texts.personalOnly };
      return (await route(pressTable, verb, data)?.(turn)) ?? { text: texts.goneButton };
    },

    async installed(turn) {
      return turn.scope === 'personal'
        ? { card: welcomeCard(rights.isLead(turn.person)) }
        : { text: texts.personalOnly };
    },
  };
}
