/** Reads the words of an RTF document (Rich Text Format 1.9.1): groups, control words, and nothing that is embedded. */
import type { Line } from '../document.ts';
import { tidy } from '../layout.ts';
import { columnOf, rowLines, textLines } from '../text-lines.ts';

/** Groups that hold no text of the document. */
const SKIPPED = new Set(
  (
    'fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping datastore latentstyles listtable listoverridetable ' +
    'rsidtbl generator xmlnstbl mmathPr fldinst nonshppict filetbl revtbl bkmkstart bkmkend deleted'
  ).split(' '),
);
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};
const TOKEN = /\\([a-z]+)(-?\d+)? ?|\\'([\da-f]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)/gi;
const MAX_DEPTH = 500;

interface Group {
  readonly skip: boolean;
  readonly hidden: boolean;
  /** Characters that follow a `\u` for readers that know none. */
  readonly fallback: number;
}

export function rtfLines(rtf: string): Line[] {
  const lines: Line[] = [];
  const groups: Group[] = [];
  let group: Group = { skip: false, hidden: false, fallback: 1 };
  let text = '';
  let cells: string[] = [];
  let ignore = 0;
  let inRow = false;
  const say = (piece: string): void => {
    if (!group.skip && !group.hidden) text += piece;
  };
  const flush = (): void => {
    lines.push(...textLines(text));
    text = '';
  };
  for (const [, word, number, hex, sign, brace, plain] of rtf.matchAll(TOKEN)) {
    if (brace === '{') {
      if (groups.length > MAX_DEPTH) throw new Error('nested too deep');
      groups.push(group);
    } else if (brace === '}') group = groups.pop() ?? group;
    else if (ignore > 0 && (hex !== undefined || plain !== undefined)) {
      const rest = plain === undefined ? '' : plain.slice(ignore);
      ignore -= plain === undefined ? 1 : Math.min(ignore, plain.length);
      say(rest);
    } else if (hex !== undefined) say(new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex')));
    else if (plain !== undefined) say(plain);
    else if (sign !== undefined) {
      if (sign === '*') group = { ...group, skip: true };
      else if (sign === '~') say(' ');
      else if (sign === '_') say('-');
      else if ('\\{}'.includes(sign)) say(sign);
    } else if (word === 'u' && number !== undefined) {
      say(String.fromCharCode((Number(number) + 65_536) % 65_536));
      ignore = group.fallback;
    } else if (word === 'uc') group = { ...group, fallback: Number(number ?? 1) };
    else if (word === 'v') group = { ...group, hidden: number !== '0' };
    else if (word !== undefined && SKIPPED.has(word)) group = { ...group, skip: true };
    else if (word === 'cell') {
      cells.push(text);
      text = '';
    } else if (word === 'row') {
      lines.push(
        ...rowLines(cells.map((cell, index) => ({ lines: textLines(cell), ...columnOf(index, cells.length) }))),
      );
      cells = [];
      inRow = false;
    } else if (word === 'trowd') inRow = true;
    else if (word === 'par' || word === 'sect' || word === 'page') {
      if (!group.skip) text += '\n';
      if (!inRow) flush();
    } else if (word !== undefined) say(CHARACTERS[word] ?? '');
  }
  flush();
  return lines.filter((line) => line.some((segment) => tidy(segment.text) !== ''));
}
