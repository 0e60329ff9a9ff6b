import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadDocument } from '../../src/documents/document.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { UserError } from '../../src/errors.ts';
import type { ProblemCode } from '../../src/problems/index.ts';
import { office, PNG, zip } from '../files/documents.ts';
import { buildXlsx } from '../support/xlsx.ts';
import { boxAt, docx, docxPart, msg, paragraph, pdf, pdfLines, pptx, shape, table } from './made.ts';

describe('reading a document', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'read-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const read = async (bytes: Buffer | string, name: string): Promise<ReadDocument> => {
    const path = join(folder, 'document');
    await writeFile(path, bytes);
    const now = () => performance.now();
    return readDocument(path, name, { now, deadline: now() + 20_000 });
  };
  /** Cells parted by ` | `; a mark in braces. */
  const linesOf = ({ pages }: ReadDocument): string[][] =>
    pages.map(({ lines }) =>
      lines.map((line) => line.map(({ text, mark }) => text + (mark ? `{${mark.kind}}` : '')).join(' | ')),
    );
  const reads = (what: string, bytes: () => Buffer | string, name: string, expected: readonly (readonly string[])[]) =>
    it(`reads ${what}`, async () => assert.deepEqual(linesOf(await read(bytes(), name)), expected));
  const refuses = (what: string, code: ProblemCode, bytes: () => Buffer | string, name: string) =>
    it(`refuses ${what}`, async () => {
      await assert.rejects(read(bytes(), name), (error) => {
        assert.ok(error instanceof UserError, String(error));
        assert.equal(error.problem.code, code);
        return true;
      });
    });

  describe('a PDF', () => {
    reads(
      'cells apart where a border stands between them, and lines to write on that are empty',
      () =>
        pdf({
          words: [
            { x: 72, y: 700, text: 'Signature' },
            { x: 122, y: 700, text: 'Date' },
            { x: 72, y: 650, text: 'Jane Doe' },
            { x: 72, y: 636, text: 'Signature' },
            { x: 300, y: 636, text: 'Date' },
          ],
          // A border, a line beneath the name, and one with nothing on it.
          drawn: '118 690 m 118 715 l S 72 648 m 200 648 l S 300 648 m 428 648 l S',
        }),
      'a.pdf',
      [['Signature | Date', 'Jane Doe | ____', 'Signature | Date']],
    );
    reads(
      'lines from top to bottom, columns apart, page by page',
      () => pdf(pdfLines(['Statement of Work', ['Partner', 'Kunde']]), pdfLines(['Zweite Seite für Müller'])),
      'a.pdf',
      [['Statement of Work', 'Partner | Kunde'], ['Zweite Seite für Müller']],
    );
    reads(
      'the values of its form beside their labels, empty fields, boxes, and what is written on top',
      () =>
        pdf({
          words: [
            { x: 72, y: 700, text: 'Signed by:' },
            { x: 72, y: 680, text: 'Date:' },
            { x: 90, y: 660, text: 'Exchange Online' },
            { x: 90, y: 640, text: 'SharePoint Online' },
            { x: 72, y: 600, text: 'Signature:' },
          ],
          annotations: [
            '/Subtype/Widget/FT/Tx/T(who)/V(Jane Doe)/Rect[150 696 300 712]',
            '/Subtype/Widget/FT/Tx/T(when)/Rect[150 676 300 692]',
            '/Subtype/Widget/FT/Btn/T(exo)/V/Yes/AS/Yes/AP<</N<</Yes null/Off null>>>>/Rect[72 658 84 670]',
            '/Subtype/Widget/FT/Btn/T(spo)/V/Off/AS/Off/AP<</N<</Yes null/Off null>>>>/Rect[72 638 84 650]',
            '/Subtype/Widget/FT/Sig/T(sig)/Rect[150 596 300 612]',
            '/Subtype/FreeText/Contents(added later)/DA(/F1 10 Tf)/Rect[72 556 300 572]',
          ],
        }),
      'form.pdf',
      [
        [
          'Signed by: | Jane Doe',
          'Date: | {blank}',
          '☒ Exchange Online',
          '☐ SharePoint Online',
          'Signature: | {unsigned}',
          'added later',
        ],
      ],
    );
    refuses('one that is cut off', 'file.damaged', () => pdf(pdfLines(['x'])).subarray(0, 60), 'a.pdf');
    refuses(
      'one of more pages than are read',
      'file.too-many-pages',
      () => pdf(...Array.from({ length: 201 }, () => pdfLines(['x']))),
      'a.pdf',
    );
    refuses('one without anything on its pages', 'file.empty', () => pdf({}), 'a.pdf');
  });

  describe('a Word document', () => {
    reads(
      'paragraphs, tabs, cells side by side, and its pages',
      () =>
        docx(
          paragraph('Statement', ' of Work') +
            paragraph('Signature:', '<w:r><w:tab/></w:r>', 'Jane Doe') +
            table(['Partner', 'Customer'], [paragraph('Name') + paragraph('Date'), 'Jane']) +
            paragraph('<w:r><w:br w:type="page"/></w:r>', 'Annex'),
        ),
      'a.docx',
      [['Statement of Work', 'Signature: | Jane Doe', 'Partner | Customer', 'Name | Jane', 'Date'], ['Annex']],
    );
    reads(
      'boxes of its controls, and neither hidden nor deleted words, nor placeholders',
      () =>
        docx(
          paragraph(
            '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>',
            ' Teams',
          ) +
            paragraph(
              '<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>',
              'Yammer',
            ) +
            paragraph(
              'kept',
              '<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>',
              '<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>',
            ) +
            paragraph(
              'Date: ',
              '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click to enter a date</w:t></w:r></w:sdtContent></w:sdt>',
            ),
        ),
      'a.docx',
      [['☒ Teams', '☐ Yammer', 'kept', 'Date: | {blank}']],
    );
    reads(
      'a text box once, and a line to sign as unsigned',
      () =>
        docx(
          paragraph(
            '<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice>' +
              '<mc:Fallback><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r>',
          ) + paragraph('Sign', '<w:r><v:shape><o:signatureline/></v:shape></w:r>'),
        ),
      'a.docx',
      [['Box', 'Sign | {unsigned}']],
    );
    reads('its header first', () => docx(paragraph('body'), docxPart('header', paragraph('head'))), 'a.docx', [
      ['head', 'body'],
    ]);
    refuses(
      'one that unpacks to far more than it should',
      'file.zip-bomb',
      () => docx(paragraph('a'.repeat(17 * 1024 * 1024))),
      'a.docx',
    );
    refuses('one with nothing in it', 'file.empty', () => docx(paragraph('')), 'a.docx');
  });

  reads(
    'the sheets of a workbook that are shown',
    () =>
      Buffer.from(
        buildXlsx([
          {
            rows: [
              ['Customer', 'Trey Research'],
              ['Date', new Date(Date.UTC(2020, 5, 2))],
            ],
          },
          { rows: [['secret']], hidden: true },
        ]),
      ),
    'a.xlsx',
    [['Customer | Trey Research', 'Date | 2020-06-02']],
  );

  reads(
    'the slides of a presentation that are shown',
    () =>
      pptx({ shapes: shape('Title', 'More') }, { shapes: shape('not shown'), hidden: true }, { shapes: shape('End') }),
    'a.pptx',
    [['Title', 'More'], ['End']],
  );

  reads(
    'text boxes side by side line by line, however many each has',
    () =>
      pptx({ shapes: boxAt(100, shape('Signature', 'Jane Doe', 'Date')) + boxAt(500, shape('Partner', 'Contoso')) }),
    'a.pptx',
    [['Signature | Partner', 'Jane Doe | Contoso', 'Date']],
  );

  reads(
    'an Outlook message with what is attached to it',
    () =>
      msg({ '0037': 'POE', '0C1A': 'Jane Doe', '5D01': 'jane@trey.example', '1000': 'Attached.\r\nRegards' }, [
        { name: 'poe.docx', bytes: docx(paragraph('Signed')) },
        { name: 'notes.txt', bytes: Buffer.from('more') },
      ]),
    'a.msg',
    [['From: Jane Doe jane@trey.example', 'Subject: POE', 'Attached.', 'Regards'], ['Signed'], ['more']],
  );

  it('says that one attachment could not be read', async () => {
    const { gaps } = await read(
      msg({ '1000': 'see there' }, [{ name: 'a.bin', bytes: Buffer.alloc(2000, 7) }]),
      'a.msg',
    );
    assert.deepEqual(gaps, ['attachment']);
  });

  it('says that more is attached than it reads', async () => {
    const attached = (count: number) =>
      msg(
        { '1000': 'see there' },
        Array.from({ length: count }, (_, i) => ({ name: `${i}.txt`, bytes: Buffer.from(`part ${i}`) })),
      );
    const [all, more] = [await read(attached(20), 'a.msg'), await read(attached(21), 'a.msg')];
    assert.deepEqual([all.gaps, all.pages.length], [[], 21]);
    assert.deepEqual([more.gaps, more.pages.length], [['attachment'], 21]);
  });

  reads(
    'letters that are put together of parts, and nothing of what shows nothing',
    () => 'Mu\u0308ller\u202e GmbH\u2066\nCon\u00adto\u200bso',
    'a.txt',
    [['M\u00fcller GmbH', 'Contoso']],
  );

  reads(
    'a saved e-mail',
    () =>
      [
        'MIME-Version: 1.0',
        'From: Jane <jane@trey.example>',
        'Date: Tue, 2 Jun 2020 10:00:00 +0000',
        'Subject: =?utf-8?Q?F=C3=BCr_Sie?=',
        'Content-Type: multipart/mixed; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Gr=C3=BC=C3=9Fe',
        '--b',
        'Content-Type: text/plain; name="a.txt"',
        'Content-Disposition: attachment; filename="a.txt"',
        '',
        'inside',
        '--b--',
      ].join('\r\n'),
    'a.eml',
    [['From: Jane <jane@trey.example>', 'Sent: 2020-06-02', 'Subject: Für Sie', 'Grüße'], ['inside']],
  );

  const alternative = (text: string, page: string): string =>
    [
      'From: Jane <jane@trey.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      page,
      '--b--',
    ].join('\r\n');
  const head = 'From: Jane <jane@trey.example>';

  reads(
    'a saved e-mail by its page, where its text says no more than that',
    () => alternative('See the page.', '<p>We accept the work.</p><p>Jane</p>'),
    'a.eml',
    [[head, 'We accept the work.', 'Jane']],
  );

  reads(
    'a saved e-mail by its text, where its page says less',
    () => alternative('We accept the work.\r\nJane', '<p>Jane</p>'),
    'a.eml',
    [[head, 'We accept the work.', 'Jane']],
  );

  reads(
    'a web page without its scripts and what it hides',
    () =>
      '<html><head><title>no</title></head><body><p>Signature:&nbsp;Jane</p><script>no()</script><p style="display:none">no</p>' +
      '<table><tr><td>Partner</td><td>Customer</td></tr></table><input type="checkbox" checked> Teams</body></html>',
    'a.html',
    [['Signature: Jane', 'Partner | Customer', '☒ Teams']],
  );

  reads(
    'an RTF document',
    () =>
      "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}Gr\\u252?\\'df\\par Signature:\\tab Jane{\\*\\private no}\\par\\trowd\\cellx1 Partner\\cell Customer\\cell\\row}",
    'a.rtf',
    [['Grüß', 'Signature: | Jane', 'Partner | Customer']],
  );

  reads('plain text by its form feeds and gaps', () => 'Partner          Customer\nSigned: ______\n\fEnd', 'a.txt', [
    ['Partner | Customer', 'Signed: ______'],
    ['End'],
  ]);

  refuses('an empty file', 'file.empty', () => '', 'a.pdf');
  refuses('a picture that is called a PDF', 'file.type-mismatch', () => PNG, 'a.pdf');
  refuses('a text that is called a Word document', 'file.type-mismatch', () => 'hello', 'a.docx');
  refuses('a zip that is called a Word document', 'file.type-mismatch', () => zip({ 'a.txt': 'x' }), 'a.docx');
  refuses('bytes that are nothing, called a PDF', 'file.damaged', () => Buffer.alloc(3000, 0x9d), 'a.pdf');
  refuses('bytes that are nothing', 'file.unknown', () => Buffer.alloc(3000, 0x9d), 'a');
  refuses('macros', 'file.macros', () => office('docx', { parts: { 'word/vbaProject.bin': 'x' } }), 'a.docx');
});
