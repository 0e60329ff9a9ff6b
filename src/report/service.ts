/** The leads' report of a campaign: where its claims stand, how far the reminders are, and whose claims are open. Rights are checked here, each time. */
import type { Campaign } from '../campaign/campaign.ts';
import { RANK } from '../claims/claim.ts';
import { inCampaign, OPEN_CLAIMS } from '../claims/open-claims.ts';
import type { Owner, Owners } from '../claims/owners.ts';
import type { ClaimRepository } from '../claims/repository.ts';
import type { Ledger } from '../delivery/ledger.ts';
import { type Progress, progressOf } from '../delivery/progress.ts';
import { ForbiddenError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import type { Person } from '../people/person.ts';
import type { Reach } from '../people/reach.ts';
import type { Rights } from '../people/roles.ts';
import { lastReminders } from '../reminders/history.ts';

const PAGE_SIZE = 6;

export interface ReportOwner {
  /** `userId`, or the owner's key of somebody who is not known here. */
  readonly id: string;
  readonly name: string;
  readonly toCollect: number;
  readonly toUpload: number;
  readonly reach: Reach;
  readonly remindersOff: boolean;
  /** `YYYY-MM-DD` in their own calendar, past or to come. */
  readonly snoozedUntil?: string;
  /** By the campaign clock, ISO. */
  readonly lastSentAt?: string;
}

export interface CampaignReport {
  /** Claims; `unowned`: of the open ones; `lacking`: of the open ones, with POE that does not show all that it should. */
  readonly claims: {
    readonly toCollect: number;
    readonly toUpload: number;
    readonly lacking: number;
    readonly nothingLeft: number;
    readonly unowned: number;
  };
  readonly progress: Progress;
  /** One page, those with the most open claims first. */
  readonly owners: readonly ReportOwner[];
  readonly ownersInAll: number;
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
  /** How many of the owners can be reminded. */
  readonly reachable: number;
}

export interface ReportServiceOptions {
  readonly claims: ClaimRepository;
  readonly owners: Owners;
  readonly ledger: Ledger;
  readonly rights: Rights;
  readonly realTime: () => Date;
}

export class ReportService {
  readonly #options: ReportServiceOptions;

  constructor(options: ReportServiceOptions) {
    this.#options = options;
  }

  /** A page past the end shows the last one. @throws ForbiddenError */
  async report(person: Person, campaign: Campaign, page: number): Promise<CampaignReport> {
    const { claims, owners, ledger, rights, realTime } = this.#options;
    if (!rights.isLead(person)) throw new ForbiddenError('report.leads-only');
    const { tenantId } = person;
    const [ranks, lacking, unowned, progress, all] = await Promise.all([
      claims.countByRank(tenantId, inCampaign(campaign)),
      claims.count(tenantId, { ...OPEN_CLAIMS, ...inCampaign(campaign), lacking: { $gt: 0 } }),
      owners.unowned(tenantId, campaign),
      progressOf(ledger, tenantId, campaign.id, realTime(), 'reminder'),
      owners.all(tenantId, campaign),
    ]);
    const shown = pageOf(all, page, PAGE_SIZE);
    return {
      claims: {
        toCollect: ranks.get(RANK.toCollect) ?? 0,
        toUpload: ranks.get(RANK.toUpload) ?? 0,
        lacking,
        nothingLeft: ranks.get(RANK.nothingLeft) ?? 0,
        unowned: unowned.toCollect + unowned.toUpload,
      },
      progress,
      owners: await this.#rows(tenantId, campaign, shown.rows),
      ownersInAll: all.length,
      page: shown.page,
      pageSize: PAGE_SIZE,
      reachable: all.filter(({ reach, person }) => reach === 'reachable' && !person?.remindersOff).length,
    };
  }

  async #rows(tenantId: string, { id: campaignId }: Campaign, owners: readonly Owner[]): Promise<ReportOwner[]> {
    const { ledger } = this.#options;
    const sent = await lastReminders(
      ledger,
      tenantId,
      campaignId,
      owners.map(({ id }) => id),
    );
    return Promise.all(
      owners.map(async ({ id, name, person, reach, open }) => {
        const lastSentAt = sent.get(id);
        return {
          id,
          name: person === undefined ? await this.#options.owners.labelOf(tenantId, id) : name,
          ...open,
          reach,
          remindersOff: person?.remindersOff ?? false,
          ...(person?.snoozedUntil !== undefined && { snoozedUntil: person.snoozedUntil }),
          ...(lastSentAt !== undefined && { lastSentAt }),
        };
      }),
    );
  }
}
