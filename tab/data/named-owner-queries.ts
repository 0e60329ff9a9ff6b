/** Owners named by name alone, and the lead's word for who is meant. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NamedOwnersBody, NameMeaningBody, NameMeaningParams } from '../../src/tab/owners/api.ts';
import { DATA, retry, useClient } from './queries.ts';

const PATH = 'owners/named';

export function useNamedOwners() {
  const client = useClient();
  return useQuery({
    queryKey: [DATA, 'named owners'],
    queryFn: ({ signal }) => client.get<NamedOwnersBody>(PATH, signal),
  });
}

/** Under the same one-time key it is done once, however often it is sent. */
export function useNameMeaning() {
  const [client, queries] = [useClient(), useQueryClient()];
  return useMutation({
    mutationFn: (params: NameMeaningParams) => client.post<NameMeaningBody>(PATH, params),
    retry,
    // Whose a claim is shows in every list.
    onSettled: () => void queries.invalidateQueries({ queryKey: [DATA] }),
  });
}
