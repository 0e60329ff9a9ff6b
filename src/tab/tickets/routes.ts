/** Tickets on the page: what may be asked and done is what the chat has, by the same service. */
import { z } from 'zod';
import type { ClaimService } from '../../claims/service.ts';
import type { Core } from '../../core.ts';
import { UserError } from '../../errors.ts';
import type { Route } from '../../feature.ts';
import { localeOf, type Person } from '../../people/person.ts';
import { problemText } from '../../problems/index.ts';
import type { Tickets } from '../../tickets/feature.ts';
import { acceptedIds, assertFormFits, type FormProblems, type TicketFormInput } from '../../tickets/form.ts';
import { assertFits } from '../../tickets/limits.ts';
import type { TicketInput } from '../../tickets/new-ticket.ts';
import type { TicketAction } from '../../tickets/rules.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { Door } from '../door.ts';
import { fileAnswer } from '../file-answer.ts';
import { json } from '../json.ts';
import { listRoutes } from '../list-file/list-routes.ts';
import { ownKey } from '../own-key.ts';
import { API, idempotencyKey, ticketTableQuery } from '../params.ts';
import type { ResentBody, TicketActionBody, TicketFormBody, TicketsBody } from './api.ts';
import { ticketBody, ticketsBody } from './bodies.ts';
import { numberIn } from './number-in.ts';
import { type TicketListWords, ticketList } from './ticket-list.ts';

/** More than any text may have, so that what is too long is refused with its numbers. */
const MOST_CHARACTERS = 50_000;
/** Of those that did not arrive; pressed again it goes on with the next. */
const RESENT_AT_ONCE = 200;

const text = z.string().max(MOST_CHARACTERS);
const form = z.strictObject({
  idempotencyKey,
  topic: text,
  issue: text,
  claims: text,
  description: text.transform((description) => description.trim()),
  accepted: text,
});
const action = z.discriminatedUnion('kind', [
  z.strictObject({ idempotencyKey, kind: z.enum(['take', 'resolve', 'withdraw', 'reopen']) }),
  z.strictObject({ idempotencyKey, kind: z.literal('comment'), text }),
  z.strictObject({ idempotencyKey, kind: z.literal('hand over'), caseNumber: text }),
]);

const resend = z.strictObject({ idempotencyKey });

type SentForm = z.infer<typeof form>;

export interface TicketRouteOptions extends Pick<Core, 'config' | 'stamps' | 'campaignClock'> {
  readonly door: Door;
  readonly tickets: Tickets;
  readonly claims: ClaimService;
  readonly ticketListWords: (locale: string) => TicketListWords;
}

export function ticketRoutes(options: TicketRouteOptions): Route[] {
  const { door, tickets, claims, ticketListWords: words, stamps, config } = options;
  const { service, hasDesk, isAtDesk, undeliveredTexts, problems } = tickets;
  return [
    door.route(`${API}/tickets`, async (person, { query }) => {
      const asked = ticketTableQuery(query);
      const version = await stamps.read(person.tenantId);
      const atDesk = await isAtDesk(person);
      const table = await service.table(person, asked, atDesk);
      return json<TicketsBody>(ticketsBody(table, asked.from, version, service.actor(person, atDesk)));
    }),
    ...listRoutes(options, 'tickets', words, async (person, query) => {
      const timeZone = person.timeZone ?? config.timeZone;
      return ticketList(
        { tickets: service, words: words(localeOf(person)), timeZone },
        person,
        ticketTableQuery(query),
        await isAtDesk(person),
      );
    }),
    door.route(`${API}/tickets/:name`, async (person, request) => {
      const atDesk = await isAtDesk(person);
      return json(await body(person, await service.ticket(person, numberIn(request), atDesk), atDesk));
    }),
    door.change(`${API}/tickets`, form, (person, sent) =>
      filled(person, sent, (input) => service.open(person, ownKey(person, sent.idempotencyKey), input)),
    ),
    door.change(`${API}/tickets/:name`, form, async (person, sent, request) => {
      const { number, claims: before } = await service.ticket(person, numberIn(request));
      // Of IDs that stand in it already, its requester was warned when they wrote them.
      const warned = acceptedIds(before.filter(({ known }) => !known).map(({ claimId }) => claimId));
      return filled(person, { ...sent, accepted: `${sent.accepted} ${warned}` }, async (input) => {
        const edit = { kind: 'edit', claims: input.claims, description: input.description } as const;
        return (await service.act(person, number, ownKey(person, sent.idempotencyKey), edit)).ticket;
      });
    }),
    door.change(`${API}/tickets/:name/actions`, action, async (person, { idempotencyKey: key, ...sent }, request) => {
      const atDesk = await isAtDesk(person);
      const done = await service.act(person, numberIn(request), ownKey(person, key), cleaned(sent), atDesk);
      return json<TicketActionBody>({ ticket: await body(person, done.ticket, atDesk), changed: done.changed });
    }),
    door.route(`${API}/tickets/:name/files/:sha256`, async (person, request) => {
      const atDesk = await isAtDesk(person);
      const { file, bytes } = await service.openFile(person, numberIn(request), request.param('sha256'), atDesk);
      return fileAnswer(file.name, bytes, file.size);
    }),
    door.change(`${API}/tickets/:name/resend`, resend, async (person, { idempotencyKey: key }, request) => {
      const { ticket, changed } = await service.resend(person, numberIn(request), ownKey(person, key));
      return json<TicketActionBody>({ ticket: await body(person, ticket, await isAtDesk(person)), changed });
    }),
    door.change(`${API}/tickets/resend`, resend, async (person, { idempotencyKey: key }) =>
      json<ResentBody>({ sent: await service.resendAll(person, ownKey(person, key), RESENT_AT_ONCE) }),
    ),
  ];

  async function body(person: Person, ticket: Ticket, atDesk: boolean) {
    const ids = ticket.claims.filter(({ known }) => known).map(({ claimId }) => claimId);
    const visible = ids.length === 0 ? [] : await claims.findVisible(person, ids);
    return ticketBody(ticket, service.actor(person, atDesk), visible, undeliveredTexts(ticket, localeOf(person)));
  }

  /** What was entered, checked as in the chat; `write` where nothing is to be put right. */
  async function filled(person: Person, sent: SentForm, write: (input: TicketInput) => Promise<Ticket>) {
    const entered: TicketFormInput = sent;
    assertFormFits(entered);
    const result = await service.check(person, entered);
    if ('problems' in result)
      return json<TicketFormBody>({ problems: sentences(result.problems, person), accepted: result.accepted });
    const ticket = await write(result.input);
    const [atDesk, isForDesk] = await Promise.all([isAtDesk(person), hasDesk(person.tenantId)]);
    const written = await body(person, ticket, atDesk);
    return json<TicketFormBody>({ ticket: written, hasDesk: isForDesk });
  }

  function sentences(found: FormProblems, person: Person): Partial<Record<keyof FormProblems, string>> {
    const locale = localeOf(person);
    return Object.fromEntries(
      Object.entries(found).map(([field, problem]) => [field, problemText(problems, problem, locale)]),
    );
  }
}

/** @throws UserError where nothing is said in it, or too much */
function cleaned(sent: Exclude<TicketAction, { kind: 'edit' | 'add files' }>): TicketAction {
  if (sent.kind === 'comment') {
    const comment = sent.text.trim();
    if (comment === '') throw new UserError('ticket.empty-comment');
    assertFits('comment', comment);
    return { kind: 'comment', text: comment };
  }
  if (sent.kind !== 'hand over') return sent;
  const caseNumber = sent.caseNumber.replace(/\s+/g, ' ').trim();
  if (caseNumber === '') throw new UserError('ticket.empty-case');
  assertFits('case number', caseNumber);
  return { kind: 'hand over', caseNumber };
}
