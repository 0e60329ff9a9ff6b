/** What a message means: a press, a file, a command, a claim, or a question. Each kind has its table; silence comes last. */
import type { AssociationHandlers } from '../claims/handlers.ts';
import type { Beside, KnowledgeHandlers } from '../knowledge/handlers.ts';
import type { CommandVerdict } from '../knowledge/verdict.ts';
import type { Rights } from '../people/roles.ts';
import { texts as poeTexts } from '../poe/texts.ts';
import type { FindHandlers } from '../search/handlers.ts';
import type { TicketHandlers } from '../tickets/handlers.ts';
import type { Feedback, Reply, Turn } from '../turn.ts';
import { type Command, commands, openFirst, spellingsOf, TOPICS } from './commands.ts';
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
  /** A search in the compose box, wherever that is. */
  find: FindHandlers['find'];
}

export interface ConversationParts extends Pick<PressParts, 'poe' | 'imports' | 'nudges' | 'announcing'> {
  readonly claims: AssociationHandlers;
  readonly knowledge: KnowledgeHandlers;
  readonly tickets: TicketHandlers;
  readonly files: FileHandlers;
  readonly finding: FindHandlers;
  readonly rights: Rights;
}

/** Small talk that ends a conversation: no menu on top of it. */
const ENDINGS = new Set(['thanks', 'bye']);
/** Commands that show customers' data. */
const SHOWING = new Set(['needs-poe', 'claim']);
/** Letters: shorter words begin too many names. */
const SHORTEST_NAME = 4;
const HELP = /^(?:help|menu|start|\?)?[.!?]*$/i;
const DESK_HERE = /^(?:the |our )?desk (?:is )?here[.!?]*$/i;

export function createConversation(parts: ConversationParts): Conversation {
  const { claims, knowledge, tickets, poe, imports, nudges, announcing, files, rights } = parts;
  const help = async (turn: Turn): Promise<Reply> => ({ card: helpCard(rights.isLead(turn.person)) });
  const commandTable = commands({ claims, knowledge, tickets, nudges, announcing, help });
  const intentTable = intents({ claims, knowledge, tickets, nudges, announcing, help });
  const pressTable = presses({
    claims,
    knowledge,
    tickets,
    poe,
    imports,
    nudges,
    announcing,
    help,
    importAsPoe: files.importAsPoe,
    addToTicket: files.addToTicket,
  });

  /** The claim or the ticket whose ID stands somewhere in the words. */
  async function mentioned(turn: Turn): Promise<Beside['mentioned']> {
    const ids = idsIn(turn.text);
    const claim = await claims.findMentioned(turn, ids);
    if (claim !== undefined) {
      const button = { title: texts.openClaim(claim.claimId), verb: 'claim.open', data: { claim: claim._id } } as const;
      return { show: () => claims.open(turn, { claim: claim._id, workloadPage: 0 }), button };
    }
    for (const id of ids) {
      const ticket = await tickets.findNamed(turn, id);
      if (ticket === undefined) continue;
      const data = { ticket: String(ticket.number) };
      const button = { title: texts.openTicket(ticket.number), verb: 'ticket.open', data } as const;
      return { show: () => tickets.open(turn, { ticket: ticket.number }), button };
    }
    return undefined;
  }

  async function carriedOut(turn: Turn, { command, subject, isName }: CommandVerdict): Promise<Reply> {
    return (await intentTable[command]?.(turn, subject ?? '', isName)) ?? help(turn);
  }

  async function personal(turn: Turn): Promise<Reply> {
    for (const { pattern, handle } of commandTable) {
      const match = pattern.exec(turn.text);
      const reply = match === null ? undefined : await handle(turn, match);
      if (reply !== undefined) return reply;
    }
    const opened = await openFirst(claims, turn, spellingsOf(turn.text));
    if (opened !== undefined) return opened;
    if (!hasWords(turn.text)) return { text: texts.notUnderstood, ...(await help(turn)) };
    const named = (name: string) =>
      name.length < SHORTEST_NAME ? Promise.resolve(undefined) : claims.openCustomer(turn, name, 'whole words');
    const found = await mentioned(turn);
    const understood = await knowledge.ask(turn, { named, mentioned: found });
    switch (understood.kind) {
      case 'reply':
        if (understood.also === undefined) return understood.reply;
        // Two things were asked: the answer first, then what is to be shown.
        await turn.say(understood.reply);
        return carriedOut(turn, understood.also);
      case 'smalltalk':
        return {
          text: understood.text,
          ...(ENDINGS.has(understood.name) ? { card: shortHelpCard() } : await help(turn)),
        };
      case 'command':
        return SHOWING.has(understood.command) && found !== undefined ? found.show() : carriedOut(turn, understood);
    }
  }

  /** Where others read along: only questions are answered, customers' data goes to the personal chat (DESIGN 6). */
  async function public_(turn: Turn): Promise<Reply> {
    if (DESK_HERE.test(turn.text)) return tickets.nameDesk(turn);
    if (TOPICS.test(turn.text)) return knowledge.topics();
    if (HELP.test(turn.text) || !hasWords(turn.text)) return publicHelp();
    if (looksLikeId(turn.text) || commandTable.some((command) => isPlainly(command, turn.text)))
      return { text: texts.personalOnly };
    const understood = await knowledge.ask(turn);
    switch (understood.kind) {
      case 'reply':
        return understood.reply;
      case 'smalltalk':
        return { text: understood.text };
      case 'command':
        if (understood.command === 'topics') return knowledge.topics();
        if (understood.command === 'help') return publicHelp();
        return { text: SHOWING.has(understood.command) ? texts.personalOnly : texts.inPersonalChat };
    }
  }

  const publicHelp = (): Reply => ({ text: texts.publicHelp, card: knowledge.choices([]) });

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

    find: parts.finding.find,

    async installed(turn) {
      return turn.scope === 'personal' ? { card: welcomeCard(rights.isLead(turn.person)) } : publicHelp();
    },
  };
}

/** A command as it is meant to be typed; "show …" and "claim …" may begin a question too. */
function isPlainly({ name, pattern }: Command, text: string): boolean {
  const match = pattern.exec(text);
  if (match === null || name === 'show') return false;
  return name !== 'claim' || /^\S*\p{N}\S*$/u.test((match.groups?.id ?? '').trim());
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
