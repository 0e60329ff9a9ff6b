/**
 * What stands in the HTML of a chat message: the words of its author, those of the messages that it quotes or forwards, and links. The
 * shapes are Teams' own (docs/platform.md, trap 18); whatever else is HTML is read as the text that it shows.
 */
import { Parser } from 'htmlparser2';

export interface HtmlLink {
  readonly href: string;
  /** The words that it stands under. */
  readonly words: string;
}

export interface HtmlWords {
  /** Of the author, with line breaks. */
  readonly own: string;
  /** Of quoted and forwarded messages, of each by itself. */
  readonly quoted: readonly string[];
  /** Outside of what is quoted. */
  readonly links: readonly HtmlLink[];
  /** It has a picture that is no emoji and no animation. */
  readonly showsPicture: boolean;
  /** It shows something else that is no text: a card, a voice message, an animation. */
  readonly showsMore: boolean;
}

/** Characters. The rest is not read, which bounds what a message costs. */
const HTML_LENGTH = 60_000;

/** A quoted or a forwarded message: `blockquote` with one of these as its `itemtype`. */
const MESSAGE_TYPE = /\/(?:Reply|Forward|Message)$/i;
const MENTION_TYPE = /\/Mention$/i;
const GIF_TYPE = /\/(?:Giphy|Meme|Sticker)$/i;
const GIF_SOURCE = /^https:\/\/[\w.-]*\b(?:giphy|tenor)\.com\//i;
const EMOJI_TYPE = /\/Emoji$/i;
/** A placeholder: the message's card, code snippet or voice message stands elsewhere. */
const EXTENSION_TYPE = /\/InputExtension$/i;

/** Begin and end a line. */
const BLOCKS = new Set(
  'address article blockquote br codeblock dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);
const WITHOUT_WORDS = new Set([
  'attachment',
  'noscript',
  'script',
  'style',
  'svg',
  'template',
  'title',
  'uriobject',
  'video',
  'audio',
]);
const SHOWN = new Set(['uriobject', 'video', 'audio']);

/** Where the words within an element belong. `cited`: a quotation by the author's own hand, in which somebody may just set words apart. */
type Zone = 'own' | 'cited' | 'quoted' | 'nothing';

/** @param keepsMention whether the words of a mention stay: a mention of the bot is only its address */
export function readHtml(html: string, keepsMention: (name: string) => boolean): HtmlWords {
  const words: Record<Zone, string> = { own: '', cited: '', quoted: '', nothing: '' };
  const quoted: string[] = [];
  const links: HtmlLink[] = [];
  const zones: Zone[] = [];
  let [showsPicture, showsMore] = [false, false];
  let link: { href: string; from: number } | undefined;
  let mention: { depth: number; name: string } | undefined;
  const zone = (): Zone => zones.at(-1) ?? 'own';
  const write = (text: string): void => {
    words[zone()] += text;
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const type = attributes.itemtype ?? '';
        if (BLOCKS.has(name)) write('\n');
        if (name === 'td' || name === 'th') write(' ');
        if (name === 'blockquote' && MESSAGE_TYPE.test(type) && zone() !== 'quoted') words.quoted = '';
        zones.push(zoneOf(name, type, zone()));
        const emoji = name === 'emoji' || EMOJI_TYPE.test(type);
        if (emoji && zones.at(-2) !== 'nothing') words[zones.at(-2) ?? 'own'] += attributes.alt ?? '';
        if (zone() === 'quoted') return;
        const animated = GIF_TYPE.test(type) || GIF_SOURCE.test(attributes.src ?? '');
        showsPicture ||= name === 'img' && !emoji && !animated;
        showsMore ||= SHOWN.has(name) || EXTENSION_TYPE.test(type) || (name === 'img' && !emoji);
        if (name === 'a' && attributes.href) link = { href: attributes.href, from: words[zone()].length };
        if (name === 'at' || MENTION_TYPE.test(type)) mention ??= { depth: zones.length, name: '' };
      },
      ontext(text) {
        if (mention !== undefined) mention.name += text;
        else write(text);
      },
      onclosetag(name) {
        if (mention !== undefined && mention.depth === zones.length) {
          if (keepsMention(mention.name.trim())) write(mention.name);
          else write(' ');
          mention = undefined;
        }
        if (name === 'a' && link !== undefined) {
          links.push({ href: link.href, words: words[zone()].slice(link.from).trim() });
          link = undefined;
        }
        const left = zones.pop();
        if (left === 'quoted' && zone() !== 'quoted') quoted.push(words.quoted);
        if (BLOCKS.has(name)) write('\n');
      },
    },
    { decodeEntities: true, recognizeSelfClosing: true },
  );
  parser.end(html.slice(0, HTML_LENGTH));
  return { own: words.own.trim() === '' ? words.cited : words.own, quoted, links, showsPicture, showsMore };
}

function zoneOf(name: string, type: string, within: Zone): Zone {
  if (within === 'quoted' || within === 'nothing') return within;
  if (name === 'blockquote') return MESSAGE_TYPE.test(type) ? 'quoted' : 'cited';
  return WITHOUT_WORDS.has(name) || name === 'emoji' || EXTENSION_TYPE.test(type) ? 'nothing' : within;
}
