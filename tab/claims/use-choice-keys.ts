/** Choosing rows by keyboard: space for one, Shift with the arrows for those beside it, Ctrl+A for all that are loaded, Escape for none. */
import type { KeyboardEvent } from 'react';
import type { Choice } from './use-choice.ts';
import type { RowFocus } from './use-row-focus.ts';

export function useChoiceKeys(choice: Choice, focus: RowFocus): (event: KeyboardEvent) => void {
  return (event) => {
    if (isChosenBy(event, choice, focus)) event.preventDefault();
    else focus.onKeyDown(event);
  };
}

/** @returns whether the key is one of these */
function isChosenBy(event: KeyboardEvent, choice: Choice, { current, targetOf, focus }: RowFocus): boolean {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (altKey) return false;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() !== 'a' || shiftKey) return false;
    choice.chooseLoaded();
    return true;
  }
  if (key === ' ') {
    choice.choose(current, shiftKey);
    return true;
  }
  if (key === 'Escape' && choice.count > 0) {
    choice.clear();
    return true;
  }
  const target = shiftKey ? targetOf(key) : undefined;
  if (target === undefined) return false;
  choice.extend(current, target);
  focus(target);
  return true;
}
