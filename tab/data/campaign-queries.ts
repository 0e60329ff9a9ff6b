/** The campaign as its leads have it, and what they do about it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CampaignBody,
  CampaignDaysBody,
  CampaignParams,
  RemindAllBody,
  RemindAllParams,
  RemindBody,
  RemindParams,
  ShareBody,
  ShareCheckBody,
  ShareParams,
} from '../../src/tab/campaign/api.ts';
import type { ClaimsBody, ClaimsParams } from '../../src/tab/claims/api.ts';
import { queryOf } from './client.ts';
import { DATA, retry, useClient } from './queries.ts';

const CAMPAIGN = [DATA, 'campaign'] as const;

export function useCampaign(params: CampaignParams, isLead: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: [...CAMPAIGN, params],
    queryFn: ({ signal }) => client.get<CampaignBody>(`campaign?${queryOf(params)}`, signal),
    placeholderData: (before) => before,
    enabled: isLead,
  });
}

/** How it stood day by day. */
export function useCampaignDays(campaign: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...CAMPAIGN, 'days', campaign],
    queryFn: ({ signal }) => client.get<CampaignDaysBody>(`campaign/days?${queryOf({ campaign })}`, signal),
  });
}

export function useRemind() {
  const [client, queries] = [useClient(), useQueryClient()];
  return useMutation({
    mutationFn: (params: RemindParams) => client.post<RemindBody>('campaign/remind', params),
    onSuccess: () => void queries.invalidateQueries({ queryKey: CAMPAIGN }),
  });
}

export function useRemindAll() {
  const client = useClient();
  return useMutation({
    mutationFn: (params: RemindAllParams) => client.post<RemindAllBody>('campaign/remind-all', params),
  });
}

export function useShareCheck() {
  const client = useClient();
  return useMutation({
    mutationFn: (params: ShareParams) => client.post<ShareCheckBody>('campaign/notice/check', params),
  });
}

/** Under the same one-time key it goes out once, however often it is sent. */
export function useShare() {
  const client = useClient();
  return useMutation({
    mutationFn: (params: ShareParams) => client.post<ShareBody>('campaign/notice', params),
    retry,
  });
}

/** Most claims that are shown, and given away, at a time. */
const SHOWN = 100;

/** Open claims without an owner, the most urgent first. */
export function useUnowned(state: 'to collect' | 'to upload') {
  const client = useClient();
  return useQuery({
    queryKey: [DATA, 'unowned', state],
    queryFn: ({ signal }) =>
      client.get<ClaimsBody>(
        `claims?${queryOf({ owner: 'none', state, from: 0, count: SHOWN } satisfies ClaimsParams)}`,
        signal,
      ),
  });
}
