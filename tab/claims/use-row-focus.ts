/** One row is in the order of the Tab key; the others are led to by the arrow keys, also those that are not in the page yet. */
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export interface RowFocus {
  /** The row that the Tab key leads to. */
  readonly current: number;
  readonly onFocus: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** The row that a key leads to; undefined: none. */
  readonly targetOf: (key: string) => number | undefined;
  /** Puts the focus on a row, wherever it is. */
  readonly focus: (index: number) => void;
}

export interface RowFocusOptions {
  readonly total: number;
  /** Rows in sight. */
  readonly pageSize: number;
  readonly box: RefObject<HTMLElement | null>;
  readonly scrollTo: (index: number) => void;
}

export function useRowFocus({ total, pageSize, box, scrollTo }: RowFocusOptions): RowFocus {
  const [current, setCurrent] = useState(0);
  const wanted = useRef<number>(undefined);
  const last = Math.max(0, total - 1);

  const focus = useCallback(
    (index: number) => {
      wanted.current = index;
      setCurrent(index);
      scrollTo(index);
      rowLink(box.current, index)?.focus({ preventScroll: true });
    },
    [box, scrollTo],
  );

  // A row that was scrolled to comes into the page only now.
  useEffect(() => {
    if (wanted.current === undefined) return;
    const link = rowLink(box.current, wanted.current);
    if (link === null) return;
    if (document.activeElement !== link) link.focus({ preventScroll: true });
    wanted.current = undefined;
  });

  useEffect(() => setCurrent((before) => Math.min(before, last)), [last]);

  return {
    current: Math.min(current, last),
    focus,
    onFocus: setCurrent,
    targetOf: (key) => targetOf(key, current, last, pageSize),
    onKeyDown(event) {
      const target = targetOf(event.key, current, last, pageSize);
      if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      focus(target);
    },
  };
}

function targetOf(key: string, current: number, last: number, pageSize: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + pageSize,
    PageUp: current - pageSize,
    Home: 0,
    End: last,
  };
  const target = steps[key];
  return target === undefined ? undefined : Math.max(0, Math.min(last, target));
}

function rowLink(box: HTMLElement | null, index: number): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-row="${index}"]`) ?? null;
}
