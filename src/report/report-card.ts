/** Where the campaign and its reminders stand, as a card view for leads. Pure. */

import type { Campaign } from '../campaign/campaign.ts';
import { deadlineLine } from '../campaign/texts.ts';
import { type Figure, figure } from '../cards/figure.ts';
import { personName } from '../cards/person-name.ts';
import type { Progress } from '../delivery/progress.ts';
import { instantText, weekdayText } from '../format/day.ts';
import { pageLabel } from '../format/page-label.ts';
import { shorten } from '../format/shorten.ts';
import { hasNextPage } from '../paging.ts';
import { isNameKey } from '../people/owner-key.ts';
import { localDay } from '../time/local-day.ts';
import type { Card, Viewer } from '../turn.ts';
import type { CampaignReport, ReportOwner } from './service.ts';
import { ageText, openText, reasonText, reportCardWords, reportTexts } from './texts.ts';
import type { ReportView } from './views.ts';

/** Bytes of JSON. */
const REMARK = 900;
const LABEL = 100;

/** Reasons with a line of their own; the rarer ones share one. */
const REASONS_SHOWN = 8;

/** Which campaign a report is of, and which others there are. */
export interface ReportedCampaign {
  readonly campaign: Campaign;
  readonly others: readonly Campaign[];
}

/**
 * @param idempotencyKey of this drawing; each button gets one made from it
 * @param remark what has just happened
 */
export function reportCard(
  report: CampaignReport,
  { campaign, others }: ReportedCampaign,
  viewer: Viewer,
  idempotencyKey: string,
  remark = '',
): Card {
  const { claims, progress, owners, ownersInAll, page, pageSize, reachable } = report;
  const { locale } = viewer;
  const view: ReportView = {
    remark: shorten(remark, REMARK),
    campaign: campaign.id,
    others: others.map(({ id, label = '' }) => ({ campaign: id, title: shorten(label, LABEL) })),
    deadline: deadlineLine(campaign, viewer),
    claims: [
      figure(claims.toCollect, reportTexts(locale).card.claims.toCollect, locale),
      figure(claims.toUpload, reportTexts(locale).card.claims.toUpload, locale),
      ...(claims.lacking > 0 ? [figure(claims.lacking, reportTexts(locale).card.claims.lacking, locale, true)] : []),
      figure(claims.nothingLeft, reportTexts(locale).card.claims.nothingLeft, locale),
      figure(claims.unowned, reportTexts(locale).card.claims.unowned, locale, true),
    ],
    reminders: remindersOf(progress, locale),
    ownersTitle: reportTexts(locale).card.owners(ownersInAll, locale),
    owners: owners.map((owner, index) => ({ ...ownerOf(owner, viewer), once: `${idempotencyKey}.${index}` })),
    pageLabel: pageLabel({ page, pageSize, shown: owners.length, total: ownersInAll }, locale),
    page,
    hasPrevious: page > 0,
    hasNext: hasNextPage(page, ownersInAll, pageSize),
    canRemindAll: reachable > 0,
    remindAll: reportTexts(locale).card.remindAll(reachable, locale),
    once: idempotencyKey,
  };
  return { template: 'report', words: reportCardWords(locale).report, data: view };
}

/** What is none is left out, but for the sent ones. */
function remindersOf(progress: Progress, locale: string): Figure[] {
  const { due, sent, unknown, failed, skipped, oldestDueMs, perSecond } = progress;
  const waiting =
    oldestDueMs === undefined
      ? reportTexts(locale).card.waiting
      : reportTexts(locale).card.waitingSince(ageText(oldestDueMs, locale));
  return [
    figure(sent, reportTexts(locale).card.sent, locale),
    ...[figure(due, waiting, locale), ...(due > 0 && perSecond > 0 ? [rate(perSecond, locale)] : [])],
    figure(unknown, reportTexts(locale).card.unknown, locale, true),
    ...byReason(failed, locale).map(([why, n]) => figure(n, reportTexts(locale).card.failed(why), locale, true)),
    ...byReason(skipped, locale).map(([why, n]) => figure(n, reportTexts(locale).card.skipped(why), locale)),
  ].filter(({ value }, index) => index === 0 || value !== figure(0, '', locale).value);
}

function rate(perSecond: number, locale: string): Figure {
  if (perSecond >= 1) return figure(Math.round(perSecond), reportTexts(locale).card.perSecond, locale);
  return figure(Math.max(1, Math.round(perSecond * 60)), reportTexts(locale).card.perMinute, locale);
}

/** In plain words, the most frequent first. */
function byReason(counts: Readonly<Record<string, number>>, locale: string): [why: string, n: number][] {
  const byText = new Map<string, number>();
  for (const [reason, n] of Object.entries(counts)) {
    const why = reasonText(reason, locale);
    byText.set(why, (byText.get(why) ?? 0) + n);
  }
  const sorted = [...byText].filter(([, n]) => n > 0).sort(([, a], [, b]) => b - a);
  const rest = sorted.slice(REASONS_SHOWN).reduce((sum, [, n]) => sum + n, 0);
  return rest > 0 ? [...sorted.slice(0, REASONS_SHOWN), [reportTexts(locale).refusals.other, rest]] : sorted;
}

function ownerOf(owner: ReportOwner, viewer: Viewer): Omit<ReportView['owners'][number], 'once'> {
  const { id, name, toCollect, toUpload, reach, remindersOff, lastSentAt } = owner;
  const { locale, timeZone } = viewer;
  const open = toCollect + toUpload > 0;
  return {
    owner: id,
    name: personName(name, locale),
    open: open ? openText(toCollect, toUpload, locale) : reportTexts(locale).card.nothingOpen,
    last:
      lastSentAt === undefined
        ? reportTexts(locale).card.neverSent
        : reportTexts(locale).card.lastSent(instantText(lastSentAt, locale, timeZone)),
    note: noteOf(owner, viewer),
    canRemind: open && reach === 'reachable' && !remindersOff,
  };
}

/** A snooze ends on a day of the owner's calendar; the reader's calendar is close enough for a note. */
function noteOf(
  { id, reach, remindersOff, snoozedUntil = '' }: ReportOwner,
  { now, timeZone, locale }: Viewer,
): string {
  const { notes, snoozed } = reportTexts(locale).card;
  if (isNameKey(id)) return notes['by name alone'];
  if (reach !== 'reachable') return notes[reach];
  if (remindersOff) return notes.off;
  return snoozedUntil > localDay(now, timeZone) ? snoozed(weekdayText(snoozedUntil, locale)) : '';
}
