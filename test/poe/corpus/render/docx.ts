/** A draft as a Word document, with its headers, tables, text boxes, check boxes and pictures. */
import {
  CheckBox,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Draft, Mark, SignBlock } from '../model.ts';
import { inkPng } from './ink.ts';
import { markText } from './text.ts';
import { settledZip } from './zip.ts';

export interface DocxStyle {
  empty: string;
  /** Check boxes as content controls, or as signs. */
  controls: boolean;
}

type Part = Paragraph | Table;

export async function renderDocx(draft: Draft, style: DocxStyle): Promise<Uint8Array> {
  const document = new Document({
    title: draft.title,
    creator: 'Corpus',
    sections: [
      {
        ...(draft.header === undefined ? {} : { headers: { default: new Header({ children: [line(draft.header)] }) } }),
        ...(draft.footer === undefined ? {} : { footers: { default: new Footer({ children: [line(draft.footer)] }) } }),
        children: draft.blocks.flatMap((block) => partsOf(block, style)),
      },
    ],
  });
  return settledZip(await Packer.toBuffer(document));
}

const line = (text: string) => new Paragraph({ children: runs(text) });

/** Words split over several runs, as Word leaves them after corrections. */
function runs(text: string): TextRun[] {
  return text.split('\n').flatMap((part, at) => {
    const middle = Math.floor(part.length / 2);
    const halves = part.length > 30 ? [part.slice(0, middle), part.slice(middle)] : [part];
    return halves.map((half, index) => new TextRun({ text: half, ...(at > 0 && index === 0 ? { break: 1 } : {}) }));
  });
}

function partsOf(block: Block, style: DocxStyle): Part[] {
  if (block.is === 'title') return [new Paragraph({ heading: HeadingLevel.TITLE, children: runs(block.text) })];
  if (block.is === 'heading') return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(block.text) })];
  if (block.is === 'text' || block.is === 'small') return [line(block.text)];
  if (block.is === 'box')
    return [
      new Textbox({ style: { width: '200pt', height: 'auto' }, children: [line(block.text)] }) as unknown as Paragraph,
    ];
  if (block.is === 'list')
    return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runs(item) }));
  if (block.is === 'table') return [table(block.rows.map((row) => row.map((cell) => [line(cell)])))];
  if (block.is === 'fields') return [table(block.rows.map((row) => row.map((cell) => [line(cell)])))];
  if (block.is === 'checks') return block.items.map(({ label, ticked }) => check(label, ticked, style));
  if (block.is === 'sign') return [table([block.blocks.map((sign) => signParts(sign, style))])];
  if (block.is === 'columns')
    return [table([[block.left, block.right].map((side) => side.flatMap((inner) => partsOf(inner, style)))])];
  return [new Paragraph({ pageBreakBefore: true, children: [] })];
}

function table(rows: Part[][][]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((cells) => new TableRow({ children: cells.map((children) => new TableCell({ children })) })),
  });
}

function check(label: string, ticked: boolean, style: DocxStyle): Paragraph {
  const box = style.controls
    ? new CheckBox({
        checked: ticked,
        checkedState: { value: '2612', font: 'MS Gothic' },
        uncheckedState: { value: '2610', font: 'MS Gothic' },
      })
    : new TextRun(ticked ? '☒' : '☐');
  return new Paragraph({ children: [box, new TextRun(` ${label}`)] });
}

function signParts({ heading, rows }: SignBlock, style: DocxStyle): Paragraph[] {
  const head = new Paragraph({ children: [new TextRun({ text: heading, bold: true })] });
  return [
    head,
    ...rows.map(({ label, mark }) => new Paragraph({ children: [new TextRun(`${label} `), ...markRuns(mark, style)] })),
  ];
}

function markRuns(mark: Mark, style: DocxStyle): (TextRun | ImageRun)[] {
  if (mark.is === 'ink' || mark.is === 'adobesign')
    return [picture(mark.name), ...(mark.is === 'ink' ? [] : [new TextRun(markText(mark, ''))])];
  if (mark.is === 'docusign')
    return [new TextRun('DocuSigned by: '), picture(mark.name), new TextRun({ text: mark.id, break: 1, size: 12 })];
  return runs(markText(mark, style.empty));
}

const picture = (name: string) =>
  new ImageRun({ type: 'png', data: inkPng(name), transformation: { width: 140, height: 36 } });
