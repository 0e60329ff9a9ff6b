/** The notice shared by a lead: who it is for, sending it, and what came of it. Rights are checked here, each time. */

import { MOST_NAMED } from '../claims/owners.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { Nudge } from '../delivery/nudge.ts';
import type { Orders } from '../delivery/orders.ts';
import { ForbiddenError, NotFoundError } from '../errors.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import type { Filter } from '../storage/port.ts';
import type { AnnouncementProgress, Audience, AudienceCounts } from './announcement.ts';
import type { Audiences } from './audience.ts';
import { type AnnouncementOrder, announcedKey, isAnnouncement } from './order.ts';
import { announcementTexts } from './texts.ts';

export interface AnnouncementServiceOptions {
  readonly orders: Orders;
  readonly ledger: Ledger;
  readonly audiences: Audiences;
  readonly rights: Rights;
  readonly campaign: string;
  /** Who a person is called, for those who were not reached. */
  readonly nameOf: (tenantId: string, userId: string) => Promise<string>;
  /** A round makes rows of it. */
  readonly planSoon: () => void;
}

/** Also where the answer was lost, and before it has come: then the card is there all the same. */
const MAY_BE_THERE: ReadonlySet<Nudge['state']> = new Set(['leased', 'sent', 'unknown']);

export class AnnouncementService {
  readonly #options: AnnouncementServiceOptions;

  constructor(options: AnnouncementServiceOptions) {
    this.#options = options;
  }

  /** Whom it would reach. @throws ForbiddenError */
  counts(person: Person, audience: Audience): Promise<AudienceCounts> {
    this.assertLead(person);
    return this.#options.audiences.counts(person.tenantId, audience);
  }

  /** The audience as the claims have it; undefined where there are none. @throws ForbiddenError */
  resolve(person: Person, audience: Audience): Promise<Audience | undefined> {
    this.assertLead(person);
    return this.#options.audiences.resolve(person.tenantId, audience);
  }

  /** The one that went out under this key. @throws ForbiddenError */
  async sent(person: Person, key: string): Promise<AnnouncementOrder | undefined> {
    this.assertLead(person);
    const order = await this.#options.orders.get(person.tenantId, key);
    return isAnnouncement(order) ? order : undefined;
  }

  /**
   * Once for each key.
   * @param counts of its audience just now
   * @param now campaign clock
   * @throws ForbiddenError
   */
  async send(
    person: Person,
    key: string,
    announced: Pick<AnnouncementOrder, 'audience' | 'entered' | 'line'>,
    counts: AudienceCounts,
    now: Date,
  ): Promise<AnnouncementProgress> {
    this.assertLead(person);
    const { orders, campaign, planSoon } = this.#options;
    const { tenantId, userId, name } = person;
    const order: AnnouncementOrder = {
      _id: key,
      tenantId,
      kind: 'announcement',
      by: { userId, name },
      at: now.toISOString(),
      campaign,
      state: 'open',
      ...announced,
    };
    if (await orders.add(order)) planSoon();
    return this.progress(person, key, counts);
  }

  /** @param counts of its audience just now, where they are known. @throws ForbiddenError, NotFoundError */
  async progress(person: Person, id: string, counts?: AudienceCounts): Promise<AnnouncementProgress> {
    this.assertLead(person);
    const { ledger, audiences } = this.#options;
    const { tenantId } = person;
    const order = await this.sent(person, id);
    if (order === undefined) throw new NotFoundError(announcementTexts.noSuchAnnouncement);
    const { collection } = ledger;
    const [states, read, skipped, left] = await Promise.all([
      collection.groupCount(tenantId, { order: id }, 'state'),
      collection.groupCount(tenantId, { order: id, readAt: { $exists: true } }, 'state'),
      collection.groupCount(tenantId, { order: id, state: 'skipped' }, 'reason'),
      // Until a round has made rows of it, the ledger does not know of everybody.
      order.state === 'open' ? (counts ?? audiences.counts(tenantId, order.audience)) : undefined,
    ]);
    const count = (of: typeof states, ...which: Nudge['state'][]): number =>
      which.reduce((sum, state) => sum + (of.get(state) ?? 0), 0);
    // Whoever has read it got it, whether or not an answer came.
    const proven = count(read, 'leased', 'unknown');
    const waiting = count(states, 'due', 'leased') - count(read, 'leased');
    const { unreached, unreachedInAll } = left ?? (await this.#unreached(order, skipped.get('unreachable') ?? 0));
    return {
      order: id,
      line: order.line,
      audience: order.audience,
      by: order.by.name,
      at: order.at,
      waiting: Math.max(waiting, (left?.people ?? 0) - count(states, 'sent', 'unknown', 'failed')),
      sent: count(states, 'sent') + proven,
      read: count(read, 'sent') + proven,
      unknown: count(states, 'unknown') - count(read, 'unknown'),
      failed: count(states, 'failed'),
      off: left?.remindersOff ?? skipped.get('off') ?? 0,
      unreached,
      unreachedInAll,
    };
  }

  /** @param known how many of the people known here */
  async #unreached(
    { _id: order, tenantId, audience }: AnnouncementOrder,
    known: number,
  ): Promise<Pick<AudienceCounts, 'unreached' | 'unreachedInAll'>> {
    const { ledger, audiences, nameOf } = this.#options;
    const skipped = { order, state: 'skipped', reason: 'unreachable' } as const;
    const [rows, strangers] = await Promise.all([
      ledger.collection.find(tenantId, skipped, { sort: { person: 1 }, limit: MOST_NAMED }),
      audiences.strangers(tenantId, audience),
    ]);
    const named = rows.map(async ({ person }) => ({
      name: await nameOf(tenantId, person),
      reach: (await audiences.hadBot(tenantId, person)) ? ('blocked' as const) : ('never installed' as const),
    }));
    const unreached = [
      ...(await Promise.all(named)),
      ...strangers.map((name) => ({ name, reach: 'never installed' as const })),
    ];
    return { unreached: unreached.slice(0, MOST_NAMED), unreachedInAll: known + strangers.length };
  }

  /** What somebody got, and whether they have read it. @throws NotFoundError where they did not get this one */
  async received(
    { tenantId, userId }: Person,
    id: string,
  ): Promise<{ readonly order: AnnouncementOrder; readonly row: Nudge }> {
    const { orders, ledger } = this.#options;
    const order = await orders.get(tenantId, id);
    if (!isAnnouncement(order)) throw new NotFoundError(announcementTexts.noSuchAnnouncement);
    const key = { campaign: order.campaign, milestone: announcedKey(id), person: userId };
    const row = await ledger.get(tenantId, key);
    if (row === undefined || !MAY_BE_THERE.has(row.state))
      throw new NotFoundError(announcementTexts.noSuchAnnouncement);
    return { order, row };
  }

  /** Somebody who got it has read it; the first time counts. @param now campaign clock. @throws NotFoundError as `received` */
  async read(person: Person, id: string, now: Date): Promise<AnnouncementOrder> {
    const { order, row } = await this.received(person, id);
    const unread: Filter = { _id: row._id, readAt: { $exists: false } };
    const update = { $set: { readAt: now.toISOString() } };
    await this.#options.ledger.collection.updateOne(person.tenantId, unread, update);
    return order;
  }

  /** @throws ForbiddenError */
  assertLead(person: Person): void {
    if (!this.#options.rights.isLead(person)) throw new ForbiddenError(announcementTexts.leadsOnly);
  }
}
