/** Announcements as the engine sees them: a row for everybody of the audience where a lead ordered one, and nothing of its own accord. */
import type { Composer } from '../delivery/composer.ts';
import type { NewNudge } from '../delivery/ledger.ts';
import type { OrderPage, Product } from '../delivery/product.ts';
import { reachOf } from '../people/reach.ts';
import type { Clock } from '../time/clock.ts';
import type { Audiences } from './audience.ts';
import { announcedKey, isAnnouncement } from './order.ts';

export interface AnnouncementProductOptions {
  readonly composer: Composer;
  readonly audiences: Audiences;
  readonly realTime: Clock;
}

export function announcementProduct({ composer, audiences, realTime }: AnnouncementProductOptions): Product {
  return {
    kind: 'announcement',
    composer,
    orders: {
      kind: 'announcement',
      async *expand(order): AsyncGenerator<OrderPage> {
        if (!isAnnouncement(order)) return;
        const { _id, tenantId, campaign, by, at, audience, after } = order;
        for await (const page of audiences.pages(tenantId, audience, after)) {
          const rows = page.map((person): NewNudge => {
            const silent = reachOf(person) !== 'reachable' ? 'unreachable' : person.remindersOff ? 'off' : undefined;
            return {
              person: person.userId,
              campaign,
              milestone: announcedKey(_id),
              day: at.slice(0, 10),
              kind: 'announcement',
              askedBy: by,
              order: _id,
              due: realTime(),
              ...(silent !== undefined && { state: 'skipped', reason: silent }),
            };
          });
          const last = page.at(-1)?.userId;
          if (last !== undefined) yield { rows, last };
        }
      },
    },
  };
}
