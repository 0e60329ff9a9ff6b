/** Announcements: for whoever can be reached and has not turned messages off, in their own hours. */
import { type Composer, readerOf } from '../delivery/composer.ts';
import type { Orders } from '../delivery/orders.ts';
import { reachOf } from '../people/reach.ts';
import type { WorkingTimes } from '../time/working-hours.ts';
import { announcementCard } from './cards.ts';
import { type AnnouncedNotices, announcedNotice } from './notice.ts';
import { isAnnouncement } from './order.ts';

export interface AnnouncementComposerOptions {
  readonly orders: Orders;
  readonly workingTimes: WorkingTimes;
  readonly notices: AnnouncedNotices;
  /** For people without one. */
  readonly timeZone: string;
}

export function announcementComposer(options: AnnouncementComposerOptions): Composer {
  const { orders, workingTimes, notices, timeZone } = options;
  return {
    async compose(row, person, now) {
      const order = await orders.get(row.tenantId, row.order ?? '');
      const notice = isAnnouncement(order) ? announcedNotice(notices, order.campaign) : undefined;
      if (!isAnnouncement(order) || notice === undefined) return { kind: 'skip', why: 'over' };
      if (reachOf(person) !== 'reachable') return { kind: 'skip', why: 'unreachable' };
      if (person.remindersOff) return { kind: 'skip', why: 'off' };
      const at = workingTimes(person.timeZone).next(now);
      if (at > now) return { kind: 'later', at };
      const announced = { order: order._id, line: order.line, by: order.by.name, read: row.readAt !== undefined };
      const card = announcementCard(announced, notice, { ...readerOf(person, timeZone), now });
      return { kind: 'send', reply: { card } };
    },
  };
}
