/** Sets a draft on pages of A4, for a pdf and for a picture alike: what differs is the surface that is drawn on. */
import type { Block, Draft, Mark, SignBlock } from '../model.ts';

export interface Font {
  size: number;
  bold?: boolean;
  hand?: boolean;
}

/** Points from the upper left corner of the page; `y` is the base line of a text. */
export interface Surface {
  /** Marks for which a pdf has objects of its own; elsewhere they are drawn. */
  readonly fields: boolean;
  page(): void;
  width(text: string, font: Font): number;
  text(text: string, x: number, y: number, font: Font): void;
  line(x1: number, y1: number, x2: number, y2: number): void;
  ink(name: string, x: number, y: number, width: number, height: number, as: 'image' | 'annotation'): void;
  check(label: string, ticked: boolean, x: number, y: number): void;
  field(name: string, value: string, x: number, y: number, width: number): void;
  note(text: string, x: number, y: number, width: number): void;
  signature(mark: Mark & { is: 'field' }, x: number, y: number, width: number): void;
}

export interface Style {
  /** How an empty line is made: underscores, dots, or a stroke. */
  empty: 'underscores' | 'dots' | 'stroke';
  /** How a box is ticked where no form field does it. */
  boxes: 'brackets' | 'drawn';
  size: number;
  /** Rows of a form are form fields. */
  form: boolean;
}

const TOP = 70;
const BOTTOM = 780;
const LEFT = 60;
const RIGHT = 535;

export function setPages(draft: Draft, surface: Surface, style: Style): void {
  new Setter(draft, surface, style).run();
}

class Setter {
  #y = TOP;
  #fields = 0;
  readonly draft: Draft;
  readonly surface: Surface;
  readonly style: Style;

  constructor(draft: Draft, surface: Surface, style: Style) {
    this.draft = draft;
    this.surface = surface;
    this.style = style;
  }

  run(): void {
    this.#newPage();
    const { mail } = this.draft;
    if (mail !== undefined) {
      for (const line of mailLines(this.draft)) this.#paragraph(line, LEFT, RIGHT, { size: this.style.size });
      this.#y += 10;
    }
    for (const block of this.draft.blocks) this.#block(block, LEFT, RIGHT);
  }

  #newPage(): void {
    this.surface.page();
    this.#y = TOP;
    const small: Font = { size: 8 };
    if (this.draft.header !== undefined) this.surface.text(this.draft.header, LEFT, 40, small);
    if (this.draft.footer !== undefined) this.surface.text(this.draft.footer, LEFT, 815, small);
  }

  #room(height: number): void {
    if (this.#y + height > BOTTOM) this.#newPage();
  }

  #block(block: Block, left: number, right: number): void {
    const { size } = this.style;
    if (block.is === 'title') this.#paragraph(block.text, left, right, { size: size + 6, bold: true }, 8);
    else if (block.is === 'heading') this.#paragraph(block.text, left, right, { size: size + 1.5, bold: true }, 4, 8);
    else if (block.is === 'text') this.#paragraph(block.text, left, right, { size }, 6);
    else if (block.is === 'small') this.#paragraph(block.text, left, right, { size: size - 2 }, 3);
    else if (block.is === 'box') this.#box(block.text, left, right);
    else if (block.is === 'list') for (const item of block.items) this.#item(item, left, right);
    else if (block.is === 'table') this.#table(block.rows, left, right);
    else if (block.is === 'fields') this.#rows(block.rows, left, right);
    else if (block.is === 'checks') this.#checks(block.items, left);
    else if (block.is === 'sign') this.#signs(block.blocks, left, right);
    else if (block.is === 'columns') this.#columns(block.left, block.right, left, right);
    else this.#newPage();
  }

  #lines(text: string, width: number, font: Font): string[] {
    return text.split('\n').flatMap((line) => {
      const lines: string[] = [];
      let now = '';
      for (const word of line.split(' ')) {
        const longer = now === '' ? word : `${now} ${word}`;
        if (now !== '' && this.surface.width(longer, font) > width) {
          lines.push(now);
          now = word;
        } else now = longer;
      }
      return [...lines, now];
    });
  }

  #paragraph(text: string, left: number, right: number, font: Font, after = 2, before = 0): void {
    this.#y += before;
    for (const line of this.#lines(text, right - left, font)) {
      this.#room(font.size * 1.35);
      this.#y += font.size * 1.35;
      this.surface.text(line, left, this.#y, font);
    }
    this.#y += after;
  }

  #item(text: string, left: number, right: number): void {
    this.#room(this.style.size * 1.35);
    this.surface.text('•', left + 4, this.#y + this.style.size * 1.35, { size: this.style.size });
    this.#paragraph(text, left + 18, right, { size: this.style.size }, 2);
  }

  #box(text: string, left: number, right: number): void {
    const font: Font = { size: this.style.size };
    const lines = this.#lines(text, right - left - 20, font);
    const height = lines.length * font.size * 1.35 + 14;
    this.#room(height + 8);
    const top = this.#y + 4;
    for (const [x1, y1, x2, y2] of [
      [left, top, right, top],
      [left, top + height, right, top + height],
      [left, top, left, top + height],
      [right, top, right, top + height],
    ] as const)
      this.surface.line(x1, y1, x2, y2);
    for (const [index, line] of lines.entries())
      this.surface.text(line, left + 10, top + 4 + (index + 1) * font.size * 1.35, font);
    this.#y = top + height + 8;
  }

  #table(rows: string[][], left: number, right: number): void {
    const columns = Math.max(...rows.map((row) => row.length));
    const widths = Array.from({ length: columns }, (_, at) =>
      Math.max(...rows.map((row) => Math.min(row[at]?.length ?? 0, 60) + 6)),
    );
    const sum = widths.reduce((a, b) => a + b, 0);
    const edges = widths.map((_, at) => left + ((right - left) * widths.slice(0, at).reduce((a, b) => a + b, 0)) / sum);
    for (const [at, row] of rows.entries()) {
      const font: Font = { size: this.style.size - 0.5, bold: at === 0 };
      const cells = row.map((cell, column) =>
        this.#lines(cell, (edges[column + 1] ?? right) - (edges[column] ?? left) - 8, font),
      );
      const height = Math.max(...cells.map((lines) => lines.length)) * font.size * 1.3 + 6;
      this.#room(height);
      this.surface.line(left, this.#y, right, this.#y);
      for (const [column, lines] of cells.entries())
        for (const [line, text] of lines.entries())
          this.surface.text(text, (edges[column] ?? left) + 3, this.#y + (line + 1) * font.size * 1.3, font);
      this.#y += height;
    }
    this.surface.line(left, this.#y, right, this.#y);
    this.#y += 8;
  }

  #rows(rows: [string, string][], left: number, right: number): void {
    if (right - left < 300) {
      for (const [label, value] of rows) {
        this.#paragraph(`${label}:`, left, right, { size: this.style.size, bold: true }, 0);
        this.#paragraph(value, left, right, { size: this.style.size }, 4);
      }
      return;
    }
    for (const [label, value] of rows) {
      const font: Font = { size: this.style.size };
      const lines = this.#lines(value, right - left - 160, font);
      this.#room(18 * lines.length);
      const bold: Font = { ...font, bold: true };
      const label_ = this.#lines(label, 150, bold);
      for (const [at, line] of label_.entries()) this.surface.text(line, left, this.#y + 13 + at * 13, bold);
      if (this.style.form && this.surface.fields) {
        this.#fields += 1;
        this.surface.field(`f${this.#fields}`, value, left + 160, this.#y, right - left - 160);
      } else
        for (const [at, line] of lines.entries()) this.surface.text(line, left + 160, this.#y + 13 + at * 13, font);
      this.#y += Math.max(lines.length, label_.length) * 13 + 6;
    }
    this.#y += 4;
  }

  #checks(items: { label: string; ticked: boolean }[], left: number): void {
    for (const { label, ticked } of items) {
      this.#room(18);
      const drawn = this.style.boxes === 'drawn' || (this.style.form && this.surface.fields);
      if (drawn) this.surface.check(label, ticked, left + 6, this.#y + 13);
      else this.surface.text(`[${ticked ? 'x' : ' '}]`, left + 4, this.#y + 13, { size: this.style.size });
      this.surface.text(label, left + 26, this.#y + 13, { size: this.style.size });
      this.#y += 17;
    }
    this.#y += 4;
  }

  #signs(blocks: SignBlock[], left: number, right: number): void {
    const height = Math.max(...blocks.map(({ rows }) => rows.length)) * 34 + 30;
    this.#room(height);
    const top = this.#y;
    const width = (right - left) / blocks.length;
    for (const [at, block] of blocks.entries()) {
      const x = left + at * width;
      this.#y = top + 6;
      const heading = this.#lines(block.heading, width - 24, { size: this.style.size, bold: true });
      for (const line of heading) {
        this.#y += 13;
        this.surface.text(line, x, this.#y, { size: this.style.size, bold: true });
      }
      this.#y += 4;
      const labels =
        Math.max(...block.rows.map(({ label }) => this.surface.width(label, { size: this.style.size }))) + 8;
      for (const { label, mark } of block.rows) {
        this.#y += 30;
        this.surface.text(label, x, this.#y, { size: this.style.size });
        this.#mark(mark, x + labels, this.#y, width - labels - 20);
      }
    }
    this.#y = top + height;
  }

  #empty(x: number, y: number, width: number): void {
    const font: Font = { size: this.style.size };
    if (this.style.empty === 'stroke') this.surface.line(x, y + 2, x + width, y + 2);
    else {
      const sign = this.style.empty === 'dots' ? '.' : '_';
      this.surface.text(sign.repeat(Math.floor(width / this.surface.width(sign, font))), x, y, font);
    }
  }

  #mark(mark: Mark, x: number, y: number, width: number): void {
    const font: Font = { size: this.style.size };
    if (mark.is === 'line') this.#empty(x, y, width);
    else if (mark.is === 'hand') {
      this.#empty(x, y, width);
      this.surface.text(mark.text, x + 4, y - 1, { size: 15, hand: true });
    } else if (mark.is === 'text') {
      const lines = this.#lines(mark.text, width, font);
      for (const [at, line] of lines.entries()) this.surface.text(line, x + 2, y - (lines.length - 1 - at) * 12, font);
      if (this.style.empty === 'stroke') this.surface.line(x, y + 2, x + width, y + 2);
    } else if (mark.is === 'ink') {
      this.surface.line(x, y + 2, x + width, y + 2);
      this.surface.ink(mark.name, x + 6, y - 24, Math.min(width - 10, 130), 30, mark.as ?? 'image');
    } else if (mark.is === 'note') {
      this.#empty(x, y, width);
      this.surface.note(mark.text, x + 4, y - 12, width - 8);
    } else if (mark.is === 'field') this.surface.signature(mark, x, y - 20, width);
    else if (mark.is === 'docusign') {
      this.surface.text('DocuSigned by:', x, y - 24, { size: 6 });
      this.surface.ink(mark.name, x + 4, y - 24, 100, 20, 'image');
      this.surface.text(mark.id, x, y + 4, { size: 6 });
    } else {
      this.surface.ink(mark.name, x + 4, y - 26, 100, 20, 'image');
      this.surface.text(`${mark.name} (${mark.stamp})`, x, y + 4, { size: 7.5 });
    }
  }

  #columns(one: Block[], two: Block[], left: number, right: number): void {
    const middle = (left + right) / 2;
    const top = this.#y;
    for (const block of one) this.#block(block, left, middle - 12);
    const end = this.#y;
    this.#y = top;
    for (const block of two) this.#block(block, middle + 12, right);
    this.#y = Math.max(end, this.#y);
  }
}

const MAIL_LABELS = {
  en: ['From:', 'Sent:', 'To:', 'Subject:'],
  de: ['Von:', 'Gesendet:', 'An:', 'Betreff:'],
  fr: ['De :', 'Envoyé :', 'À :', 'Objet :'],
  es: ['De:', 'Enviado:', 'Para:', 'Asunto:'],
} as const;

/** The head of a mail as a mail program prints it. */
export function mailLines({ mail, lang }: Draft): string[] {
  if (mail === undefined) return [];
  const [from, sent, to, subject] = MAIL_LABELS[lang];
  return [`${from} ${mail.from}`, `${sent} ${mail.date}`, `${to} ${mail.to}`, `${subject} ${mail.subject}`];
}
