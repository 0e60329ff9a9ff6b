/** The tickets, put together: a part of the composition root. */
import type { Logger } from 'pino';
import type { AssociationService } from '../claims/service.ts';
import type { Config } from '../config.ts';
import type { Core } from '../core.ts';
import type { Limits } from '../outbox/rate-limits.ts';
import { createWebhook } from '../outbox/webhook.ts';
import type { Source } from '../outbox/worker.ts';
import { deskTeller } from '../tickets/delivery/desk-delivery.ts';
import { DeskMove } from '../tickets/delivery/desk-move.ts';
import { LeadsTeller } from '../tickets/delivery/leads-delivery.ts';
import { type Teller, TicketSource } from '../tickets/delivery/outbox-source.ts';
import { requesterTeller } from '../tickets/delivery/requester-delivery.ts';
import { webhookTeller } from '../tickets/delivery/webhook-delivery.ts';
import { Desks } from '../tickets/desks.ts';
import { TicketRaiser } from '../tickets/escalation.ts';
import { type TicketHandlers, ticketHandlers } from '../tickets/handlers.ts';
import { TicketNumbers } from '../tickets/numbers.ts';
import { Tickets } from '../tickets/repository.ts';
import { TicketService } from '../tickets/service.ts';
import type { Clock } from '../time/clock.ts';
import type { Postman } from '../turn.ts';

export interface TicketingParts {
  readonly config: Config;
  readonly core: Core;
  readonly claimService: AssociationService;
  readonly questionText: Parameters<typeof ticketHandlers>[0]['questionText'];
  readonly postman: Postman;
  /** By thread. */
  readonly limits: Limits;
  readonly realTime: Clock;
  readonly newId: () => string;
  /** Milliseconds that the help-desk system gets to answer. */
  readonly webhookWithinMs: number;
  /** There is something to tell. */
  readonly kick: () => void;
  readonly signal: AbortSignal;
  readonly log: Logger;
}

export interface Ticketing {
  readonly sources: readonly Source[];
  readonly service: TicketService;
  readonly tickets: TicketHandlers;
  readonly raiser: TicketRaiser;
}

export function ticketing(parts: TicketingParts): Ticketing {
  const { config, core, claimService, questionText, postman, limits, realTime, newId, kick, signal, log } = parts;
  const { store, people, rights } = core;
  const { timeZone, webhook } = config;
  const [tickets, desks] = [new Tickets(store), new Desks(store)];
  const telling = { postman, limits, realTime, newKey: newId };
  const tellers: Teller[] = [
    deskTeller({ ...telling, desks, reader: { locale: 'en-US', timeZone } }),
    requesterTeller({ ...telling, tickets, people, isLead: rights.isLead, timeZone }),
    ...(webhook === undefined
      ? []
      : [
          webhookTeller({
            tickets,
            webhook: createWebhook({ ...webhook, fetch, timeoutMs: parts.webhookWithinMs, clock: realTime }),
          }),
        ]),
  ];
  const service = new TicketService({
    tickets,
    numbers: new TicketNumbers(store),
    desks,
    associations: claimService,
    rights,
    realTime,
    newId,
    announce: kick,
    webhook: webhook !== undefined,
  });
  return {
    sources: [
      new DeskMove({ tickets, desks, realTime }),
      ...tellers.map((teller) => new TicketSource({ tickets, teller, realTime, newId, random: Math.random, log })),
      new LeadsTeller({
        tickets,
        people,
        leads: (tenantId) => people.reachable(tenantId, config.leads),
        postman,
        limits,
        realTime,
        random: Math.random,
        log,
      }),
    ],
    service,
    tickets: ticketHandlers({ service, associations: claimService, questionText, newKey: newId }),
    raiser: new TicketRaiser({ tickets, timeZone, realTime, announce: kick, signal }),
  };
}
