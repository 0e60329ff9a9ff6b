/** Questions without an answer, and what leads decide on them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DecideBody, DecideParams, QuestionsBody, QuestionsParams } from '../../src/tab/questions/api.ts';
import { queryOf } from './client.ts';
import { DATA, retry, useClient } from './queries.ts';

const QUESTIONS = [DATA, 'questions'] as const;

export function useQuestions(params: QuestionsParams) {
  const client = useClient();
  return useQuery({
    queryKey: [...QUESTIONS, params],
    queryFn: ({ signal }) => client.get<QuestionsBody>(`questions?${queryOf(params)}`, signal),
    placeholderData: (before) => before,
  });
}

/** Of one version of a question it is done once, however often it is sent. */
export function useDecide() {
  const [client, queries] = [useClient(), useQueryClient()];
  return useMutation({
    mutationFn: (params: DecideParams) => client.post<DecideBody>('questions/decide', params),
    retry,
    onSettled: () => void queries.invalidateQueries({ queryKey: QUESTIONS }),
  });
}
