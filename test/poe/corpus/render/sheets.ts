/** A draft as a workbook: one sheet of what is said, one for each table, and one of signatures; days are real dates of Excel. */
import writeExcelFile from 'write-excel-file/node';
import type { Block, Draft } from '../model.ts';
import { markText } from './text.ts';
import { settledZip } from './zip.ts';

type Cell =
  | { value: string }
  | { value: Date; type: typeof Date; format: string }
  | { value: number; type: typeof Number }
  | null;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** A day in ISO form becomes a date of Excel shown as `format`. */
export async function renderXlsx(draft: Draft, empty: string, format: string): Promise<Uint8Array> {
  const cell = (text: string): Cell => {
    if (DAY.test(text)) return { value: new Date(`${text}T00:00:00Z`), type: Date, format };
    return /^\d{1,4}(?:\.\d)?$/.test(text) ? { value: Number(text), type: Number } : { value: text };
  };
  const sheets: { name: string; rows: Cell[][] }[] = [{ name: 'Summary', rows: [] }];
  const now = () => sheets.at(-1)?.rows ?? [];
  const put = (block: Block): void => {
    if (block.is === 'table' && block.rows.length > 3)
      sheets.push({ name: `Sheet ${sheets.length + 1}`, rows: block.rows.map((row) => row.map(cell)) });
    else if (block.is === 'table' || block.is === 'fields') now().push(...block.rows.map((row) => row.map(cell)));
    else if (block.is === 'list') now().push(...block.items.map((item) => [null, cell(item)]));
    else if (block.is === 'checks')
      now().push(...block.items.map(({ label, ticked }) => [cell(ticked ? '☒' : '☐'), cell(label)]));
    else if (block.is === 'sign') {
      const rows = block.blocks.flatMap((sign) => [
        [cell(sign.heading)],
        ...sign.rows.map(({ label, mark }) => [cell(label), cell(markText(mark, empty))]),
        [null],
      ]);
      sheets.push({ name: 'Sign-off', rows });
    } else if (block.is === 'columns') for (const inner of [...block.left, ...block.right]) put(inner);
    else if (block.is !== 'page') now().push([cell(block.text)]);
  };
  for (const block of draft.blocks) put(block);
  const filled = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row) => row.map((one) => (one === null || one.value === '' ? null : one))),
  }));
  const file = await writeExcelFile(filled as never).toBuffer();
  return settledZip(file);
}
