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
import type { Breakdown, ProgramCounts, WorkloadStanding } from './breakdown.ts';
import type { CampaignDay, CampaignDays } from './days.ts';

const PAGE_SIZE = 6;
const OWNERS_AT_ONCE = 200;

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

/** Owners of open claims: all, those who have neither POE that waits nor a claim that is done, those who cannot be sent anything. */
export type OwnersWho = 'all' | 'not started' | 'not reached';

export const OWNERS_WHO = ['all', 'not started', 'not reached'] as const satisfies readonly OwnersWho[];

export interface OverviewOwner extends ReportOwner {
  readonly done: number;
  readonly started: boolean;
}

/** The report at more length, for whoever has a screen. */
export interface CampaignOverview extends Pick<CampaignReport, 'claims' | 'progress' | 'reachable'> {
  /** By name. */
  readonly programs: readonly ProgramCounts[];
  readonly workloads: readonly WorkloadStanding[];
  /** Those with the most open claims first, as many as were asked for. */
  readonly owners: readonly OverviewOwner[];
  readonly ownersInAll: Readonly<Record<OwnersWho, number>>;
}

export interface OverviewQuery {
  readonly who: OwnersWho;
  /** Owners at most. */
  readonly limit: number;
}

export interface ReportServiceOptions {
  readonly claims: ClaimRepository;
  readonly owners: Owners;
  readonly breakdown: Breakdown;
  readonly ledger: Ledger;
  readonly days: CampaignDays;
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
    this.#assertLead(person);
    const { tenantId } = person;
    const { all, ...figures } = await this.#figures(tenantId, campaign);
    const shown = pageOf(all, page, PAGE_SIZE);
    return {
      ...figures,
      owners: await this.#rows(tenantId, campaign, shown.rows),
      ownersInAll: all.length,
      page: shown.page,
      pageSize: PAGE_SIZE,
    };
  }

  /** @throws ForbiddenError */
  async overview(person: Person, campaign: Campaign, { who, limit }: OverviewQuery): Promise<CampaignOverview> {
    this.#assertLead(person);
    const { breakdown } = this.#options;
    const { tenantId } = person;
    const [{ all, ...figures }, worked, programs, workloads] = await Promise.all([
      this.#figures(tenantId, campaign),
      this.#worked(tenantId, campaign),
      breakdown.programs(tenantId, campaign),
      breakdown.workloads(tenantId, campaign),
    ]);
    const groups = ownerGroups(all, worked);
    return {
      ...figures,
      programs,
      workloads,
      owners: await this.#overviewRows(tenantId, campaign, groups[who].slice(0, limit), worked),
      ownersInAll: {
        all: all.length,
        'not started': groups['not started'].length,
        'not reached': groups['not reached'].length,
      },
    };
  }

  /** All owners of these, some at a time, those with the most open claims first. @throws ForbiddenError */
  async *ownersOf(person: Person, campaign: Campaign, who: OwnersWho): AsyncGenerator<readonly OverviewOwner[]> {
    this.#assertLead(person);
    const { tenantId } = person;
    const [all, worked] = await Promise.all([
      this.#options.owners.all(tenantId, campaign),
      this.#worked(tenantId, campaign),
    ]);
    const owners = ownerGroups(all, worked)[who];
    for (let at = 0; at < owners.length; at += OWNERS_AT_ONCE)
      yield await this.#overviewRows(tenantId, campaign, owners.slice(at, at + OWNERS_AT_ONCE), worked);
  }

  /** @throws ForbiddenError */
  async programs(person: Person, campaign: Campaign): Promise<readonly ProgramCounts[]> {
    this.#assertLead(person);
    return this.#options.breakdown.programs(person.tenantId, campaign);
  }

  /** @throws ForbiddenError */
  async workloads(person: Person, campaign: Campaign): Promise<readonly WorkloadStanding[]> {
    this.#assertLead(person);
    return this.#options.breakdown.workloads(person.tenantId, campaign);
  }

  /** How its claims stood, day by day, the newest last. @throws ForbiddenError */
  async overTime(person: Person, campaign: Campaign): Promise<readonly CampaignDay[]> {
    this.#assertLead(person);
    return this.#options.days.of(person.tenantId, campaign);
  }

  /** What both say. `all`: the owners of open claims. */
  async #figures(tenantId: string, campaign: Campaign) {
    const { claims, owners, ledger, realTime } = this.#options;
    const [ranks, lacking, unowned, progress, all] = await Promise.all([
      claims.countByRank(tenantId, inCampaign(campaign)),
      claims.count(tenantId, { ...OPEN_CLAIMS, ...inCampaign(campaign), lacking: { $gt: 0 } }),
      owners.unowned(tenantId, campaign),
      progressOf(ledger, tenantId, campaign.id, realTime(), 'reminder'),
      owners.all(tenantId, campaign),
    ]);
    return {
      claims: {
        toCollect: ranks.get(RANK.toCollect) ?? 0,
        toUpload: ranks.get(RANK.toUpload) ?? 0,
        lacking,
        nothingLeft: ranks.get(RANK.nothingLeft) ?? 0,
        unowned: unowned.toCollect + unowned.toUpload,
      },
      progress,
      reachable: all.filter(({ reach, person }) => reach === 'reachable' && !person?.remindersOff).length,
      all,
    };
  }

  #assertLead(person: Person): void {
    if (!this.#options.rights.isLead(person)) throw new ForbiddenError('report.leads-only');
  }

  /** By the keys of owners. */
  async #worked(tenantId: string, campaign: Campaign): Promise<Worked> {
    const { claims } = this.#options;
    const within = inCampaign(campaign);
    const [done, waiting] = await Promise.all([
      claims.countBy(tenantId, { ...within, rank: RANK.nothingLeft }, 'owner.key'),
      claims.countBy(tenantId, { ...within, ...OPEN_CLAIMS, toUpload: { $gt: 0 } }, 'owner.key'),
    ]);
    return { done, waiting };
  }

  async #overviewRows(
    tenantId: string,
    campaign: Campaign,
    owners: readonly Owner[],
    worked: Worked,
  ): Promise<OverviewOwner[]> {
    const rows = await this.#rows(tenantId, campaign, owners);
    return owners.flatMap((owner, i) => {
      const row = rows[i];
      if (row === undefined) return [];
      return { ...row, done: sumOf(worked.done, owner), started: isStarted(owner, worked) };
    });
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

/** Claims by the keys of their owners: those that are done, and the open ones with POE that waits to be uploaded. */
interface Worked {
  readonly done: ReadonlyMap<string, number>;
  readonly waiting: ReadonlyMap<string, number>;
}

function ownerGroups(all: readonly Owner[], worked: Worked): Readonly<Record<OwnersWho, readonly Owner[]>> {
  return {
    all,
    'not started': all.filter((owner) => !isStarted(owner, worked)),
    'not reached': all.filter(({ reach }) => reach !== 'reachable'),
  };
}

function isStarted(owner: Owner, { done, waiting }: Worked): boolean {
  return sumOf(done, owner) + sumOf(waiting, owner) > 0;
}

function sumOf(counts: ReadonlyMap<string, number>, { keys }: Owner): number {
  return keys.reduce((total, key) => total + (counts.get(key) ?? 0), 0);
}
