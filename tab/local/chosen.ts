/** Who one chose to be, kept for this tab of the browser. */
import type { PeopleBody } from '../../src/tab/api.ts';

const KEY = 'cpor-person';

export function readChosen(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    // In a frame the browser may keep nothing.
    return undefined;
  }
}

/** Whom one chose to be, or who comes first. */
export function personAmong(
  people: PeopleBody['people'],
  chosen = readChosen(),
): PeopleBody['people'][number] | undefined {
  return people.find(({ id }) => id === chosen) ?? people[0];
}

export function keepChosen(person: string): void {
  try {
    sessionStorage.setItem(KEY, person);
  } catch {
    // It is forgotten, then.
  }
}
