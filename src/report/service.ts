/** The leads' report of a campaign: where its claims stand, how far the reminders are, and whose claims are open. Rights are checked here, each time. */
import type { Campaign } from '../campaign/campaign.ts';
import { RANK } from '../claims/claim.ts';
import type { Facets } from '../claims/facets.ts';
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
import type { Filter } from '../storage/port.ts';

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

/** Claims of something by how they stand as a whole. */
export interface StandingCounts {
  readonly toCollect: number;
  readonly toUpload: number;
  /** Nothing is left to do. */
  readonly done: number;
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
  readonly programs: readonly (StandingCounts & { readonly name: string })[];
  /** Claims that have this workload: those where something is left to do with it, and the others. */
  readonly workloads: readonly { readonly name: string; readonly open: number; readonly others: number }[];
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
  readonly facets: Facets;
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
    const { claims } = this.#options;
    const { tenantId } = person;
    const within = inCampaign(campaign);
    const [{ all, ...figures }, done, waiting, programs, workloads] = await Promise.all([
      this.#figures(tenantId, campaign),
      claims.countBy(tenantId, { ...within, rank: RANK.nothingLeft }, 'owner.key'),
      claims.countBy(tenantId, { ...within, ...OPEN_CLAIMS, toUpload: { $gt: 0 } }, 'owner.key'),
      this.#programs(tenantId, within),
      this.#workloads(tenantId, within),
    ]);
    const of = (counts: ReadonlyMap<string, number>, { keys }: Owner): number =>
      keys.reduce((total, key) => total + (counts.get(key) ?? 0), 0);
    const isStarted = (owner: Owner): boolean => of(done, owner) + of(waiting, owner) > 0;
    const groups: Readonly<Record<OwnersWho, readonly Owner[]>> = {
      all,
      'not started': all.filter((owner) => !isStarted(owner)),
      'not reached': all.filter(({ reach }) => reach !== 'reachable'),
    };
    const shown = groups[who].slice(0, limit);
    const rows = await this.#rows(tenantId, campaign, shown);
    return {
      ...figures,
      programs,
      workloads,
      owners: shown.flatMap((owner, i) => {
        const row = rows[i];
        return row === undefined ? [] : { ...row, done: of(done, owner), started: isStarted(owner) };
      }),
      ownersInAll: {
        all: all.length,
        'not started': groups['not started'].length,
        'not reached': groups['not reached'].length,
      },
    };
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

  async #programs(tenantId: string, within: Filter): Promise<CampaignOverview['programs']> {
    const { claims } = this.#options;
    const [toCollect, toUpload, done] = await Promise.all(
      [RANK.toCollect, RANK.toUpload, RANK.nothingLeft].map((rank) =>
        claims.countBy(tenantId, { ...within, rank }, 'program'),
      ),
    );
    const names = new Set([toCollect, toUpload, done].flatMap((counts) => [...(counts?.keys() ?? [])]));
    return [...names].sort().map((name) => ({
      name,
      toCollect: toCollect?.get(name) ?? 0,
      toUpload: toUpload?.get(name) ?? 0,
      done: done?.get(name) ?? 0,
    }));
  }

  async #workloads(tenantId: string, within: Filter): Promise<CampaignOverview['workloads']> {
    const { claims, facets } = this.#options;
    const { workloads } = await facets.of(tenantId);
    const counting: Filter = { ...within, rank: { $lte: RANK.nothingLeft } };
    const counted = await Promise.all(
      workloads.map(async ({ key, name }) => {
        const [all, open] = await Promise.all([
          claims.count(tenantId, { ...counting, 'workloads.key': key }),
          claims.count(tenantId, { ...within, ...OPEN_CLAIMS, openWorkloads: key }),
        ]);
        return { name, open, others: all - open };
      }),
    );
    return counted.filter(({ open, others }) => open + others > 0);
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
