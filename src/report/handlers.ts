/** The report in the chat, and having people reminded from there. */
import type { Campaign } from '../campaign/campaign.ts';
import { dayText, momentText } from '../format/day.ts';
import type { RequestOutcome } from '../reminders/request.ts';
import type { ReminderService } from '../reminders/service.ts';
import type { Reply, Turn } from '../turn.ts';
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
  readonly campaign: Campaign;
  readonly newKey: () => string;
}

export function reportHandlers({ service, reminders, campaign, newKey }: ReportHandlerOptions): ReportHandlers {
  const report = async (turn: Turn, page: number, remark?: string): Promise<Reply> => ({
    card: reportCard(await service.report(turn.person, page), campaign, turn, newKey(), remark),
  });

  return {
    report: (turn, { page }) => report(turn, page),

    async remind(turn, { owner, page }) {
      const { outcome, owner: whom } = await reminders.remind(turn.person, owner, turn);
      return report(turn, page, outcomeText(outcome, whom.name, turn));
    },

    async remindAll(turn, { once }) {
      const added = await reminders.remindAll(turn.person, once, turn);
      return report(turn, 0, added ? reportTexts.remindingAll : reportTexts.remindingAllBefore);
    },
  };
}

function outcomeText(outcome: RequestOutcome, name: string, { locale, timeZone }: Turn): string {
  switch (outcome.kind) {
    case 'now':
      return reportTexts.remindedNow(name);
    case 'later':
      return reportTexts.remindedLater(name, momentText(outcome.at.toISOString(), locale, timeZone));
    case 'snoozed':
      return reportTexts.snoozed(name, dayText(outcome.until, locale));
    case 'not':
      return reportTexts.notReminded(name, outcome.why);
  }
}
