/** The notice shared by a lead: who it is for, sending it, and what came of it. Rights are checked here, each time. */
import type { Nudge } from '../delivery/nudge.ts';
import type { Orders } from '../delivery/orders.ts';
import { ForbiddenError, NotFoundError } from '../errors.ts';
import { countCharacters } from '../format/characters.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import type { AnnouncementProblems } from '../problems/announcements.ts';
import type { Problem } from '../problems/index.ts';
import type { Filter } from '../storage/port.ts';
import type { AnnouncementDraft, AnnouncementProgress, Audience, AudienceCounts } from './announcement.ts';
import { type AnnouncementOrder, announcedKey, audienceNameIn, isAnnouncement, isOrderOf } from './order.ts';
import { type AnnouncementProgressOptions, announcementProgress } from './progress.ts';

export interface AnnouncementServiceOptions extends AnnouncementProgressOptions {
  readonly orders: Orders;
  readonly rights: Rights;
  /** Has a round run now: it makes rows of what was ordered. */
  readonly planSoon: () => void;
}

/** What is wrong with a form. */
export type DraftProblem = Problem<keyof AnnouncementProblems>;

/** Whom a form is for just now, or what is wrong with it. */
export type DraftCheck =
  | { readonly kind: 'ready'; readonly audience: Audience; readonly counts: AudienceCounts }
  | { readonly kind: 'wrong'; readonly problem: DraftProblem };

export type AnnounceOutcome =
  /** Now, or before where the same press came again. */
  | { readonly kind: 'sent'; readonly progress: AnnouncementProgress }
  /** Another announcement went out under this key. Nothing is sent. */
  | { readonly kind: 'key used' }
  /** Nothing is sent: it would reach nobody. */
  | { readonly kind: 'nobody'; readonly audience: Audience; readonly counts: AudienceCounts }
  | Extract<DraftCheck, { kind: 'wrong' }>;

const MOST_CHARACTERS = 500;
/** Rows whose card may be in the chat: also where the answer was lost, or has not come yet. */
const MAY_HAVE_ARRIVED: ReadonlySet<Nudge['state']> = new Set(['leased', 'sent', 'unknown']);

export class AnnouncementService {
  readonly #options: AnnouncementServiceOptions;

  constructor(options: AnnouncementServiceOptions) {
    this.#options = options;
  }

  /** @throws ForbiddenError */
  async check(person: Person, draft: AnnouncementDraft): Promise<DraftCheck> {
    this.assertLead(person);
    const audience = await this.#audienceOf(person, draft);
    if ('code' in audience) return { kind: 'wrong', problem: audience };
    return { kind: 'ready', audience, counts: await this.#options.audiences.counts(person.tenantId, audience) };
  }

  /** Whether an announcement went out under this key. @throws ForbiddenError */
  async isSent(person: Person, key: string): Promise<boolean> {
    this.assertLead(person);
    return (await this.#order(person, key)) !== undefined;
  }

  /** Sends it once for each key. What was checked before may be out of date, so it is checked anew. @param now campaign clock @throws ForbiddenError */
  async send(person: Person, draft: AnnouncementDraft, now: Date): Promise<AnnounceOutcome> {
    this.assertLead(person);
    const { orders, planSoon } = this.#options;
    const { tenantId, userId, name } = person;
    const { idempotencyKey, campaign, line } = draft;
    const before = await this.#order(person, idempotencyKey);
    if (before !== undefined)
      return isOrderOf(before, draft)
        ? { kind: 'sent', progress: await this.progress(person, idempotencyKey) }
        : { kind: 'key used' };
    const checked = await this.check(person, draft);
    if (checked.kind === 'wrong') return checked;
    const { audience, counts } = checked;
    if (counts.people === 0) return { kind: 'nobody', audience, counts };
    const order: AnnouncementOrder = {
      _id: idempotencyKey,
      tenantId,
      kind: 'announcement',
      by: { userId, name },
      at: now.toISOString(),
      campaign,
      state: 'open',
      audience,
      entered: audienceNameIn(draft),
      line,
    };
    if (await orders.add(order)) planSoon();
    return { kind: 'sent', progress: await this.progress(person, idempotencyKey, counts) };
  }

  /** @param counts of its audience just now, where they are known. @throws ForbiddenError, NotFoundError */
  async progress(person: Person, id: string, counts?: AudienceCounts): Promise<AnnouncementProgress> {
    this.assertLead(person);
    const order = await this.#order(person, id);
    if (order === undefined) throw new NotFoundError('announcement.not-found');
    return announcementProgress(order, this.#options, counts);
  }

  /** What somebody got, and whether they have read it. @throws NotFoundError where they did not get this one */
  async received(person: Person, id: string): Promise<{ readonly order: AnnouncementOrder; readonly row: Nudge }> {
    const { ledger } = this.#options;
    const { tenantId, userId } = person;
    const order = await this.#order(person, id);
    const row =
      order && (await ledger.get(tenantId, { campaign: order.campaign, milestone: announcedKey(id), person: userId }));
    if (order === undefined || row === undefined || !MAY_HAVE_ARRIVED.has(row.state))
      throw new NotFoundError('announcement.not-found');
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
    if (!this.#options.rights.isLead(person)) throw new ForbiddenError('announcement.leads-only');
  }

  async #order({ tenantId }: Person, id: string): Promise<AnnouncementOrder | undefined> {
    const order = await this.#options.orders.get(tenantId, id);
    return isAnnouncement(order) ? order : undefined;
  }

  /** The audience as the claims have it. */
  async #audienceOf({ tenantId }: Person, draft: AnnouncementDraft): Promise<Audience | DraftProblem> {
    const { audiences } = this.#options;
    const { audience: kind, program, customer, line } = draft;
    if (countCharacters(line) > MOST_CHARACTERS) return problem('announcement.line-too-long');
    switch (kind) {
      case 'everyone':
        return { kind };
      case 'program':
        if (program === '') return problem('announcement.no-program');
        return (await audiences.resolve(tenantId, { kind, name: program })) ?? problem('announcement.unknown-program');
      case 'customer':
        if (customer === '') return problem('announcement.no-customer');
        return (
          (await audiences.resolve(tenantId, { kind, name: customer })) ?? {
            code: 'announcement.unknown-customer',
            data: { customer },
          }
        );
      default:
        return problem('announcement.no-audience');
    }
  }
}

function problem(code: Exclude<keyof AnnouncementProblems, 'announcement.unknown-customer'>): DraftProblem {
  return { code, data: undefined };
}
