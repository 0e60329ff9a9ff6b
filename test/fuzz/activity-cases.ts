/** What people write, press and search for, with data of each other's and with odd data, and what only looks like it. */
import { type Arbitrary, array, constantFrom, nat, oneof, option, record, tuple } from 'fast-check';
import type { Chat } from '../support/teams/chat.ts';
import { type Mutated, mutated } from './mutations.ts';
import { type Change, change, odd, oddText, spoiled } from './odd.ts';
import { rareActivities } from './rare-activities.ts';

/** One word or more each. */
export const COMMANDS: readonly string[] = [
  ...['help', 'what needs POE', 'claim', 'ticket', 'my tickets', 'report', 'imports', 'removed', 'owners'],
  ...['unanswered', 'announce', 'undelivered', 'assign', 'to', 'open a ticket', 'reminders off', 'language'],
  ...['delete my data', 'topics'],
];
const WORDS: readonly string[] = [
  ...COMMANDS,
  ...['what is the deadline', 'show', 'SHARED-1', 'OURS-1', 'THEIRS-1', 'Fabrikam', 'T-1001', '“', '\u200b', '💥'],
];
const PLACES = ['Teams', 'Outlook', 'Copilot', 'Copilot in a group'] as const;
const CONTENT_TYPES = ['application/json', 'application/json; charset=utf-8', 'text/plain', 'x'];
const MOST_SPOILED = 3;

type Activity = Parameters<Chat['sends']>[0];

/** What a button sends. */
export interface Sent {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export type ActivityCase =
  | { readonly person: number; readonly place: (typeof PLACES)[number]; readonly sent: Activity }
  /** As Teams would send it, but changed as JSON, and perhaps its bytes. */
  | {
      readonly person: number;
      readonly text: string;
      readonly sent: Activity | null;
      readonly changes: readonly Change[];
      readonly contentType: string;
      readonly bytes: Mutated | null;
    };

/** @param known what buttons of all people send */
export function activityCases(people: number, known: readonly Sent[]): Arbitrary<ActivityCase> {
  const person = nat(people - 1);
  const place = oneof(
    { weight: 5, arbitrary: constantFrom(PLACES[0]) },
    { weight: 3, arbitrary: constantFrom(...PLACES) },
  );
  const sent = activities(known);
  const changes = array(change(odd), { minLength: 1, maxLength: MOST_SPOILED });
  const contentType = oneof(
    { weight: 3, arbitrary: constantFrom('application/json') },
    { weight: 2, arbitrary: constantFrom(...CONTENT_TYPES) },
  );
  const bytes = option(mutated, { freq: 2 });
  return oneof(
    { weight: 3, arbitrary: record({ person, place, sent }) },
    { weight: 1, arbitrary: record({ person, text: words, sent: option(sent), changes, contentType, bytes }) },
  );
}

const words = oneof(
  {
    weight: 15,
    arbitrary: tuple(
      array(constantFrom(...WORDS), { minLength: 1, maxLength: 5 }),
      constantFrom(' ', ' ', '\n', ''),
    ).map(([some, between]) => some.join(between)),
  },
  { weight: 1, arbitrary: oddText },
);

function activities(known: readonly Sent[]): Arbitrary<Activity> {
  const pressed = pressedAs(known);
  const asked = oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: odd });
  return oneof(
    { weight: 30, arbitrary: words.map((text) => ({ type: 'message', text })) },
    { weight: 10, arbitrary: rareActivities },
    {
      weight: 15,
      arbitrary: pressed.map(({ verb, data }) => ({ type: 'message', value: { ...(data as object), verb } })),
    },
    {
      weight: 10,
      arbitrary: asked.map((value) => ({
        type: 'invoke',
        name: 'composeExtension/query',
        value: { commandId: 'find', parameters: [{ name: 'text', value }] },
      })),
    },
    {
      weight: 45,
      arbitrary: pressed.map((press) => ({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', ...press }, trigger: 'manual' },
      })),
    },
  );
}

/** A button's data, some of another's below it, and in some places what other buttons have there, or something odd. */
function pressedAs(known: readonly Sent[]): Arbitrary<{ readonly verb: unknown; readonly data: unknown }> {
  const button = constantFrom(...known);
  const value = oneof(constantFrom(...known.flatMap(({ data }) => Object.values(data))), odd);
  const changes = array(change(value), { maxLength: MOST_SPOILED });
  const usual = tuple(button, option(button), changes).map(([{ verb, data }, other, some]) => ({
    verb,
    data: spoiled({ ...other?.data, ...data }, some),
  }));
  return oneof(
    { weight: 30, arbitrary: usual },
    { weight: 1, arbitrary: record({ verb: button.map(({ verb }) => verb), data: odd }) },
    { weight: 1, arbitrary: record({ verb: odd, data: button.map(({ data }) => data) }) },
  );
}
