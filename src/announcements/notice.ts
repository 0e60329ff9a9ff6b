/** The notice in short, as announcements tell it: in our own sentences, true to it. They stand in its folder, as in `knowledge/cpor-2020/notice.md`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Campaign, type Campaigns, campaignNamed, type Phase } from '../campaign/campaign.ts';
import { dated } from '../campaign/dated.ts';
import { OperatorError } from '../errors.ts';
import { type KnowledgeSheet, parseSheet } from '../format/sheets.ts';
import { LANGUAGES, languageOf } from '../language/language.ts';
import type { NoticePart } from './views.ts';

/** A campaign, and how its notice is told. */
export interface AnnouncedNotice {
  readonly campaign: Campaign;
  /** What it comes to, in one line. */
  heading(locale: string): string;
  /** With the campaign's dates. What is past is told as past. */
  parts(phase: Phase, locale: string): NoticePart[];
}

/** In the order of the campaigns. */
export type AnnouncedNotices = readonly [AnnouncedNotice, ...AnnouncedNotice[]];

/** `## What changes: after` stands in place of `## What changes` in that phase. */
const VARIANT = /^(?<title>.*): (?<phase>before|on the day|after)$/;

/** @throws OperatorError where a file is missing or says nothing */
export function readNotices(dir: string, [first, ...others]: Campaigns): AnnouncedNotices {
  return [readNotice(dir, first), ...others.map((campaign) => readNotice(dir, campaign))];
}

/** The notice of what was ordered or sent in a campaign; also where its deadline was moved since. Undefined where there is none any more. */
export function announcedNotice(notices: AnnouncedNotices, campaign: string): AnnouncedNotice | undefined {
  const [first, ...others] = notices;
  const named = campaignNamed([first.campaign, ...others.map((other) => other.campaign)], campaign);
  return notices.find((one) => one.campaign === named);
}

/** As it is told in one language. */
interface Told {
  readonly sheet: KnowledgeSheet;
  readonly headings: readonly string[];
}

/** A translation has the same name, in a folder of its language beside it. */
function readNotice(dir: string, campaign: Campaign): AnnouncedNotice {
  const { name } = campaign.notice;
  const english = told(dir, join(name, 'notice.md'));
  const others = new Map(
    LANGUAGES.map((language) => [language, join(name, language, 'notice.md')] as const)
      .filter(([, file]) => existsSync(join(dir, file)))
      .map(([language, file]) => [language, told(dir, file)]),
  );
  const toldIn = (locale: string): Told => others.get(languageOf(locale)) ?? english;
  return {
    campaign,
    heading: (locale) => toldIn(locale).sheet.title,
    parts(phase, locale) {
      const { sheet, headings } = toldIn(locale);
      return headings.map((title) => {
        const key = title.toLowerCase();
        const text = sheet.sections.get(`${key}: ${phase}`) ?? sheet.sections.get(key) ?? '';
        return {
          title,
          lines: dated(text, campaign, locale)
            .split('\n')
            .filter((line) => line.trim() !== ''),
        };
      });
    },
  };
}

function told(dir: string, file: string): Told {
  const sheet = parseSheet(sourceOf(dir, file));
  const headings = sheet.headings.filter((heading) => !VARIANT.test(heading));
  if (sheet.title === '' || headings.length === 0)
    throw new OperatorError(`knowledge/${file} lacks a title, or any section. Add what the notice says in short.`);
  return { sheet, headings };
}

function sourceOf(dir: string, file: string): string {
  try {
    return readFileSync(join(dir, file), 'utf8');
  } catch {
    throw new OperatorError(`knowledge/${file} is missing. Add what the notice says in short.`);
  }
}
