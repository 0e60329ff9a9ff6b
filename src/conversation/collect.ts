/** What the features hand in, as tables: each message and each press finds its row here. */
import { OperatorError, ProgrammingError } from '../errors.ts';
import type { Command, Feature, Finds, Handler, Intent, IntentHandler, Press } from '../feature.ts';
import type { Problems, ProblemTexts } from '../problems/index.ts';
import type { Verb } from '../verbs/index.ts';

/** The verbs that none of these features handles. */
export type Unhandled<F extends readonly Feature[], Handled extends Verb> = Exclude<Verb, Handled | VerbsOf<F[number]>>;
type VerbsOf<F extends Feature> = F extends Feature ? keyof F['presses'] : never;

export interface PressRow {
  readonly handle: Handler<unknown>;
  readonly everywhere: boolean;
}

/** @throws ProgrammingError where two features have the same verb */
export function collectPresses(features: readonly Feature[]): ReadonlyMap<string, PressRow> {
  const table = new Map<string, PressRow>();
  for (const { name, presses } of features)
    for (const [verb, press] of Object.entries<Press<Verb>>(presses)) {
      if (table.has(verb)) throw new ProgrammingError(`${name} handles “${verb}”, which another feature does`);
      const handle = (typeof press === 'function' ? press : press.handle) as Handler<unknown>;
      table.set(verb, { handle, everywhere: typeof press === 'object' });
    }
  return table;
}

/** @throws ProgrammingError where two features have words for the same problem */
export function collectProblems(features: readonly Feature[]): Partial<ProblemTexts<Problems>> {
  const all: Partial<ProblemTexts<Problems>> = {};
  for (const { name, problems = {} } of features) {
    const double = Object.keys(problems).find((code) => Object.hasOwn(all, code));
    if (double !== undefined)
      throw new ProgrammingError(`${name} has words for “${double}”, which another feature has`);
    Object.assign(all, problems);
  }
  return all;
}

/** Commands that questions may begin with, too, come last. */
export function collectCommands(features: readonly Feature[]): readonly Command[] {
  const all = features.flatMap(({ commands = [] }) => commands);
  return [...all.filter((one) => one.isCertain === undefined), ...all.filter((one) => one.isCertain !== undefined)];
}

export interface IntentRow {
  readonly handle: IntentHandler;
  readonly everywhere: boolean;
  readonly showsClaims: boolean;
}

/**
 * @param sheets names of what the classifier tells apart
 * @throws OperatorError where a sheet has no handler, or a handler no sheet
 */
export function collectIntents(
  features: readonly Feature[],
  sheets: readonly string[],
): ReadonlyMap<string, IntentRow> {
  const table = new Map<string, IntentRow>();
  for (const { intents = {} } of features)
    for (const [name, intent] of Object.entries<Intent>(intents)) {
      if (table.has(name)) throw new ProgrammingError(`two features handle the command “${name}”`);
      const {
        handle,
        everywhere = false,
        showsClaims = false,
      } = typeof intent === 'function' ? { handle: intent } : intent;
      table.set(name, { handle, everywhere, showsClaims });
    }
  const unhandled = sheets.filter((name) => !table.has(name));
  const unknown = [...table.keys()].filter((name) => !sheets.includes(name));
  if (unhandled.length > 0)
    throw new OperatorError(
      `knowledge/commands/${unhandled[0]}.md has no feature that handles it. Remove it, or add “${unhandled[0]}” to the intents of a feature.`,
    );
  if (unknown.length > 0)
    throw new OperatorError(
      `knowledge/commands/${unknown[0]}.md is missing: a feature handles “${unknown[0]}”. Add it and run "npm run knowledge".`,
    );
  return table;
}

/** The first that any feature finds, in their order. */
export function firstFound<T>(
  features: readonly Feature[],
  look: (finds: Finds) => Promise<T | undefined> | undefined,
): Promise<T | undefined> {
  const looks = features.flatMap(({ finds }) => finds ?? []);
  return looks.reduce<Promise<T | undefined>>(
    async (found, finds) => (await found) ?? look(finds),
    Promise.resolve(undefined),
  );
}
