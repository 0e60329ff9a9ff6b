/** Whether the bot can write to somebody. Pure. */
import type { Person } from './person.ts';

export type Reach = 'reachable' | 'never installed' | 'blocked';

export function reachOf({ reachable, reference }: Pick<Person, 'reachable' | 'reference'>): Reach {
  if (reference === undefined) return 'never installed';
  return reachable ? 'reachable' : 'blocked';
}

/** Whether they have the bot, or had it once. */
export function hasBot({ reference }: Pick<Person, 'reference'>): boolean {
  return reference !== undefined;
}
