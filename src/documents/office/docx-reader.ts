/** Follows the elements of one part of a Word document and gathers its lines. */
import type { Attributes, XmlHandler } from '../../files/xml.ts';
import type { Line, Mark } from '../document.ts';
import { columnOf, rowLines, textLines } from '../text-lines.ts';
import { attribute, isOn } from './package.ts';

/** What Word shows nobody: deleted text, instructions of fields, the second drawing for older programs. */
const SKIPPED = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'binData', 'fldData', 'sdtEndPr']);

/** What elements stand for. */
const SAID: Readonly<Record<string, string | undefined>> = { tab: '\t', ptab: '\t', cr: '\n', noBreakHyphen: '-' };

/** Boxes of the symbol fonts, by their code. */
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['F0FE', '☒'],
  ['F0FD', '☒'],
  ['F078', '☒'],
  ['F0FC', '☒'],
  ['F052', '☒'],
  ['F053', '☒'],
  ['F054', '☒'],
  ['F0A8', '☐'],
  ['F06F', '☐'],
  ['F071', '☐'],
  ['F0A3', '☐'],
  ['F02A', '☐'],
]);

interface Cell {
  readonly span: number;
  readonly lines: Line[];
}

interface Table {
  cells: Cell[];
}

export class DocxReader implements XmlHandler {
  readonly #signed: boolean;
  readonly #pages: Line[][] = [[]];
  readonly #tables: Table[] = [];
  /** Paragraphs begun and not ended; text boxes stand inside of one. */
  readonly #paragraphs: { text: string; marks: Mark[] }[] = [];
  #skipping = 0;
  #inText = false;
  /** Placeholder texts of empty controls, by depth. */
  readonly #controls: { placeholder: boolean }[] = [];
  #hiddenRun = false;
  #box: { ticked: boolean; chosen: boolean } | undefined;

  constructor(signed: boolean) {
    this.#signed = signed;
  }

  /** The lines of each page, as far as the document knows where its pages end. */
  finish(): readonly (readonly Line[])[] {
    return this.#pages;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipping > 0 || SKIPPED.has(name)) this.#skipping++;
    else this.#opened(name, attributes);
  }

  text(text: string): void {
    if (this.#inText && this.#skipping === 0) this.#say(text);
  }

  close(name: string): void {
    if (this.#skipping > 0) this.#skipping--;
    else this.#closed(name);
  }

  #opened(name: string, attributes: Attributes): void {
    const said = SAID[name];
    if (said !== undefined) this.#say(said);
    else if (name === 'p') this.#paragraphs.push({ text: '', marks: [] });
    else if (name === 't') this.#inText = true;
    else if (name === 'vanish' || name === 'webHidden') this.#hiddenRun ||= isOn(attributes);
    else if (name === 'br') this.#break(attribute(attributes, 'type') === 'page');
    else if (name === 'lastRenderedPageBreak') this.#newPage();
    else if (name === 'sym') this.#say(symbolOf(attribute(attributes, 'char') ?? ''));
    else if (name === 'blip' || name === 'imagedata') this.#mark({ kind: 'picture' });
    else if (name === 'contentPart') this.#mark({ kind: 'ink' });
    else if (name === 'signatureline') this.#mark({ kind: this.#signed ? 'signed' : 'unsigned' });
    else if (!this.#openedTable(name, attributes)) this.#openedControl(name, attributes);
  }

  #openedTable(name: string, attributes: Attributes): boolean {
    const table = this.#tables.at(-1);
    if (name === 'tbl') this.#tables.push({ cells: [] });
    else if (name === 'tr' && table) table.cells = [];
    else if (name === 'tc' && table) table.cells.push({ span: 1, lines: [] });
    else if (name === 'gridSpan' && table) widen(table, Number(attribute(attributes, 'val')));
    else return false;
    return true;
  }

  #openedControl(name: string, attributes: Attributes): void {
    const control = this.#controls.at(-1);
    if (name === 'sdt') this.#controls.push({ placeholder: false });
    else if (name === 'showingPlcHdr' && control) control.placeholder = isOn(attributes);
    else if (name === 'checkBox') this.#box = { ticked: false, chosen: false };
    else if (this.#box && (name === 'checked' || name === 'default')) this.#tick(name, attributes);
  }

  #closed(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tr') this.#endRow();
    else if (name === 'tbl') this.#tables.pop();
    else if (name === 'sdt') this.#endControl();
    else if (name === 'checkBox') this.#endBox();
    else if (name === 'r') this.#hiddenRun = false;
  }

  get #isPlaceholder(): boolean {
    return this.#controls.some(({ placeholder }) => placeholder);
  }

  #say(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph && !this.#hiddenRun && !this.#isPlaceholder) paragraph.text += text;
  }

  #mark(mark: Mark): void {
    this.#paragraphs.at(-1)?.marks.push(mark);
  }

  /** The value that somebody chose goes before the one that the form came with. */
  #tick(name: string, attributes: Attributes): void {
    if (!this.#box || (name === 'default' && this.#box.chosen)) return;
    this.#box = { ticked: isOn(attributes), chosen: name === 'checked' };
  }

  #endBox(): void {
    this.#say(this.#box?.ticked ? '☒ ' : '☐ ');
    this.#box = undefined;
  }

  #endControl(): void {
    const control = this.#controls.pop();
    if (control?.placeholder && !this.#isPlaceholder) this.#mark({ kind: 'blank' });
  }

  #endParagraph(): void {
    const { text, marks } = this.#paragraphs.pop() ?? { text: '', marks: [] };
    const lines = textLines(text);
    const last = lines.pop() ?? [];
    // Marks stand behind the words of their paragraph.
    const at = Math.max(0, ...last.map(({ to }) => to));
    const marked = marks.map((mark, index) => ({ text: '', from: at + index + 1, to: at + index + 2, mark }));
    const all = [...lines, [...last, ...marked]].filter((line) => line.length > 0);
    this.#lines().push(...all);
  }

  #lines(): Line[] {
    return this.#tables.at(-1)?.cells.at(-1)?.lines ?? (this.#pages.at(-1) as Line[]);
  }

  #endRow(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    const count = table.cells.reduce((sum, { span }) => sum + span, 0);
    let index = 0;
    const row = rowLines(
      table.cells.map(({ span, lines }) => {
        const place = columnOf(index, count, span);
        index += span;
        return { lines, ...place };
      }),
    );
    this.#lines().push(...row);
    this.#tables.push({ cells: [] });
  }

  #break(toNewPage: boolean): void {
    if (toNewPage) this.#newPage();
    this.#say('\n');
  }

  #newPage(): void {
    // Within a table the page of its first row is near enough.
    if (this.#tables.length === 0 && (this.#pages.at(-1)?.length ?? 0) > 0) this.#pages.push([]);
  }
}

/** Codes from F000 to F0FF are places in a symbol font, others are characters. */
function symbolOf(hex: string): string {
  const code = Number.parseInt(hex, 16);
  const isCharacter = code >= 0x20 && code < 0xffff && (code < 0xe000 || code > 0xf8ff);
  return SYMBOLS.get(hex.toUpperCase()) ?? (isCharacter ? String.fromCodePoint(code) : ' ');
}

function widen(table: Table, span: number): void {
  const cell = table.cells.pop();
  if (cell) table.cells.push({ ...cell, span: span > 1 && span < 100 ? span : 1 });
}
