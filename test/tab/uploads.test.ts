/** Documents that are dropped on the page, over HTTP: checked, read and filed as in the chat, by the same rights. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { Person } from '../../src/people/person.ts';
import type { ClaimBody } from '../../src/tab/claims/api.ts';
import type {
  FiledBody,
  FiledSureBody,
  FilingBody,
  TakenBody,
  UploadBody,
  UploadFormBody,
  UploadsBody,
} from '../../src/tab/uploads/api.ts';
import { claimRecord, workload } from '../claims/fixtures.ts';
import { pdfOf } from '../files/documents.ts';
import { type Clamd, startClamd } from '../support/clamd.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, TENANT } from '../support/features.ts';
import { tasksHere } from '../support/tasks-here.ts';
import { openTab, problemIn, type TabServer } from './tab-server.ts';

const [FABRIKAM, NORTHWIND, OTHERS] = ['id-fab-1', 'id-nor-1', 'id-oth-1'];
const MB = 1024 * 1024;

function statementOfWork(customer: string, domain: string, more: readonly string[] = []): Buffer {
  return pdfOf([
    'Statement of Work',
    `between Trey Research GmbH and ${customer}`,
    `Contact: it@${domain}`,
    'Trey Research migrated 300 mailboxes to Microsoft Teams and trained the administrators of the customer.',
    'Signature of the customer: /s/ Nestor Wilke',
    'Name: Nestor Wilke',
    'Date: April 14, 2020',
    ...more,
  ]);
}
const forFabrikam = (...more: string[]) => statementOfWork('Fabrikam Residences', 'fabrikam.example', more);
const forNorthwind = (...more: string[]) => statementOfWork('Northwind Traders', 'northwind.example', more);

describe('a document that is dropped on the page', () => {
  eachUri((uri) => {
    let tab: TabServer;
    let clamd: Clamd;
    let adele: Person;
    let megan: Person;
    let isaiah: Person;
    let reading: Disposable;

    before(async () => {
      reading = tasksHere();
      clamd = await startClamd();
    });
    after(async () => {
      reading?.[Symbol.dispose]();
      await clamd?.stop();
    });
    beforeEach(async () => {
      tab = await openTab('teams', uri, {
        env: {
          ...{ NOW: '2020-06-16T16:00:00Z', MAX_FILE_MB: '1', DAILY_UPLOAD_MB: '1' },
          ...{ PARTNER_NAMES: 'Trey Research', CLAMD: `${clamd.host}:${clamd.port}` },
        },
      });
      adele = await tab.person('Adele Vance');
      megan = await tab.person('Megan Bowen');
      isaiah = await tab.person('Isaiah Langer');
      const of = (name: string, claimId: string, customerName: string, customerDomain: string) =>
        claimRecord({ claimId, customerName, customerDomain, owner: { key: `upn:${addressOf(name)}`, label: name } }, [
          workload('Teams'),
          workload('Intune'),
        ]);
      await tab.claims.repository.addNew(TENANT, [
        of('Adele Vance', 'FAB-1', 'Fabrikam Residences', 'fabrikam.example'),
        of('Adele Vance', 'NOR-1', 'Northwind Traders', 'northwind.example'),
        of('Megan Bowen', 'OTH-1', 'Alpine Ski House', 'alpine.example'),
      ]);
    });
    afterEach(() => tab?.dispose());

    const send = async (person: Person, name: string, bytes: Buffer, claim = ''): Promise<Response> =>
      tab.upload(`uploads?${new URLSearchParams({ name, claim })}`, bytes, await tab.as(person));
    async function drop(person: Person, name: string, bytes: Buffer, claim = ''): Promise<string> {
      const response = await send(person, name, bytes, claim);
      assert.equal(response.status, 200, await response.clone().text());
      const taken = (await response.json()) as TakenBody;
      return taken.uploads[0] ?? '';
    }
    const list = async (person: Person): Promise<UploadsBody> =>
      (await (await tab.get('uploads', await tab.as(person))).json()) as UploadsBody;
    async function only(person: Person): Promise<UploadBody> {
      const [one, another] = (await list(person)).uploads;
      assert.ok(one !== undefined && another === undefined);
      return one;
    }
    const form = async (person: Person, id: string, claim = ''): Promise<UploadFormBody> =>
      (await (await tab.get(`uploads/${id}?claim=${claim}`, await tab.as(person))).json()) as UploadFormBody;
    async function change<T>(person: Person, path: string, body: object): Promise<T> {
      const response = await tab.post(`uploads/${path}`, body, await tab.as(person));
      assert.equal(response.status, 200, await response.clone().text());
      return (await response.json()) as T;
    }
    const file = (person: Person, id: string, body: FilingBody) => change<FiledBody>(person, `${id}/file`, body);
    const claim = async (person: Person, id: string): Promise<ClaimBody> =>
      (await (await tab.get(`claims/${id}`, await tab.as(person))).json()) as ClaimBody;
    /** Nothing is kept of what was refused. */
    async function assertNothing(person: Person): Promise<void> {
      const { uploads, held } = await list(person);
      assert.deepEqual([uploads, held], [[], []]);
      assert.deepEqual(await readdir(tab.core.tempDir), []);
    }

    it('is proposed for each of the claims that it was dropped on, and filed there', async () => {
      const on = [FABRIKAM, NORTHWIND, FABRIKAM, OTHERS, 'nowhere'].map((id) => `claim=${id}`).join('&');
      const bytes = forFabrikam('and Northwind Traders');
      const send = async () => {
        const response = await tab.upload(`uploads?name=both.pdf&${on}`, bytes, await tab.as(adele));
        return ((await response.json()) as TakenBody).uploads;
      };
      const [first = '', second = '', ...more] = await send();
      assert.deepEqual(more, []);
      assert.deepEqual(await send(), [first, second], 'the same once more');
      const proposed = (await list(adele)).uploads.map(({ id, claim: of }) => ({ id, of: of?.id }));
      assert.deepEqual(
        proposed.toSorted((a, b) => Number(a.id === second) - Number(b.id === second)),
        [
          { id: first, of: FABRIKAM },
          { id: second, of: NORTHWIND },
        ],
      );
      for (const { id, of = '' } of proposed) {
        assert.equal((await file(adele, id, { claim: of, workloads: ['teams'] })).filed, true);
        const { documents } = await claim(adele, of);
        assert.deepEqual(
          documents.map(({ name }) => name),
          ['both.pdf'],
        );
      }
    });

    it('is for so many claims at the most, before any of it is read', async () => {
      const many = Array.from({ length: 21 }, (_, i) => `claim=id-${i}`).join('&');
      const response = await tab.upload(`uploads?name=x.pdf&${many}`, forFabrikam(), await tab.as(adele));
      assert.deepEqual([response.status, (await problemIn(response)).code], [400, 'tab.too-many-claims']);
      await assertNothing(adele);
    });

    it('keeps files of several apart by their claims where they came at once', async () => {
      const ids: string[] = [];
      for (const [name, more] of [
        ['one.pdf', 'one'],
        ['two.pdf', 'two'],
      ] as const) {
        const query = `name=${name}&claim=${FABRIKAM}&claim=${NORTHWIND}`;
        const response = await tab.upload(`uploads?${query}`, forFabrikam(more), await tab.as(adele));
        ids.push(...((await response.json()) as TakenBody).uploads);
      }
      await change(adele, 'together', { uploads: ids });
      const { uploads } = await list(adele);
      assert.deepEqual(
        uploads.map(({ claim: of, files }) => [of?.id, files.map(({ name }) => name)]),
        [FABRIKAM, NORTHWIND].map((id) => [id, ['one.pdf', 'two.pdf']]),
      );
    });

    it('is proposed for the claim that it names, with what it shows, and filed there', async () => {
      const id = await drop(adele, 'scan 17.pdf', forFabrikam());
      const { claim: proposed, ...upload } = await only(adele);
      assert.deepEqual(upload, {
        id,
        files: [{ name: 'scan 17.pdf', bytes: forFabrikam().length }],
        reason: 'Proposed because the customer’s domain or directory ID stands in the document.',
        sure: true,
      });
      assert.equal(proposed?.claimId, 'FAB-1');
      const asked = await form(adele, id);
      assert.deepEqual(asked.workloads, [
        { key: 'teams', name: 'Teams', selected: true },
        { key: 'intune', name: 'Intune', selected: false },
      ]);
      assert.deepEqual(
        [asked.claim, asked.stands, asked.lacks, asked.askWhy],
        [FABRIKAM, 'It shows all that reviewers look for.', [], false],
      );
      const filed = await file(adele, id, { claim: FABRIKAM, workloads: ['teams'] });
      assert.deepEqual([filed.filed, filed.claim], [true, FABRIKAM]);
      assert.match(filed.text, /^Filed scan 17\.pdf for Teams on claim FAB-1\./);
      const [document] = (await claim(adele, FABRIKAM)).documents;
      assert.deepEqual([document?.name, document?.filedBy, document?.lacks], ['scan 17.pdf', 'Adele Vance', []]);
      await assertNothing(adele);
    });

    it('is filed with a word of why where something lacks', async () => {
      const id = await drop(adele, 'FAB-1.pdf', pdfOf(['An empty form']));
      const asked = await form(adele, id);
      assert.equal(asked.askWhy, true);
      assert.ok(asked.lacks.some((text) => text.startsWith('There is no signature of the customer.')));
      await file(adele, id, { claim: FABRIKAM, workloads: ['teams'], why: ' the signed copy follows ' });
      const [document] = (await claim(adele, FABRIKAM)).documents;
      assert.equal(document?.why, 'the signed copy follows');
      assert.ok((document?.lacks.length ?? 0) > 0);
    });

    it('is filed once, however often that is sent', async () => {
      const id = await drop(adele, 'FAB-1.pdf', forFabrikam());
      const filing = { claim: FABRIKAM, workloads: ['teams'] };
      await file(adele, id, filing);
      const again = await file(adele, id, { claim: NORTHWIND, workloads: ['intune'] });
      assert.deepEqual(
        [again.text, again.claim],
        ['Already filed on claim FAB-1. Here it is as it stands now.', FABRIKAM],
      );
      assert.equal((await claim(adele, NORTHWIND)).documents.length, 0);
      assert.equal((await claim(adele, FABRIKAM)).documents.length, 1);
    });

    it('is one upload, however often it is dropped', async () => {
      const first = await drop(adele, 'FAB-1.pdf', forFabrikam());
      assert.equal(await drop(adele, 'FAB-1.pdf', forFabrikam()), first);
      await only(adele);
    });

    it('is proposed for the claim that it was dropped on, and is looked at where it names another', async () => {
      const id = await drop(adele, 'contract.pdf', forNorthwind(), FABRIKAM);
      const upload = await only(adele);
      assert.deepEqual([upload.claim?.id, upload.sure], [FABRIKAM, false]);
      assert.equal(upload.reason, 'Proposed because you dropped it on this claim.');
      const asked = await form(adele, id);
      assert.match(asked.lacks.join(' '), /Fabrikam Residences is not named/);
      assert.match(asked.others, /It also names Northwind Traders/);
      const elsewhere = await form(adele, id, NORTHWIND);
      assert.deepEqual([elsewhere.claim, elsewhere.lacks], [NORTHWIND, []]);
      await drop(adele, 'right.pdf', forFabrikam('another one'), FABRIKAM);
      assert.equal((await list(adele)).uploads.at(-1)?.sure, true);
    });

    it('is offered for the next customer that it names, once it is filed', async () => {
      const both = statementOfWork('Fabrikam Residences', 'fabrikam.example', [
        'Trey Research has done the same for Northwind Traders, it@northwind.example.',
      ]);
      const id = await drop(adele, 'both FAB-1.pdf', both, FABRIKAM);
      await file(adele, id, { claim: FABRIKAM, workloads: ['teams'] });
      assert.equal((await only(adele)).claim?.id, NORTHWIND);
    });

    it('goes together with others of its drop that name the same claim', async () => {
      const ids = [
        await drop(adele, 'work.pdf', forFabrikam()),
        await drop(adele, 'signed.pdf', forFabrikam('signed')),
        await drop(adele, 'other.pdf', forNorthwind()),
      ];
      await change(adele, 'together', { uploads: ids });
      const { uploads } = await list(adele);
      assert.deepEqual(
        uploads.map(({ files, claim: of, sure }) => [files.map(({ name }) => name), of?.id, sure]).sort(),
        [
          [['other.pdf'], NORTHWIND, true],
          [['work.pdf', 'signed.pdf'], FABRIKAM, true],
        ].sort(),
      );
      await change(adele, 'together', { uploads: uploads.map(({ id }) => id) });
      assert.deepEqual(await list(adele), { uploads, held: [], maxBytes: MB });
      const { filings } = await change<FiledSureBody>(adele, 'file-sure', { uploads: uploads.map(({ id }) => id) });
      assert.ok(filings.every(({ filed }) => filed));
      const names = (await claim(adele, FABRIKAM)).documents.map(({ name, latestFor }) => [name, latestFor.length > 0]);
      assert.deepEqual(names.sort(), [
        ['signed.pdf', true],
        ['work.pdf', true],
      ]);
      await assertNothing(adele);
    });

    it('is left where it is by the one press, where another claim comes into question', async () => {
      const doubtful = await drop(adele, 'contract.pdf', forNorthwind(), FABRIKAM);
      const { filings } = await change<FiledSureBody>(adele, 'file-sure', { uploads: [doubtful] });
      assert.deepEqual(filings, [
        {
          upload: doubtful,
          filed: false,
          text: 'Another claim comes into question: open it to choose.',
        },
      ]);
      assert.equal((await only(adele)).id, doubtful);
    });

    it('is discarded', async () => {
      const id = await drop(adele, 'FAB-1.pdf', forFabrikam());
      await change(adele, `${id}/discard`, {});
      await assertNothing(adele);
      const response = await tab.post(
        `uploads/${id}/file`,
        { claim: FABRIKAM, workloads: ['teams'] },
        await tab.as(adele),
      );
      assert.deepEqual([response.status, (await problemIn(response)).code], [400, 'poe.gone']);
    });

    const refused: Record<string, readonly [name: string, bytes: Buffer, code: string]> = {
      'a program': ['setup.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]), 'file.executable'],
      'what is empty': ['empty.pdf', Buffer.alloc(0), 'file.empty'],
      'what is too large': ['large.txt', Buffer.alloc(MB + 1, 'a'), 'file.too-large'],
      'what the scanner found something in': ['bad.txt', Buffer.from('a VIRUS of ours'), 'file.infected'],
      'a page of the web that acts': [
        'page.html',
        Buffer.from('<html><script>1</script></html>'),
        'file.acts-by-itself',
      ],
      'a page of the web by another name': ['page.txt', Buffer.from('<html><p>Hello</p></html>'), 'file.markup'],
    };
    for (const [what, [name, bytes, code]] of Object.entries(refused))
      it(`is refused where it is ${what}, with a sentence, and nothing of it is kept`, async () => {
        const response = await send(adele, name, bytes);
        const problem = await problemIn(response);
        assert.deepEqual([response.status, problem.code], [400, code]);
        assert.match(problem.title, /^[A-Z].*\.$/);
        await assertNothing(adele);
      });

    it('is refused where it is larger than it says', async () => {
      const headers = { 'content-type': 'application/octet-stream', ...(await tab.as(adele)) };
      const asked = httpRequest(`${tab.url}/tab/api/uploads?name=x.txt`, { method: 'POST', headers, agent: false });
      for (let sent = 0; sent <= MB; sent += 64 * 1024) asked.write(Buffer.alloc(64 * 1024, 'a'));
      asked.end();
      const [response] = await once(asked, 'response');
      assert.equal(response.statusCode, 400);
      response.resume();
      await once(response, 'end');
      await assertNothing(adele);
    });

    it('is not kept where its sender leaves before it is through', async () => {
      const headers = { 'content-type': 'application/octet-stream', 'content-length': 1_000, ...(await tab.as(adele)) };
      const asked = httpRequest(`${tab.url}/tab/api/uploads?name=x.txt`, { method: 'POST', headers, agent: false });
      asked.on('error', () => undefined);
      asked.write(Buffer.alloc(500, 'a'));
      while ((await readdir(tab.core.tempDir)).length === 0) await list(adele);
      asked.destroy();
      while ((await readdir(tab.core.tempDir)).length > 0) await list(adele);
      await assertNothing(adele);
    });

    it('counts for the day', async () => {
      await drop(adele, 'half.txt', Buffer.alloc(0.6 * MB, 'a'));
      const response = await send(adele, 'another half.txt', Buffer.alloc(0.6 * MB, 'b'));
      assert.equal((await problemIn(response)).code, 'file.day-is-full');
      await only(adele);
    });

    it('is nobody’s who has no claim to file it for', async () => {
      const guest = await tab.core.people.recordSighting({ tenantId: TENANT, userId: 'guest', name: 'A Guest' });
      assert.equal((await problemIn(await send(guest, 'x.txt', Buffer.from('x')))).code, 'poe.nothing-to-file-for');
    });

    it('is its sender’s alone', async () => {
      const id = await drop(adele, 'FAB-1.pdf', forFabrikam());
      assert.deepEqual((await list(isaiah)).uploads, []);
      for (const person of [megan, isaiah]) {
        const headers = await tab.as(person);
        const filing = { claim: FABRIKAM, workloads: ['teams'] };
        for (const response of [
          await tab.get(`uploads/${id}`, headers),
          await tab.post(`uploads/${id}/file`, filing, headers),
          await tab.post(`uploads/${id}/discard`, {}, headers),
          await tab.post('uploads/together', { uploads: [id] }, headers),
          await tab.post('uploads/file-sure', { uploads: [id] }, headers),
        ])
          assert.deepEqual([response.status, (await problemIn(response)).code], [400, 'poe.not-yours']);
      }
      assert.equal((await only(adele)).id, id);
    });

    it('goes to no claim that its sender may not see', async () => {
      const id = await drop(adele, 'scan.pdf', forFabrikam(), OTHERS);
      assert.equal((await only(adele)).claim?.id, FABRIKAM);
      const headers = await tab.as(adele);
      for (const response of [
        await tab.get(`uploads/${id}?claim=${OTHERS}`, headers),
        await tab.post(`uploads/${id}/file`, { claim: OTHERS, workloads: ['teams'] }, headers),
      ])
        assert.deepEqual([response.status, (await problemIn(response)).code], [404, 'claim.gone']);
      assert.equal((await claim(megan, OTHERS)).documents.length, 0);
    });

    it('is taken as bytes alone, from somebody who is known', async () => {
      const headers = await tab.as(adele);
      const bytes = Buffer.from('x');
      for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', ''])
        assert.equal(
          (await tab.upload('uploads?name=x', bytes, { ...headers, 'content-type': type })).status,
          415,
          type,
        );
      assert.equal((await tab.upload('uploads?name=x', bytes, { ...headers, 'content-encoding': 'gzip' })).status, 415);
      assert.equal((await tab.upload('uploads?name=x', bytes)).status, 401);
      await assertNothing(adele);
    });

    it('keeps its claim from what is written in another form', async () => {
      const id = await drop(adele, 'FAB-1.pdf', forFabrikam());
      for (const body of [
        {},
        { claim: FABRIKAM },
        { claim: {}, workloads: [] },
        { claim: 'x', workloads: ['a'], more: 1 },
      ]) {
        const response = await tab.post(`uploads/${id}/file`, body, await tab.as(adele));
        assert.deepEqual([response.status, (await problemIn(response)).code], [400, 'tab.bad-request']);
      }
      const none = await file(adele, id, { claim: FABRIKAM, workloads: ['nothing'] });
      assert.deepEqual(none, { filed: false, text: 'Choose at least one workload.' });
    });

    it('waits for each of the claims that it was dropped on, one after the other, while the scanner is away', async () => {
      await clamd.stop();
      try {
        for (const claim of [NORTHWIND, FABRIKAM, NORTHWIND]) await send(adele, 'both.pdf', forFabrikam(), claim);
      } finally {
        await clamd.start();
      }
      assert.equal((await list(adele)).held.length, 2);
      await tab.later();
      const { uploads, held } = await list(adele);
      assert.deepEqual(uploads.map(({ claim: of }) => of?.id).sort(), [FABRIKAM, NORTHWIND]);
      assert.deepEqual(held, []);
    });

    it('that was refused waits again where it is dropped again, and is scanned again', async () => {
      const drops = async (): Promise<void> => {
        await clamd.stop();
        try {
          await send(adele, 'bad.txt', Buffer.from('a VIRUS of ours'));
        } finally {
          await clamd.start();
        }
      };
      const refusals = async () => (await list(adele)).held.map(({ refused }) => refused !== undefined);
      await drops();
      await tab.later();
      assert.deepEqual(await refusals(), [true]);
      await drops();
      assert.deepEqual(await refusals(), [false]);
      await tab.later();
      assert.deepEqual(await refusals(), [true]);
    });

    it('waits while the virus scanner is away, and goes on by itself without a word in the chat', async () => {
      await clamd.stop();
      try {
        for (const [name, bytes] of [
          ['later.pdf', forFabrikam()],
          ['worse.txt', Buffer.from('a VIRUS of ours')],
        ] as const)
          assert.deepEqual(await (await send(adele, name, bytes, NORTHWIND)).json(), { uploads: [] });
      } finally {
        await clamd.start();
      }
      const waiting = await list(adele);
      assert.deepEqual(
        waiting.held.map(({ name, refused }) => [name, refused]),
        [
          ['later.pdf', undefined],
          ['worse.txt', undefined],
        ],
      );
      assert.deepEqual((await list(megan)).held, []);
      await tab.later();
      const { uploads, held } = await list(adele);
      assert.deepEqual(
        uploads.map(({ files, claim: of, sure }) => [files[0]?.name, of?.id, sure]),
        [['later.pdf', NORTHWIND, false]],
      );
      const [one, another] = held;
      assert.ok(one !== undefined && another === undefined);
      assert.match(one.refused ?? '', /^The virus scanner found something/);
      await tab.post(`uploads/${one.id}/dismiss`, {}, await tab.as(megan));
      assert.equal((await list(adele)).held.length, 1);
      await change(adele, `${one.id}/dismiss`, {});
      assert.deepEqual((await list(adele)).held, []);
    });
  });
});
