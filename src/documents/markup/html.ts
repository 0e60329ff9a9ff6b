/** Reads the words of a web page, or of a message written as one. Nothing in it is run, and nothing is fetched. */
import { Parser } from 'htmlparser2';
import type { Line, Segment } from '../document.ts';
import { columnOf, rowLines, textLines } from '../text-lines.ts';

const HIDDEN = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'svg',
  'object',
  'iframe',
  'title',
  'datalist',
]);
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'area', 'base', 'wbr', 'source', 'embed']);
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead ul'
  ).split(' '),
);
const INVISIBLE = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d]*[1-9])/i;
const MAX_DEPTH = 2_000;

interface Cell {
  readonly span: number;
  readonly lines: Line[];
}

export function htmlLines(html: string): Line[] {
  const reader = new HtmlReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return reader.finish();
}

class HtmlReader {
  readonly #lines: Line[] = [];
  readonly #rows: Cell[][] = [];
  #text = '';
  #pictures = 0;
  /** Names of the open elements within a hidden one, that one first. */
  #hidden: string[] = [];
  #pre = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (
      this.#hidden.length > 0 ||
      HIDDEN.has(name) ||
      'hidden' in attributes ||
      INVISIBLE.test(attributes.style ?? '')
    ) {
      if (!VOID.has(name) && this.#hidden.length < MAX_DEPTH) this.#hidden.push(name);
      return;
    }
    if (BLOCKS.has(name) || name === 'br' || name === 'tr') this.#endLine();
    if (name === 'pre') this.#pre++;
    else if (name === 'tr') this.#rows.push([]);
    else if ((name === 'td' || name === 'th') && this.#rows.length > 0) this.#openCell(Number(attributes.colspan));
    else if (name === 'input') this.#input(attributes);
    else if (name === 'img') this.#pictures++;
  }

  text(text: string): void {
    if (this.#hidden.length > 0) return;
    if (this.#pre > 0) {
      const [first = '', ...more] = text.split('\n');
      this.#text += first;
      for (const line of more) {
        this.#endLine();
        this.#text = line;
      }
    } else this.#text += text.replace(/[^\S\u00a0]+/g, ' ');
  }

  close(name: string): void {
    if (this.#hidden.length > 0) {
      if (this.#hidden.at(-1) === name) this.#hidden.pop();
      return;
    }
    if (BLOCKS.has(name) || name === 'td' || name === 'th') this.#endLine();
    if (name === 'pre') this.#pre--;
    else if (name === 'tr') this.#endRow();
  }

  finish(): Line[] {
    this.#endLine();
    while (this.#rows.length > 0) this.#endRow();
    return this.#lines;
  }

  get #target(): Line[] {
    return this.#rows.at(-1)?.at(-1)?.lines ?? this.#lines;
  }

  #openCell(span: number): void {
    this.#endLine();
    this.#rows.at(-1)?.push({ span: span > 1 && span < 100 ? span : 1, lines: [] });
  }

  #endLine(): void {
    const pictures = this.#pictures;
    // Several no-break blanks in a row are a gap that somebody typed.
    const [line = []] = textLines(this.#text.replace(/\n/g, ' '));
    this.#text = '';
    this.#pictures = 0;
    const marks = Array.from({ length: pictures }, (_, index): Segment => {
      const at = (line.at(-1)?.to ?? 0) + 1 + index;
      return { text: '', from: at, to: at + 1, mark: { kind: 'picture' } };
    });
    if (line.length + marks.length > 0) this.#target.push([...line, ...marks]);
  }

  #endRow(): void {
    this.#endLine();
    const cells = this.#rows.pop() ?? [];
    const count = cells.reduce((sum, { span }) => sum + span, 0);
    let index = 0;
    const row = rowLines(
      cells.map(({ span, lines }) => {
        const place = columnOf(index, count, span);
        index += span;
        return { lines, ...place };
      }),
    );
    this.#target.push(...row);
  }

  #input({ type = 'text', value = '', checked }: Readonly<Record<string, string>>): void {
    if (type === 'checkbox' || type === 'radio') this.#text += checked === undefined ? ' ☐ ' : ' ☒ ';
    else if (type === 'text' || type === 'date' || type === 'email') this.#text += ` ${value} `;
  }
}
