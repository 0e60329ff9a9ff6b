/** Files that are dragged over the page: onto claims, a ticket, or anywhere. What is dropped anywhere else would take the place of the page. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Dropped, UploadTarget } from './upload-queue.ts';

/** What they are held over, and what that is called; empty: the page. */
export interface DropTarget {
  readonly target: UploadTarget;
  readonly name: string;
}

const PAGE: DropTarget = { target: { claims: [] }, name: '' };

/**
 * @param chosen whether several claims stand there as one: what is dropped on one of them is for all
 * @returns undefined while nothing is dragged
 */
export function useDrop(
  onDrop: (files: readonly Dropped[], target: UploadTarget) => void,
  chosen: RefObject<readonly string[]>,
): DropTarget | undefined {
  const [over, setOver] = useState<DropTarget>();
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      const target = targetOf(event, chosen.current);
      setOver((before) => (isSame(before, target) ? before : target));
    };
    const leave = (event: DragEvent): void => {
      // Out of the window, not from one part of it to the next.
      if (event.relatedTarget === null) setOver(undefined);
    };
    const end = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(undefined);
      drop.current(filesOf(event), targetOf(event, chosen.current).target);
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
  }, [chosen]);
  return over;
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

function targetOf({ target: element }: DragEvent, chosen: readonly string[]): DropTarget {
  const part = element instanceof Element ? element.closest<HTMLElement>('[data-claim], [data-ticket]') : null;
  if (part === null) return PAGE;
  const { claim, claimName = '', ticket } = part.dataset;
  if (ticket !== undefined) return { target: { ticket }, name: ticket };
  if (claim === undefined) return PAGE;
  return { target: { claims: chosen.includes(claim) ? chosen : [claim] }, name: claimName };
}

function isSame(before: DropTarget | undefined, after: DropTarget): boolean {
  return JSON.stringify(before?.target) === JSON.stringify(after.target);
}

function filesOf({ dataTransfer }: DragEvent): Dropped[] {
  return [...(dataTransfer?.items ?? [])].flatMap((item) => {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    if (file === null) return [];
    return [{ file, isFolder: item.webkitGetAsEntry()?.isDirectory ?? false }];
  });
}
