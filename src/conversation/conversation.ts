/**
 * Who answers a message or a press. In a personal chat a message is, in this order: files, a command as it is typed, the ID of
 * something, a question on the notice or an intent in free words. Where others read along, only what shows no customers' data is answered.
 */
import { StoreAwayError } from '../errors.ts';
import type { Command, Feature } from '../feature.ts';
import { plainSigns } from '../format/plain-signs.ts';
import { looksLikeId, possibleIdsIn } from '../format/subjects.ts';
import type { Answers, CommandVerdict } from '../knowledge/feature.ts';
import type { Rights } from '../people/roles.ts';
import { type Problem, problemText } from '../problems/index.ts';
import type { Search } from '../search/feature.ts';
import type { Feedback, FileConsent, Reply, Turn } from '../turn.ts';
import { isVerb, verbSchemas } from '../verbs/index.ts';
import type { IntroVerb } from '../verbs/intro.ts';
import {
  collectCommands,
  collectIntents,
  collectPresses,
  collectProblems,
  firstFound,
  type Unhandled,
} from './collect.ts';
import { createIntro } from './intro.ts';
import { introTexts } from './texts.ts';

export interface Conversation {
  message(turn: Turn): Promise<Reply>;
  press(turn: Turn, verb: unknown, data: unknown): Promise<Reply>;
  /** What a person says to a file that the bot offered. */
  fileConsent(turn: Turn, consent: FileConsent): Promise<Reply>;
  /** A thumb under one of the bot's answers. */
  feedback(turn: Turn, feedback: Feedback): Promise<void>;
  installed(turn: Turn): Promise<Reply>;
  /** The sentence for what the person can put right; undefined for a problem that no feature has words for. */
  problemText(problem: Problem, locale: string): string | undefined;
  /** A search in the compose box, wherever that is. */
  find: Search['find'];
}

export interface ConversationOptions {
  readonly answers: Answers;
  /** Takes in the files of a message. */
  readonly receiveFiles: (turn: Turn) => Promise<Reply>;
  /** Hands a file out, where a person consents to it. */
  readonly fileConsent: Conversation['fileConsent'];
  readonly find: Search['find'];
  readonly rights: Rights;
}

/** Small talk that ends a conversation: no menu on top of it. */
const ENDINGS = new Set(['thanks', 'bye']);
/** Letters. Shorter words are the beginning of too many names. */
const SHORTEST_NAME = 4;

/**
 * @param features in the order in which help shows them, and in which they are asked for what a message names
 * @param _unhandled takes no argument. Where a verb has no handler or a problem no sentence, its type demands one that cannot be
 * given, so that the call does not compile and the compiler's message names it.
 * @throws OperatorError where the intents that the classifier knows and those that the features handle differ
 * @throws ProgrammingError where two features handle the same verb, intent or problem
 */
export function createConversation<const F extends readonly Feature[]>(
  features: F,
  { answers, receiveFiles, fileConsent, find, rights }: ConversationOptions,
  ..._unhandled: [Unhandled<F, IntroVerb>] extends [never] ? [] : [unhandled: Unhandled<F, IntroVerb>]
): Conversation {
  const intro = createIntro(features, rights, answers.choices);
  const all: readonly Feature[] = [intro, ...features];
  const presses = collectPresses(all);
  const problems = collectProblems(all);
  const commands = collectCommands(all);
  const personalCommands = commands.filter(({ where }) => where !== 'groups');
  const publicCommands = commands.filter(({ where }) => where !== undefined);
  const intents = collectIntents(all, answers.intentNames);

  async function runIntent(turn: Turn, verdict: CommandVerdict): Promise<Reply> {
    const { command, subject = '', isName, strangeWords } = verdict;
    return (await intents.get(command)?.handle(turn, { text: subject, isName, strangeWords })) ?? intro.showHelp(turn);
  }

  /** The answer to a question or a command; undefined for other words. */
  async function answeredBeside(turn: Turn): Promise<Reply | undefined> {
    return turn.text.includes('?') ? inPersonalChat(turn) : runCommand(personalCommands, turn);
  }

  async function inPersonalChat(turn: Turn): Promise<Reply> {
    const reply =
      (await runCommand(personalCommands, turn)) ??
      (await firstFound(features, (finds) => finds.exactly?.(turn, turn.text)));
    if (reply !== undefined) return reply;
    if (!hasWords(turn.text)) {
      const text = turn.holdsMore ? introTexts(turn.locale).notYourWords : introTexts(turn.locale).notUnderstood;
      return { text, ...(await intro.showHelp(turn)) };
    }
    const mentioned = await firstFound(features, (finds) => finds.mentioned?.(turn, possibleIdsIn(turn.text)));
    const named = async (name: string): Promise<Reply | undefined> =>
      name.length < SHORTEST_NAME ? undefined : firstFound(features, (finds) => finds.named?.(turn, name));
    const namedAmid = (strangeWords: readonly string[]): Promise<Reply | undefined> =>
      firstFound(features, (finds) => finds.namedAmid?.(turn, strangeWords));
    const understood = await answers.ask(turn, { named, namedAmid, mentioned });
    switch (understood.kind) {
      case 'reply':
        if (understood.secondaryCommand === undefined) return understood.reply;
        // The message asked something and gave a command: the answer first, then what the command shows.
        await turn.say(understood.reply);
        return runIntent(turn, understood.secondaryCommand);
      case 'smalltalk':
        return {
          text: understood.text,
          ...(ENDINGS.has(understood.name) ? { card: intro.shortHelp(turn.locale) } : await intro.showHelp(turn)),
        };
      case 'command':
        return intents.get(understood.command)?.showsClaims && mentioned !== undefined
          ? mentioned.show()
          : runIntent(turn, understood);
    }
  }

  /**
   * Where others read along: questions are answered, and customers' data is kept to the personal chat (docs/design.md, "Who may do what").
   */
  async function inPublic(turn: Turn): Promise<Reply> {
    const reply = await runCommand(publicCommands, turn);
    if (reply !== undefined) return reply;
    if (!hasWords(turn.text))
      return turn.holdsMore ? { text: introTexts(turn.locale).notYourWords } : intro.showHelp(turn);
    const texts = spellingsOf(turn.text);
    if (looksLikeId(turn.text) || commands.some((command) => isCommand(texts, command)))
      return { text: introTexts(turn.locale).personalOnly };
    const understood = await answers.ask(turn);
    switch (understood.kind) {
      case 'reply':
        return understood.reply;
      case 'smalltalk':
        return { text: understood.text };
      case 'command': {
        const intent = intents.get(understood.command);
        if (intent?.everywhere) return runIntent(turn, understood);
        return {
          text: intent?.showsClaims ? introTexts(turn.locale).personalOnly : introTexts(turn.locale).inPersonalChat,
        };
      }
    }
  }

  /** Where the store is away, what the notice says is answered all the same. */
  async function orFromNotice(turn: Turn, answer: (turn: Turn) => Promise<Reply>): Promise<Reply> {
    let hasSpoken = false;
    const speaking: Turn = {
      ...turn,
      say(reply) {
        hasSpoken = true;
        return turn.say(reply);
      },
    };
    try {
      return await answer(speaking);
    } catch (error) {
      // Where something was said already, the answer was among it.
      const reply = error instanceof StoreAwayError && !hasSpoken ? await answers.askNotice(turn) : undefined;
      if (reply === undefined) throw error;
      turn.log.warn({ err: error }, 'answered without the store');
      return reply;
    }
  }

  return {
    async message(turn) {
      if (turn.files.length === 0) return orFromNotice(turn, turn.scope === 'personal' ? inPersonalChat : inPublic);
      // Words beside a file say what it is for. Where there was none to take, they may be all that the message was about.
      const onlyWords = hasWords(turn.text) && turn.files.every(({ source }) => source === 'none');
      const isPersonal = turn.scope === 'personal';
      if (!isPersonal || !turn.surface.files)
        return onlyWords
          ? orFromNotice(turn, isPersonal ? inPersonalChat : inPublic)
          : { text: introTexts(turn.locale).filesInPersonalChat, needs: 'files' };
      const reply = await receiveFiles(turn);
      const besides = onlyWords ? await answeredBeside(turn) : undefined;
      if (besides === undefined) return reply;
      await turn.say(reply);
      return besides;
    },

    async press(turn, verb, data) {
      const press = isVerb(verb) ? presses.get(verb) : undefined;
      if (turn.scope !== 'personal' && !press?.everywhere) return { text: introTexts(turn.locale).personalOnly };
      const checked = isVerb(verb) ? verbSchemas[verb].safeParse(data ?? {}) : undefined;
      return press && checked?.success
        ? press.handle(turn, checked.data)
        : { text: introTexts(turn.locale).goneButton };
    },

    fileConsent: async (turn, consent) =>
      turn.scope === 'personal' ? fileConsent(turn, consent) : { text: introTexts(turn.locale).personalOnly },
    problemText: (problem, locale) => problemText(problems, problem, locale),
    feedback: answers.feedback,
    find,
    installed: async (turn) => intro.welcome(turn),
  };
}

/** The reply of the first of these commands that takes the message. */
async function runCommand(commands: readonly Command[], turn: Turn): Promise<Reply | undefined> {
  const texts = spellingsOf(turn.text);
  for (const command of commands) {
    const match = matchOf(command, texts);
    const reply = match && (await command.handle(turn, match));
    if (reply !== undefined) return reply;
  }
  return undefined;
}

/** As it is written, so that an ID stays as it is; and with the signs of a keyboard, where that is another text. */
function spellingsOf(text: string): readonly string[] {
  return [...new Set([text, plainSigns(text)])];
}

/** The first of these texts that it takes. */
function matchOf({ pattern }: Command, texts: readonly string[]): RegExpExecArray | undefined {
  for (const text of texts) {
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return undefined;
}

/** Whether one of these texts surely is this command, not a question that begins like it. */
function isCommand(texts: readonly string[], command: Command): boolean {
  const match = matchOf(command, texts);
  return match !== undefined && (command.isCertain?.(match) ?? true);
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
