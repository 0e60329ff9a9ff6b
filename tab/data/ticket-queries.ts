/** Tickets as the server has them, and what is done with them. */
import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ResendParams,
  ResentBody,
  TicketActionBody,
  TicketActionParams,
  TicketBody,
  TicketFormBody,
  TicketFormParams,
  TicketsBody,
  TicketsParams,
} from '../../src/tab/tickets/api.ts';
import { queryOf } from './client.ts';
import { DATA, retry, useClient } from './queries.ts';

/** Rows that are asked for at once. */
const WINDOW = 50;
const TICKETS = [DATA, 'tickets'] as const;

export type TicketsFilter = Omit<TicketsParams, 'from' | 'count'>;

export function useTickets(filter: TicketsFilter) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [...TICKETS, filter],
    queryFn: ({ pageParam, signal }) =>
      client.get<TicketsBody>(
        `tickets?${queryOf({ ...filter, from: pageParam, count: WINDOW } satisfies TicketsParams)}`,
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ from, rows, total }) => (from + rows.length < total ? from + rows.length : undefined),
  });
}

export function useTicket(name: string) {
  const client = useClient();
  return useQuery({
    queryKey: keyOf(name),
    queryFn: ({ signal }) => client.get<TicketBody>(`tickets/${encodeURIComponent(name)}`, signal),
  });
}

export function useTicketAction(name: string) {
  const [client, queries] = [useClient(), useQueryClient()];
  return useMutation({
    mutationFn: (params: TicketActionParams) =>
      client.post<TicketActionBody>(`tickets/${encodeURIComponent(name)}/actions`, params),
    ...REPEATED,
    onSuccess: ({ ticket }) => keep(queries, ticket),
  });
}

/** @param name of the ticket that is changed; undefined: a new one */
export function useTicketForm(name?: string) {
  const [client, queries] = [useClient(), useQueryClient()];
  return useMutation({
    mutationFn: (params: TicketFormParams) =>
      client.post<TicketFormBody>(name === undefined ? 'tickets' : `tickets/${encodeURIComponent(name)}`, params),
    ...REPEATED,
    onSuccess: (body) => {
      if ('ticket' in body) keep(queries, body.ticket);
    },
  });
}

/** To where it did not arrive. */
export function useResend(name: string) {
  const [client, queries] = [useClient(), useQueryClient()];
  return useMutation({
    mutationFn: (params: ResendParams) =>
      client.post<TicketActionBody>(`tickets/${encodeURIComponent(name)}/resend`, params),
    ...REPEATED,
    onSuccess: ({ ticket }) => keep(queries, ticket),
  });
}

export function useResendAll() {
  const [client, queries] = [useClient(), useQueryClient()];
  return useMutation({
    mutationFn: (params: ResendParams) => client.post<ResentBody>('tickets/resend', params),
    ...REPEATED,
    onSuccess: () => void queries.invalidateQueries({ queryKey: [DATA] }),
  });
}

/** Under the same one-time key it is done once, however often it is sent. */
const REPEATED = { retry } as const;

function keep(queries: QueryClient, ticket: TicketBody): void {
  queries.setQueryData(keyOf(ticket.name), ticket);
  void queries.invalidateQueries({ queryKey: TICKETS });
}

function keyOf(name: string): readonly string[] {
  return [DATA, 'ticket', name];
}
