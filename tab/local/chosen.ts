/** Who one chose to be, kept for this tab of the browser. */
const KEY = 'cpor-person';

export function readChosen(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    // In a frame the browser may keep nothing.
    return undefined;
  }
}

export function keepChosen(person: string): void {
  try {
    sessionStorage.setItem(KEY, person);
  } catch {
    // It is forgotten, then.
  }
}
