/** What one person is reminded of, as a card view. Pure. */

import type { Campaign } from '../campaign/campaign.ts';
import { texts as claimTexts } from '../claims/texts.ts';
import { shorten } from '../format/shorten.ts';
import type { Card } from '../turn.ts';
import type { ReminderFacts, ShownClaim } from './card-facts.ts';
import { campaignLine, nameText, SPACE, type Viewer } from './card-parts.ts';
import { texts, weekdayText } from './texts.ts';
import type { NudgeView } from './views.ts';

const ROWS = 5;
const WORKLOADS_NAMED = 2;

/**
 * Its first drawing and every later one: what was collected or finished since is struck through.
 * Once nothing is open, all is done and there is nothing to press but the claims.
 */
export function reminderCard(facts: ReminderFacts, campaign: Campaign, viewer: Viewer): Card {
  const { milestone, toCollect, toUpload, shown, remindersOff, askedBy } = facts;
  const { locale } = viewer;
  const { reminder } = texts;
  const open = toCollect + toUpload > 0;
  const view: NudgeView = {
    milestone,
    askedBy: open && askedBy !== undefined ? reminder.askedBy(nameText(askedBy)) : '',
    title: titleOf(facts, locale),
    toUpload: toCollect > 0 && toUpload > 0 ? reminder.alsoToUpload(toUpload, locale) : '',
    deadline: open ? campaignLine(campaign, viewer) : reminder.allDoneHint,
    rows: shown.slice(0, ROWS).map((claim) => rowOf(claim, locale)),
    quiet: open ? quietText(facts, locale) : '',
    canList: open,
    canSnooze: open && !remindersOff,
    canTurnOff: open && !remindersOff,
    canTurnOn: open && remindersOff,
    closing: open ? (remindersOff ? reminder.howOn : reminder.howOff) : '',
  };
  return { template: 'nudge', data: view };
}

function titleOf({ toCollect, toUpload }: ReminderFacts, locale: string): string {
  if (toCollect > 0) return texts.reminder.toCollect(toCollect, locale);
  return toUpload > 0 ? texts.reminder.toUpload(toUpload, locale) : texts.reminder.allDone;
}

function quietText({ remindersOff, snoozedUntil }: ReminderFacts, locale: string): string {
  if (remindersOff) return texts.reminder.off;
  return snoozedUntil === undefined ? '' : texts.reminder.snoozed(weekdayText(snoozedUntil, locale));
}

function rowOf(
  { claim, claimId, customer, program, workloads, state, struck }: ShownClaim,
  locale: string,
): NudgeView['rows'][number] {
  const id = shorten(claimId, SPACE.text);
  const named = workloads.slice(0, WORKLOADS_NAMED).map((name) => shorten(name, SPACE.part));
  const rest = workloads.length - named.length;
  return {
    claim,
    customer: customer === '' ? id : shorten(customer, SPACE.text),
    about: [id, shorten(program, SPACE.part)].filter((part) => part !== '').join(' · '),
    workloads: named.join(', ') + (rest > 0 ? ` ${texts.andMore(rest, locale)}` : ''),
    state: struck || state === 'done' ? texts.reminder.struck[state] : claimTexts.states[state],
    toCollect: state === 'to collect',
    struck,
  };
}
