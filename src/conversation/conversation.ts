/** What a message means: a press, a file, a command, a claim, or a question. Each kind has its table; silence comes last. */
import type { AssociationHandlers } from '../associations/handlers.ts';
import type { KnowledgeHandlers } from '../knowledge/handlers.ts';
import type { Rights } from '../people/roles.ts';
import { texts as poeTexts } from '../poe/texts.ts';
import type { Feedback, Reply, Turn } from '../turn.ts';
import { commands, openFirst, spellingsOf } from './commands.ts';
import type { FileHandlers } from './files.ts';
import { intents } from './intents.ts';
import { helpCard, shortHelpCard, welcomeCard } from './intro.ts';
import { isPublic, type PressParts, presses, route } from './presses.ts';
import { idsIn, looksLikeId } from './subjects.ts';
import { texts } from './texts.ts';

export interface Conversation {
  message(turn: Turn): Promise<Reply>;
  press(turn: Turn, verb: unknown, data: unknown): Promise<Reply>;
  /** A thumb under one of the bot's answers. */
  feedback(turn: Turn, feedback: Feedback): Promise<void>;
  installed(turn: Turn): Promise<Reply>;
}

export interface ConversationParts extends Pick<PressParts, 'poe' | 'imports'> {
  readonly claims: AssociationHandlers;
  readonly knowledge: KnowledgeHandlers;
  readonly files: FileHandlers;
  readonly rights: Rights;
}

/** Small talk that ends a conversation: no menu on top of it. */
const ENDINGS = new Set(['thanks', 'bye']);
const HELP = /^(?:help|menu|start|\?)?[.!?]*$/i;
const TOPICS = /^(?:see |show )?(?:the )?topics[.!?]*$/i;

export function createConversation(parts: ConversationParts): Conversation {
  const { claims, knowledge, poe, imports, files, rights } = parts;
  const help = async (turn: Turn): Promise<Reply> => ({ card: helpCard(rights.isLead(turn.person)) });
  const commandTable = commands(claims, knowledge, help);
  const intentTable = intents({ claims, knowledge, help });
  const pressTable = presses({ claims, knowledge, poe, imports, help, importAsPoe: files.importAsPoe });

  async function personal(turn: Turn): Promise<Reply> {
    for (const { pattern, handle } of commandTable) {
      const match = pattern.exec(turn.text);
      const reply = match === null ? undefined : await handle(turn, match);
      if (reply !== undefined) return reply;
    }
    const claim =
      (await openFirst(claims, turn, spellingsOf(turn.text))) ?? (await claims.openMentioned(turn, idsIn(turn.text)));
    if (claim !== undefined) return claim;
    if (!hasWords(turn.text)) return { text: texts.notUnderstood, ...(await help(turn)) };
    const understood = await knowledge.ask(turn, (name) => claims.openCustomer(turn, name));
    switch (understood.kind) {
      case 'reply':
        return understood.reply;
      case 'smalltalk':
        return {
          text: understood.text,
          ...(ENDINGS.has(understood.name) ? { card: shortHelpCard() } : await help(turn)),
        };
      case 'command': {
        const intent = intentTable[understood.command];
        return intent?.(turn, understood.subject ?? '') ?? help(turn);
      }
    }
  }

  /** Where others read along: only questions are answered, customers' data goes to the personal chat (DESIGN 6). */
  async function public_(turn: Turn): Promise<Reply> {
    if (TOPICS.test(turn.text)) return knowledge.topics();
    if (HELP.test(turn.text) || !hasWords(turn.text)) return { text: texts.publicHelp, card: knowledge.choices([]) };
    if (looksLikeId(turn.text)) return { text: texts.personalOnly };
    const understood = await knowledge.ask(turn);
    if (understood.kind === 'reply') return understood.reply;
    if (understood.kind === 'smalltalk') return { text: understood.text };
    return { text: texts.personalOnly };
  }

  return {
    async message(turn) {
      if (turn.files.length > 0)
        return turn.scope === 'personal' ? files.receive(turn) : { text: poeTexts.personalOnly };
      return turn.scope === 'personal' ? personal(turn) : public_(turn);
    },

    async press(turn, verb, data) {
      if (turn.scope !== 'personal' && !isPublic(verb)) return { text: texts.personalOnly };
      return (await route(pressTable, verb, data)?.(turn)) ?? { text: texts.goneButton };
    },

    feedback: knowledge.feedback,

    async installed(turn) {
      return turn.scope === 'personal'
        ? { card: welcomeCard(rights.isLead(turn.person)) }
        : { text: texts.publicHelp, card: knowledge.choices([]) };
    },
  };
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
