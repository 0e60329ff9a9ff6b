/** What one person is reminded of, as a card view. Pure. */

import { deadlineLine } from '../campaign/texts.ts';
import { personName } from '../cards/person-name.ts';
import { cardTexts } from '../cards/texts.ts';
import { openStateText } from '../claims/card-parts.ts';
import { weekdayText } from '../format/day.ts';
import { shorten } from '../format/shorten.ts';
import type { Card, Viewer } from '../turn.ts';
import type { ReminderContent, ShownClaim } from './content.ts';
import { reminderCardWords, reminderTexts } from './texts.ts';
import type { ReminderView } from './views.ts';

const reminderCardTexts = reminderTexts.card;
const ROWS = 5;
const WORKLOADS_NAMED = 2;
/** Bytes of JSON: names come at any length, and a card has to stay below 28 KB. */
const SPACE = { text: 100, part: 60 } as const;

/**
 * Its first drawing and every later one: what was collected or finished since is struck through.
 * Once nothing is open, all is done and there is nothing to press but the claims.
 */
export function reminderCard(content: ReminderContent, viewer: Viewer): Card {
  const { campaign, milestone, toCollect, toUpload, shown, remindersOff, askedBy } = content;
  const { locale } = viewer;
  const open = toCollect + toUpload > 0;
  const view: ReminderView = {
    campaign: campaign.id,
    milestone,
    askedBy: open && askedBy !== undefined ? reminderCardTexts.askedBy(personName(askedBy)) : '',
    title: titleOf(content, locale),
    toUpload: toCollect > 0 && toUpload > 0 ? reminderCardTexts.alsoToUpload(toUpload, locale) : '',
    deadline: open ? deadlineLine(campaign, viewer) : reminderCardTexts.allDoneHint,
    rows: shown.slice(0, ROWS).map((claim) => rowOf(claim, locale)),
    quiet: open ? snoozeText(content, locale) : '',
    canList: open,
    canSnooze: open && !remindersOff,
    canTurnOff: open && !remindersOff,
    canTurnOn: open && remindersOff,
    closing: open ? (remindersOff ? reminderCardTexts.howOn : reminderCardTexts.howOff) : '',
  };
  return { template: 'nudge', words: reminderCardWords.nudge, data: view };
}

function titleOf({ toCollect, toUpload }: ReminderContent, locale: string): string {
  if (toCollect > 0) return reminderCardTexts.toCollect(toCollect, locale);
  return toUpload > 0 ? reminderCardTexts.toUpload(toUpload, locale) : reminderCardTexts.allDone;
}

function snoozeText({ remindersOff, snoozedUntil }: ReminderContent, locale: string): string {
  if (remindersOff) return reminderCardTexts.off;
  return snoozedUntil === undefined ? '' : reminderCardTexts.snoozed(weekdayText(snoozedUntil, locale));
}

function rowOf(
  { claim, claimId, customer, program, workloads, state, lacks, struck }: ShownClaim,
  locale: string,
): ReminderView['rows'][number] {
  const id = shorten(claimId, SPACE.text);
  const named = workloads.slice(0, WORKLOADS_NAMED).map((name) => shorten(name, SPACE.part));
  const rest = workloads.length - named.length;
  return {
    claim,
    customer: customer === '' ? id : shorten(customer, SPACE.text),
    about: [id, shorten(program, SPACE.part)].filter((part) => part !== '').join(' · '),
    workloads: named.join(', ') + (rest > 0 ? ` ${cardTexts.andMore(rest, locale)}` : ''),
    state: struck || state === 'done' ? reminderCardTexts.struck[state] : openStateText(state, lacks, locale),
    toCollect: state === 'to collect',
    struck,
  };
}
