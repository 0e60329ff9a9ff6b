/**
 * What a web page does by itself when it is opened: scripts, and what brings other pages in. Pictures from elsewhere bring data alone.
 * Where comments, raw text and foreign content begin and end, browsers and mail programs see differently, also by whether they run scripts.
 * So whatever begins as a tag counts as one, wherever it stands: nobody sees a tag that is not looked at here. Pure.
 */
import { decodeHTMLAttribute } from 'entities';

const ACTING = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'portal']);
/** Of scripts that are data, which nobody runs; mail programs read them. */
const DATA = /^\s*application\/(?:ld\+)?json\s*$/i;
/** Also one of several values, as animations have them. */
const SCRIPT = /(?:^|;)\s*(?:javascript|vbscript|data\s*:\s*text\/html)/i;
/** Addresses are taken without these. */
const UNSEEN = /\p{Cc}+/gu;

/** As browsers take tags apart (WHATWG HTML, 13.2.5), in XML too. */
const TAG = /<([a-z][^\t\n\f\r /<>]*)/gi;
const ATTRIBUTE =
  /[\t\n\f\r /]*(=?[^\t\n\f\r />=]+|=)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\t\n\f\r >"'][^\t\n\f\r >]*)?))?/y;
const END = /[\t\n\f\r /]*>/y;

/** Tags may lie in the values of others: a page of them would be read again and again. No honest one is read more often than this. */
const MOST_READ = 2;
const ALWAYS_READ = 16 * 1024;

interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly end: number;
  /** Of one without an end nobody makes an element. */
  readonly isWhole: boolean;
}

/** Whether something in a page, or in XML that browsers show, is run when it is opened. */
export function actsByItself(markup: string): boolean {
  let left = MOST_READ * markup.length + ALWAYS_READ;
  for (const { 1: name = '', index } of markup.matchAll(TAG)) {
    const tag = tagAt(markup, name, index + 1 + name.length);
    left -= tag.end - index;
    if (left < 0 || (tag.isWhole && acts(tag))) return true;
  }
  return false;
}

function tagAt(markup: string, name: string, from: number): Tag {
  const attributes: [string, string][] = [];
  let end = from;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = end;
    const found = pattern.exec(markup);
    if (found !== null) end = pattern.lastIndex;
    return found;
  };
  for (let found = take(ATTRIBUTE); found !== null; found = take(ATTRIBUTE)) {
    const [, key = '', double, single, bare = ''] = found;
    // Browsers take a slash for part of a bare value; others may end the value there.
    attributes.push([key.toLowerCase(), double ?? single ?? bare]);
    if (bare === '') continue;
    for (const [within] of bare.matchAll(/(?<=\/)on\w+(?==)/gi)) attributes.push([within.toLowerCase(), '']);
  }
  return { name: name.toLowerCase(), attributes, isWhole: take(END) !== null, end };
}

function acts({ name, attributes }: Tag): boolean {
  const first = (key: string) => decodeHTMLAttribute(attributes.find(([one]) => one === key)?.[1] ?? '');
  // XML may call it by a prefix.
  if (/(?:^|:)script$/.test(name)) return !DATA.test(first('type'));
  if (ACTING.has(name) || (name === 'meta' && /refresh/i.test(first('http-equiv')))) return true;
  return attributes.some(
    ([key, value]) =>
      key.startsWith('on') || (value !== '' && SCRIPT.test(decodeHTMLAttribute(value).replace(UNSEEN, ''))),
  );
}
