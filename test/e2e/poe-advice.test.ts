/** What a person hears of a document before they file it: what it shows, what it lacks, and for which claim. */
import { strict as assert } from 'node:assert';
import { type SetTimer, unrefTimer } from '../../src/outbox/worker.ts';
import { pdfOf } from '../files/documents.ts';
import { type AdaptiveCard, input } from '../support/cards.ts';
import type { Person } from '../support/teams.ts';
import { eachWorld, importRows, openWorld, type World } from './world.ts';

const OWNER = 'adelev@contoso.example';
const claim = (id: string, customer: string, workload: string, domain: string) => ({
  claim: id,
  customer,
  workload,
  domain,
  owner: OWNER,
});

/** A statement of work, signed two months before the campaign's today. */
function statementOfWork(customer: string, domain: string, product: string, lines: readonly string[]): Buffer {
  return pdfOf([
    'Statement of Work',
    `between Trey Research GmbH and ${customer}`,
    `Contact: it@${domain}`,
    '',
    `Trey Research migrated 300 mailboxes to ${product} and trained the administrators of the customer.`,
    '',
    ...lines,
  ]);
}
const SIGNED = ['Signature of the customer: /s/ Nestor Wilke', 'Name: Nestor Wilke', 'Date: April 14, 2020'];
const UNSIGNED = ['Signature of the customer: ______________', 'Date: ______________'];

function lastCard({ cards }: { readonly cards: readonly AdaptiveCard[] }): AdaptiveCard {
  const card = cards.at(-1);
  assert.ok(card);
  return card;
}

describe('a document that is dropped', () => {
  eachWorld(
    (world) => {
      let adele: Person;

      before(async () => {
        adele = world().teams.person({ name: 'Adele Vance' });
        await importRows(world().teams.person({ name: 'Isaiah Langer' }), [
          claim('ADV-1', 'Fabrikam Residences', 'Exchange Online', 'fabrikam.example'),
          claim('ADV-1', 'Fabrikam Residences', 'Microsoft Teams', 'fabrikam.example'),
          claim('ADV-2', 'Northwind Traders', 'Exchange Online', 'northwind.example'),
          claim('ADV-3', 'Alpine Ski House', 'Intune', 'alpine.example'),
          claim('ADV-4', 'Wide World Importers', 'Exchange Online', 'wideworld.example'),
        ]);
      });

      const drops = (name: string, bytes: Buffer, text = '') => adele.chat.drops([{ name, bytes }], text);
      const choice = (card: Parameters<typeof input>[0]) => {
        const { value, choices } = input(card, 'claim') as {
          value?: string;
          choices?: { title: string; value: string }[];
        };
        return choices?.find((each) => each.value === value)?.title ?? '';
      };

      it('is proposed for the customer whose domain stands in it, with the workloads that it names', async () => {
        const form = await drops(
          'scan 17.pdf',
          statementOfWork('Fabrikam Residences', 'fabrikam.example', 'Exchange Online', SIGNED),
        );
        assert.match(choice(form.card), /ADV-1/);
        assert.match(form.text, /domain or directory ID stands in the document/);
        assert.equal(input(form.card, 'workloads').value, 'exchange-online');
        assert.match(form.text, /It shows all that reviewers look for\./);
        assert.doesNotMatch(form.text, /Why it is filed all the same/);
        const filed = await adele.chat.presses(form.card, 'File POE');
        assert.match(filed.text, /scan 17\.pdf, filed by Adele Vance/);
        assert.doesNotMatch(filed.text, /To look at/);
      });

      it('goes by what is in it before its name, and before the message', async () => {
        const form = await drops(
          'ADV-1.pdf',
          statementOfWork('Northwind Traders', 'northwind.example', 'Exchange Online', SIGNED),
          'for ADV-3',
        );
        assert.match(choice(form.card), /ADV-2/);
        await adele.chat.presses(form.card, 'Discard');
      });

      it('tells what is missing and what to do, and is filed all the same, with a word of why', async () => {
        const form = await drops(
          'sow.pdf',
          statementOfWork('Alpine Ski House', 'alpine.example', 'Microsoft Intune', UNSIGNED),
        );
        assert.match(choice(form.card), /ADV-3/);
        assert.match(form.text, /It shows your company, the customer, /);
        assert.match(form.text, /There is no signature of the customer\. Have it signed and dated/);
        assert.match(form.text, /Why it is filed all the same/);
        const filed = await adele.chat.presses(form.card, 'File POE', { why: 'the signed copy follows' });
        assert.match(filed.text, /sow\.pdf, filed by Adele Vance[\s\S]*To look at: signature missing/);
        assert.match(filed.text, /Filed all the same: “the signed copy follows”/);
      });

      it('stays in mind: in the list, in the report, and where a newer one shows it no longer', async () => {
        const list = await adele.chat.says('what needs POE for Alpine');
        assert.match(list.text, /POE filed, signature missing/);
        const lead = world().teams.person({ name: 'Isaiah Langer' });
        assert.match((await lead.chat.says('report')).text, /with POE that may not stand/);
        const form = await drops(
          'signed.pdf',
          statementOfWork('Alpine Ski House', 'alpine.example', 'Microsoft Intune', SIGNED),
        );
        await adele.chat.presses(form.card, 'File POE');
        assert.doesNotMatch((await adele.chat.says('what needs POE for Alpine')).text, /POE filed, signature/);
        assert.doesNotMatch((await lead.chat.says('report')).text, /with POE that may not stand/);
      });

      it('is checked anew for another claim that is chosen', async () => {
        const form = await drops(
          'sow 4.pdf',
          statementOfWork('Wide World Importers', 'wideworld.example', 'Exchange Online', SIGNED),
        );
        const other = await adele.chat.presses(form.card, 'File POE', { claimText: 'ADV-2' });
        assert.match(other.text, /Northwind Traders is not named\. Check that this is the right file\./);
        assert.match(other.text, /Neither the customer’s domain nor their directory ID is in it\./);
        await adele.chat.presses(other.card, 'Discard');
      });

      it('keeps a reason that is too long from being cut: nothing is filed, and it says so', async () => {
        const form = await drops(
          'sow 5.pdf',
          statementOfWork('Northwind Traders', 'northwind.example', 'Exchange Online', UNSIGNED),
        );
        const answer = await adele.chat.presses(form.card, 'File POE', { why: 'because '.repeat(60) });
        assert.match(answer.text, /The reason has 479 characters, and up to 300 fit\. Nothing was filed/);
        assert.match(
          (await adele.chat.presses(form.card, 'File POE', { why: 'it follows' })).text,
          /sow 5\.pdf, filed by/,
        );
      });

      it('that nobody could read is refused with what to do, and nothing of it stays', async () => {
        const answer = await drops('broken.pdf', Buffer.from('%PDF-1.7\nthis is no document'));
        assert.match(answer.text, /broken\.pdf: This file seems damaged/);
        const renamed = await drops(
          'sow.docx',
          statementOfWork('Northwind Traders', 'northwind.example', 'Exchange Online', SIGNED),
        );
        assert.match(renamed.text, /This file is called \.docx, but it is something else inside\./);
        assert.doesNotMatch(`${answer.text}${renamed.text}`, /File POE/);
      });

      it('comes with others, each proposed for its own claim; one press files those that are sure', async () => {
        const answer = await adele.chat.drops([
          {
            name: 'a.pdf',
            bytes: statementOfWork('Fabrikam Residences', 'fabrikam.example', 'Microsoft Teams', SIGNED),
          },
          {
            name: 'b.pdf',
            bytes: statementOfWork('Wide World Importers', 'wideworld.example', 'Exchange Online', UNSIGNED),
          },
          { name: 'c.pdf', bytes: pdfOf(['Minutes of a meeting']) },
        ]);
        assert.match(answer.text, /3 files for several claims/);
        assert.match(answer.text, /Fabrikam Residences · ADV-1\s+a\.pdf[\s\S]*It shows all that reviewers look for/);
        assert.match(answer.text, /Wide World Importers · ADV-4\s+b\.pdf[\s\S]*To look at: signature missing/);
        assert.match(answer.text, /c\.pdf/);
        const filed = await adele.chat.presses(answer.card, 'File the 2 clear ones');
        assert.match(filed.text, /Filed for Microsoft Teams\.[\s\S]*Filed for Exchange Online\./);
        // A press that comes again changes nothing.
        assert.match(
          (await adele.chat.presses(answer.card, 'File the 2 clear ones')).text,
          /Filed for Microsoft Teams\./,
        );
        const teams = await adele.chat.says('claim ADV-1');
        assert.equal(teams.text.match(/a\.pdf, filed by/g)?.length, 1);
        assert.match((await adele.chat.says('claim ADV-4')).text, /b\.pdf, filed by[\s\S]*signature missing/);
        const since = adele.chat.conversation.mark;
        await adele.chat.presses(filed.card, 'Open');
        const form = await adele.chat.next('c.pdf', { since });
        assert.ok(input(lastCard(form), 'claimText'));
      });

      it('is somebody’s own: nobody else opens or files it, and one that was discarded is over', async () => {
        const answer = await adele.chat.drops([
          {
            name: 'd.pdf',
            bytes: statementOfWork('Fabrikam Residences', 'fabrikam.example', 'Exchange Online', SIGNED),
          },
          {
            name: 'e.pdf',
            bytes: statementOfWork('Wide World Importers', 'wideworld.example', 'Exchange Online', SIGNED),
          },
        ]);
        const megan = world().teams.person({ name: 'Megan Bowen' });
        await megan.chat.says('help');
        for (const title of ['Open', 'poe.file-sure']) {
          const { text } = await megan.chat.presses(answer.card, title, {}, { index: 0 });
          assert.match(text, /This upload belongs to somebody else, so nothing was filed\./);
        }
        const since = adele.chat.conversation.mark;
        await adele.chat.presses(answer.card, 'Open', {}, { index: 0 });
        await adele.chat.presses(lastCard(await adele.chat.next('d.pdf', { since })), 'Discard');
        const stale = await adele.chat.presses(answer.card, 'Open', {}, { index: 0 });
        assert.match(stale.text, /This upload is no longer open\. Please send the file again\./);
        assert.match((await adele.chat.presses(answer.card, 'poe.file-sure')).text, /Filed for Exchange Online/);
        assert.doesNotMatch((await adele.chat.says('claim ADV-1')).text, /d\.pdf/);
      });

      it('that names two customers is offered for the second once it is filed for the first', async () => {
        const both = pdfOf([
          'Statement of Work of Trey Research GmbH for the directory fabrikam.example of Fabrikam Residences',
          'and for northwind.example of Northwind Traders.',
          'Trey Research migrated the mailboxes of both to Exchange Online.',
          ...SIGNED,
        ]);
        const form = await drops('both.pdf', both);
        assert.match(
          form.text,
          /It also names (?:Northwind Traders · ADV-2|Fabrikam Residences · ADV-1)\. Once it is filed here/,
        );
        const first = choice(form.card);
        const since = adele.chat.conversation.mark;
        await adele.chat.presses(form.card, 'File POE', { workloads: ['exchange-online'] });
        const second = await adele.chat.next('both.pdf', { since });
        assert.notEqual(choice(lastCard(second)), first);
        assert.match((await adele.chat.presses(lastCard(second), 'File POE')).text, /both\.pdf, filed by/);
      });
    },
    { env: { PARTNER_NAMES: 'Trey Research GmbH; Trey Research' } },
  );
});

describe('a document that takes a while', () => {
  let world: World;

  before(async () => {
    // The pauses of timers are over at once.
    const overrides = { setTimer: ((act, ms) => unrefTimer(act, Math.min(ms, 20))) satisfies SetTimer };
    world = await openWorld('sqlite', { readsInProcesses: true, overrides });
    await importRows(world.teams.person({ name: 'Isaiah Langer' }), [{ claim: 'SLOW-1', customer: 'Fabrikam' }]);
  });
  after(() => world?.dispose());

  it('is read in a process of its own, and said to be read before its card comes', async () => {
    const lead = world.teams.person({ name: 'Isaiah Langer' });
    const answer = await lead.chat.drops([{ name: 'SLOW-1.pdf', bytes: pdfOf(['Statement of Work for Fabrikam']) }]);
    assert.match(answer.text, /^I am reading SLOW-1\.pdf\. Scans take a few seconds a page\.[\s\S]*File POE/);
  });
});
