/** Imports as the server has them, and what is done with them. An import is its own one-time key: what is sent again is done once. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AsPoeBody,
  ImportBody,
  ImportChoices,
  ImportChoicesBody,
  ImportsBody,
  StartedBody,
  UndoOutcomeBody,
} from '../../src/tab/imports/api.ts';
import type { HeldBody } from '../../src/tab/uploads/api.ts';
import { DATA, retry, useClient } from './queries.ts';

/** While one is under way. */
const ASK_AGAIN_MS = 1_000;
const IMPORTS = [DATA, 'imports'] as const;

export function useImports(isLead: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: IMPORTS,
    queryFn: ({ signal }) => client.get<ImportsBody>('imports', signal),
    refetchInterval: ({ state }) =>
      state.data?.imports.some(({ progress }) => progress !== undefined) || state.data?.held.some(isWaiting)
        ? ASK_AGAIN_MS
        : false,
    enabled: isLead,
  });
}

function isWaiting({ refused }: HeldBody): boolean {
  return refused === undefined;
}

/** They have read why it was refused. */
export function useDismissHeld() {
  const [client, queries] = [useClient(), useQueryClient()];
  return useMutation({
    mutationFn: (id: string) => client.post(`uploads/${encodeURIComponent(id)}/dismiss`, {}),
    retry,
    onSettled: () => void queries.invalidateQueries({ queryKey: IMPORTS }),
  });
}

export function useImport(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => client.get<ImportBody>(pathOf(id), signal),
    refetchInterval: ({ state }) => (state.data?.reading || state.data?.progress !== undefined ? ASK_AGAIN_MS : false),
  });
}

/** What an undo would do just now: looked at anew each time that somebody asks. */
export function useUndoPreview(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['undo preview', id],
    queryFn: ({ signal }) => client.get<UndoOutcomeBody>(`${pathOf(id)}/undo`, signal),
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** What is done with one import. Each keeps what comes back as how it stands now. */
export function useImportDeeds(id: string) {
  const [client, queries] = [useClient(), useQueryClient()];
  const keep = (body: ImportBody): void => {
    queries.setQueryData(keyOf(id), body);
    void queries.invalidateQueries({ queryKey: IMPORTS });
  };
  return {
    preview: useMutation({
      mutationFn: (choices: ImportChoices) =>
        client.post<ImportBody>(`${pathOf(id)}/preview`, { choices } satisfies ImportChoicesBody),
      retry,
      onSuccess: keep,
    }),
    start: useMutation({
      mutationFn: (choices: ImportChoices) =>
        client.post<StartedBody>(`${pathOf(id)}/start`, { choices } satisfies ImportChoicesBody),
      retry,
      onSuccess: (body) => keep(body.import),
    }),
    cancel: useMutation({
      mutationFn: () => client.post<ImportBody>(`${pathOf(id)}/cancel`, {}),
      retry,
      onSuccess: keep,
    }),
    undo: useMutation({
      mutationFn: () => client.post<ImportBody>(`${pathOf(id)}/undo`, {}),
      retry,
      onSuccess: keep,
    }),
    asPoe: useMutation({
      mutationFn: () => client.post<AsPoeBody>(`${pathOf(id)}/as-poe`, {}),
      retry,
      onSettled: () => void queries.invalidateQueries({ queryKey: [DATA] }),
    }),
  };
}

function keyOf(id: string): readonly string[] {
  return [DATA, 'import', id];
}

function pathOf(id: string): string {
  return `imports/${encodeURIComponent(id)}`;
}
