/** A ticket that nobody touched for five working days is raised to the desk and the leads: once, until a person does something. */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Clock } from '../time/clock.ts';
import { workingDaysBefore } from '../time/working-days.ts';
import type { Tickets } from './repository.ts';
import type { TicketChange } from './rules.ts';
import { isClosed, OPEN_STATES, type Ticket } from './ticket.ts';

const WORKING_DAYS = 5;
const PAGE = 100;

/** What raising does to a ticket on which no person did anything after `since`; undefined where it is not to be raised (again). */
export function raiseOf(ticket: Ticket, since: Date, now: Date): TicketChange | undefined {
  if (isClosed(ticket) || ticket.raised || ticket.changedAt > since.toISOString()) return undefined;
  const at = now.toISOString();
  return { event: 'raised', set: { raised: true, raise: { at, due: at, told: [], tries: 0 } } };
}

export interface TicketRaiserParts {
  readonly tickets: Tickets;
  /** The tenant's. */
  readonly timeZone: string;
  readonly realTime: Clock;
  /** Something is to be sent. */
  readonly wake: () => void;
  /** Ends the work between two pages. */
  readonly signal: AbortSignal;
  readonly pageSize?: number;
}

export class TicketRaiser {
  readonly #parts: TicketRaiserParts;

  constructor(parts: TicketRaiserParts) {
    this.#parts = parts;
  }

  /** Raises what is to be raised in all tenants, and says how many. Several instances may do it at once. */
  async raiseQuiet(): Promise<number> {
    const { tickets, timeZone, realTime, wake } = this.#parts;
    const since = workingDaysBefore(realTime(), WORKING_DAYS, timeZone);
    let raised = 0;
    for (const tenantId of await tickets.collection.tenants()) raised += await this.#raiseIn(tenantId, since);
    if (raised > 0) wake();
    return raised;
  }

  async #raiseIn(tenantId: string, since: Date): Promise<number> {
    const { tickets, signal, pageSize = PAGE } = this.#parts;
    const quiet = { state: { $in: OPEN_STATES }, raised: false, changedAt: { $lte: since.toISOString() } };
    let raised = 0;
    while (!signal.aborted) {
      const page = await tickets.list(tenantId, quiet, { sort: { changedAt: 1 }, limit: pageSize });
      for (const ticket of page) {
        if (await this.#raise(ticket, since)) raised += 1;
        // The embedded store writes without a pause; turns want to be answered meanwhile.
        await nextTick();
      }
      // What was raised is not found again.
      if (page.length < pageSize) break;
    }
    return raised;
  }

  async #raise({ tenantId, number, version }: Ticket, since: Date): Promise<boolean> {
    const { tickets, realTime } = this.#parts;
    const at = realTime();
    const outcome = await tickets.change(tenantId, number, { key: `raised/${version}`, at }, (now) =>
      raiseOf(now, since, at),
    );
    return outcome.kind === 'changed';
  }
}
