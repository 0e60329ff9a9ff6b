/** Gathers what the leads' digest says. It reads all owners of open claims, once for all leads who get it at the same moment. */
import type { Campaign } from '../campaign/campaign.ts';
import type { Owner, Owners } from '../claims/owners.ts';
import type { Ledger } from '../delivery/ledger.ts';
import { sentAtMilestones } from '../reminders/history.ts';
import { type Digest, isStalled, leadsDigest } from './digest.ts';

const BATCH_SIZE = 300;

export class DigestSource {
  readonly #owners: Owners;
  readonly #ledger: Ledger;
  readonly #underWay = new Map<string, Promise<Digest>>();

  constructor(owners: Owners, ledger: Ledger) {
    this.#owners = owners;
    this.#ledger = ledger;
  }

  /** @param day the milestone's, `YYYY-MM-DD` */
  of(tenantId: string, campaign: Campaign, milestone: string, day: string): Promise<Digest> {
    const key = [tenantId, campaign.id, milestone, day].join('/');
    const gathered =
      this.#underWay.get(key) ??
      this.#gather(tenantId, campaign, milestone, day).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, gathered);
    return gathered;
  }

  async #gather(tenantId: string, campaign: Campaign, milestone: string, day: string): Promise<Digest> {
    const owners = await this.#owners.all(tenantId, campaign);
    const stalled = new Set<string>();
    const reachable = owners.filter(({ reach }) => reach === 'reachable');
    for (let at = 0; at < reachable.length; at += BATCH_SIZE)
      for (const id of await this.#stalled(tenantId, campaign.id, day, reachable.slice(at, at + BATCH_SIZE)))
        stalled.add(id);
    const digest = leadsDigest(milestone, await this.#owners.unowned(tenantId, campaign), owners, stalled);
    const named = await Promise.all(
      digest.unreached.map(async (one) => {
        const unknown = one.name === one.id;
        return unknown ? { ...one, name: await this.#owners.labelOf(tenantId, one.id) } : one;
      }),
    );
    return { ...digest, unreached: named };
  }

  async #stalled(tenantId: string, campaign: string, day: string, owners: readonly Owner[]): Promise<string[]> {
    const sent = await sentAtMilestones(
      this.#ledger,
      tenantId,
      campaign,
      owners.map(({ id }) => id),
    );
    return owners.filter(({ id, open }) => isStalled(sent.get(id) ?? [], open, day)).map(({ id }) => id);
  }
}
