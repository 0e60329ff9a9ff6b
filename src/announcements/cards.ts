/** Sharing the notice, as card views: the form, the check before it goes out, what people get, and what came of it. Pure. */

import { campaignFacts } from '../campaign/campaign.ts';
import { deadlineLine } from '../campaign/texts.ts';
import type { Choice } from '../cards/choice.ts';
import { type Figure, figure } from '../cards/figure.ts';
import { personName } from '../cards/person-name.ts';
import { momentText } from '../format/day.ts';
import { itemsThatFit, jsonBytes, shorten } from '../format/shorten.ts';
import { formatTexts } from '../format/texts.ts';
import type { Card, Reader, Viewer } from '../turn.ts';
import type { AnnouncementDraft, AnnouncementProgress, Audience, AudienceCounts } from './announcement.ts';
import type { AnnouncedNotice, AnnouncedNotices } from './notice.ts';
import { announcementCardWords, announcementTexts as texts } from './texts.ts';
import type {
  AnnounceCheckView,
  AnnounceFormView,
  AnnouncementProgressView,
  AnnouncementView,
  NoticePart,
} from './views.ts';

/** Bytes of JSON that things may take: names come at any length, and a card has to stay below 28 KB. */
const SPACE = { text: 100, names: 1_500, line: 4_000, choices: 2_500, choice: 200, remark: 900 } as const;
/** Lines of a text that stay lines; the rest is one paragraph. */
const LINES = 12;
/** Characters: the longest input that comes back (`verbs/announcements.ts`). */
const PROGRAM_LENGTH = 100;

/** @param programs of the claims; the first that there is room for can be chosen */
export function announceFormCard(
  draft: AnnouncementDraft,
  notices: AnnouncedNotices,
  programs: readonly string[],
  locale: string,
  problem = '',
): Card {
  const { idempotencyKey, campaign, audience, program, customer, line } = draft;
  const choices = programChoices(programs, program);
  const offered = Object.entries(texts(locale).form.audiences)
    .filter(([kind]) => kind !== 'program' || choices.length > 0)
    .map(([value, title]) => ({ title, value }));
  const view: AnnounceFormView = {
    once: idempotencyKey,
    problem: shorten(problem, SPACE.remark),
    campaign,
    campaigns: notices.length === 1 ? [] : notices.map((notice) => campaignChoice(notice, locale)),
    audience: offered.some(({ value }) => value === audience) ? audience : 'everyone',
    audiences: offered,
    program,
    programs: choices,
    customer,
    line,
  };
  return { template: 'announce-form', words: announcementCardWords(locale)['announce-form'], data: view };
}

/**
 * What would go out, and to whom; sent by its button only.
 * @param remark why it is shown again
 */
export function announceCheckCard(
  draft: AnnouncementDraft,
  audience: Audience,
  counts: AudienceCounts,
  notice: AnnouncedNotice,
  viewer: Viewer,
  remark = '',
): Card {
  const { locale } = viewer;
  const { people, remindersOff } = counts;
  const { form } = texts(locale);
  const { idempotencyKey, program, customer, line } = draft;
  const lines = quotedLines(line, viewer.locale);
  const view: AnnounceCheckView = {
    once: idempotencyKey,
    campaign: draft.campaign,
    audience: draft.audience,
    program,
    customer,
    line,
    title: form.people(people, locale),
    whom: whomText(audience, locale),
    notes: [
      ...(remark === '' ? [] : [remark]),
      people === 0 ? form.nobody : form.hours,
      ...(remindersOff > 0 ? [form.off(remindersOff, locale)] : []),
      ...unreachedNotes(counts, locale),
    ],
    writes: lines.length > 0 ? form.yourLine : form.noLine,
    lines,
    parts: partsFor(notice, viewer),
    canSend: people > 0,
    send: form.send(people, locale),
  };
  return { template: 'announce-check', words: announcementCardWords(locale)['announce-check'], data: view };
}

/** An announcement as somebody gets it. */
export interface ReceivedAnnouncement {
  /** `_id` of its order. */
  readonly order: string;
  /** The lead's own; empty where they wrote none. */
  readonly line: string;
  /** Name of the lead. */
  readonly by: string;
  readonly read: boolean;
}

export function announcementCard(
  { order, line, by, read }: ReceivedAnnouncement,
  notice: AnnouncedNotice,
  viewer: Viewer,
): Card {
  const { card } = texts(viewer.locale);
  const lines = quotedLines(line, viewer.locale);
  const name = personName(by, viewer.locale);
  const view: AnnouncementView = {
    order,
    writes: lines.length > 0 ? card.writes(name) : card.shares(name),
    lines,
    heading: notice.heading(viewer.locale),
    deadline: deadlineLine(notice.campaign, viewer),
    parts: partsFor(notice, viewer),
    read,
    thanks: read ? card.read : '',
    closing: card.howOff,
  };
  return { template: 'announcement', words: announcementCardWords(viewer.locale).announcement, data: view };
}

export function announcementProgressCard(announcement: AnnouncementProgress, { locale, timeZone }: Reader): Card {
  const { order, line, audience, by, at } = announcement;
  const { progress } = texts(locale);
  const view: AnnouncementProgressView = {
    order,
    whom: whomText(audience, locale),
    shared: progress.sharedBy(personName(by, locale), momentText(at, locale, timeZone)),
    lines: quotedLines(line, locale),
    figures: figuresOf(announcement, locale),
    notes: unreachedNotes(announcement, locale),
  };
  return {
    template: 'announcement-progress',
    words: announcementCardWords(locale)['announcement-progress'],
    data: view,
  };
}

/** What is none is left out, but for those who got it and who read it. */
function figuresOf({ sent, read, waiting, unknown, failed, off }: AnnouncementProgress, locale: string): Figure[] {
  const { progress } = texts(locale);
  const others: [n: number, label: string, warn: boolean][] = [
    [waiting, progress.waiting, false],
    [unknown, progress.unknown, true],
    [failed, progress.failed, true],
    [off, progress.off, false],
  ];
  return [
    figure(sent, progress.sent, locale),
    figure(read, progress.read, locale),
    ...others.filter(([n]) => n > 0).map(([n, label, warn]) => figure(n, label, locale, warn)),
  ];
}

function whomText({ kind, name = '' }: Audience, locale: string): string {
  return texts(locale).form.audience({ kind, name: shorten(name, SPACE.text) });
}

function partsFor({ campaign, parts }: AnnouncedNotice, { now, timeZone, locale }: Viewer): NoticePart[] {
  return parts(campaignFacts(campaign, now, timeZone).phase, locale);
}

function campaignChoice({ campaign: { id, label = '' }, heading }: AnnouncedNotice, locale: string): Choice {
  return { title: shorten(`${label}: ${heading(locale)}`, SPACE.text), value: id };
}

/** As many as there is room for, the chosen one among them. */
function programChoices(programs: readonly string[], chosen: string): Choice[] {
  const choiceOf = (program: string): Choice => ({ title: shorten(program, SPACE.text), value: program });
  const usable = programs.filter((program) => program.length <= PROGRAM_LENGTH && jsonBytes(program) <= SPACE.choice);
  const fit = itemsThatFit(usable.map(choiceOf), SPACE.choices);
  return chosen === '' || fit.some(({ value }) => value === chosen) ? fit : [choiceOf(chosen), ...fit];
}

/** What a lead wrote, line by line, in quotation marks; no lines where they wrote nothing. */
function quotedLines(text: string, locale: string): string[] {
  const written = shorten(text.trim(), SPACE.line);
  if (written === '') return [];
  const lines = formatTexts(locale)
    .quoted(written)
    .split(/\s*\n\s*/);
  if (lines.length <= LINES) return lines;
  return [...lines.slice(0, LINES - 1), lines.slice(LINES - 1).join(' ')];
}

/** Who cannot be reached, by name and reason, and how many more. */
function unreachedNotes(
  { unreached, unreachedInAll }: Pick<AudienceCounts, 'unreached' | 'unreachedInAll'>,
  locale: string,
): string[] {
  let left: number = SPACE.names;
  const named = unreached
    .map(({ name, reach }) => ({ name: personName(name, locale), reach }))
    .filter(({ name }) => {
      left -= jsonBytes(name) + 2;
      return left >= 0;
    });
  const rest = Math.max(unreachedInAll, unreached.length) - named.length;
  const notes = (['never installed', 'blocked'] as const).flatMap((why) => {
    const names = named.filter(({ reach }) => reach === why).map(({ name }) => name);
    return names.length === 0 ? [] : [texts(locale).unreached[why](names.join(', '))];
  });
  return rest > 0 ? [...notes, texts(locale).unreachedMore(rest, locale)] : notes;
}
