/** A campaign as its leads see it on the page. Pure. */
import type { Campaign } from '../../campaign/campaign.ts';
import type { CampaignOverview, OverviewOwner, OwnersWho } from '../../report/service.ts';
import type { CampaignBody, CampaignOwnerBody } from './api.ts';

export interface CampaignBodyParts extends Pick<CampaignBody, 'version' | 'tickets'> {
  readonly campaign: Campaign;
  readonly who: OwnersWho;
}

export function campaignBody(overview: CampaignOverview, parts: CampaignBodyParts): CampaignBody {
  const { owners, progress, ...figures } = overview;
  const { campaign, ...more } = parts;
  const { sent, due, unknown, failed, skipped } = progress;
  return {
    ...figures,
    ...more,
    id: campaign.id,
    owners: owners.map(ownerBody),
    reminders: { sent, due, unknown, failed: total(failed), skipped: total(skipped) },
  };
}

function ownerBody(owner: OverviewOwner): CampaignOwnerBody {
  const { reach, remindersOff, toCollect, toUpload } = owner;
  return { ...owner, canRemind: reach === 'reachable' && !remindersOff && toCollect + toUpload > 0 };
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, n) => sum + n, 0);
}
