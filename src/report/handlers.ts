/** The report in the chat, and having people reminded from there. */
import { type Campaign, type Campaigns, campaignNamed, currentCampaign } from '../campaign/campaign.ts';
import { dayText, momentText } from '../format/day.ts';
import type { RequestOutcome } from '../reminders/request.ts';
import type { ReminderService } from '../reminders/service.ts';
import type { Reader, Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import { reportCard } from './report-card.ts';
import type { ReportService } from './service.ts';
import { reportTexts } from './texts.ts';

export interface ReportHandlers {
  report(turn: Turn, data: VerbData<'report'>): Promise<Reply>;
  remind(turn: Turn, data: VerbData<'report.remind'>): Promise<Reply>;
  remindAll(turn: Turn, data: VerbData<'report.remind-all'>): Promise<Reply>;
}

export interface ReportHandlerOptions {
  readonly service: ReportService;
  readonly reminders: ReminderService;
  readonly campaigns: Campaigns;
  readonly newKey: () => string;
}

export function reportHandlers({ service, reminders, campaigns, newKey }: ReportHandlerOptions): ReportHandlers {
  const current = ({ now, timeZone }: Turn): Campaign => currentCampaign(campaigns, now, timeZone);

  async function report(turn: Turn, campaign: Campaign, page: number, remark?: string): Promise<Reply> {
    const drawn = await service.report(turn.person, campaign, page);
    const others = campaigns.filter((other) => other !== campaign);
    return { card: reportCard(drawn, { campaign, others }, turn, newKey(), remark) };
  }

  return {
    report: (turn, { campaign: id, page }) =>
      report(turn, (id ? campaignNamed(campaigns, id) : undefined) ?? current(turn), page),

    async remind(turn, { owner, page, campaign: id }) {
      const campaign = campaignNamed(campaigns, id);
      // Of a notice that is gone nobody is reminded, and of another one neither.
      if (campaign === undefined) return report(turn, current(turn), 0);
      const { outcome, owner: whom } = await reminders.remind(turn.person, owner, campaign, turn);
      return report(turn, campaign, page, outcomeText(outcome, whom.name, turn));
    },

    async remindAll(turn, { once, campaign: id }) {
      const campaign = campaignNamed(campaigns, id);
      if (campaign === undefined) return report(turn, current(turn), 0);
      const added = await reminders.remindAll(turn.person, campaign, once, turn);
      return report(
        turn,
        campaign,
        0,
        added ? reportTexts(turn.locale).remindingAll : reportTexts(turn.locale).remindingAllBefore,
      );
    },
  };
}

/** What came of a reminder that was asked for. @param name of whom it is for */
export function outcomeText(outcome: RequestOutcome, name: string, { locale, timeZone }: Reader): string {
  switch (outcome.kind) {
    case 'now':
      return reportTexts(locale).remindedNow(name);
    case 'later':
      return reportTexts(locale).remindedLater(name, momentText(outcome.at.toISOString(), locale, timeZone));
    case 'snoozed':
      return reportTexts(locale).snoozed(name, dayText(outcome.until, locale));
    case 'not':
      return reportTexts(locale).notReminded(name, outcome.why);
  }
}
