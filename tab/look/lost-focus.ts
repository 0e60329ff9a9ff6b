/** What had the focus may be gone after something was done: whoever works by keyboard goes on from here. */
import { type RefObject, useEffect, useRef } from 'react';

/**
 * @param done another value after each thing that was done; undefined or empty: nothing was, and what comes by itself moves nobody
 * @param otherwise where the focus goes when this place is gone, too
 * @returns where the focus goes, something with a `tabIndex`
 */
export function useLostFocus<E extends HTMLElement>(
  done: unknown,
  otherwise: () => HTMLElement | null = () => null,
): RefObject<E | null> {
  const place = useRef<E>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked at when something was done
  useEffect(() => {
    if (done === undefined || done === '') return;
    const target = place.current ?? otherwise();
    // By now the page has it, or the panel around this place.
    if (document.activeElement?.contains(target)) target?.focus({ preventScroll: true });
  }, [done]);
  return place;
}
