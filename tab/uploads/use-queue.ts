/** One queue for each person: it goes on while other parts of the page are shown. */
import { useQueryClient } from '@tanstack/react-query';
import type { Client } from '../data/client.ts';
import { DATA, useClient } from '../data/queries.ts';
import { UploadQueue } from './upload-queue.ts';

const QUEUES = new WeakMap<Client, UploadQueue>();

export function useQueue(): UploadQueue {
  const client = useClient();
  const queries = useQueryClient();
  const known = QUEUES.get(client);
  if (known !== undefined) return known;
  const queue = new UploadQueue(client, () => void queries.invalidateQueries({ queryKey: [DATA, 'uploads'] }));
  QUEUES.set(client, queue);
  return queue;
}
