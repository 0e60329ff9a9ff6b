/** Files that are dragged over the page: onto a claim, or anywhere. What is dropped anywhere else would take the place of the page. */
import { useEffect, useRef, useState } from 'react';
import type { Dropped } from './upload-queue.ts';

/** What they are held over: the record of a claim and its name, or the page. */
export interface DropTarget {
  readonly claim: string;
  readonly name: string;
}

const PAGE: DropTarget = { claim: '', name: '' };

/** @returns undefined while nothing is dragged */
export function useDrop(onDrop: (files: readonly Dropped[], claim: string) => void): DropTarget | undefined {
  const [over, setOver] = useState<DropTarget>();
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      const target = targetOf(event);
      setOver((before) => (before?.claim === target.claim ? before : target));
    };
    const leave = (event: DragEvent): void => {
      // Out of the window, not from one part of it to the next.
      if (event.relatedTarget === null) setOver(undefined);
    };
    const end = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(undefined);
      drop.current(filesOf(event), targetOf(event).claim);
    };
    window.addEventListener('dragenter', drag);
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', end);
    return () => {
      window.removeEventListener('dragenter', drag);
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', end);
    };
  }, []);
  return over;
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function targetOf({ target }: DragEvent): DropTarget {
  const part = target instanceof Element ? target.closest<HTMLElement>('[data-claim]') : null;
  return part === null ? PAGE : { claim: part.dataset.claim ?? '', name: part.dataset.claimName ?? '' };
}

function filesOf({ dataTransfer }: DragEvent): Dropped[] {
  return [...(dataTransfer?.items ?? [])].flatMap((item) => {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    if (file === null) return [];
    return [{ file, isFolder: item.webkitGetAsEntry()?.isDirectory ?? false }];
  });
}
