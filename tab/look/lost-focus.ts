/** What had the focus may be gone after something was done: whoever works by keyboard goes on from here. */
import { type RefObject, useEffect, useRef } from 'react';

/** @param done another value after each thing that was done @returns where the focus goes, something with a `tabIndex` */
export function useLostFocus<E extends HTMLElement>(done: unknown): RefObject<E | null> {
  const place = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked at when something was done
  useEffect(() => {
    // By now the page has it, or the panel around this place.
    if (document.activeElement?.contains(place.current)) place.current?.focus();
  }, [done]);
  return place;
}
