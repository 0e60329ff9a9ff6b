/** Documents that are dropped anywhere on the page, in whichever part of it: their panel opens with them, and has the place of any other. */
import { Button } from '@fluentui/react-components';
import { Attach20Regular } from '@fluentui/react-icons';
import {
  createContext,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useUploads } from '../data/upload-queries.ts';
import { numberText, type Reader } from '../look/format.ts';
import { texts } from '../texts.ts';
import { DropHint } from './drop-hint.tsx';
import type { Dropped, UploadQueue, UploadTarget } from './upload-queue.ts';
import { useDrop } from './use-drop.ts';
import { useArrivals, useQueue } from './use-queue.ts';

const UploadsPanel = lazy(() => import('./uploads-panel.tsx'));

/** The button that opens the panel: whoever closes it goes on from there. */
const BUTTON = 'uploads-button';

export interface Uploading {
  readonly queue: UploadQueue;
  /** The panel is there; other panels make room. */
  readonly isOpen: boolean;
  add(files: readonly Dropped[], target: UploadTarget): void;
  open(): void;
  /** Claims that stand there as one: what is dropped on one of them is for all. */
  readonly chosen: RefObject<readonly string[]>;
}

const UploadsContext = createContext<Uploading | undefined>(undefined);

export function useUploading(): Uploading {
  const uploading = useContext(UploadsContext);
  if (uploading === undefined) throw new Error('nothing can be dropped here');
  return uploading;
}

export interface UploadsProviderProps {
  readonly reader: Reader;
  /** What is dropped on the page is to be imported. */
  readonly isImport: boolean;
  readonly children: ReactNode;
}

export function UploadsProvider({ reader, isImport, children }: UploadsProviderProps) {
  const queue = useQueue();
  const [isOpen, setOpen] = useState(false);
  const chosen = useRef<readonly string[]>([]);
  const { data } = useUploads(isOpen);
  queue.maxBytes = data?.maxBytes ?? queue.maxBytes;
  const uploading = useMemo(
    (): Uploading => ({
      queue,
      isOpen,
      chosen,
      open: () => setOpen(true),
      add(files, target) {
        if (files.length === 0) return;
        queue.add(files, target);
        // A ticket shows by itself what comes to it.
        if ('claims' in target) setOpen(true);
      },
    }),
    [queue, isOpen],
  );
  const placed = (target: UploadTarget): UploadTarget =>
    isImport && 'claims' in target && target.claims.length === 0 ? { import: true } : target;
  const over = useDrop((files, target) => uploading.add(files, placed(target)), chosen);
  // An export among documents leads elsewhere.
  useArrivals(queue, { isFree: isOpen, after: useCallback(() => setOpen(false), []) });
  useReturn(isOpen);
  return (
    <UploadsContext value={uploading}>
      {children}
      <Suspense fallback={null}>
        {isOpen && <UploadsPanel queue={queue} reader={reader} onClose={() => setOpen(false)} />}
      </Suspense>
      {over !== undefined && <DropHint over={{ ...over, target: placed(over.target) }} reader={reader} />}
    </UploadsContext>
  );
}

/** Whoever closes the panel goes on from its button, or in the panel that stands beneath it, which takes the focus by itself. */
function useReturn(isOpen: boolean): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    const closed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!closed) return;
    const frame = requestAnimationFrame(() => {
      if (document.querySelector('[role=dialog]') === null) document.getElementById(BUTTON)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [isOpen]);
}

/** @param isThere what somebody came for is there: only then it is asked what waits */
export function UploadsButton({ isThere, reader }: { readonly isThere: boolean; readonly reader: Reader }) {
  const { open } = useUploading();
  const { data } = useUploads(isThere);
  const count = data === undefined ? 0 : data.uploads.length + data.held.length;
  return (
    <Button id={BUTTON} style={{ alignSelf: 'center' }} size="small" icon={<Attach20Regular />} onClick={open}>
      {count === 0 ? texts.uploads.add : texts.uploads.toFileCount(numberText(count, reader))}
    </Button>
  );
}
