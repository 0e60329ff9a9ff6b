/** What the page of a campaign shows, as lists to take along. */
import type { Campaign } from '../../campaign/campaign.ts';
import type { Person } from '../../people/person.ts';
import type { Reach } from '../../people/reach.ts';
import type { CampaignDay, StandingCounts } from '../../report/days.ts';
import type { CampaignOverview, OverviewOwner, OwnersWho, ReportService } from '../../report/service.ts';
import { localDay } from '../../time/local-day.ts';
import { atOnce, type ListColumns, type ListRows, type ListWords, listOf } from '../list-file/list-file.ts';

type Standing = keyof StandingCounts;
type OwnerName = 'owner' | Standing | 'reach' | 'lastSent';

export interface CampaignListWords {
  readonly programs: ListWords<'program' | Standing>;
  readonly workloads: ListWords<'workload' | 'open' | 'others'>;
  readonly days: ListWords<'day' | Standing>;
  /** Of claims, whose columns stand with those. */
  readonly unowned: Pick<ListWords<never>, 'sheet' | 'fileName'>;
  readonly owners: ListWords<OwnerName> & {
    readonly reaches: Readonly<Record<Reach, string>>;
    readonly off: string;
  };
}

const NUMBER = 12;
const STANDING: ListColumns<StandingCounts, Standing> = {
  toCollect: { width: NUMBER, cell: ({ toCollect }) => toCollect },
  toUpload: { width: NUMBER, cell: ({ toUpload }) => toUpload },
  done: { width: NUMBER, cell: ({ done }) => done },
};
const PROGRAMS: ListColumns<CampaignOverview['programs'][number], 'program' | Standing> = {
  program: { width: 32, cell: ({ name }) => name },
  ...STANDING,
};
const WORKLOADS: ListColumns<CampaignOverview['workloads'][number], 'workload' | 'open' | 'others'> = {
  workload: { width: 32, cell: ({ name }) => name },
  open: { width: NUMBER, cell: ({ open }) => open },
  others: { width: NUMBER, cell: ({ others }) => others },
};
const DAYS: ListColumns<CampaignDay, 'day' | Standing> = {
  day: { width: 14, cell: ({ day }) => ({ day }) },
  ...STANDING,
};

/** The lists by the ends of their addresses. Each checks the rights, as the service does. */
export function campaignLists(report: ReportService, words: CampaignListWords) {
  return {
    programs: (person: Person, campaign: Campaign): ListRows =>
      listOf(PROGRAMS, words.programs, atOnce(report.programs(person, campaign))),
    workloads: (person: Person, campaign: Campaign): ListRows =>
      listOf(WORKLOADS, words.workloads, atOnce(report.workloads(person, campaign))),
    days: (person: Person, campaign: Campaign): ListRows =>
      listOf(DAYS, words.days, atOnce(report.overTime(person, campaign))),
    owners: (person: Person, campaign: Campaign, who: OwnersWho, timeZone: string): ListRows =>
      listOf(ownerColumns(words.owners, timeZone), words.owners, report.ownersOf(person, campaign, who)),
  };
}

function ownerColumns(words: CampaignListWords['owners'], timeZone: string): ListColumns<OverviewOwner, OwnerName> {
  return {
    owner: { width: 32, cell: ({ name }) => name },
    ...STANDING,
    reach: { width: 28, cell: ({ reach, remindersOff }) => (remindersOff ? words.off : words.reaches[reach]) },
    lastSent: {
      width: 14,
      cell: ({ lastSentAt }) => (lastSentAt === undefined ? '' : { day: localDay(new Date(lastSentAt), timeZone) }),
    },
  };
}
