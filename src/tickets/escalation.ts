/** A ticket that nobody changed for five working days is escalated to the desk and the leads, and not again before a person changes it. */
import { setImmediate as nextTick } from 'node:timers/promises';
import { forEachTenant } from '../outbox/tenant-source.ts';
import type { Stamps } from '../storage/stamps.ts';
import type { Clock } from '../time/clock.ts';
import { workingDaysBefore } from '../time/working-days.ts';
import type { TicketRepository } from './repository.ts';
import type { TicketChange } from './rules.ts';
import { isClosed, OPEN_STATES, type Ticket } from './ticket.ts';

const WORKING_DAYS = 5;
const PAGE = 100;

/** What escalation changes in a ticket that no person changed after `since`; undefined where it is not to be escalated (again). */
export function escalationOf(ticket: Ticket, since: Date, now: Date): TicketChange | undefined {
  if (isClosed(ticket) || ticket.raised || ticket.changedAt > since.toISOString()) return undefined;
  const at = now.toISOString();
  return { event: 'raised', set: { raised: true, raise: { at, due: at, told: [], tries: 0 } } };
}

export interface TicketEscalatorOptions {
  readonly tickets: TicketRepository;
  readonly stamps: Pick<Stamps, 'move'>;
  /** The tenant's. */
  readonly timeZone: string;
  readonly realTime: Clock;
  /** Something is to be sent. */
  readonly wake: () => void;
  /** Ends the work between two pages. */
  readonly signal: AbortSignal;
  readonly log: { warn(facts: object, message: string): void };
  readonly pageSize?: number;
}

export class TicketEscalator {
  readonly #options: TicketEscalatorOptions;

  constructor(options: TicketEscalatorOptions) {
    this.#options = options;
  }

  /**
   * Escalates the tickets of all tenants that are due for it; returns how many. Several instances may do it at once. A tenant where it
   * fails is logged, and the next call does the rest.
   * @throws what the first tenant threw, where every one did
   */
  async escalateDue(): Promise<number> {
    const { tickets, stamps, timeZone, realTime, wake, log } = this.#options;
    const since = workingDaysBefore(realTime(), WORKING_DAYS, timeZone);
    let escalated = 0;
    const failure = 'the tickets of a tenant could not be escalated';
    await forEachTenant(await tickets.collection.tenants(), { log, failure }, async (tenantId) => {
      const here = await this.#escalateIn(tenantId, since);
      escalated += here;
      if (here > 0) await stamps.move(tenantId, 'tickets');
    });
    if (escalated > 0) wake();
    return escalated;
  }

  async #escalateIn(tenantId: string, since: Date): Promise<number> {
    const { tickets, signal, pageSize = PAGE } = this.#options;
    const untouched = { state: { $in: OPEN_STATES }, raised: false, changedAt: { $lte: since.toISOString() } };
    let escalated = 0;
    while (!signal.aborted) {
      const page = await tickets.list(tenantId, untouched, { sort: { changedAt: 1 }, limit: pageSize });
      for (const ticket of page) {
        if (await this.#escalate(ticket, since)) escalated += 1;
        // The embedded store writes without a pause: without one, nobody's turn would be answered meanwhile.
        await nextTick();
      }
      // The filter finds nothing that was escalated, so the next page is the first one again.
      if (page.length < pageSize) break;
    }
    return escalated;
  }

  async #escalate({ tenantId, number, version }: Ticket, since: Date): Promise<boolean> {
    const { tickets, realTime } = this.#options;
    const at = realTime();
    const outcome = await tickets.change(tenantId, number, { key: `raised/${version}`, at }, (now) =>
      escalationOf(now, since, at),
    );
    return outcome.kind === 'changed';
  }
}
