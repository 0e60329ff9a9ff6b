/** The campaigns on the dates that an operator sets. */
import { z } from 'zod';
import { OperatorError } from '../errors.ts';
import { isInYears, YEARS } from '../time/years.ts';
import { type CampaignDates, type Campaigns, campaignsOf } from './campaign.ts';
import type { Notices } from './notices.ts';

const EXPECTED = `expects a day such as 2020-06-30, or one for each notice: cpor-2020=2020-06-30; of the years ${YEARS}`;

/** Days by the name of the notice; '' stands for the first notice. */
export type DaysOfNotices = ReadonlyMap<string, string>;

/** "2020-06-30", or "name=day, name=day". */
export const daysOfNotices = z
  .string()
  .default('')
  .transform((text, context): DaysOfNotices => {
    const items = text.split(',').filter((item) => item.trim() !== '');
    return new Map(
      items.map((item) => {
        const [day = '', name = ''] = item
          .split('=')
          .map((part) => part.trim())
          .reverse();
        if (!z.iso.date().safeParse(day).success || !isInYears(day))
          context.addIssue({ code: 'custom', message: EXPECTED });
        return [name, day];
      }),
    );
  });

export interface ConfiguredDays {
  readonly deadlines: DaysOfNotices;
  readonly effectives: DaysOfNotices;
}

/** @throws OperatorError where a day is for a notice that is not there, or the two days of one are the wrong way round */
export function configuredCampaigns(notices: Notices, { deadlines, effectives }: ConfiguredDays): Campaigns {
  const dates = new Map<string, Partial<CampaignDates>>();
  const set = (variable: string, field: keyof CampaignDates, days: DaysOfNotices): void => {
    for (const [named, day] of days) {
      const name = named === '' ? notices[0].name : named;
      if (!notices.some((notice) => notice.name === name)) {
        const known = notices.map((notice) => notice.name).join(', ');
        throw new OperatorError(`${variable} names a notice that is not there. Use one of these: ${known}.`);
      }
      dates.set(name, { ...dates.get(name), [field]: day });
    }
  };
  set('CAMPAIGN_DEADLINE', 'deadline', deadlines);
  set('CAMPAIGN_EFFECTIVE', 'effective', effectives);
  const campaigns = campaignsOf(notices, dates);
  if (campaigns.some(({ deadline, effective }) => effective < deadline)) {
    throw new OperatorError(
      'CAMPAIGN_EFFECTIVE lies before CAMPAIGN_DEADLINE. Set it to the day from which the most recent POE counts.',
    );
  }
  return campaigns;
}
