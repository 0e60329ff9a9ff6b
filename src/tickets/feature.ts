/** Tickets: with claim IDs, to the desk and the help-desk system, handed over to Microsoft by their requester. */

import type { Claims } from '../claims/feature.ts';
import type { Core } from '../core.ts';
import type { Feature } from '../feature.ts';
import { createWebhook } from '../outbox/webhook.ts';
import type { Person } from '../people/person.ts';
import type { TicketProblems } from '../problems/tickets.ts';
import { forgetIn } from '../storage/forget.ts';
import type { ProactiveSender, TeamRoster } from '../turn.ts';
import type { TicketVerb } from '../verbs/tickets.ts';
import { ticketCommands, ticketIntents } from './commands.ts';
import { deskDelivery } from './delivery/desk-delivery.ts';
import { DeskMove } from './delivery/desk-move.ts';
import { LeadsDelivery } from './delivery/leads-delivery.ts';
import { TicketSource } from './delivery/outbox-source.ts';
import { requesterDelivery } from './delivery/requester-delivery.ts';
import type { TicketDelivery } from './delivery/ticket-delivery.ts';
import { webhookDelivery } from './delivery/webhook-delivery.ts';
import { DeskService } from './desk-service.ts';
import { DESKS, Desks } from './desks.ts';
import { TicketEscalator } from './escalation.ts';
import { ticketFormHandlers } from './form-handlers.ts';
import { type TicketHandlers, ticketHandlers } from './handlers.ts';
import { TICKET_NUMBERS, TicketNumbers } from './numbers.ts';
import { ticketReplies } from './replies.ts';
import { TICKETS, TicketRepository } from './repository.ts';
import { TicketService } from './service.ts';
import { ticketProblems, ticketTexts } from './texts.ts';
import type { Ticket, TicketFile } from './ticket.ts';
import { deadLetters } from './undelivered.ts';

export interface Tickets
  extends Feature<TicketVerb, keyof TicketProblems>,
    Pick<TicketHandlers, 'chooseFor' | 'addFiles' | 'takesFiles'> {
  readonly service: TicketService;
  /** @throws UserError where files of theirs may not go to this ticket */
  readonly assertTakes: (person: Person, number: number) => Promise<void>;
  /** The same files again change nothing. @throws as `assertTakes` */
  readonly attach: (person: Person, number: number, files: readonly TicketFile[]) => Promise<void>;
  /** Where a ticket did not arrive and why, a sentence each. */
  readonly undeliveredTexts: (ticket: Ticket, locale: string) => readonly string[];
  /** Whether somebody gets the tenant's tickets. */
  readonly hasDesk: (tenantId: string) => Promise<boolean>;
  /** Whether somebody is a member of the desk's team, outside of its channel. Who they are is for the caller to prove. */
  readonly isAtDesk: (person: Person) => Promise<boolean>;
}

export interface TicketNeeds {
  readonly claims: Claims;
  readonly proactive: ProactiveSender;
  readonly roster: TeamRoster;
  /** Milliseconds that the help-desk system gets to answer. */
  readonly webhookWithinMs?: number | undefined;
}

/** Of each source; a destination of theirs has fewer. */
const AT_ONCE = 50;
const ESCALATE_EVERY_MS = 600_000;
const WEBHOOK_TIMEOUT_MS = 15_000;

export function createTickets(core: Core, { claims, proactive, roster, webhookWithinMs }: TicketNeeds): Tickets {
  const { store, vault, people, stamps, rights, config, realTime, steadyTime, newId, random, threads, tracing } = core;
  const { stopping, log } = core;
  const { timeZone, webhook } = config;
  const worker = core.outbox(AT_ONCE);
  const wake = (): void => worker.wake();
  const [tickets, desks] = [new TicketRepository(store), new Desks(store)];
  claims.uses.add({
    kind: 'ticket',
    async among(tenantId, some) {
      const named = await tickets.claimsNamed(
        tenantId,
        some.map(({ claimId }) => claimId),
      );
      return some.filter(({ claimId }) => named.has(claimId)).map(({ _id }) => _id);
    },
  });
  const sending = { proactive, limits: threads, realTime: steadyTime, newKey: newId };
  const webhookTo = webhook && {
    ...webhook,
    fetch,
    timeoutMs: webhookWithinMs ?? WEBHOOK_TIMEOUT_MS,
    clock: realTime,
    tracing,
  };
  const places: TicketDelivery[] = [
    deskDelivery({ ...sending, desks, reader: { locale: 'en-US', timeZone } }),
    requesterDelivery({ ...sending, tickets, people, isLead: rights.isLead, timeZone }),
    ...(webhookTo === undefined ? [] : [webhookDelivery({ tickets, webhook: createWebhook(webhookTo) })]),
  ];
  const leads = (tenantId: string) => people.findReachable(tenantId, config.leads);
  const service = new TicketService({
    tickets,
    numbers: new TicketNumbers(store),
    claims: claims.service,
    vault,
    rights,
    stamps,
    realTime,
    newId,
    wake,
  });
  const deskService = new DeskService({ desks, roster, rights, realTime, wake, webhook: webhook !== undefined });
  const escalator = new TicketEscalator({ tickets, stamps, timeZone, realTime, wake, log, signal: stopping });
  const replies = ticketReplies({ service, desks: deskService, newKey: newId });
  const answering = { service, desks: deskService, replies, newKey: newId };
  const forms = ticketFormHandlers({ ...answering, claims: claims.service });
  const handlers = ticketHandlers({ ...answering, forms });
  return {
    name: 'tickets',
    service,
    undeliveredTexts: (ticket, locale) =>
      deadLetters(ticket).map(({ place, code, lastAttempt }) =>
        ticketTexts(locale).undelivered(place, code, lastAttempt),
      ),
    hasDesk: (tenantId) => deskService.hasDesk(tenantId),
    isAtDesk: (person) => deskService.isMember(person),
    problems: ticketProblems,
    chooseFor: handlers.chooseFor,
    addFiles: handlers.addFiles,
    takesFiles: handlers.takesFiles,
    assertTakes: (person, number) => service.assertTakesFiles(person, number),
    attach: async (person, number, files) => void (await service.addFiles(person, number, files)),
    presses: {
      'ticket.form': handlers.form,
      'ticket.submit': handlers.submit,
      'ticket.save': handlers.save,
      tickets: handlers.list,
      'ticket.resend': handlers.resend,
      'tickets.resend': handlers.resendAll,
      'ticket.open': handlers.open,
      'ticket.edit': handlers.edit,
      'ticket.hand-over': handlers.handOver,
      'ticket.case': handlers.caseNumber,
      'ticket.withdraw': handlers.mark('withdraw'),
      // What the desk does in its channel, which is checked there.
      'ticket.comment': { handle: handlers.comment, everywhere: true },
      'ticket.take': { handle: handlers.mark('take'), everywhere: true },
      'ticket.resolve': { handle: handlers.mark('resolve'), everywhere: true },
      'ticket.reopen': { handle: handlers.mark('reopen'), everywhere: true },
    },
    commands: ticketCommands(handlers),
    intents: ticketIntents(handlers),
    help: (locale) => ({
      lines: [ticketTexts(locale).help],
      forLeads: [ticketTexts(locale).helpDesk],
      buttons: [{ title: ticketTexts(locale).button, verb: 'ticket.form', data: {} }],
    }),
    finds: { mentioned: handlers.mentioned },
    deliveries: {
      worker,
      sources: [
        new DeskMove({ tickets, desks, realTime: steadyTime, log }),
        ...places.map((delivery) => new TicketSource({ tickets, delivery, realTime: steadyTime, newId, random, log })),
        new LeadsDelivery({ tickets, people, leads, proactive, limits: threads, realTime: steadyTime, random, log }),
      ],
    },
    timers: [
      {
        name: 'escalation',
        everyMs: ESCALATE_EVERY_MS,
        failure: 'tickets could not be escalated',
        run: () => escalator.escalateDue(),
      },
    ],
    fileNames: { tenants: () => tickets.collection.tenants(), of: (tenantId) => tickets.filesOf(tenantId) },
    records: [
      { collection: TICKETS, of: ({ userId }) => ({ 'requester.userId': userId }), stays: true, forget: forgetIn },
      { collection: TICKET_NUMBERS, forget: forgetIn },
      { collection: DESKS, forget: forgetIn },
    ],
  };
}
