/**
 * What the author of a message wrote. Teams sends the words as text, and again as HTML in an attachment (the message's twin); either may be
 * missing, and either may hold other people's words, which the message quotes or forwards (docs/platform.md, traps 7 and 18).
 */
import { cleanText } from '../format/clean-text.ts';
import { entitiesOf, type IncomingActivity, isRecord, parsedValue } from './activity.ts';
import { type HtmlLink, type HtmlWords, readHtml } from './html-words.ts';

export interface MessageWords {
  /** Line by line: mentions of the bot and markup out, blanks in a row as one. */
  readonly written: string;
  readonly links: readonly HtmlLink[];
  readonly showsPicture: boolean;
  /** It holds something besides that is no words of its author: a message quoted or forwarded, a card, a picture. */
  readonly holdsMore: boolean;
}

/** Characters. The rest is not read, which bounds what a message costs. */
const TEXT_LENGTH = 10_000;

export function wordsOf(activity: IncomingActivity): MessageWords {
  const others = mentionedOthers(activity);
  const keepsMention = (name: string): boolean => others.has(name);
  const text = activity.text ?? '';
  const typed = readText(text, keepsMention);
  const twin = twinOf(activity, keepsMention);
  const quoted = [...typed.quoted, ...twin.quoted, ...referredTo(activity)].map(tidied).filter((one) => one !== '');
  return {
    written: tidied(ownWords(typed, twin, QUOTE_MARK.test(text), quoted)).slice(0, TEXT_LENGTH),
    links: [...typed.links, ...twin.links],
    showsPicture: typed.showsPicture || twin.showsPicture,
    holdsMore:
      quoted.length > 0 ||
      typed.showsMore ||
      twin.showsMore ||
      activity.attachments.some(({ contentType }) => !/^text\/(?:html|plain)\b/i.test(contentType)),
  };
}

function ownWords(typed: HtmlWords, twin: HtmlWords, marked: boolean, quoted: readonly string[]): string {
  if (tidied(typed.own) === '') return twin.own;
  // A text that marks what it quotes holds nothing else of it. Others hold the quoted words, too, and only the twin tells them apart.
  if (marked || typed.quoted.length > 0 || quoted.length === 0) return typed.own;
  return twin.quoted.length > 0 && tidied(twin.own) !== '' ? twin.own : withoutQuoted(tidied(typed.own), quoted);
}

/** Without the words of a quoted message at its beginning or its end. */
function withoutQuoted(own: string, quoted: readonly string[]): string {
  let rest = own;
  for (const words of quoted) {
    if (rest === words) return '';
    if (rest.startsWith(`${words}\n`)) rest = rest.slice(words.length);
    else if (rest.endsWith(`\n${words}`)) rest = rest.slice(0, -words.length);
    rest = rest.trim();
  }
  return rest;
}

/** Names of those who are mentioned, but for the bot. */
function mentionedOthers(activity: IncomingActivity): ReadonlySet<string> {
  return new Set(
    entitiesOf(activity, 'mention').flatMap(({ mentioned }) =>
      isRecord(mentioned) && typeof mentioned.name === 'string' && mentioned.id !== activity.recipient.id
        ? [mentioned.name.trim()]
        : [],
    ),
  );
}

const NOTHING: HtmlWords = { own: '', quoted: [], links: [], showsPicture: false, showsMore: false };

function twinOf({ attachments }: IncomingActivity, keepsMention: (name: string) => boolean): HtmlWords {
  const html = attachments
    .filter(({ contentType }) => /^text\/html\b/i.test(contentType))
    .map(({ content }) => htmlIn(content))
    .join('\n');
  return html.trim() === '' ? NOTHING : readHtml(html.replace(QUOTE_MARKS, ' '), keepsMention);
}

/** Some clients wrap it: `{ "text": "…" }`. */
function htmlIn(content: unknown): string {
  if (typeof content === 'string') return content;
  const { text, body } = isRecord(content) ? content : {};
  return [text, body].find((one) => typeof one === 'string') ?? '';
}

/** The words of messages that come beside a reply or a forward. */
function referredTo(activity: IncomingActivity): string[] {
  const attached = activity.attachments
    .filter(({ contentType }) => /^(?:forwarded)?messageReference$/i.test(contentType))
    .map(({ content }) => parsedValue(content));
  const entities = entitiesOf(activity, 'quotedReply').map((entity) => entity.quotedReply ?? entity);
  return [...attached, ...entities].filter(isRecord).map(({ messagePreview, originalMessageContent, preview }) => {
    const words = [originalMessageContent, messagePreview, preview].find((one) => typeof one === 'string');
    // Of something that is quoted and says nothing itself, such as a picture, it is known that it is there.
    return readHtml(words || '…', () => true).own;
  });
}

/** Where Teams has put a quoted message, in a text that does not hold it. */
const QUOTE_MARK = /<quoted\b[^<>]*>/i;
const QUOTE_MARKS = /<quoted\b[^<>]*>(?:[^<]*<\/quoted\s*>)?/gi;
const MENTIONS = /<at\b[^<>]*>([^<]*)<\/at>/gi;
const OPENED =
  /<(a|b|blockquote|code|codeblock|div|em|font|h[1-6]|i|li|ol|p|pre|s|script|span|strong|style|sub|sup|table|td|th|tr|u|ul)(?:\s[^<>]*)?>/gi;
const CLOSED = /<\/([a-z]+[1-6]?)\s*>/gi;
/** Code and quotations as they are typed in markdown. */
const FENCES = /^[^\S\n]*```[\w+-]*[^\S\n]*$|```/gm;
const INLINE_CODE = /(^|\s)`([^`\n]{1,500})`(?=[\s.,;:!?]|$)/gm;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

function readText(text: string, keepsMention: (name: string) => boolean): HtmlWords {
  const start = text
    .slice(0, TEXT_LENGTH)
    .replace(QUOTE_MARKS, ' ')
    .replace(MENTIONS, (_, name: string) => (keepsMention(name.trim()) ? name : ' '));
  if (isHtml(start)) return readHtml(start, keepsMention);
  const shown = start
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/gi, (_, name: string) => ENTITIES[name.toLowerCase()] ?? ' ')
    .replace(/<\/?(?:p|br|div|li)(?:\s[^<>]*)?\/?>/gi, '\n')
    .replace(FENCES, '\n')
    .replace(INLINE_CODE, '$1$2');
  const lines = shown.split(/\r\n?|\n/);
  const own = lines.filter((line) => !/^\s*>/.test(line)).join('\n');
  // A text of nothing but such lines is set apart, not quoted.
  return { ...NOTHING, own: tidied(own) === '' ? shown.replace(/^\s*>+/gm, '') : own };
}

/** A tag of HTML that is closed again makes it HTML: angle brackets alone are what people type. */
function isHtml(text: string): boolean {
  const closed = new Set([...text.matchAll(CLOSED)].map(([, name = '']) => name.toLowerCase()));
  return [...text.matchAll(OPENED)].some(([, name = '']) => closed.has(name.toLowerCase()));
}

function tidied(text: string): string {
  // Once more: HTML writes signs as entities.
  return cleanText(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
