/** Documents on their way back: offered by a card, saved where the person keeps theirs, by the rights of the moment. */
import { strict as assert } from 'node:assert';
import { button } from '../support/cards.ts';
import { seeded } from '../support/random.ts';
import type { Delivery } from '../support/teams/chat.ts';
import type { Answer, Person } from '../support/teams.ts';
import { manualDeadline } from './deadline.ts';
import { eachWorld, engineUris, importRows, openWorld, pdf, type World } from './world.ts';

const ADELE = 'adelev@contoso.example';
const MEGAN = 'meganb@contoso.example';
const LONGER = /takes a little longer/;
const UPLOADS = { method: 'PUT', url: /^\/uploads\// };
const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';

describe('a document that somebody downloads', () => {
  const deadline = manualDeadline();
  let later = 0;
  const realTime = () => new Date(Date.now() + later);
  eachWorld(
    (world) => {
      let lead: Person;
      let adele: Person;
      let n = 0;
      let [id, name] = ['', ''];
      let bytes: Buffer;
      let claim: Answer;

      beforeEach(async () => {
        n += 1;
        [id, name] = [`DL-${n}`, `sow ${n}.pdf`];
        bytes = pdf(name);
        lead = world().teams.person({ name: 'Isaiah Langer' });
        adele = world().teams.person({ name: 'Adele Vance' });
        await importRows(lead, [{ claim: id, owner: ADELE }], `export ${n}.csv`);
        await adele.chat.says('help');
        claim = await file(name, bytes);
      });

      async function file(called: string, content: Buffer): Promise<Answer> {
        const form = await adele.chat.drops([{ name: called, bytes: content }], `for ${id}`);
        return adele.chat.presses(form.card, 'File POE');
      }
      const asks = (person = adele, delivery?: Delivery) =>
        person.chat.presses(claim.card, `Download ${name}`, {}, delivery);
      const uploads = () => world().teams.count(UPLOADS);
      const attachments = (answer: Answer, type: string) =>
        answer.sent
          .flatMap(({ activity }) => activity.attachments ?? [])
          .filter(({ contentType }) => contentType === type);
      const offers = () =>
        adele.chat.conversation.shown
          .flatMap(({ attachments = [] }) => attachments)
          .filter((one) => one.contentType === CONSENT && one.name === name);

      it('is offered with its name and size, and nothing but the offer travels with it', async () => {
        const asked = await asks();
        assert.match(asked.text, /The answer is below/);
        assert.match(asked.text, new RegExp(`I save ${name} in your OneDrive`));
        const [offer] = attachments(asked, CONSENT);
        const { acceptContext, declineContext, ...content } = (offer?.content ?? {}) as Record<string, object>;
        assert.deepEqual(
          [offer?.name, content],
          [name, { description: `POE of claim ${id}`, sizeInBytes: bytes.length }],
        );
        assert.deepEqual(Object.keys(acceptContext ?? {}), ['offer']);
        assert.deepEqual(acceptContext, declineContext);
        assert.equal(uploads(), 0);
      });

      it('is saved when they allow it, shown as a file, and asked no more', async () => {
        await asks();
        const saved = await adele.chat.consents('accept');
        assert.deepEqual([saved.status, saved.body], [200, {}]);
        assert.match(saved.text, new RegExp(`${name} is in your OneDrive now`));
        const [info] = attachments(saved, INFO);
        assert.deepEqual(
          [info?.name, info?.contentUrl, info?.content],
          [
            name,
            `https://contoso-my.sharepoint.com/personal/documents/Applications/${encodeURIComponent(name)}`,
            { uniqueId: '1150d938-8870-4044-9f2c-5bbdeba70c8c', fileType: 'pdf' },
          ],
        );
        assert.deepEqual(world().teams.saved(name), [bytes]);
        assert.deepEqual(offers(), []);
      });

      it('is not saved when they decline, which is answered, and asked no more', async () => {
        await asks();
        const declined = await adele.chat.consents('decline');
        assert.match(declined.text, /Nothing was saved/);
        assert.deepEqual([offers(), world().teams.saved(name)], [[], []]);
        // Where that card could not be taken away, a press on it changes nothing.
        await asks();
        const { attachment, id: message } = adele.chat.conversation.lastOffer;
        const { declineContext: context } = attachment.content as { declineContext: object };
        await adele.chat.consents('decline');
        const late = { type: 'invoke', name: 'fileConsent/invoke', replyToId: message };
        const again = await adele.chat.sends({ ...late, value: { type: 'fileUpload', action: 'decline', context } });
        assert.deepEqual([again.status, again.text], [200, '']);
      });

      for (const [how, delivery] of [
        ['with the same id', { times: 4 }],
        ['with the same id at once', { times: 4, atOnce: true }],
        ['with new ids', { times: 4, activityId: 'new' }],
        ['with new ids at once', { times: 4, activityId: 'new', atOnce: true }],
      ] as const) {
        it(`is saved once, where the consent comes four times ${how}`, async () => {
          const before = uploads();
          await asks();
          const saved = await adele.chat.consents('accept', {}, delivery);
          assert.deepEqual(
            saved.deliveries.map(({ status }) => status),
            [200, 200, 200, 200],
          );
          assert.equal(uploads() - before, 1);
          assert.equal(saved.text.split('is in your OneDrive now').length - 1, 1);
          assert.doesNotMatch(saved.text, /went wrong|has run out/);
        });
      }

      it('is offered once where the press comes again, and can be saved as often as it is asked for', async () => {
        const asked = await asks(adele, { times: 4 });
        assert.equal(attachments(asked, CONSENT).length, 1);
        await adele.chat.consents('accept');
        await asks();
        await adele.chat.consents('accept');
        assert.equal(world().teams.saved(name).length, 2);
      });

      it('is offered in an old client, too, and where the press takes longer than Teams waits', async () => {
        await adele.chat.submits(claim.card, `Download ${name}`);
        await adele.chat.consents('accept');
        // Nothing in a press waits but the roster, which is asked of a person not seen before.
        const alex = world().teams.person({ name: `Alex Number${n}` });
        await lead.chat.says(`assign ${id} to ${alex.upn}`);
        const roster = world().teams.inject({ hold: true }, { method: 'GET', url: /\/members\// });
        const { data } = button(claim.card, `Download ${name}`);
        const value = { action: { type: 'Action.Execute', verb: 'poe.download', data } };
        const asked = alex.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value });
        await roster.reached;
        deadline.expire();
        assert.match((await asked).text, LONGER);
        roster.release();
        await alex.chat.next(({ activity }) => JSON.stringify(activity).includes(CONSENT), { since: 0 });
        await alex.chat.consents('accept');
        assert.equal(world().teams.saved(name).length, 2);
      });

      it('comes from Documents too, the withdrawn ones as well', async () => {
        const documents = await adele.chat.presses(claim.card, 'Documents');
        const form = await adele.chat.presses(documents.card, 'Withdraw');
        await adele.chat.presses(form.card, 'Withdraw', { reason: 'the wrong one' });
        const left = await adele.chat.presses((await adele.chat.says(`claim ${id}`)).card, 'Documents');
        await adele.chat.presses(left.card, 'Download');
        await adele.chat.consents('accept');
        assert.deepEqual(world().teams.saved(name), [bytes]);
      });

      it('of more than 10 MiB goes in parts and arrives whole', async () => {
        const next = seeded(n);
        const large = Buffer.concat([pdf('large'), Buffer.from(Array.from({ length: 1_000 }, () => next() * 256))]);
        const content = Buffer.concat([large, Buffer.alloc(11 * 1024 * 1024, 'x'), pdf('end')]);
        name = `large ${n}.pdf`;
        claim = await file(name, content);
        const before = uploads();
        await asks();
        await adele.chat.consents('accept');
        assert.equal(uploads() - before, 2);
        assert.ok(world().teams.saved(name)[0]?.equals(content));
      });

      it('that takes long to be saved is told of, and reports by itself', async () => {
        await asks();
        const { mark } = adele.chat.conversation;
        const held = world().teams.inject({ hold: true }, UPLOADS);
        const consent = adele.chat.consents('accept');
        await held.reached;
        deadline.expire();
        const inTime = await consent;
        assert.equal(inTime.status, 200);
        assert.match(inTime.text, LONGER);
        held.release();
        await adele.chat.next('is in your OneDrive now', { since: mark });
        assert.deepEqual(world().teams.saved(name), [bytes]);
      });

      for (const [what, fault, said] of [
        ['that fails', { status: 503 }, /could not be saved just now.*“Download” again/],
        ['that is cut off', { reset: true }, /could not be saved just now/],
        ['that is closed', { status: 404 }, /has run out.*“Download” again/],
        ['that is full', { status: 507 }, /has no room/],
        ['that leads elsewhere', { status: 307, headers: { location: '/uploads/elsewhere' } }, /could not be saved/],
      ] as const) {
        it(`is not saved in a place ${what}, which is said, and can be asked for again`, async () => {
          const before = uploads();
          await asks();
          const refusing = world().teams.inject(fault, UPLOADS);
          assert.match((await adele.chat.consents('accept')).text, said);
          assert.deepEqual([refusing.hits, uploads() - before], [1, 1]);
          assert.deepEqual([offers(), world().teams.saved(name)], [[], []]);
          await asks();
          assert.match((await adele.chat.consents('accept')).text, /is in your OneDrive now/);
        });
      }

      it('goes to OneDrive and SharePoint alone, and a link to elsewhere is not shown', async () => {
        await asks();
        const before = uploads();
        const at = (uploadUrl: string) => ({
          uploadInfo: { uploadUrl, contentUrl: 'https://x.sharepoint.com/a', name, uniqueId: 'u' },
        });
        for (const url of [
          'https://evil.example/a',
          'http://169.254.169.254/a',
          'file:///etc/passwd',
          `http://[::1]:1/a`,
        ]) {
          await asks();
          assert.match(
            (await adele.chat.consents('accept', at(url))).text,
            /OneDrive and SharePoint alone.*Nothing was sent/,
          );
        }
        await asks();
        assert.match((await adele.chat.consents('accept', { uploadInfo: undefined })).text, /Nothing was sent/);
        assert.equal(uploads(), before);
        await asks();
        const { attachment } = adele.chat.conversation.lastOffer;
        const place = world().teams.openUpload(String(attachment.name));
        const elsewhere = { uploadUrl: place, contentUrl: 'https://evil.example/a.pdf', name, uniqueId: 'u' };
        const saved = await adele.chat.consents('accept', { uploadInfo: elsewhere });
        assert.match(saved.text, /is in your OneDrive now/);
        assert.deepEqual(attachments(saved, INFO), []);
        assert.doesNotMatch(JSON.stringify(saved.sent), /evil/);
      });

      it('is theirs who may see the claim, at the press and at the consent', async () => {
        const { data } = button(claim.card, `Download ${name}`);
        const megan = world().teams.person({ name: 'Megan Bowen' });
        await megan.chat.says('help');
        const value = { action: { type: 'Action.Execute', verb: 'poe.download', data } };
        const forged = await megan.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value });
        assert.match(forged.text, /cannot find this claim/);
        assert.deepEqual(attachments(forged, CONSENT), []);
        // A lead sees all claims.
        assert.equal(attachments(await asks(lead), CONSENT).length, 1);
        await lead.chat.consents('decline');

        const before = uploads();
        await asks();
        const { context } = await offered();
        const consent = { type: 'fileUpload', action: 'accept', context, uploadInfo: info() };
        const others = await megan.chat.sends({ type: 'invoke', name: 'fileConsent/invoke', value: consent });
        assert.match(others.text, /This offer has run out/);
        await lead.chat.says(`assign ${id} to ${MEGAN}`);
        assert.match((await adele.chat.consents('accept')).text, /cannot find this claim/);
        assert.equal(uploads(), before);
      });

      async function offered() {
        const { attachment } = adele.chat.conversation.lastOffer;
        return { context: (attachment.content as { acceptContext: object }).acceptContext };
      }
      const info = () => ({
        uploadUrl: world().teams.openUpload(name),
        contentUrl: 'https://contoso-my.sharepoint.com/a.pdf',
        name,
        uniqueId: 'u',
        fileType: 'pdf',
      });

      it('is one of the claim: another’s document is not found through it', async () => {
        const { data } = button(claim.card, `Download ${name}`);
        await importRows(lead, [{ claim: `${id}-B`, owner: MEGAN }], `export ${n} b.csv`);
        const { claim: own } = data as { claim: string };
        const other = await lead.chat.says(`claim ${id}-B`);
        const { claim: others } = button(other.card, 'Upload POE').data as { claim: string };
        for (const [at, sha256] of [
          [own, '0'.repeat(64)],
          [own, '../../etc/passwd'],
          [others, (data as { sha256: string }).sha256],
        ]) {
          const value = { action: { type: 'Action.Execute', verb: 'poe.download', data: { claim: at, sha256 } } };
          const answer = await adele.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value });
          assert.match(answer.text, /cannot find this (?:document|claim)/);
          assert.deepEqual(attachments(answer, CONSENT), []);
        }
      });

      it('is offered for a day', async () => {
        await asks();
        later = 86_400_000 + 1_000;
        try {
          const late = await adele.chat.consents('accept');
          assert.match(late.text, /This offer has run out.*“Download”/);
          assert.deepEqual([offers(), world().teams.saved(name)], [[], []]);
        } finally {
          later = 0;
        }
      });

      it('is not handed out by a consent of any other shape, nor where others read along', async () => {
        const before = uploads();
        await asks();
        const { context } = await offered();
        const accept = { type: 'fileUpload', action: 'accept' };
        for (const value of [
          undefined,
          null,
          '',
          'accept',
          '{',
          [],
          {},
          accept,
          { ...accept, context: null },
          { ...accept, context: 'x', uploadInfo: info() },
          { ...accept, context: { offer: { $ne: '' } }, uploadInfo: info() },
          { ...accept, context: { offer: ['x'] }, uploadInfo: info() },
          { ...accept, context: { offer: 'x'.repeat(5_000) }, uploadInfo: info() },
          { ...accept, context: { offer: '∅' }, uploadInfo: info() },
          { ...accept, action: 'ACCEPT', context, uploadInfo: info() },
          { ...accept, context, uploadInfo: 'x' },
          { ...accept, context, uploadInfo: { ...info(), uploadUrl: ['x'] } },
        ]) {
          const answer = await adele.chat.sends({ type: 'invoke', name: 'fileConsent/invoke', value });
          assert.equal(answer.status, 200);
          assert.match(answer.text, /This offer has run out|Nothing was sent/, JSON.stringify(value));
        }
        const group = world().teams.group('Partners');
        const value = { ...accept, context, uploadInfo: info() };
        const aside = await adele.in(group).sends({ type: 'invoke', name: 'fileConsent/invoke', value });
        assert.match(aside.text, /personal chat/);
        assert.equal(uploads(), before);
        // As text, as some clients send objects.
        const texts = JSON.stringify({
          ...accept,
          context: JSON.stringify(context),
          uploadInfo: JSON.stringify(info()),
        });
        const saved = await adele.chat.sends({ type: 'invoke', name: 'fileConsent/invoke', value: texts });
        assert.match(saved.text, /is in your OneDrive now/);
      });
    },
    { env: { LEADS: 'isaiahl@contoso.example' }, overrides: { delay: deadline.delay, realTime } },
  );

  for (const [title, uri] of engineUris()) {
    it(`is not waited for by a stop, which the person is told, and can be asked for again: ${title}`, async () => {
      const ends = manualDeadline();
      const overrides = { delay: ends.delay, drainWithinMs: 500 };
      const world: World = await openWorld(uri === undefined ? 'sqlite' : 'mongodb', { overrides });
      try {
        const adele = world.teams.person({ name: 'Adele Vance' });
        await importRows(adele, [{ claim: 'CLM-1' }]);
        const form = await adele.chat.drops([{ name: 'CLM-1.pdf', bytes: pdf('stop') }]);
        const { card } = await adele.chat.presses(form.card, 'File POE');
        await adele.chat.presses(card, 'Download CLM-1.pdf');
        const { mark } = adele.chat.conversation;
        const held = world.teams.inject({ hold: true }, UPLOADS);
        const consent = adele.chat.consents('accept');
        await held.reached;
        ends.expire();
        await consent;
        await world.app.stop();
        await adele.chat.next(/could not be saved just now/, { since: mark });
        held.release();
        await world.restart();
        await adele.chat.presses((await adele.chat.says('claim CLM-1')).card, 'Download CLM-1.pdf');
        assert.match((await adele.chat.consents('accept')).text, /is in your OneDrive now/);
      } finally {
        await world.dispose();
      }
    });
  }
});
