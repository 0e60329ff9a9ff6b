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

const reportCardTexts = reportTexts.card;
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
      figure(claims.toCollect, reportCardTexts.claims.toCollect, locale),
      figure(claims.toUpload, reportCardTexts.claims.toUpload, locale),
      ...(claims.lacking > 0 ? [figure(claims.lacking, reportCardTexts.claims.lacking, locale, true)] : []),
      figure(claims.nothingLeft, reportCardTexts.claims.nothingLeft, locale),
      figure(claims.unowned, reportCardTexts.claims.unowned, locale, true),
    ],
    reminders: remindersOf(progress, locale),
    ownersTitle: reportCardTexts.owners(ownersInAll, locale),
    owners: owners.map((owner, index) => ({ ...ownerOf(owner, viewer), once: `${idempotencyKey}.${index}` })),
    pageLabel: pageLabel({ page, pageSize, shown: owners.length, total: ownersInAll }, locale),
    page,
    hasPrevious: page > 0,
    hasNext: hasNextPage(page, ownersInAll, pageSize),
    canRemindAll: reachable > 0,
    remindAll: reportCardTexts.remindAll(reachable, locale),
    once: idempotencyKey,
  };
  return { template: 'report', words: reportCardWords.report, data: view };
}

/** What is none is left out, but for the sent ones. */
function remindersOf(progress: Progress, locale: string): Figure[] {
  const { due, sent, unknown, failed, skipped, oldestDueMs, perSecond } = progress;
  const waiting =
    oldestDueMs === undefined ? reportCardTexts.waiting : reportCardTexts.waitingSince(ageText(oldestDueMs, locale));
  return [
    figure(sent, reportCardTexts.sent, locale),
    ...[figure(due, waiting, locale), ...(due > 0 && perSecond > 0 ? [rate(perSecond, locale)] : [])],
    figure(unknown, reportCardTexts.unknown, locale, true),
    ...byReason(failed).map(([why, n]) => figure(n, reportCardTexts.failed(why), locale, true)),
    ...byReason(skipped).map(([why, n]) => figure(n, reportCardTexts.skipped(why), locale)),
  ].filter(({ value }, index) => index === 0 || value !== figure(0, '', locale).value);
}

function rate(perSecond: number, locale: string): Figure {
  if (perSecond >= 1) return figure(Math.round(perSecond), reportCardTexts.perSecond, locale);
  return figure(Math.max(1, Math.round(perSecond * 60)), reportCardTexts.perMinute, locale);
}

/** In plain words, the most frequent first. */
function byReason(counts: Readonly<Record<string, number>>): [why: string, n: number][] {
  const byText = new Map<string, number>();
  for (const [reason, n] of Object.entries(counts)) {
    const why = reasonText(reason);
    byText.set(why, (byText.get(why) ?? 0) + n);
  }
  const sorted = [...byText].filter(([, n]) => n > 0).sort(([, a], [, b]) => b - a);
  const rest = sorted.slice(REASONS_SHOWN).reduce((sum, [, n]) => sum + n, 0);
  return rest > 0 ? [...sorted.slice(0, REASONS_SHOWN), [reportTexts.otherReasons, rest]] : sorted;
}

function ownerOf(owner: ReportOwner, viewer: Viewer): Omit<ReportView['owners'][number], 'once'> {
  const { id, name, toCollect, toUpload, reach, remindersOff, lastSentAt } = owner;
  const { locale, timeZone } = viewer;
  const open = toCollect + toUpload > 0;
  return {
    owner: id,
    name: personName(name),
    open: open ? openText(toCollect, toUpload, locale) : reportCardTexts.nothingOpen,
    last:
      lastSentAt === undefined
        ? reportCardTexts.neverSent
        : reportCardTexts.lastSent(instantText(lastSentAt, locale, timeZone)),
    note: noteOf(owner, viewer),
    canRemind: open && reach === 'reachable' && !remindersOff,
  };
}

/** A snooze ends on a day of the owner's calendar; the reader's calendar is close enough for a note. */
function noteOf(
  { id, reach, remindersOff, snoozedUntil = '' }: ReportOwner,
  { now, timeZone, locale }: Viewer,
): string {
  const { notes, snoozed } = reportCardTexts;
  if (isNameKey(id)) return notes['by name alone'];
  if (reach !== 'reachable') return notes[reach];
  if (remindersOff) return notes.off;
  return snoozedUntil > localDay(now, timeZone) ? snoozed(weekdayText(snoozedUntil, locale)) : '';
}
