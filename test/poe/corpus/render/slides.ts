/** A draft as a deck: each heading begins a slide; tables stay tables, and the last words are notes. */
import PptxGenJS from 'pptxgenjs';
import type { Block, Draft, Mark } from '../model.ts';
import { inkPng } from './ink.ts';
import { markText } from './text.ts';
import { settledZip } from './zip.ts';

// The package's types are CommonJS; at run time the class is the default export.
const Deck = PptxGenJS as unknown as new () => PptxGenJS.default;

export async function renderPptx(draft: Draft, empty: string): Promise<Uint8Array> {
  const deck = new Deck();
  deck.title = draft.title;
  let slide = deck.addSlide();
  let y = 0.4;
  const down = (height: number) => {
    y += height;
  };
  const write = (text: string, height: number, more: PptxGenJS.default.TextPropsOptions = {}) => {
    slide.addText(text, { x: 0.5, y, w: 9, h: height, fontSize: 14, ...more });
    down(height);
  };
  const mark = (what: Mark, x: number, at: number) => {
    if (what.is !== 'ink' && what.is !== 'docusign' && what.is !== 'adobesign') return;
    slide.addImage({ data: `image/png;base64,${inkPng(what.name).toString('base64')}`, x, y: at, w: 1.6, h: 0.42 });
  };
  const put = (block: Block): void => {
    if (block.is === 'page') return;
    const tall = y > 3.6 && block.is !== 'small';
    if (block.is === 'heading' || tall || (block.is === 'sign' && y > 1)) {
      slide = deck.addSlide();
      y = 0.3;
    }
    if (block.is === 'title') write(block.text, 1.2, { fontSize: 28, bold: true });
    else if (block.is === 'heading') write(block.text, 0.7, { fontSize: 22, bold: true });
    else if (block.is === 'text' || block.is === 'small' || block.is === 'box') write(block.text, 0.9);
    else if (block.is === 'list') {
      slide.addText(
        block.items.map((text) => ({ text, options: { bullet: true, breakLine: true } })),
        { x: 0.5, y, w: 9, h: 2.2, fontSize: 14 },
      );
      down(2.3);
    } else if (block.is === 'table' || block.is === 'fields') {
      slide.addTable(
        block.rows.map((row) => row.map((text) => ({ text }))),
        { x: 0.5, y, w: 9, fontSize: 11 },
      );
      down(0.3 * block.rows.length + 0.3);
    } else if (block.is === 'checks')
      for (const { label, ticked } of block.items) write(`${ticked ? '☒' : '☐'} ${label}`, 0.35);
    else if (block.is === 'columns') for (const inner of [...block.left, ...block.right]) put(inner);
    else if (block.is === 'sign')
      for (const [column, { heading, rows }] of block.blocks.entries()) {
        const x = 0.5 + column * 4.7;
        slide.addText(heading, { x, y, w: 4.4, h: 0.5, fontSize: 13, bold: true });
        for (const [at, row] of rows.entries()) {
          const top = y + 0.6 + at * 0.5;
          const drawn = row.mark.is === 'ink';
          slide.addText(`${row.label} ${drawn ? '' : markText(row.mark, empty)}`, {
            x,
            y: top,
            w: 4.4,
            h: 0.45,
            fontSize: 12,
          });
          mark(row.mark, x + 1.4, top);
        }
      }
  };
  for (const block of draft.blocks) put(block);
  if (draft.footer !== undefined) slide.addNotes(draft.footer);
  return settledZip((await deck.write({ outputType: 'nodebuffer' })) as Uint8Array);
}
