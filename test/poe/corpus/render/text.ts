/** A draft as plain text and as HTML. */
import type { Block, Draft, Mark, SignBlock } from '../model.ts';
import { mailLines } from './pages.ts';

export interface TextStyle {
  empty: string;
  boxes: readonly [ticked: string, unticked: string];
}

export function renderTxt(draft: Draft, style: TextStyle): Uint8Array {
  const lines = [
    draft.header ?? [],
    mailLines(draft),
    '',
    draft.blocks.flatMap((block) => linesOf(block, style)),
    draft.footer ?? [],
  ];
  return Buffer.from(`${lines.flat(2).join('\r\n')}\r\n`);
}

export function linesOf(block: Block, style: TextStyle): string[] {
  if (block.is === 'title') return [block.text.toUpperCase() === block.text ? block.text : `*** ${block.text} ***`, ''];
  if (block.is === 'heading') return ['', block.text, '-'.repeat(block.text.length)];
  if (block.is === 'text' || block.is === 'small' || block.is === 'box') return [...block.text.split('\n'), ''];
  if (block.is === 'list') return [...block.items.map((item) => `  - ${item}`), ''];
  if (block.is === 'table') return [...block.rows.map((row) => row.join('\t')), ''];
  if (block.is === 'fields') return [...block.rows.map(([label, value]) => `${label}: ${value}`), ''];
  if (block.is === 'checks')
    return [...block.items.map(({ label, ticked }) => `${style.boxes[ticked ? 0 : 1]} ${label}`), ''];
  if (block.is === 'sign') return block.blocks.flatMap((sign) => signLines(sign, style));
  if (block.is === 'columns') return [...block.left, ...block.right].flatMap((inner) => linesOf(inner, style));
  return [''];
}

function signLines({ heading, rows }: SignBlock, style: TextStyle): string[] {
  return ['', heading, ...rows.map(({ label, mark }) => `${label} ${markText(mark, style.empty)}`), ''];
}

/** What a mark is where there is only text. */
export function markText(mark: Mark, empty: string): string {
  if (mark.is === 'line') return empty;
  if (mark.is === 'text' || mark.is === 'note') return mark.text;
  if (mark.is === 'docusign') return `DocuSigned by: ${mark.name} ${mark.id}`;
  if (mark.is === 'adobesign') return `${mark.name} (${mark.stamp})`;
  throw new RangeError(`text cannot hold a mark of kind ${mark.is}`);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const broken = (text: string) => escaped(text).replaceAll('\n', '<br>');

export function htmlOf(draft: Draft, style: TextStyle): string {
  const head = mailLines(draft).map((line) => `<div>${escaped(line)}</div>`);
  const around = [draft.header, draft.footer].map((text) =>
    text === undefined ? '' : `<div class="edge">${escaped(text)}</div>`,
  );
  const body = [around[0], ...head, ...draft.blocks.map((block) => htmlBlock(block, style)), around[1]].join('\n');
  return `<!DOCTYPE html>\n<html lang="${draft.lang}"><head><meta charset="utf-8"><title>${escaped(draft.title)}</title>
<style>.edge { color: #777 } td { padding: 2px 8px }/* Sharepoint: not text */</style></head>\n<body>${body}</body></html>\n`;
}

function htmlBlock(block: Block, style: TextStyle): string {
  const rows = (all: string[][]) =>
    `<table>${all.map((row) => `<tr>${row.map((cell) => `<td>${broken(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
  if (block.is === 'title') return `<h1>${broken(block.text)}</h1>`;
  if (block.is === 'heading') return `<h2>${broken(block.text)}</h2>`;
  if (block.is === 'text' || block.is === 'small' || block.is === 'box') return `<p>${broken(block.text)}</p>`;
  if (block.is === 'list') return `<ul>${block.items.map((item) => `<li>${broken(item)}</li>`).join('')}</ul>`;
  if (block.is === 'table' || block.is === 'fields') return rows(block.rows);
  if (block.is === 'checks')
    return block.items
      .map(
        ({ label, ticked }) =>
          `<div><input type="checkbox"${ticked ? ' checked' : ''}> <label>${escaped(label)}</label></div>`,
      )
      .join('');
  if (block.is === 'sign')
    return block.blocks
      .map(
        (sign) =>
          `<p><b>${escaped(sign.heading)}</b></p>${rows(sign.rows.map(({ label, mark }) => [label, markText(mark, style.empty)]))}`,
      )
      .join('');
  if (block.is === 'columns')
    return `<table><tr>${[block.left, block.right].map((side) => `<td>${side.map((inner) => htmlBlock(inner, style)).join('')}</td>`).join('')}</tr></table>`;
  return '<hr>';
}
