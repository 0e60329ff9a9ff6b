/** A pressed button: `Action.Execute` arrives as an invoke, its `Action.Submit` fallback as a message with a value. */
import { type IncomingActivity, isRecord, parsedValue } from './activity.ts';
import { entered } from './choices.ts';

export interface PressedButton {
  readonly verb: unknown;
  readonly data: unknown;
}

/** The press in an activity, its data unchecked; undefined where it is none. Objects may come as their JSON text. */
export function pressOf(activity: IncomingActivity): PressedButton | undefined {
  const value = parsedValue(activity.value);
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') {
    const action = isRecord(value) ? parsedValue(value.action) : undefined;
    const data = isRecord(action) ? parsedValue(action.data || {}) : undefined;
    return isRecord(action) && isRecord(data)
      ? { verb: action.verb, data: entered(data) }
      : { verb: undefined, data: undefined };
  }
  if (activity.type !== 'message' || !isRecord(value)) return undefined;
  const { verb, ...data } = value;
  return typeof verb === 'string' ? { verb, data: entered(data) } : undefined;
}
