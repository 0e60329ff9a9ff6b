/** What is done with a claim, as the server takes it: once for each press, however often it has to be sent. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ClaimAction, ClaimActionBody } from '../../src/tab/api.ts';
import type { Client } from './client.ts';
import { DATA, MOST_TRIES, mayPass, useClient } from './queries.ts';

export interface ClaimActions {
  /** Undefined: it was refused, or could not be sent; `error` says why. */
  act(action: ClaimAction): Promise<ClaimActionBody | undefined>;
  readonly isBusy: boolean;
  readonly error: Error | undefined;
}

/** @param id of the record */
export function useClaimActions(id: string): ClaimActions {
  const client = useClient();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const act = useCallback(
    async (action: ClaimAction) => {
      setBusy(true);
      setError(undefined);
      try {
        const done = await send(client, id, action);
        queries.setQueryData([DATA, 'claim', id], done.claim);
        if (done.proposed === undefined) void queries.invalidateQueries({ queryKey: [DATA] });
        return done;
      } catch (reason) {
        setError(reason as Error);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [client, queries, id],
  );
  return { act, isBusy, error };
}

/** What may pass is sent again, under the same key. */
async function send(client: Client, id: string, action: ClaimAction): Promise<ClaimActionBody> {
  const body = { idempotencyKey: crypto.randomUUID(), ...action };
  for (let tries = 1; ; tries++) {
    try {
      return await client.post<ClaimActionBody>(`claims/${encodeURIComponent(id)}/actions`, body);
    } catch (error) {
      if (tries === MOST_TRIES || !mayPass(error as Error)) throw error;
    }
  }
}
