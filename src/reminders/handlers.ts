/** Reminders in the chat: what people say and press, into use cases and cards. */
import type { Campaigns } from '../campaign/campaign.ts';
import type { ClaimReplies } from '../claims/replies.ts';
import { weekdayText } from '../format/day.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import { reminderCard } from './card.ts';
import { type CardKey, cardKeyOf } from './planning.ts';
import type { ReminderService, SnoozeUntil } from './service.ts';
import { reminderTexts } from './texts.ts';

export interface ReminderHandlers {
  /** The card as it stands now: pressed, or refreshed by the client. */
  refresh(turn: Turn, data: VerbData<'nudge.refresh'>): Promise<Reply>;
  /** "Show all": the list as a message of its own, so that the card stays what it is. */
  list(turn: Turn, data: VerbData<'nudge.list'>): Promise<Reply>;
  claim(turn: Turn, data: VerbData<'nudge.claim'>): Promise<Reply>;
  snooze(turn: Turn, data: VerbData<'nudge.snooze'>): Promise<Reply>;
  /** The same in words, without a card. */
  snoozeInWords(turn: Turn, until: SnoozeUntil): Promise<Reply>;
  set(turn: Turn, data: VerbData<'reminders.set'>): Promise<Reply>;
}

export function reminderHandlers(
  service: ReminderService,
  claims: ClaimReplies,
  campaigns: Campaigns,
): ReminderHandlers {
  const draw = async (turn: Turn, key: CardKey): Promise<Reply> => ({
    card: reminderCard(await service.card(turn.person, key, turn), turn),
  });
  const card = (turn: Turn, data: VerbData<'nudge.refresh'>): Promise<Reply> => draw(turn, cardKeyOf(data, campaigns));

  return {
    refresh: card,

    async list(turn, data) {
      const drawn = await card(turn, data);
      await turn.say(await claims.list(turn, { owner: 'mine' }));
      return drawn;
    },

    async claim(turn, data) {
      const drawn = await card(turn, data);
      await turn.say(await claims.open(turn, data.claim, { workloadPage: 0 }));
      return drawn;
    },

    async snooze(turn, data) {
      const key = cardKeyOf(data, campaigns);
      await service.snooze(turn.person, data.until, turn, key);
      return draw(turn, key);
    },

    async snoozeInWords(turn, until) {
      const day = await service.snooze(turn.person, until, turn);
      return { text: reminderTexts(turn.locale).quiet(weekdayText(day, turn.locale)), needs: 'unasked' };
    },

    async set(turn, { reminders, milestone, campaign }) {
      const pressed = milestone ? cardKeyOf({ campaign, milestone }, campaigns) : undefined;
      await service.setReminders(turn.person, reminders, pressed);
      if (pressed !== undefined) return draw(turn, pressed);
      return reminders === 'off'
        ? { text: reminderTexts(turn.locale).remindersOff }
        : { text: reminderTexts(turn.locale).remindersOn, needs: 'unasked' };
    },
  };
}
