/** Story 4 with what people really send: several files, pictures, spreadsheets, and what cannot be taken. */
import { strict as assert } from 'node:assert';
import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { officeWith, onePage, packageObject } from '../documents/acting.ts';
import { msg } from '../documents/made.ts';
import { button, input } from '../support/cards.ts';
import { tasksHere } from '../support/tasks-here.ts';
import { buildXlsx } from '../support/xlsx.ts';
import { eachWorld, exportOf, importRows, pdf } from './world.ts';

/** A picture that somebody drew on: it holds no words, and is not blank. */
const PNG = await sharp(
  Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="white"/><path d="M20 150 L90 40 L140 160 L200 30 L280 150" stroke="black" stroke-width="4" fill="none"/></svg>',
  ),
)
  .png()
  .toBuffer();
const WINDOWS_PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]);

describe('documents', () => {
  eachWorld((world) => {
    before(async () => {
      await importRows(world().teams.person({ name: 'Isaiah Langer' }), [
        {
          claim: 'DOC-1',
          customer: 'Fabrikam Residences',
          workload: 'Exchange Online',
          owner: 'adelev@contoso.example',
        },
        { claim: 'DOC-1', customer: 'Fabrikam Residences', workload: 'Teams', owner: 'adelev@contoso.example' },
        { claim: 'DOC-2', customer: 'Northwind Traders', workload: 'Intune', owner: 'adelev@contoso.example' },
      ]);
    });

    it('are taken several at a time, with what was refused and why', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      const answer = await adele.chat.drops([
        { name: 'DOC-1 statement of work.pdf', bytes: pdf('one') },
        { name: 'setup.pdf', bytes: WINDOWS_PROGRAM },
        { name: 'notes.txt', bytes: Buffer.from('We migrated 300 mailboxes.') },
        { name: 'empty.pdf', bytes: Buffer.alloc(0) },
      ]);
      assert.match(answer.text, /setup\.pdf: .*program/i);
      assert.match(answer.text, /empty\.pdf: .*empty/i);
      assert.match(answer.text, /2 files/);
      const filed = await adele.chat.presses(answer.card, 'File POE', { workloads: ['teams'] });
      assert.match(filed.text, /notes\.txt, filed by Adele Vance/);
      assert.match(filed.text, /Exchange Online\s+To collect\s+No POE here/);
    });

    it('that act are refused however deep it lies, and the others are taken', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      const mail = (name: string, bytes: Buffer) => msg({ '0037': 'Signed' }, [{ name, bytes }]);
      // A large one is looked into in a process of its own.
      const photo = randomBytes(400_000);
      const answer = await adele.chat.drops([
        {
          name: 'icon.docx',
          bytes: officeWith('docx', {
            'word/o.bin': packageObject('a.pdf', WINDOWS_PROGRAM),
            'word/media/a.png': photo,
          }),
        },
        { name: 'mail.msg', bytes: mail('run.js', Buffer.from('x')) },
        { name: 'archive.msg', bytes: mail('a.7z', Buffer.from('377abcaf271c0004', 'hex')) },
        { name: 'script.pdf', bytes: onePage({ catalog: '/OpenAction<</S/JavaScript/JS(x\\(\\))>>' }) },
        {
          name: 'link.pdf',
          bytes: onePage(
            { catalog: '/OpenAction[3 0 R/Fit]', page: '/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>' },
            '<</Length 49>>\nstream\nBT /F1 11 Tf 60 780 Td (Statement of work) Tj ET\n\nendstream',
            '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
          ),
        },
        {
          name: 'sheet.docx',
          bytes: officeWith('docx', {
            'word/document.xml':
              '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Statement of work</w:t></w:r></w:p></w:body></w:document>',
            'word/embeddings/a.xlsx': officeWith('xlsx', {}),
            'word/media/a.png': photo,
          }),
        },
      ]);
      assert.match(answer.text, /icon\.docx: This file has a program inside/);
      assert.match(answer.text, /mail\.msg: This file has a program inside/);
      assert.match(answer.text, /archive\.msg: .*inside that I cannot check/);
      assert.match(answer.text, /script\.pdf: .*runs a script by itself.*print it to a PDF/);
      assert.match(answer.text, /2 files/);
      const filed = await adele.chat.presses(answer.card, 'File POE', { workloads: ['teams'] });
      assert.match(filed.text, /link\.pdf|sheet\.docx/);
    });

    it('that are exports after all are looked into once they are to be POE', async () => {
      const lead = world().teams.person({ name: 'Isaiah Langer' });
      const rows = [{ claim: 'ACT-1', customer: "=cmd|'/C calc'!A0" }];
      const preview = await lead.chat.drops([{ name: 'acts.csv', bytes: exportOf(rows) }]);
      const refused = await lead.chat.presses(preview.card, 'File as POE');
      assert.match(refused.text, /acts\.csv: This file starts a program or runs a script by itself/);
    });

    it('are proposed for the customer whose name stands in the words', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      const answer = await adele.chat.drops(
        [{ name: 'scan 0001.pdf', bytes: pdf('two') }],
        'the signed one from Northwind',
      );
      assert.match(answer.text, /customer’s name stands in your message/);
      assert.equal(input(answer.card, 'workloads').value, 'intune');
    });

    it('can be pasted as a picture; the claim opened last is proposed', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      await adele.chat.says('claim DOC-2');
      const pasted = await adele.chat.pastes(PNG);
      assert.match(pasted.text, /you opened this claim last/);
      assert.match(pasted.text, /^picture\.png$/m);
      const filed = await adele.chat.presses(pasted.card, 'File POE');
      assert.match(filed.text, /Intune\s+To upload\s+picture\.png, filed by Adele Vance/);
    });

    it('go to another claim when its ID or customer is written', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      const form = await adele.chat.drops([{ name: 'another.pdf', bytes: pdf('three') }]);
      const unknown = await adele.chat.presses(form.card, 'File POE', { claimText: 'Nobody & Sons' });
      assert.match(unknown.text, /cannot find a claim “Nobody & Sons”/);
      const shown = await adele.chat.presses(unknown.card, button(unknown.card, 'poe.file').title ?? '', {
        claimText: 'fabrikam',
      });
      assert.match(shown.text, /workloads of Fabrikam Residences/);
      const filed = await adele.chat.presses(shown.card, 'File POE', { workloads: ['exchange-online'] });
      assert.match(filed.text, /another\.pdf, filed by/);
    });

    it('are filed for nothing when no workload is chosen, and nothing when discarded', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      const form = await adele.chat.drops([{ name: 'DOC-2.pdf', bytes: pdf('four') }]);
      assert.match((await adele.chat.presses(form.card, 'File POE', { workloads: [] })).text, /at least one workload/);
      assert.match((await adele.chat.presses(form.card, 'Discard')).text, /Discarded/);
      assert.match((await adele.chat.presses(form.card, 'File POE')).text, /no longer open/);
      assert.doesNotMatch((await adele.chat.says('claim DOC-2')).text, /DOC-2\.pdf/);
    });

    it('that cannot be had are refused with what to do', async () => {
      const { teams } = world();
      const adele = teams.person({ name: 'Adele Vance' });
      const url = teams.offerFile('late.pdf', pdf('late'));
      teams.revoke(url);
      assert.match(
        (await adele.chat.drops([{ name: 'late.pdf', url }])).text,
        /has expired\. Please send the file again/,
      );
      const elsewhere = await adele.chat.drops([{ name: 'x.pdf', url: 'https://169.254.169.254/latest/meta-data' }]);
      assert.doesNotMatch(elsewhere.text, /File POE/);
      const zip = zipSync({ 'a.txt': strToU8('x') });
      assert.match((await adele.chat.drops([{ name: 'a.zip', bytes: zip }])).text, /zip file[\s\S]*Please send a PDF/);
    });

    it('of a lead that are exports offer both, and an .xlsx export imports', async () => {
      using _reading = tasksHere();
      const lead = world().teams.person({ name: 'Isaiah Langer' });
      const rows = [
        ['Claim ID', 'Customer Name', 'Claim Name', 'Program', 'Workload', 'Status'],
        ['900100200300', 'Proseware', 'Proseware frp migrated frp', 'OSA Sell', 'Power BI', 'Approved'],
      ];
      const preview = await lead.chat.drops([{ name: 'export.xlsx', bytes: buildXlsx([{ rows }]) }]);
      assert.ok(button(preview.card, 'Import'));
      const asPoe = await lead.chat.presses(preview.card, 'File as POE');
      assert.ok(button(asPoe.card, 'Discard'));
      const again = await lead.chat.drops([{ name: 'export.xlsx', bytes: buildXlsx([{ rows }]) }]);
      assert.match((await lead.chat.presses(again.card, 'Import')).text, /Imported export\.xlsx/);
      assert.match((await lead.chat.says('900100200300')).text, /Proseware/);
    });
  });

  describe('over the cap', () => {
    eachWorld(
      (world) => {
        it('are refused with the limit, and nothing of them stays', async () => {
          const adele = world().teams.person({ name: 'Adele Vance' });
          const answer = await adele.chat.drops([
            { name: 'big.pdf', bytes: Buffer.concat([pdf('big'), Buffer.alloc(1_200_000)]) },
          ]);
          assert.match(answer.text, /big\.pdf: .*larger than 1 MB/);
        });
      },
      { env: { MAX_FILE_MB: '1' } },
    );
  });
});
