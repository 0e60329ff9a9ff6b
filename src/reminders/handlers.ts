/** Reminders in the chat: what people say and press, into use cases and cards. */

import type { Campaign } from '../campaign/campaign.ts';
import type { AssociationHandlers } from '../claims/handlers.ts';
import { dayText, momentText } from '../format/day.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs.ts';
import { reminderCard, reportCard } from './cards.ts';
import { texts } from './chat-texts.ts';
import type { Asked } from './request.ts';
import type { NudgeService, Until } from './service.ts';
import { weekdayText } from './texts.ts';

export interface NudgeHandlers {
  /** The card as it stands now: pressed, or refreshed by the client. */
  refresh(turn: Turn, data: VerbData<'nudge.refresh'>): Promise<Reply>;
  /** "Show all": the list as a message of its own, so that the card stays what it is. */
  list(turn: Turn, data: VerbData<'nudge.list'>): Promise<Reply>;
  claim(turn: Turn, data: VerbData<'nudge.claim'>): Promise<Reply>;
  snooze(turn: Turn, data: VerbData<'nudge.snooze'>): Promise<Reply>;
  /** The same in words, without a card. */
  quietUntil(turn: Turn, until: Until): Promise<Reply>;
  reminders(turn: Turn, data: VerbData<'reminders.set'>): Promise<Reply>;
  report(turn: Turn, data: VerbData<'report'>): Promise<Reply>;
  remind(turn: Turn, data: VerbData<'report.remind'>): Promise<Reply>;
  remindAll(turn: Turn, data: VerbData<'report.remind-all'>): Promise<Reply>;
}

export interface NudgeHandlerParts {
  readonly service: NudgeService;
  readonly claims: AssociationHandlers;
  readonly campaign: Campaign;
  readonly newKey: () => string;
}

export function nudgeHandlers({ service, claims, campaign, newKey }: NudgeHandlerParts): NudgeHandlers {
  const card = async (turn: Turn, milestone: string): Promise<Reply> => ({
    card: reminderCard(await service.card(turn.person, milestone, turn), campaign, turn),
  });

  const report = async (turn: Turn, page: number, remark?: string): Promise<Reply> => ({
    card: reportCard(await service.report(turn.person, page), campaign, turn, newKey(), remark),
  });

  return {
    refresh: (turn, { milestone }) => card(turn, milestone),

    async list(turn, { milestone }) {
      const drawn = await card(turn, milestone);
      await turn.say(await claims.needsPoe(turn, { owner: 'mine' }));
      return drawn;
    },

    async claim(turn, { milestone, claim }) {
      const drawn = await card(turn, milestone);
      await turn.say(await claims.open(turn, { claim, workloadPage: 0 }));
      return drawn;
    },

    async snooze(turn, { milestone, until }) {
      await service.snooze(turn.person, until, turn, milestone);
      return card(turn, milestone);
    },

    async quietUntil(turn, until) {
      return { text: texts.quiet(weekdayText(await service.snooze(turn.person, until, turn), turn.locale)) };
    },

    async reminders(turn, { reminders, milestone }) {
      const pressed = milestone === '' ? undefined : milestone;
      await service.setReminders(turn.person, reminders, pressed);
      if (pressed !== undefined) return card(turn, pressed);
      return { text: reminders === 'off' ? texts.remindersOff : texts.remindersOn };
    },

    report: (turn, { page }) => report(turn, page),

    async remind(turn, { owner, page }) {
      const { asked, owner: whom } = await service.remind(turn.person, owner, turn);
      return report(turn, page, askedText(asked, whom.name, turn));
    },

    async remindAll(turn, { once }) {
      const added = await service.remindAll(turn.person, once, turn);
      return report(turn, 0, added ? texts.remindingAll : texts.remindingAllBefore);
    },
  };
}

function askedText(asked: Asked, name: string, { locale, timeZone }: Turn): string {
  switch (asked.kind) {
    case 'now':
      return texts.remindedNow(name);
    case 'later':
      return texts.remindedLater(name, momentText(asked.at.toISOString(), locale, timeZone));
    case 'snoozed':
      return texts.snoozed(name, dayText(asked.until, locale));
    case 'not':
      return texts.notReminded(name, asked.why);
  }
}
