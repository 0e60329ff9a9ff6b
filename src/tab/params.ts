/** What the page asks for, checked: everything in an address is somebody's word. */
import { z } from 'zod';
import { CLAIM_SORTS, CLAIM_STATES, type ClaimTableQuery } from '../claims/claim-table.ts';
import { UserError } from '../errors.ts';
import { OWNERS_WHO } from '../report/service.ts';
import { TICKET_STATE_FILTERS, TICKETS_OF, type TicketTableQuery } from '../tickets/table.ts';
import { claimsOf } from './claims/bodies.ts';

export const API = '/tab/api';

/** Made by the page for each thing that is done: what is sent again under it is done once. */
export const idempotencyKey = z.string().min(8).max(100);

/** Longer than any name or key of ours. */
const MOST_CHARACTERS = 500;
const MOST_ROWS = 200;

const text = z.string().max(MOST_CHARACTERS).optional();
const window = {
  from: z.coerce.number().int().min(0).max(10_000_000).default(0),
  count: z.coerce.number().int().min(1).max(MOST_ROWS).default(MOST_ROWS),
};
const claimTable = z.object({
  owner: z
    .string()
    .max(MOST_CHARACTERS)
    .transform(claimsOf)
    .refine((of) => of !== undefined)
    .optional(),
  text,
  program: text,
  workload: text,
  state: z.enum(CLAIM_STATES).optional(),
  sort: z.enum(CLAIM_SORTS).default('urgency'),
  order: z.enum(['up', 'down']).default('up'),
  ...window,
});
const ticketTable = z.object({
  of: z.enum(TICKETS_OF).optional(),
  text,
  state: z.enum(TICKET_STATE_FILTERS).optional(),
  ...window,
});

const overview = z.object({ campaign: text, who: z.enum(OWNERS_WHO).default('all') });

const version = z.object({ of: z.enum(['campaign']).optional() });

const questions = z.object({
  list: z.enum(['open', 'decided']).default('open'),
  page: z.coerce.number().int().min(0).max(100_000).default(0),
});

/** @throws UserError where something in it cannot be read */
export function questionsQuery(query: URLSearchParams): z.infer<typeof questions> {
  return read(questions, query);
}

/** @throws UserError likewise */
export function versionQuery(query: URLSearchParams): z.infer<typeof version> {
  return read(version, query);
}

/** @throws UserError likewise */
export function overviewQuery(query: URLSearchParams): z.infer<typeof overview> {
  return read(overview, query);
}

/** @throws UserError where something in it cannot be read */
export function claimTableQuery(query: URLSearchParams): ClaimTableQuery {
  const { owner: of, order, ...rest } = read(claimTable, query);
  return { ...rest, of, descending: order === 'down' };
}

/** @throws UserError likewise */
export function ticketTableQuery(query: URLSearchParams): TicketTableQuery {
  return read(ticketTable, query);
}

function read<T>(schema: z.ZodType<T>, query: URLSearchParams): T {
  const given = Object.fromEntries([...query].filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) throw new UserError('tab.bad-query', undefined, { cause: result.error });
  return result.data;
}
