/** What is done with a claim, as the server takes it: once for each press, however often it has to be sent. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type {
  ClaimAction,
  ClaimActionBody,
  ClaimsActionBody,
  ClaimsActionParams,
  SharedClaimAction,
} from '../../src/tab/claims/api.ts';
import type { Client } from './client.ts';
import { DATA, retry, retryDelay, useClient } from './queries.ts';

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
        const body = { idempotencyKey: crypto.randomUUID(), ...action };
        const done = await send<ClaimActionBody>(client, `claims/${encodeURIComponent(id)}/actions`, body);
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

/** One press for several claims, by their records. @throws as `Client#post`: then none was changed, or it is not known which */
export function useClaimsAction(): (claims: readonly string[], action: SharedClaimAction) => Promise<ClaimsActionBody> {
  const [client, queries] = [useClient(), useQueryClient()];
  return useCallback(
    async (claims, action) => {
      try {
        const params: ClaimsActionParams = { idempotencyKey: crypto.randomUUID(), claims, ...action };
        return await send<ClaimsActionBody>(client, 'claims/actions', params);
      } finally {
        void queries.invalidateQueries({ queryKey: [DATA] });
      }
    },
    [client, queries],
  );
}

/** What may pass is sent again, under the same key. */
async function send<T>(client: Client, path: string, body: { readonly idempotencyKey: string }): Promise<T> {
  for (let failed = 0; ; failed++) {
    try {
      return await client.post<T>(path, body);
    } catch (error) {
      if (!retry(failed, error as Error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryDelay(failed)));
    }
  }
}
