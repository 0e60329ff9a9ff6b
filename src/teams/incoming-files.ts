/**
 * The files and pictures of a message. Teams sends a file's address in an attachment of its own type. Some come in a form that no bot can
 * fetch: they are told, so that nobody waits for what was never received (docs/platform.md, trap 19).
 */
import type { UnfetchableForm } from '../problems/files.ts';
import type { IncomingFile } from '../turn.ts';
import { type IncomingActivity, type IncomingAttachment, isRecord, parsedValue, scopeOf } from './activity.ts';
import type { HtmlLink } from './html-words.ts';
import type { MessageWords } from './message-words.ts';

const FILE = 'application/vnd.microsoft.teams.file.download.info';
const LONGEST_URL = 10_000;

/** What comes beside a message and is no file of its author's. */
const NO_FILE =
  /^(?:text\/html|application\/json|application\/vnd\.microsoft\.(?:card|teams)\.|message\/card|(?:forwarded)?messageReference|meetingReference|tabReference)/i;
const FORMS: readonly (readonly [RegExp, UnfetchableForm])[] = [
  [/^application\/vnd\.microsoft\.card\.fluid/i, 'loop'],
  [/^(?:audio|video)\/|^application\/vnd\.microsoft\.(?:card\.(?:audio|video)|activity\.voice)/i, 'recording'],
  [/^reference$/i, 'link'],
];

export function incomingFiles(
  activity: IncomingActivity,
  words: Pick<MessageWords, 'links' | 'written' | 'showsPicture'>,
): IncomingFile[] {
  const attached = activity.attachments.flatMap((attachment) => fileOf(attachment, activity.serviceUrl) ?? []);
  // Where others read along, a link is none to hand in, and a picture decorates.
  if (scopeOf(activity) !== 'personal') return attached;
  const names = new Set(activity.attachments.map(({ name }) => name));
  const urls = new Set(activity.attachments.map(({ contentUrl }) => addressOf(contentUrl ?? '')));
  // What is attached may stand as a link in the message's HTML, too.
  const linked = cloudLinks(words).filter(({ href, words: name }) => !urls.has(addressOf(href)) && !names.has(name));
  const hasPicture = attached.some(({ source }) => source === 'picture');
  return [
    ...attached,
    ...linked.map(linkedFile),
    ...(words.showsPicture && !hasPicture ? [unfetchable('', 'picture')] : []),
  ];
}

function fileOf(
  { contentType, contentUrl, name = '', content }: IncomingAttachment,
  serviceUrl: string,
): IncomingFile | undefined {
  if (contentType.toLowerCase() === FILE) {
    const url = downloadUrlIn(parsedValue(content));
    return url === undefined ? unfetchable(name, 'link') : { name, url, source: 'file' };
  }
  const form = FORMS.find(([pattern]) => pattern.test(contentType))?.[1];
  if (form !== undefined) return unfetchable(name, form);
  if (NO_FILE.test(contentType)) return undefined;
  if (/^image\//i.test(contentType))
    return contentUrl === undefined ? unfetchable(name, 'picture') : { name, url: contentUrl, source: 'picture' };
  // Test clients send a file as they send a picture: from the conversation's own service.
  if (contentUrl !== undefined && URL.parse(contentUrl)?.origin === new URL(serviceUrl).origin)
    return { name: name || 'file', url: contentUrl, source: 'picture' };
  return contentUrl === undefined && name === '' ? undefined : unfetchable(name, 'link');
}

function downloadUrlIn(content: unknown): string | undefined {
  const url = isRecord(content) ? content.downloadUrl : undefined;
  return typeof url === 'string' && url !== '' && url.length <= LONGEST_URL ? url : undefined;
}

function unfetchable(name: string, form: UnfetchableForm): IncomingFile {
  return { name, source: 'none', form };
}

const URLS = /\bhttps?:\/\/[^\s<>"']+/gi;
/** Where people keep files: the host, or its end. */
const CLOUD_HOST =
  /(?:^|\.)(?:sharepoint\.(?:com|us|cn|de)|sharepoint-mil\.us|1drv\.(?:ms|com)|onedrive\.live\.com|(?:drive|docs)\.google\.com|dropbox\.com|box\.com|wetransfer\.com|we\.tl|icloud\.com)$/;
const LOOP_HOST = /(?:^|\.)loop\.(?:microsoft\.com|cloud\.microsoft)$/;
const TEAMS_FILE = /^https:\/\/teams\.(?:microsoft\.com|cloud\.microsoft|live\.com)\/l\/file\//i;

function formOfLink(href: string): UnfetchableForm | undefined {
  const url = URL.parse(href);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  if (LOOP_HOST.test(url.hostname)) return 'loop';
  return CLOUD_HOST.test(url.hostname) || TEAMS_FILE.test(href) ? 'link' : undefined;
}

/** Links to files in the cloud, each once. */
function cloudLinks({ links, written }: Pick<MessageWords, 'links' | 'written'>): HtmlLink[] {
  const all = [...links, ...Array.from(written.matchAll(URLS), ([href]) => ({ href, words: '' }))];
  const cloud = all.filter(({ href }) => formOfLink(href) !== undefined);
  return [...new Map(cloud.toReversed().map((link) => [addressOf(link.href), link])).values()].toReversed();
}

/** Clients add parameters as they like. */
function addressOf(href: string): string {
  const url = URL.parse(href);
  return url === null ? '' : `${url.host}${url.pathname.replace(/\/$/, '')}`.toLowerCase();
}

function linkedFile({ href, words }: HtmlLink): IncomingFile {
  const form = formOfLink(href) ?? 'link';
  return unfetchable(words === '' || /^https?:/i.test(words) ? lastPart(href) : words, form);
}

/** The file's name, where the path ends in one: `…/SOW.pdf?web=1`. */
function lastPart(href: string): string {
  const end = new URL(href).pathname.split('/').at(-1) ?? '';
  try {
    const name = decodeURIComponent(end);
    return /\.\w{2,5}$/.test(name) ? name : '';
  } catch {
    return '';
  }
}

/** Without the addresses of files in the cloud. */
export function withoutCloudLinks(written: string): string {
  return written
    .replace(URLS, (url) => (formOfLink(url) === undefined ? url : ''))
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
