/** The tables that a message or a press is looked up in, collected from what the features hand in. */
import { OperatorError, ProgrammingError } from '../errors.ts';
import type { Command, Feature, Handler, Intent, IntentHandler, MessageLookup, Press } from '../feature.ts';
import type { ProblemCode, Problems, ProblemTexts } from '../problems/index.ts';
import type { Verb } from '../verbs/index.ts';

/** The verbs that have no handler, neither among `Handled` nor in one of the features `F`; and the problems that none has a sentence for. */
export type Unhandled<F extends readonly Feature[], Handled extends Verb> =
  | Exclude<Verb, Handled | VerbsOf<F[number]>>
  | Exclude<ProblemCode, CodesOf<F[number]>>;
type VerbsOf<F extends Feature> = F extends Feature ? keyof F['presses'] : never;
type CodesOf<F extends Feature> = F extends Feature ? keyof F['problems'] : never;

export interface PressRow {
  readonly handle: Handler<unknown>;
  /** Also where others read along. */
  readonly everywhere: boolean;
}

/** By verb. @throws ProgrammingError where two features have the same one */
export function collectPresses(features: readonly Feature[]): ReadonlyMap<string, PressRow> {
  const table = new Map<string, PressRow>();
  for (const feature of features)
    for (const [verb, press] of Object.entries<Press<Verb>>(feature.presses)) {
      if (table.has(verb)) throw handledTwice(feature, verb);
      const { handle, everywhere } = typeof press === 'function' ? { handle: press, everywhere: false } : press;
      // Whoever presses hands in data that the verb's own schema has checked.
      table.set(verb, { handle: handle as Handler<unknown>, everywhere });
    }
  return table;
}

/** By code. @throws ProgrammingError where two features have words for the same problem */
export function collectProblems(features: readonly Feature[]): Partial<ProblemTexts<Problems>> {
  const texts: Partial<ProblemTexts<Problems>> = {};
  for (const feature of features) {
    const { problems } = feature;
    const double = Object.keys(problems).find((code) => Object.hasOwn(texts, code));
    if (double !== undefined) throw handledTwice(feature, double);
    Object.assign(texts, problems);
  }
  return texts;
}

/** In the order in which they are tried: commands whose patterns also fit questions (`isCertain`) come last. */
export function collectCommands(features: readonly Feature[]): readonly Command[] {
  const all = features.flatMap(({ commands = [] }) => commands);
  const [plain, ambiguous] = [
    all.filter(({ isCertain }) => isCertain === undefined),
    all.filter(({ isCertain }) => isCertain !== undefined),
  ];
  return [...plain, ...ambiguous];
}

export interface IntentRow {
  readonly handle: IntentHandler;
  /** Also where others read along. */
  readonly everywhere: boolean;
  readonly showsClaims: boolean;
}

/**
 * By the name of the sheet in `knowledge/commands/` whose phrases mean it.
 * @param sheets the names that the classifier knows
 * @throws OperatorError where a sheet has no handler, or a handler has no sheet
 * @throws ProgrammingError where two features handle the same one
 */
export function collectIntents(
  features: readonly Feature[],
  sheets: readonly string[],
): ReadonlyMap<string, IntentRow> {
  const table = new Map<string, IntentRow>();
  for (const feature of features)
    for (const [name, intent] of Object.entries<Intent>(feature.intents ?? {})) {
      if (table.has(name)) throw handledTwice(feature, name);
      const row = typeof intent === 'function' ? { handle: intent } : intent;
      table.set(name, { everywhere: false, showsClaims: false, ...row });
    }
  const unhandled = sheets.find((name) => !table.has(name));
  if (unhandled !== undefined)
    throw new OperatorError(
      `knowledge/commands/${unhandled}.md has no feature that handles it. Remove it, or add “${unhandled}” to the intents of a feature.`,
    );
  const unknown = [...table.keys()].find((name) => !sheets.includes(name));
  if (unknown !== undefined)
    throw new OperatorError(
      `knowledge/commands/${unknown}.md is missing: a feature handles “${unknown}”. Add it and run "npm run knowledge".`,
    );
  return table;
}

/** The first that any feature finds, in their order. The features after it are not asked. */
export async function firstFound<T>(
  features: readonly Feature[],
  find: (finds: MessageLookup) => Promise<T | undefined> | undefined,
): Promise<T | undefined> {
  for (const { finds } of features) {
    const found = finds && (await find(finds));
    if (found !== undefined) return found;
  }
  return undefined;
}

function handledTwice({ name }: Feature, what: string): ProgrammingError {
  return new ProgrammingError(`the feature ${name} handles “${what}”, which another feature does already`);
}
