/** What people do while something goes wrong: in steps that may each be done again, until the bot has answered them. */
import { exportOf, type Row } from '../e2e/world.ts';
import type { AdaptiveCard } from '../support/cards.ts';
import type { Delivery } from '../support/teams/chat.ts';
import type { Sent } from '../support/teams/conversation.ts';
import type { Answer, Chat, Person } from '../support/teams.ts';
import type { Stage } from './stage.ts';

export interface Work {
  /** Before anything goes wrong. */
  prepare?(): Promise<void>;
  /** What a fault falls into. It is tried until it comes to its end; from step to step it goes on with what has been answered. */
  act(): Promise<void>;
  /** Behind that, as often. */
  complete?(): Promise<void>;
  /** What is wrong with what came of it, a sentence each. */
  check(): Promise<readonly string[]>;
}

export interface Task {
  readonly stage: Stage;
  /** Its number, of which its claim, its person and its ids are made. */
  readonly n: number;
  /** Who does what only leads may. */
  readonly lead: Person;
}

export type Works = Readonly<Record<string, (task: Task) => Work>>;

/** What came of a step in the chat. */
export interface Heard {
  readonly text: string;
  readonly card: AdaptiveCard;
}

/** A turn may take longer than Teams waits, and its answer comes by itself then. */
const LONGER = /takes a little longer|^I am reading/m;
const FAILED = /takes too long|cannot get at my records|went wrong on my side|could not be fetched/;
const ANSWERED_WITHIN_MS = 60_000;
/** So often Teams delivers a message again; then people send it anew. */
const DELIVERIES = 3;

export type Steps = ReturnType<typeof createSteps>;

/** The steps of one work. What is answered is answered for good. */
export function createSteps() {
  const answers = new Map<string, unknown>();
  return async <T>(name: string, does: () => Promise<T>): Promise<T> => {
    if (!answers.has(name)) answers.set(name, await does());
    return answers.get(name) as T;
  };
}

/** Drops an export and imports it, in steps. @returns when it has begun */
export function createImport(task: Task, name: string, rows: readonly Row[]): () => Promise<void> {
  const { chat } = task.lead;
  const step = createSteps();
  const delivery = createDeliveries(task);
  const bytes = exportOf(rows);
  return async () => {
    const dropped = () => chat.drops([{ name, bytes }], undefined, delivery(1));
    const preview = await step('drop', () => hears(task, chat, new RegExp(`${name}[^]*Rows left out`), dropped));
    const begun = new RegExp(`Import(ing|ed) ${name}`);
    await step('import', () => hears(task, chat, begun, () => chat.presses(preview.card, 'Import')));
  };
}

/** The ids under which a message of a work is delivered, again and again. */
export function createDeliveries({ n }: Task): (part: number) => Delivery {
  const times = new Map<number, number>();
  return (part) => {
    const time = (times.get(part) ?? 0) + 1;
    times.set(part, time);
    return time > DELIVERIES ? {} : { activityId: `1700000${String(n).padStart(5, '0')}${part}` };
  };
}

/** What is answered, in the answer or by itself later. @param expected of nothing else in this chat @throws Error where something else is */
export async function hears(
  { stage }: Pick<Task, 'stage'>,
  chat: Chat,
  expected: RegExp,
  does: () => Promise<Answer>,
): Promise<Heard> {
  const { gaveUp } = stage;
  const { mark } = chat.conversation;
  const answer = await does();
  if (answer.status !== 200) throw new Error(`${answer.status} instead of ${expected}`);
  // What Teams delivered again is left alone where it was answered before.
  const said = chat.conversation.sent.findLast(({ text }) => expected.test(text));
  if (said !== undefined) return { text: said.text, card: said.cards.at(-1) ?? answer.card };
  if (expected.test(answer.text)) return { text: answer.text, card: answer.card };
  if (answer.text !== '' && !LONGER.test(answer.text)) throw new Error(`${answer.text} instead of ${expected}`);
  const is = ({ text }: Sent): boolean => expected.test(text) || FAILED.test(text);
  const givingUp = new Promise<never>((_, reject) => gaveUp.addEventListener('abort', () => reject(gaveUp.reason)));
  const { text, cards } = await Promise.race([chat.next(is, { since: mark, timeoutMs: ANSWERED_WITHIN_MS }), givingUp]);
  if (!expected.test(text)) throw new Error(`${text} instead of ${expected}`);
  return { text, card: cards.at(-1) ?? chat.lastCard };
}
