/**
 * How the claims of a campaign stood, day by day. A record says what stands, not what stood: when a claim came, or when a mark was taken
 * back, nothing tells. So each day's count is kept, as it was last looked at on that day.
 */
import type { Campaign, Campaigns } from '../campaign/campaign.ts';
import { RANK } from '../claims/claim.ts';
import { inCampaign } from '../claims/open-claims.ts';
import type { ClaimRepository } from '../claims/repository.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';
import type { Clock } from '../time/clock.ts';
import { localDay } from '../time/local-day.ts';

export const CAMPAIGN_DAYS: CollectionSpec = {
  name: 'campaign_days',
  indexes: [{ fields: ['notice', 'day'], unique: true }],
};

/** Claims of something by how they stand as a whole. */
export interface StandingCounts {
  readonly toCollect: number;
  readonly toUpload: number;
  /** Nothing is left to do. */
  readonly done: number;
}

export interface CampaignDay extends StandingCounts {
  /** `YYYY-MM-DD`, by the campaign clock, in the time zone that the operator set. */
  readonly day: string;
}

interface DayDoc extends Doc, CampaignDay {
  /** By its name, not by the campaign: another deadline has the same claims. */
  readonly notice: string;
}

/** More days than a campaign lasts. */
const MOST_DAYS = 500;

export interface CampaignDaysOptions {
  readonly store: DocStore;
  readonly claims: ClaimRepository;
  readonly campaigns: Campaigns;
  readonly timeZone: string;
  readonly campaignClock: Clock;
}

export class CampaignDays {
  readonly #options: CampaignDaysOptions;
  readonly #days: Collection<DayDoc>;

  constructor(options: CampaignDaysOptions) {
    this.#options = options;
    this.#days = options.store.collection<DayDoc>(CAMPAIGN_DAYS);
  }

  /** Today's count of each campaign, in place of an earlier one of today. Safe to repeat, and for several instances at once. */
  async keep(tenantId: string): Promise<void> {
    for (const campaign of this.#options.campaigns) {
      const { day, ...counts } = await this.#today(tenantId, campaign);
      // Of a tenant that imports nothing there is nothing to tell, until it had some.
      if (total(counts) === 0 && (await this.#last(tenantId, campaign)) === undefined) continue;
      const { name: notice } = campaign.notice;
      await this.#days.bulkUpsert(tenantId, [
        {
          filter: { notice, day },
          update: { $set: { ...counts }, $setOnInsert: { _id: [tenantId, notice, day].join('/') } },
        },
      ]);
    }
  }

  /** The last days of which there is a count, the newest last; today as it stands now. */
  async of(tenantId: string, campaign: Campaign): Promise<CampaignDay[]> {
    const { name: notice } = campaign.notice;
    const [found, today] = await Promise.all([
      this.#days.find(tenantId, { notice }, { sort: { day: -1 }, limit: MOST_DAYS }),
      this.#today(tenantId, campaign),
    ]);
    const before = found.filter(({ day }) => day < today.day).reverse();
    const days = before.map(({ day, toCollect, toUpload, done }) => ({ day, toCollect, toUpload, done }));
    return days.length === 0 && total(today) === 0 ? [] : [...days, today];
  }

  #last(tenantId: string, { notice: { name: notice } }: Campaign): Promise<DayDoc | undefined> {
    return this.#days.findOne(tenantId, { notice }, { sort: { day: -1 } });
  }

  async #today(tenantId: string, campaign: Campaign): Promise<CampaignDay> {
    const { claims, campaignClock, timeZone } = this.#options;
    // The day first: what is counted at midnight belongs to the day that ends.
    const day = localDay(campaignClock(), timeZone);
    const ranks = await claims.countByRank(tenantId, inCampaign(campaign));
    return {
      day,
      toCollect: ranks.get(RANK.toCollect) ?? 0,
      toUpload: ranks.get(RANK.toUpload) ?? 0,
      done: ranks.get(RANK.nothingLeft) ?? 0,
    };
  }
}

function total({ toCollect, toUpload, done }: StandingCounts): number {
  return toCollect + toUpload + done;
}
