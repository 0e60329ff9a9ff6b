/** What one person is reminded of, as a card view. Pure. */

import { deadlineLine } from '../campaign/texts.ts';
import { personName } from '../cards/person-name.ts';
import { linkTo } from '../cards/tab-link.ts';
import { cardTexts } from '../cards/texts.ts';
import { openStateText } from '../claims/card-parts.ts';
import { weekdayText } from '../format/day.ts';
import { commaText } from '../format/list.ts';
import { shorten } from '../format/shorten.ts';
import type { Card, Viewer } from '../turn.ts';
import type { ReminderContent, ShownClaim } from './content.ts';
import { reminderCardWords, reminderTexts } from './texts.ts';
import type { ReminderView } from './views.ts';

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
    askedBy: open && askedBy !== undefined ? reminderTexts(locale).card.askedBy(personName(askedBy, locale)) : '',
    title: titleOf(content, locale),
    toUpload: toCollect > 0 && toUpload > 0 ? reminderTexts(locale).card.alsoToUpload(toUpload, locale) : '',
    deadline: open ? deadlineLine(campaign, viewer) : reminderTexts(locale).card.allDoneHint,
    rows: shown.slice(0, ROWS).map((claim) => rowOf(claim, locale)),
    quiet: open ? snoozeText(content, locale) : '',
    canList: open,
    canSnooze: open && !remindersOff,
    canTurnOff: open && !remindersOff,
    canTurnOn: open && remindersOff,
    closing: open ? (remindersOff ? reminderTexts(locale).card.howOn : reminderTexts(locale).card.howOff) : '',
  };
  return { template: 'nudge', words: reminderCardWords(locale).nudge, data: view, inTab: linkTo('', locale) };
}

function titleOf({ toCollect, toUpload }: ReminderContent, locale: string): string {
  if (toCollect > 0) return reminderTexts(locale).card.toCollect(toCollect, locale);
  return toUpload > 0 ? reminderTexts(locale).card.toUpload(toUpload, locale) : reminderTexts(locale).card.allDone;
}

function snoozeText({ remindersOff, snoozedUntil }: ReminderContent, locale: string): string {
  if (remindersOff) return reminderTexts(locale).card.off;
  return snoozedUntil === undefined ? '' : reminderTexts(locale).card.snoozed(weekdayText(snoozedUntil, locale));
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
    workloads: commaText(named, locale) + (rest > 0 ? ` ${cardTexts(locale).andMore(rest, locale)}` : ''),
    state: struck || state === 'done' ? reminderTexts(locale).card.struck[state] : openStateText(state, lacks, locale),
    toCollect: state === 'to collect',
    struck,
  };
}
