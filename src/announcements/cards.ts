/** Sharing the notice, as card views: the form, the check before it goes out, what people get, and what came of it. Pure. */
import { type Campaign, campaignFacts } from '../campaign/campaign.ts';
import { momentText } from '../format/day.ts';
import { fitting, jsonBytes, shorten } from '../format/shorten.ts';
import type { AnnounceCounts, AnnounceEntered, AnnouncementProgress, Audience } from '../reminders/card-facts.ts';
import { campaignLine, figure, nameText, quoted, SPACE, unreachedNotes, type Viewer } from '../reminders/card-parts.ts';
import { texts } from '../reminders/texts.ts';
import type {
  AnnounceCheckView,
  AnnounceFormView,
  AnnouncementProgressView,
  AnnouncementView,
  Choice,
  Figure,
} from '../reminders/views.ts';
import type { Card, Reader } from '../turn.ts';
import { type NoticePart, noticeParts } from './notice-texts.ts';

/** Characters, as long as an input may come back (`verbs.ts`). */
const PROGRAM_LENGTH = 100;

/** @param programs of the claims; the first that there is room for can be chosen */
export function announceFormCard(entered: AnnounceEntered, programs: readonly string[], problem = ''): Card {
  const { once, audience, program, customer, line } = entered;
  const choices = programChoices(programs, program);
  const offered = Object.entries(texts.announce.audiences)
    .filter(([kind]) => kind !== 'program' || choices.length > 0)
    .map(([value, title]) => ({ title, value }));
  const view: AnnounceFormView = {
    once,
    problem: shorten(problem, SPACE.remark),
    audience: offered.some(({ value }) => value === audience) ? audience : 'everyone',
    audiences: offered,
    program,
    programs: choices,
    customer,
    line,
  };
  return { template: 'announce-form', data: view };
}

/**
 * What would go out, and to whom; sent by its button only.
 * @param remark why it is shown again
 */
export function announceCheckCard(
  entered: AnnounceEntered,
  audience: Audience,
  counts: AnnounceCounts,
  campaign: Campaign,
  viewer: Viewer,
  remark = '',
): Card {
  const { locale } = viewer;
  const { people, remindersOff } = counts;
  const { announce } = texts;
  const { once, program, customer, line } = entered;
  const lines = quoted(line);
  const view: AnnounceCheckView = {
    once,
    audience: entered.audience,
    program,
    customer,
    line,
    title: announce.people(people, locale),
    whom: whomText(audience),
    notes: [
      ...(remark === '' ? [] : [remark]),
      people === 0 ? announce.nobody : announce.hours,
      ...(remindersOff > 0 ? [announce.off(remindersOff, locale)] : []),
      ...unreachedNotes(counts, locale),
    ],
    writes: lines.length > 0 ? announce.yourLine : announce.noLine,
    lines,
    parts: partsFor(campaign, viewer),
    canSend: people > 0,
    send: announce.send(people, locale),
  };
  return { template: 'announce-check', data: view };
}

/** An announcement as somebody gets it. */
export interface Announced {
  /** Its one-time key. */
  readonly order: string;
  /** The lead's own; empty where they wrote none. */
  readonly line: string;
  /** Name of the lead. */
  readonly by: string;
  readonly read: boolean;
}

export function announcementCard({ order, line, by, read }: Announced, campaign: Campaign, viewer: Viewer): Card {
  const { announcement } = texts;
  const lines = quoted(line);
  const name = nameText(by);
  const view: AnnouncementView = {
    order,
    writes: lines.length > 0 ? announcement.writes(name) : announcement.shares(name),
    lines,
    deadline: campaignLine(campaign, viewer),
    parts: partsFor(campaign, viewer),
    read,
    thanks: read ? announcement.read : '',
    closing: announcement.howOff,
  };
  return { template: 'announcement', data: view };
}

export function announcementProgressCard(facts: AnnouncementProgress, { locale, timeZone }: Reader): Card {
  const { order, line, audience, by, at } = facts;
  const { progress } = texts;
  const view: AnnouncementProgressView = {
    order,
    whom: whomText(audience),
    shared: progress.sharedBy(nameText(by), momentText(at, locale, timeZone)),
    lines: quoted(line),
    figures: figuresOf(facts, locale),
    notes: unreachedNotes(facts, locale),
  };
  return { template: 'announcement-progress', data: view };
}

/** What is none is left out, but for those who got it and who read it. */
function figuresOf({ sent, read, waiting, unknown, failed, off }: AnnouncementProgress, locale: string): Figure[] {
  const { progress } = texts;
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

function whomText({ kind, name = '' }: Audience): string {
  return texts.announce.audience({ kind, name: shorten(name, SPACE.text) });
}

function partsFor(campaign: Campaign, { now, timeZone, locale }: Viewer): NoticePart[] {
  return noticeParts(campaign, campaignFacts(campaign, now, timeZone).phase, locale);
}

/** As many as there is room for, the chosen one among them. */
function programChoices(programs: readonly string[], chosen: string): Choice[] {
  const choiceOf = (program: string): Choice => ({ title: shorten(program, SPACE.text), value: program });
  const usable = programs.filter((program) => program.length <= PROGRAM_LENGTH && jsonBytes(program) <= SPACE.choice);
  const fit = fitting(usable.map(choiceOf), SPACE.choices);
  return chosen === '' || fit.some(({ value }) => value === chosen) ? fit : [choiceOf(chosen), ...fit];
}
