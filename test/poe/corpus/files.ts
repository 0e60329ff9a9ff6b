/** A composed document as a file of its format. */
import type { Composed } from './compose/compose.ts';
import type { Draft } from './model.ts';
import { renderDocx } from './render/docx.ts';
import { renderMsg } from './render/msg.ts';
import { renderPdf } from './render/pdf.ts';
import { renderScan } from './render/scan.ts';
import { renderXlsx } from './render/sheets.ts';
import { renderPptx } from './render/slides.ts';
import { htmlOf, linesOf, renderTxt, type TextStyle } from './render/text.ts';

const EMPTY = ['____________________', '______________________________', '..............................'];
const BOXES = [
  ['[x]', '[ ]'],
  ['☒', '☐'],
  ['(X)', '( )'],
  ['☑', '☐'],
] as const;
const TURNS = [0.8, -1.2, 1.7, -0.5, 2, 180, -2, 181.1];
const DAY_FORMATS = ['dd/mm/yyyy', 'dd.mm.yyyy', 'd mmmm yyyy', 'mm/dd/yyyy'];

export const extensionOf = (format: string): string => (format.startsWith('scan-') ? format.slice(5) : format);

/** `turn` counts up, so that the looks of a format take turns. */
export async function fileOf(
  draft: Draft,
  format: string,
  turn: number,
  form: boolean,
  composed?: Composed,
): Promise<Uint8Array> {
  const empty = EMPTY[turn % EMPTY.length] ?? '';
  const text: TextStyle = { empty, boxes: BOXES[turn % BOXES.length] ?? BOXES[0] };
  const style = {
    empty: (['underscores', 'stroke', 'dots'] as const)[turn % 3] ?? 'stroke',
    boxes: 'brackets' as const,
    size: 10,
    form,
  };
  if (format === 'pdf') return renderPdf(draft, { ...style, book: turn % 4 === 1 });
  if (format === 'docx') return renderDocx(draft, { empty, controls: turn % 2 === 0 });
  if (format === 'txt') return renderTxt(draft, text);
  if (format === 'html') return Buffer.from(htmlOf(draft, text));
  if (format === 'pptx') return renderPptx(draft, empty);
  if (format === 'xlsx') return renderXlsx(draft, empty, DAY_FORMATS[turn % DAY_FORMATS.length] ?? '');
  if (format === 'msg') return msgOf(draft, text, turn, composed?.sentOn ?? '2020-05-04');
  return renderScan(
    draft,
    {
      ...style,
      boxes: 'drawn',
      size: 10.5,
      dpi: turn % 3 === 0 ? 200 : 150,
      turn: TURNS[turn % TURNS.length] ?? 0,
      noise: [0, 8, 14, 20][turn % 4] ?? 0,
      quality: [100, 75, 60][turn % 3] ?? 75,
      book: turn % 4 === 1,
      shadow: format === 'scan-jpg',
      seed: turn,
    },
    extensionOf(format),
  );
}

export function msgOf(
  draft: Draft,
  text: TextStyle,
  turn: number,
  sentOn: string,
  attachments: { name: string; bytes: Uint8Array }[] = [],
): Uint8Array {
  if (draft.mail === undefined) throw new RangeError('not a mail');
  const { mail: _, ...inside } = draft;
  return renderMsg({
    subject: draft.mail.subject,
    from: addressOf(draft.mail.from),
    to: addressOf(draft.mail.to),
    sent: `${sentOn}T12:32:00Z`,
    body: draft.blocks.flatMap((block) => linesOf(block, text)).join('\r\n'),
    ...(turn % 2 === 0 ? { html: htmlOf(inside, text) } : {}),
    attachments,
  });
}

function addressOf(text: string): { name: string; mail: string } {
  const [, name = '', mail = ''] = /^(.*) <(.*)>$/.exec(text) ?? [];
  return { name, mail };
}
