/**
 * When another channel becomes the desk, the open tickets get a card there, in steps that the outbox carries out. The desk's record
 * says how far the move has come, so a kill costs one step at most. A step may be repeated: each ticket says where its card is.
 */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Logger } from 'pino';
import { leaseByTenant } from '../../outbox/tenant-source.ts';
import type { Job, OutboxSource } from '../../outbox/worker.ts';
import type { Filter } from '../../storage/port.ts';
import type { Clock } from '../../time/clock.ts';
import type { Desk, Desks } from '../desks.ts';
import type { TicketRepository } from '../repository.ts';
import { leaseOf, NOTHING_SENT, OPEN_STATES, type Ticket } from '../ticket.ts';

export interface DeskMoveOptions {
  readonly tickets: TicketRepository;
  readonly desks: Desks;
  readonly realTime: Clock;
  readonly log: Pick<Logger, 'warn'>;
  /** How many tickets a step moves. */
  readonly stepSize?: number;
}

const STEP = 100;

export class DeskMove implements OutboxSource {
  readonly name = 'tickets for another desk';
  readonly #options: DeskMoveOptions;

  constructor(options: DeskMoveOptions) {
    this.#options = options;
  }

  async leaseDue(most: number): Promise<readonly Job[]> {
    const { desks, log } = this.#options;
    return leaseByTenant(await desks.tenants(), most, log, async (tenantId) => {
      const desk = await desks.of(tenantId);
      const from = desk?.moved;
      return desk === undefined || from === undefined ? [] : [{ run: () => this.#step(tenantId, desk, from) }];
    });
  }

  async #step(tenantId: string, desk: Desk, from: number): Promise<void> {
    const { tickets, desks, stepSize = STEP } = this.#options;
    const elsewhere: Filter = {
      number: { $gt: from },
      state: { $in: OPEN_STATES },
      'legs.desk.where': { $ne: desk.channelId },
    };
    const page = await tickets.list(tenantId, elsewhere, { sort: { number: 1 }, limit: stepSize });
    let moved = from;
    for (const [i, ticket] of page.entries()) {
      // This ticket is being sent just now, maybe to the old channel: the next step begins with it.
      if (!(await this.#makeDue(ticket, desk, i))) return desks.keepMoved(tenantId, desk, moved);
      moved = ticket.number;
      // The embedded store writes without a pause: without one, nobody's turn would be answered meanwhile.
      await nextTick();
    }
    return desks.keepMoved(tenantId, desk, page.length < stepSize ? undefined : moved);
  }

  /** A millisecond apart, so that the cards come in the order of their numbers. */
  async #makeDue({ tenantId, _id }: Ticket, { channelId }: Desk, afterMs: number): Promise<boolean> {
    const { tickets, realTime } = this.#options;
    const free: Filter = { _id, ...leaseOf('desk').heldBy(undefined), 'legs.desk.where': { $ne: channelId } };
    const deskDue = new Date(realTime().getTime() + afterMs).toISOString();
    return (await tickets.collection.updateOne(tenantId, free, { $set: { 'legs.desk': NOTHING_SENT, deskDue } })) > 0;
  }
}
