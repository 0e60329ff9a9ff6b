/** What the page knows of documents that were dropped on it and are not yet filed. */
import { useQuery } from '@tanstack/react-query';
import type { ClaimsBody } from '../../src/tab/claims/api.ts';
import type { UploadClaimBody, UploadFormBody, UploadsBody } from '../../src/tab/uploads/api.ts';
import type { Client } from './client.ts';
import { DATA, useClient } from './queries.ts';

/** While something waits for the virus scanner. */
const ASK_AGAIN_MS = 3_000;
const MOST_FOUND = 20;

/** @param enabled not before what somebody came for is there */
export function useUploads(enabled: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: [DATA, 'uploads'],
    queryFn: ({ signal }) => client.get<UploadsBody>('uploads', signal),
    enabled,
    refetchInterval: ({ state }) =>
      state.data?.held.some(({ refused }) => refused === undefined) ? ASK_AGAIN_MS : false,
  });
}

/** @param claim whose workloads are to be chosen among; empty: the proposed one */
export function useUploadForm(id: string, claim: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['upload form', id, claim],
    queryFn: ({ signal }) => client.get<UploadFormBody>(`uploads/${id}?${new URLSearchParams({ claim })}`, signal),
  });
}

/** Claims that a text names, the most urgent first. */
export async function findClaims(client: Client, text: string): Promise<readonly UploadClaimBody[]> {
  const params = new URLSearchParams({ owner: 'all', text, count: String(MOST_FOUND) });
  const { rows } = await client.get<ClaimsBody>(`claims?${params}`);
  return rows.map(({ id, claimId, customer, program }) => ({ id, claimId, customer, program }));
}
