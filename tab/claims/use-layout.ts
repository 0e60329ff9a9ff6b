/** Which layout a table has room for, also when its room changes. */
import { type RefObject, useEffect, useState } from 'react';
import { type Layout, layoutFor } from './layout.ts';

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
