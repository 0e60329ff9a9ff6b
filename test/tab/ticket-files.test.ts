/** Files for a ticket on the page, over HTTP: checked as everything that comes in, and handed out to whoever may see the ticket. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import type { Person } from '../../src/people/person.ts';
import type { TicketBody } from '../../src/tab/tickets/api.ts';
import type { AttachedBody, UploadsBody } from '../../src/tab/uploads/api.ts';
import { pdfOf } from '../files/documents.ts';
import { type Clamd, startClamd } from '../support/clamd.ts';
import { eachUri } from '../support/engines.ts';
import { TENANT } from '../support/features.ts';
import { openTab, problemIn, type TabServer } from './tab-server.ts';

const FOREIGN = '55555555-5555-4555-8555-555555555555';
const MB = 1024 * 1024;
const BYTES = pdfOf(['Screenshot of the form in Partner Center']);

describe('a file for a ticket on the page', () => {
  eachUri((uri) => {
    let tab: TabServer;
    let clamd: Clamd;
    let adele: Person;
    let megan: Person;
    let isaiah: Person;
    let foreigner: Person;

    before(async () => {
      clamd = await startClamd();
    });
    after(() => clamd?.stop());
    beforeEach(async () => {
      tab = await openTab('teams', uri, {
        env: {
          ...{ ALLOWED_TENANTS: `${TENANT},${FOREIGN}`, MAX_FILE_MB: '1', DAILY_UPLOAD_MB: '1' },
          CLAMD: `${clamd.host}:${clamd.port}`,
        },
      });
      [adele, megan, isaiah] = [
        await tab.person('Adele Vance'),
        await tab.person('Megan Bowen'),
        await tab.person('Isaiah Langer'),
      ];
      foreigner = await tab.core.people.recordSighting({ tenantId: FOREIGN, userId: adele.userId, name: 'Adele' });
      const input = { topic: 'poe', issue: 'other', claims: [], description: 'Who signs it?' } as const;
      await tab.tickets.service.open(adele, 'a form of hers', input);
    });
    afterEach(() => tab?.dispose());

    const send = async (person: Person, name: string, bytes = BYTES, ticket = 'T-1001'): Promise<Response> =>
      tab.upload(`uploads/tickets/${ticket}?${new URLSearchParams({ name })}`, bytes, await tab.as(person));
    async function attach(person: Person, name: string, bytes = BYTES): Promise<AttachedBody> {
      const response = await send(person, name, bytes);
      assert.equal(response.status, 200, await response.clone().text());
      return (await response.json()) as AttachedBody;
    }
    async function refused(asked: Promise<Response>): Promise<readonly [number, string]> {
      const response = await asked;
      return [response.status, (await problemIn(response)).code];
    }
    const ticket = async (person: Person): Promise<TicketBody> =>
      (await (await tab.get('tickets/T-1001', await tab.as(person))).json()) as TicketBody;
    const names = async (): Promise<readonly string[]> => (await ticket(adele)).files.map(({ name }) => name);
    const uploads = async (person: Person): Promise<UploadsBody> =>
      (await (await tab.get('uploads', await tab.as(person))).json()) as UploadsBody;
    const download = async (person: Person, sha256: string): Promise<Response> =>
      tab.get(`tickets/T-1001/files/${sha256}`, await tab.as(person));

    it('is added by whoever opened the ticket, who needs no claim for it', async () => {
      assert.equal((await ticket(adele)).takesFiles, true);
      assert.deepEqual(await attach(adele, 'Größe.pdf'), { waits: false });
      const { files, events } = await ticket(adele);
      assert.deepEqual(
        files.map(({ name, bytes }) => [name, bytes]),
        [['Größe.pdf', BYTES.length]],
      );
      assert.equal(events[0]?.kind, 'file added');
      assert.deepEqual((await uploads(adele)).uploads, []);
      assert.deepEqual(await readdir(tab.core.tempDir), []);
    });

    it('is added once, however often it is sent', async () => {
      await attach(adele, 'one.pdf');
      await attach(adele, 'one again.pdf');
      assert.deepEqual(await names(), ['one.pdf']);
    });

    it('is refused of everybody else before it is read, and by a ticket that is closed', async () => {
      assert.deepEqual(await refused(send(megan, 'x.pdf')), [404, 'ticket.not-found']);
      assert.deepEqual(await refused(send(foreigner, 'x.pdf')), [404, 'ticket.not-found']);
      assert.deepEqual(await refused(send(isaiah, 'x.pdf')), [403, 'ticket.requester-only']);
      assert.equal((await ticket(isaiah)).takesFiles, false);
      assert.deepEqual(await refused(send(adele, 'x.pdf', BYTES, 'nonsense')), [404, 'ticket.not-found']);
      await tab.tickets.service.act(adele, 1001, 'key', { kind: 'withdraw' });
      assert.deepEqual(await refused(send(adele, 'x.pdf')), [403, 'ticket.closed']);
      assert.equal((await ticket(adele)).takesFiles, false);
      assert.equal((await tab.upload('uploads/tickets/T-1001?name=x', BYTES)).status, 401);
      assert.deepEqual(await names(), []);
    });

    it('is refused for what it is, and for what is too much', async () => {
      assert.deepEqual(await refused(send(adele, 'setup.exe', Buffer.from('MZ\u0090\u0000'))), [
        400,
        'file.executable',
      ]);
      assert.deepEqual(await refused(send(adele, 'x.pdf', Buffer.alloc(MB + 1))), [400, 'file.too-large']);
      assert.deepEqual(await refused(send(adele, 'x.pdf', Buffer.alloc(0))), [400, 'file.empty']);
      const large = Buffer.concat([BYTES, Buffer.alloc(MB - 2_000, ' ')]);
      await attach(adele, 'large.pdf', large);
      assert.deepEqual(await refused(send(adele, 'more.pdf', Buffer.concat([large, Buffer.from(' ')]))), [
        400,
        'file.day-is-full',
      ]);
      assert.deepEqual(await names(), ['large.pdf']);
      assert.deepEqual(await readdir(tab.core.tempDir), []);
    });

    it('waits where the virus scanner is away, and goes to the ticket by itself', async () => {
      await clamd.stop();
      try {
        assert.deepEqual(await attach(adele, 'later.pdf'), { waits: true });
        assert.deepEqual(
          (await uploads(adele)).held.map(({ name, refused: why }) => [name, why]),
          [['later.pdf', undefined]],
        );
        assert.deepEqual(await names(), []);
      } finally {
        await clamd.start();
      }
      await tab.later();
      assert.deepEqual(await names(), ['later.pdf']);
      assert.deepEqual((await uploads(adele)).held, []);
    });

    it('that waited is refused where the ticket was closed meanwhile, and that can be read', async () => {
      await clamd.stop();
      try {
        await attach(adele, 'later.pdf');
      } finally {
        await clamd.start();
      }
      await tab.tickets.service.act(adele, 1001, 'key', { kind: 'withdraw' });
      await tab.later();
      assert.deepEqual(await names(), []);
      assert.deepEqual(
        (await uploads(adele)).held.map(({ name, refused: why }) => [name, why]),
        [['later.pdf', 'This ticket is closed. Reopen it first.']],
      );
    });

    it('is handed out to those who may see the ticket, as a file to keep', async () => {
      await attach(adele, 'Größe.pdf');
      const [{ sha256 } = { sha256: '' }] = (await ticket(adele)).files;
      for (const person of [adele, isaiah]) {
        const response = await download(person, sha256);
        assert.equal(response.status, 200);
        assert.deepEqual(Buffer.from(await response.arrayBuffer()), BYTES);
        assert.equal(response.headers.get('content-type'), 'application/octet-stream');
        assert.match(response.headers.get('content-disposition') ?? '', /^attachment; .*Gr%C3%B6%C3%9Fe\.pdf$/);
      }
      for (const person of [megan, foreigner])
        assert.deepEqual(await refused(download(person, sha256)), [404, 'ticket.not-found']);
      assert.deepEqual(await refused(download(adele, 'f'.repeat(64))), [404, 'ticket.no-file']);
      assert.equal((await tab.get(`tickets/T-1001/files/${sha256}`)).status, 401);
    });
  });
});
