/** Announcements: to whoever can be reached and has not turned messages off, in their own hours. */
import type { Campaign } from '../campaign/campaign.ts';
import { reachOf } from '../claims/owners.ts';
import { readerOf, type Writer } from '../delivery/composer.ts';
import type { Orders } from '../delivery/orders.ts';
import { announcementCard } from '../reminders/cards.ts';
import type { Occasions } from '../reminders/schedule.ts';

export interface AnnouncementWriterParts {
  readonly orders: Orders;
  readonly occasions: Occasions;
  readonly campaign: Campaign;
  readonly timeZone: string;
}

export function announcementWriter({ orders, occasions, campaign, timeZone }: AnnouncementWriterParts): Writer {
  return {
    async look(row, person, now) {
      const order = await orders.get(row.tenantId, row.order ?? '');
      if (order?.kind !== 'announcement') return { kind: 'skip', why: 'over' };
      if (reachOf(person) !== 'reachable') return { kind: 'skip', why: 'unreachable' };
      if (person.remindersOff) return { kind: 'skip', why: 'off' };
      const at = occasions.workingTimes(person.timeZone).next(now);
      if (at > now) return { kind: 'later', at };
      const facts = { order: order._id, line: order.line, by: order.by.name, read: row.readAt !== undefined };
      return {
        kind: 'send',
        reply: { card: announcementCard(facts, campaign, { ...readerOf(person, timeZone), now }) },
      };
    },
  };
}
