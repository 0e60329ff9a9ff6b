/** The notice in short, for announcements: in our own sentences, true to it, with the dates of the campaign. */
import type { Campaign, Phase } from '../campaign/campaign.ts';
import { dayText } from '../format/day.ts';
import type { NoticePart } from './views.ts';

/** Who it is for, what changes, what is recommended and what to do. What is past is told as past. */
export function noticeParts({ deadline, effective }: Campaign, phase: Phase, locale: string): NoticePart[] {
  const [updateBy, reviewedFrom] = [dayText(deadline, locale), dayText(effective, locale)];
  return [
    {
      title: 'Who it is for',
      lines: [
        'Partners with approved CPOR associations in Online Services Usage (OSU) Microsoft 365, OSU Business Applications or Online Services Advisor (OSA Sell).',
      ],
    },
    {
      title: 'What changes',
      lines: [
        'Proof of Execution (POE) can now be uploaded to migrated and approved customer associations in Partner Center.',
        `Starting ${reviewedFrom}, if several partners claim the same workload and customer, Microsoft reviews the most recent POE when evaluating a claim.`,
        phase === 'after'
          ? `FastTrack partners were asked to update their migrated customer associations lacking POE by ${updateBy}, the day on which the change went into effect for them.`
          : `FastTrack partners should update their migrated customer associations lacking POE by ${updateBy}, the day on which the change goes into effect for them.`,
      ],
    },
    {
      title: 'Do you need to update?',
      lines: [
        'No. Updating is strongly recommended, so that Microsoft can review POE for your association should another partner try to claim the same customer and workload.',
      ],
    },
    {
      title: 'What to do',
      lines: [
        '1. Go to your Customer Associations dashboard in Partner Center.',
        '2. Filter on approved claims in the top right of the page.',
        '3. Look for “FRP Migrated FRP”: migrated customers lacking POE have it in the name.',
        '4. Go into the claim and upload POE for workloads where you are still engaged with the customer.',
        'If you no longer work with the customer and wish to be disassociated, contact support with the claim ID.',
      ],
    },
  ];
}
