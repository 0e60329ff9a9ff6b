import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocument } from '../../../src/documents/read-document.ts';
import { drawnPage, type Pen, type Spoilt } from './drawn-page.ts';

/** What people sign: a letter, a table, boxes, and a line with handwriting on it beside its label. */
function form({ text, line, box, scrawl }: Pen): void {
  text('Certificate of acceptance', 140, 200);
  text('Contoso moved the mailboxes of Trey Research to Exchange Online.', 140, 260);
  for (const y of [300, 345, 420]) line(140, y, 1240, y);
  for (const x of [140, 420, 1240]) line(x, 300, x, 420);
  text('Customer', 152, 332);
  text('Trey Research', 432, 332);
  text('Signature', 152, 377);
  scrawl(440, 410);
  box(142, 500, true);
  text('Microsoft Teams', 184, 500);
  box(142, 550, false);
  text('Yammer Enterprise', 184, 550);
  text('Signature:', 140, 660);
  line(280, 650, 600, 650);
  scrawl(300, 648);
  text('Date:', 140, 720);
  text('. . . . . . . . . . . . . . . . . . . . . . .'.replaceAll(' ', ''), 230, 722);
  text('12 June 2020', 240, 716);
}

const LINES = [
  'Certificate of acceptance',
  'Contoso moved the mailboxes of Trey Research to Exchange Online.',
  'Customer | Trey Research',
  'Signature | {ink}',
  '☒ Microsoft Teams',
  '☐ Yammer Enterprise',
  'Signature: | {ink}',
  'Date: | 12 June 2020',
];

describe('reading a scan', function () {
  this.timeout(20_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scan-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Cells parted by ` | `; a mark in braces. */
  async function linesOf(draw: (pen: Pen) => void, spoilt: Spoilt): Promise<string[]> {
    const path = join(folder, 'scan.jpg');
    await writeFile(path, await drawnPage(draw, spoilt));
    const now = () => performance.now();
    const { pages } = await readDocument(path, 'scan.jpg', { now, deadline: now() + 20_000 });
    return pages.flatMap(({ lines }) =>
      lines.map((line) => line.map(({ text, mark }) => text + (mark ? `{${mark.kind}}` : '')).join(' | ')),
    );
  }

  for (const [how, spoilt] of [
    ['that leans, in the shadow of a fold and with dirt on it', { turned: -2.3, dark: true }],
    ['that stands on its head', { turned: 179 }],
    ['that lies on its side', { turned: 90 }],
    ['that leans a lot', { turned: 7 }],
  ] as const)
    it(`makes out words, cells, boxes and handwriting of a page ${how}`, async () =>
      assert.deepEqual(await linesOf(form, spoilt), LINES));
});
