/** A pressed button: `Action.Execute` arrives as an invoke, its `Action.Submit` fallback as a message with a value. */
import { z } from 'zod';
import type { IncomingActivity } from './activity.ts';
import { withoutNoChoice } from './choices.ts';

const execute = z.object({
  action: z.looseObject({ verb: z.unknown(), data: z.record(z.string(), z.unknown()).optional() }),
});
const submit = z.looseObject({ verb: z.string() });

export interface PressedButton {
  readonly verb: unknown;
  readonly data: unknown;
}

/** The press in an activity, its data unchecked; undefined where it is none. */
export function pressOf(activity: IncomingActivity): PressedButton | undefined {
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') {
    const parsed = execute.safeParse(activity.value);
    return parsed.success
      ? { verb: parsed.data.action.verb, data: withoutNoChoice(parsed.data.action.data ?? {}) }
      : { verb: undefined, data: undefined };
  }
  if (activity.type !== 'message') return undefined;
  const parsed = submit.safeParse(activity.value);
  if (!parsed.success) return undefined;
  const { verb, ...data } = parsed.data;
  return { verb, data: withoutNoChoice(data) };
}
