import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { renderPage } from '../../../src/documents/pdf/render.ts';
import { openDocument } from '../../../src/poe/findings/open-document.ts';
import { pdf, pdfLines } from '../../documents/made.ts';

const CLAIM = {
  customer: 'Trey Research',
  domain: 'treyresearch.example',
  workloads: ['Exchange Online'],
  partners: ['Contoso Consulting'],
  today: '2020-06-16',
};
const LINES = [
  'Statement of Work',
  'Partner company: Contoso Consulting',
  'Customer company: Trey Research',
  'Customer domain: treyresearch.example',
  'We migrated 400 mailboxes to Exchange Online and trained the help desk.',
  'Customer acknowledgment',
  'Name: Jane Doe',
  'Signature: /s/ Jane Doe',
  'Date: June 2, 2020',
];

describe('a document in a process of its own', function () {
  // Reading a picture takes seconds of a processor, and there may be little of it.
  this.timeout(120_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-document-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const open = async (bytes: Buffer, name: string) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return openDocument(path, name, { timeoutMs: 110_000 });
  };

  it('is read once and checked for one claim after the other', async () => {
    const reading = await open(pdf(pdfLines(LINES)), 'poe.pdf');
    try {
      const found = await reading.check(CLAIM);
      assert.deepEqual([found.customer.state, found.signature.state, found.date.state], ['ok', 'ok', 'ok']);
      assert.equal((await reading.check({ ...CLAIM, customer: 'Wingtip Toys' })).customer.state, 'missing');
    } finally {
      await reading.close();
    }
  });

  it('is read from a picture that stands on its head', async () => {
    const { promise } = getDocument({ data: new Uint8Array(pdf(pdfLines(LINES))), verbosity: 0 });
    const { width, height, grey } = await renderPage(await (await promise).getPage(1));
    const picture = sharp(grey, { raw: { width, height, channels: 1 } }).rotate(180);
    const reading = await open(await picture.png().toBuffer(), 'scan.png');
    try {
      const { customer, partner, tenantOrDomain, date } = await reading.check(CLAIM);
      assert.deepEqual([customer.state, partner.state, tenantOrDomain.state, date.state], ['ok', 'ok', 'ok', 'ok']);
    } finally {
      await reading.close();
    }
  });
});
