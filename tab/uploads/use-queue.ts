/** One queue for each person: it goes on while other parts of the page are shown. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { DATA, useClient } from '../data/queries.ts';
import { addressOfImport } from '../look/views.ts';
import { UploadQueue } from './upload-queue.ts';

/** By what the page knows as that person: a queue of before would tell something that is not shown any more. */
const QUEUES = new WeakMap<QueryClient, UploadQueue>();

export function useQueue(): UploadQueue {
  const client = useClient();
  const queries = useQueryClient();
  const known = QUEUES.get(queries);
  if (known !== undefined) return known;
  const queue = new UploadQueue(client, (target) => {
    // What a ticket got changes it, too.
    const queryKey = 'ticket' in target ? [DATA] : [DATA, 'import' in target ? 'imports' : 'uploads'];
    void queries.invalidateQueries({ queryKey });
  });
  QUEUES.set(queries, queue);
  return queue;
}

export interface Arrivals {
  /** Nothing else is to stay in sight. */
  readonly isFree: boolean;
  /** Also what came when it was not, or elsewhere. */
  readonly andBefore?: boolean;
  readonly after?: () => void;
}

/** What turns out to be an export is shown as an import. */
export function useArrivals(queue: UploadQueue, { isFree, andBefore = false, after }: Arrivals): void {
  const [, go] = useLocation();
  useEffect(() => {
    if (!isFree) return undefined;
    return queue.onImport((id) => {
      go(addressOfImport(id));
      after?.();
    }, andBefore);
  }, [queue, go, isFree, andBefore, after]);
}
