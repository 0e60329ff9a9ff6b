/** What the page knows of the server, kept up to date while somebody looks. */
import { QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef } from 'react';
import type { MeBody, VersionBody } from '../../src/tab/api.ts';
import type { ClaimBody, ClaimsBody, FiltersBody } from '../../src/tab/claims/api.ts';
import { type ClaimsFilter, claimsPath } from '../claims/claims-filter.ts';
import { ApiProblem, type Client, ME, type Stamped } from './client.ts';

const ASK_EVERY_MS = 2_000;
/** Not all tabs at once. */
const JITTER = 0.2;
const SLOWEST_MS = 30_000;
/** Where nothing is told to have changed, the day may have. */
const STALE_MS = 600_000;
/** Times that what may pass is asked for, or sent, again. */
const MOST_RETRIES = 2;
const RETRY_MS = 500;

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: STALE_MS, retry, retryDelay },
      mutations: { retryDelay },
    },
  });
}

/** @param failed times before this one @returns whether the same request is to be sent again, after `retryDelay` */
export function retry(failed: number, error: Error): boolean {
  return failed < MOST_RETRIES && mayPass(error);
}

/** @returns milliseconds, more each time */
export function retryDelay(failed: number): number {
  return RETRY_MS * 2 ** failed;
}

/** Whether the same request may succeed in a moment. */
function mayPass(error: Error): boolean {
  if (!(error instanceof ApiProblem)) return true;
  const { status } = error.problem;
  return status === 429 || status >= 500;
}

const ClientContext = createContext<Client | undefined>(undefined);
export const ClientProvider = ClientContext.Provider;

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === undefined) throw new Error('there is no client here');
  return client;
}

/** All of this is asked for anew when the version has changed. */
export const DATA = 'data';

export function useMe() {
  const client = useClient();
  return useQuery({
    queryKey: [DATA, 'me'],
    queryFn: ({ signal }) => client.get<MeBody>(ME, signal),
    initialData: () => client.takeAhead<MeBody>(ME),
  });
}

/** What can be chosen from changes with imports only: it is asked for when somebody comes back after a while. */
export function useFilters() {
  const client = useClient();
  return useQuery({ queryKey: ['filters'], queryFn: ({ signal }) => client.get<FiltersBody>('filters', signal) });
}

export function useClaim(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: [DATA, 'claim', id],
    queryFn: ({ signal }) => client.get<ClaimBody>(`claims/${encodeURIComponent(id)}`, signal),
  });
}

/** A page of the table, from 0. */
export function useClaimsPages() {
  const client = useClient();
  return (filter: ClaimsFilter, page: number) =>
    queryOptions({
      queryKey: [DATA, 'claims', filter, page],
      queryFn: ({ signal }) => client.get<ClaimsBody>(claimsPath(filter, page), signal),
      // The first rows stand on the page when it begins.
      initialData: () => client.takeAhead<ClaimsBody>(claimsPath(filter, page)),
    });
}

/**
 * Asks whether anything has changed, as long as somebody looks, and then for all that is shown.
 * @param shown the version of what was shown first
 * @param of 'campaign': also of what its leads alone see
 * @returns whether the server answers
 */
export function useLive(shown: string | undefined, onResume: (listener: () => void) => void, of?: 'campaign'): boolean {
  const queryKey = ['version', of];
  const client = useClient();
  const queries = useQueryClient();
  const known = useRef<string>(undefined);
  const failures = useRef(0);
  const { data, isError } = useQuery({
    queryKey,
    async queryFn({ signal }) {
      failures.current++;
      const had = queries.getQueryData<Stamped<VersionBody>>(queryKey);
      const has = await client.getChanged<VersionBody>(of === undefined ? 'version' : `version?of=${of}`, had, signal);
      failures.current = 0;
      return has;
    },
    retry: false,
    staleTime: 0,
    refetchOnWindowFocus: 'always',
    refetchInterval: () => withJitter(Math.min(ASK_EVERY_MS * 2 ** failures.current, SLOWEST_MS)),
  });
  const version = data?.body.version;
  useEffect(() => {
    known.current ??= shown;
    if (version === undefined || known.current === undefined || version === known.current) return;
    known.current = version;
    void queries.invalidateQueries({ queryKey: [DATA] });
  }, [version, shown, queries]);
  useEffect(() => onResume(() => void queries.invalidateQueries()), [onResume, queries]);
  return !isError;
}

function withJitter(ms: number): number {
  return ms * (1 - JITTER + 2 * JITTER * Math.random());
}
