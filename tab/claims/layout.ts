/** How much of a row fits beside each other: it goes by the room of the table, not of the window. */
import { type RefObject, useEffect, useState } from 'react';

export type Layout = 'wide' | 'medium' | 'narrow';

/** Pixels. */
const WIDE = 900;
const MEDIUM = 480;

/** Pixels. Lines of text, and room around them. */
export const ROW_HEIGHTS = { wide: 44, medium: 44, narrow: 64 } as const satisfies Record<Layout, number>;

export type Column = 'customer' | 'claim' | 'program' | 'workloads' | 'owner' | 'state';

export const COLUMNS = {
  wide: ['customer', 'claim', 'program', 'workloads', 'owner', 'state'],
  medium: ['customer', 'claim', 'owner', 'state'],
  narrow: ['customer', 'state', 'claim', 'owner'],
} as const satisfies Record<Layout, readonly Column[]>;

export interface BoxLayout {
  readonly layout: Layout;
  /** Pixels that the scroll bar takes from the rows; none where there is none, or where it lies over them. */
  readonly bar: number;
}

/** @param box what scrolls */
export function useLayout(box: RefObject<HTMLElement | null>): BoxLayout {
  const [width, setWidth] = useState(window.innerWidth);
  const [bar, setBar] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setWidth(element.offsetWidth);
      setBar(element.offsetWidth - element.clientWidth);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return { layout: layoutFor(width), bar };
}

function layoutFor(width: number): Layout {
  return width >= WIDE ? 'wide' : width >= MEDIUM ? 'medium' : 'narrow';
}
