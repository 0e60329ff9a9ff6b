/** Imports on the page, over HTTP: previewed, mapped, carried out and undone as in the chat, by the same rights. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import sinon from 'sinon';
import { createImports } from '../../src/claims/import/feature.ts';
import { ImportJobs, NO_CLAIMS } from '../../src/claims/import/jobs.ts';
import { UserError } from '../../src/errors.ts';
import type { Person } from '../../src/people/person.ts';
import { DocumentChecks } from '../../src/poe/document-checks.ts';
import { Drafts } from '../../src/poe/drafts.ts';
import type { ClaimsBody } from '../../src/tab/claims/api.ts';
import type {
  AsPoeBody,
  ImportBody,
  ImportChoices,
  ImportedBody,
  ImportPreviewBody,
  ImportsBody,
  StartedBody,
  UndoOutcomeBody,
} from '../../src/tab/imports/api.ts';
import type { TakenBody, UploadsBody } from '../../src/tab/uploads/api.ts';
import { exportOf, type Row } from '../e2e/world.ts';
import { pdfOf } from '../files/documents.ts';
import { startClamd } from '../support/clamd.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, TENANT } from '../support/features.ts';
import { tasksHere } from '../support/tasks-here.ts';
import { openTab, problemIn, type TabServer } from './tab-server.ts';

const FOREIGN = '55555555-5555-4555-8555-555555555555';
const MB = 1024 * 1024;
const STRANGER = '66666666-6666-4666-8666-666666666666';
const LEADS = [addressOf('Isaiah Langer'), addressOf('Lynne Robbins'), STRANGER];

const rows = (n: number, more: Partial<Row> = {}): Row[] =>
  Array.from({ length: n }, (_, i) => ({ claim: `IMP-${i}`, customer: `Customer ${i}`, ...more }));

describe('an import on the page', () => {
  eachUri((uri) => {
    let tab: TabServer;
    let isaiah: Person;
    let lynne: Person;
    let adele: Person;
    let reading: Disposable;

    before(() => {
      reading = tasksHere();
    });
    after(() => reading?.[Symbol.dispose]());
    beforeEach(() => open());
    afterEach(async () => {
      sinon.restore();
      await tab?.dispose();
    });

    async function open(env: Readonly<Record<string, string>> = {}): Promise<void> {
      const fixed = { NOW: '2020-06-16T16:00:00Z', LEADS: LEADS.join(), MAX_FILE_MB: '1' };
      tab = await openTab('teams', uri, { env: { ...fixed, ALLOWED_TENANTS: `${TENANT},${FOREIGN}`, ...env } });
      isaiah = await tab.person('Isaiah Langer');
      lynne = await tab.person('Lynne Robbins');
      adele = await tab.person('Adele Vance');
    }

    const send = async (person: Person, bytes: Buffer, name = 'export.csv', path = 'imports'): Promise<Response> =>
      tab.upload(`${path}?${new URLSearchParams({ name })}`, bytes, await tab.as(person));
    async function answer<T>(response: Response): Promise<T> {
      assert.equal(response.status, 200, await response.clone().text());
      return (await response.json()) as T;
    }
    const drop = async (person: Person, bytes: Buffer, name?: string): Promise<string> =>
      (await answer<ImportedBody>(await send(person, bytes, name))).import ?? '';
    const look = async (person: Person, id: string): Promise<ImportBody> =>
      answer(await tab.get(`imports/${id}`, await tab.as(person)));
    async function preview(id: string): Promise<ImportPreviewBody> {
      const { preview: found } = await read(isaiah, id);
      assert.ok(found);
      return found;
    }
    /** As soon as it has been read. */
    async function read(person: Person, id: string): Promise<ImportBody> {
      for (;;) {
        const now = await look(person, id);
        if (!now.reading) return now;
      }
    }
    const list = async (person: Person): Promise<ImportsBody> => answer(await tab.get('imports', await tab.as(person)));
    const post = async (person: Person, path: string, body: object = {}): Promise<Response> =>
      tab.post(`imports/${path}`, body, await tab.as(person));
    const choose = async (id: string, choices: ImportChoices): Promise<ImportBody> =>
      answer(await post(isaiah, `${id}/preview`, { choices }));
    async function start(id: string, choices: ImportChoices = {}): Promise<StartedBody> {
      await read(isaiah, id);
      return answer(await post(isaiah, `${id}/start`, { choices }));
    }
    const undoing = async (id: string, by = isaiah): Promise<UndoOutcomeBody> =>
      answer(await tab.get(`imports/${id}/undo`, await tab.as(by)));
    async function through(id: string, by = isaiah): Promise<ImportBody> {
      for (;;) {
        const now = await look(by, id);
        if (now.progress === undefined) return now;
        await sleep(10);
      }
    }
    async function imported(some: readonly Row[], name?: string): Promise<string> {
      const id = await drop(isaiah, exportOf(some), name);
      await start(id);
      assert.equal((await through(id)).state, 'done');
      return id;
    }
    async function claims(): Promise<ClaimsBody> {
      return answer(await tab.get('claims?owner=all&sort=claim', await tab.as(isaiah)));
    }
    async function assertRefused(response: Response, status: number, code: string): Promise<void> {
      assert.deepEqual([response.status, (await problemIn(response)).code], [status, code]);
    }
    /** Nothing is open, and nothing lies about. */
    async function assertNothing(): Promise<void> {
      assert.deepEqual((await list(isaiah)).undecided, []);
      assert.deepEqual(await readdir(tab.core.tempDir), []);
    }

    it('is previewed: what would change, which rows are left out, and what the columns were taken for', async () => {
      await imported(rows(2));
      const changed = { claim: 'IMP-1', customer: 'Another Customer' };
      const id = await drop(
        isaiah,
        exportOf([...rows(1), changed, { claim: '', customer: 'Nobody' }, { claim: 'NEW-1' }]),
      );
      const { preview: found, ...import_ } = await read(isaiah, id);
      assert.deepEqual(import_, {
        ...{ id, file: 'export.csv', by: 'Isaiah Langer', own: true, state: 'preview', canUndo: false, reading: false },
        counts: { new: 0, changed: 0, same: 0 },
      });
      assert.ok(found);
      const { rows: count, counts, badCount, bad, notInFile, canImport, recognised, columns, unknownOwners } = found;
      assert.deepEqual(
        { count, counts, badCount, bad, notInFile, canImport, columns, unknownOwners },
        {
          ...{ count: 4, counts: { new: 1, changed: 1, same: 1 }, badCount: 1, bad: ['Line 4: no claim ID'] },
          ...{ notInFile: 0, canImport: true, columns: [], unknownOwners: 0 },
        },
      );
      assert.deepEqual(recognised.slice(0, 2), [
        { header: 'Claim ID', field: 'Claim ID' },
        { header: 'Customer Name', field: 'Customer' },
      ]);
      assert.deepEqual(
        (await list(isaiah)).undecided.map((one) => one.id),
        [id],
      );
    });

    it('is imported, shown in the list with who and when, and its claims are there', async () => {
      const id = await imported(rows(250), 'June.csv');
      assert.equal((await claims()).total, 250);
      const {
        imports: [row],
        undecided,
      } = await list(lynne);
      assert.ok(row?.startedAt !== undefined && Date.parse(row.startedAt) <= Date.now());
      const { startedAt: _, ...rest } = row;
      assert.deepEqual(rest, {
        ...{ id, file: 'June.csv', by: 'Isaiah Langer', own: false, state: 'done', canUndo: true },
        counts: { new: 250, changed: 0, same: 0 },
      });
      assert.deepEqual(undecided, []);
    });

    it('is done once, however often it is sent', async () => {
      const id = await drop(isaiah, exportOf(rows(150)));
      assert.equal(await drop(isaiah, exportOf(rows(150)), 'the same.csv'), id);
      await Promise.all(Array.from({ length: 6 }, () => start(id)));
      assert.deepEqual((await through(id)).counts, { new: 150, changed: 0, same: 0 });
      assert.equal((await start(id)).import.state, 'done');
      assert.equal((await list(isaiah)).imports.length, 1);
    });

    it('is previewed again with the column that holds the claim IDs', async () => {
      const file = Buffer.from('Mark,Customer Name,Program,Workload\r\nX-1,Fabrikam,OSU Microsoft 365,Teams\r\n');
      const id = await drop(isaiah, file);
      const before = await preview(id);
      assert.deepEqual(
        [before.canImport, before.columns],
        [false, [{ id: 'column0', header: 'Mark', example: 'X-1', value: '' }]],
      );
      assert.match(before.hint, /^No column holds claim IDs\./);
      await assertRefused(await post(isaiah, `${id}/start`, { choices: {} }), 400, 'import.nothing-new');
      const { preview: after } = await choose(id, { column0: 'claimId', column7: 'status', column1: 'no field' });
      assert.deepEqual([after?.counts.new, after?.columns[0]?.value], [1, 'claimId']);
      await start(id);
      await through(id);
      assert.deepEqual(
        (await claims()).rows.map(({ claimId }) => claimId),
        ['X-1'],
      );
    });

    it('is previewed once more where something else was chosen since', async () => {
      const file = Buffer.from(
        'Claim ID,Customer Name,Who,Workload\r\nX-1,Fabrikam,adele.vance@contoso.example,Teams\r\n',
      );
      const id = await drop(isaiah, file);
      const { import: shown, said } = await start(id, { column2: 'ownerUpn' });
      assert.match(said ?? '', /^You chose something else, so this is what would change now\./);
      assert.equal(shown.state, 'preview');
      assert.equal((await claims()).total, 0);
      assert.equal((await start(id, { column2: 'ownerUpn' })).said, undefined);
      await through(id);
      assert.equal((await claims()).rows[0]?.owner?.name, 'Adele Vance');
    });

    it('is read in the encoding that was chosen', async () => {
      const rowsOf = 'Claim ID;Customer Name;Workload\r\nX-1;Gesellschaft für Häuser und Gärten;Teams\r\n';
      const latin = Buffer.from(rowsOf, 'latin1');
      const id = await drop(isaiah, latin);
      const before = await preview(id);
      assert.equal(before.encoding, 'windows-1252');
      assert.deepEqual(before.notes, ['Customers, as they were read: Gesellschaft für Häuser und Gärten']);
      assert.ok(before.encodings.some(({ value }) => value === 'windows-1251'));
      const { preview: after } = await choose(id, { encoding: 'windows-1251' });
      assert.deepEqual(
        [after?.encoding, after?.notes],
        ['windows-1251', ['Customers, as they were read: Gesellschaft fьr Hдuser und Gдrten']],
      );
      assert.equal((await choose(id, { encoding: 'windows-1252' })).preview?.notes[0], before.notes[0]);
    });

    it('is dropped, once, and what is under way is not', async () => {
      const id = await drop(isaiah, exportOf(rows(1)));
      for (let n = 0; n < 2; n++)
        assert.equal((await answer<ImportBody>(await post(isaiah, `${id}/cancel`))).state, 'cancelled');
      assert.equal((await start(id)).import.state, 'cancelled');
      assert.equal((await claims()).total, 0);
      await assertNothing();
      const done = await imported(rows(1));
      assert.equal((await answer<ImportBody>(await post(isaiah, `${done}/cancel`))).state, 'done');
    });

    it('is undone once, after a look at what goes and what stays', async () => {
      await imported([{ claim: 'IMP-0', customer: 'Before' }]);
      const id = await imported(rows(4));
      const [worked] = (await claims()).rows.filter(({ claimId }) => claimId === 'IMP-2');
      const action = { idempotencyKey: randomUUID(), kind: 'confirm', workload: 'exchange-online' };
      const marked = await tab.post(`claims/${worked?.id}/actions`, action, await tab.as(isaiah));
      assert.equal(marked.status, 200);
      const outcome = { removed: 2, restored: 1, kept: 1, stays: ['IMP-2: a workload was marked'] };
      assert.deepEqual(await undoing(id), outcome);
      assert.equal((await claims()).total, 4);
      const all = await Promise.all(Array.from({ length: 4 }, () => post(lynne, `${id}/undo`)));
      for (const response of all) assert.equal(response.status, 200);
      const done = await through(id);
      assert.deepEqual(
        [done.state, done.outcome, done.undone?.by, done.canUndo],
        ['undone', outcome, 'Lynne Robbins', false],
      );
      const left = (await claims()).rows.map(({ claimId, customer }) => [claimId, customer]);
      assert.deepEqual(left, [
        ['IMP-0', 'Before'],
        ['IMP-2', 'Customer 2'],
      ]);
      assert.equal((await answer<ImportBody>(await post(isaiah, `${id}/undo`))).state, 'undone');
      await assertRefused(await tab.get(`imports/${id}/undo`, await tab.as(isaiah)), 400, 'import.undo-too-late');
    });

    it('is not undone where it is none, or brought nothing', async () => {
      const id = await drop(isaiah, exportOf(rows(1)));
      for (const one of [id, 'no such'])
        for (const response of [
          await post(isaiah, `${encodeURIComponent(one)}/undo`),
          await tab.get(`imports/${encodeURIComponent(one)}/undo`, await tab.as(isaiah)),
        ])
          await assertRefused(response, 400, 'import.undo-too-late');
    });

    it('is for leads', async () => {
      const id = await drop(isaiah, exportOf(rows(1)));
      for (const response of await asked(adele, id)) await assertRefused(response, 403, 'import.leads-only');
      await assertRefused(await send(adele, exportOf(rows(2))), 403, 'import.leads-only');
      assert.equal((await look(isaiah, id)).state, 'preview');
    });

    it('is its own lead’s until it is started, and of no other tenant', async () => {
      const id = await drop(isaiah, exportOf(rows(1)));
      assert.deepEqual((await list(lynne)).undecided, []);
      const seen = await tab.core.people.recordSighting({ tenantId: FOREIGN, userId: STRANGER, name: 'A Stranger' });
      for (const person of [lynne, seen])
        for (const response of await asked(person, id)) assert.ok([400, 404].includes(response.status), response.url);
      assert.equal((await look(isaiah, id)).state, 'preview');
      await start(id);
      await through(id);
      assert.equal((await look(lynne, id)).own, false);
      for (const response of await asked(seen, id)) assert.ok([400, 404].includes(response.status), response.url);
      assert.deepEqual((await list(seen)).imports, []);
    });

    /** Everything that can be asked about one import. */
    async function asked(person: Person, id: string): Promise<Response[]> {
      const headers = await tab.as(person);
      const none = { choices: {} };
      return [
        await tab.get(`imports/${id}`, headers),
        await post(person, `${id}/preview`, none),
        await post(person, `${id}/start`, none),
        await post(person, `${id}/cancel`),
        await post(person, `${id}/as-poe`),
        await tab.get(`imports/${id}/undo`, headers),
        await post(person, `${id}/undo`),
      ];
    }

    it('stays as it is where something else is sent than the page sends', async () => {
      const id = await drop(isaiah, exportOf(rows(1)));
      const many = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`column${i}`, '']));
      for (const body of [
        {},
        { choices: [] },
        { choices: { column0: 1 } },
        { choices: many },
        { choices: {}, more: 1 },
      ])
        for (const path of ['preview', 'start'])
          await assertRefused(await post(isaiah, `${id}/${path}`, body), 400, 'tab.bad-request');
      const odd = {
        constructor: 'x',
        __proto__: 'claimId',
        column0: 'constructor',
        encoding: 'utf-7',
        hiddenRows: '?',
      };
      assert.deepEqual((await choose(id, odd)).preview?.counts, { new: 1, changed: 0, same: 0 });
      await assertRefused(await post(isaiah, `${id}/cancel`, { sure: true }), 400, 'tab.bad-request');
      assert.equal((await look(isaiah, id)).state, 'preview');
    });

    it('is refused with what to do about it where the file is none, and nothing is kept', async () => {
      const cases: [Buffer, string, string][] = [
        [pdfOf(['A letter']), 'letter.pdf', 'sheet.not-a-spreadsheet'],
        [Buffer.from('Name,Colour\r\nA,red\r\n'), 'colours.csv', 'import.lacks-columns'],
        [Buffer.alloc(0), 'empty.csv', 'file.empty'],
        [Buffer.alloc(MB + 1, 'a'), 'large.csv', 'file.too-large'],
      ];
      for (const [bytes, name, code] of cases) await assertRefused(await send(isaiah, bytes, name), 400, code);
      const typed = { ...(await tab.as(isaiah)), 'content-type': 'text/csv' };
      assert.equal((await tab.upload('imports?name=x.csv', exportOf(rows(1)), typed)).status, 415);
      assert.equal((await tab.upload('imports?name=x.csv', exportOf(rows(1)))).status, 401);
      await assertNothing();
    });

    it('waits while the virus scanner is away, and is opened by itself, once, or refused, when it is back', async () => {
      await tab.dispose();
      const clamd = await startClamd();
      await open({ CLAMD: `${clamd.host}:${clamd.port}` });
      const held = async (person: Person): Promise<[string, string | undefined][]> =>
        (await list(person)).held.map(({ name, refused }) => [name, refused]);
      try {
        await clamd.stop();
        for (const [name, bytes] of [
          ['export.csv', exportOf(rows(1))],
          ['export.csv', exportOf(rows(1))],
          ['colours.csv', Buffer.from('Name,Colour\r\nA,red\r\n')],
        ] as const)
          assert.deepEqual(await answer<ImportedBody>(await send(isaiah, bytes, name)), {});
        assert.deepEqual(await held(isaiah), [
          ['export.csv', undefined],
          ['colours.csv', undefined],
        ]);
        assert.deepEqual(await held(lynne), []);
        assert.deepEqual((await answer<UploadsBody>(await tab.get('uploads', await tab.as(isaiah)))).held, []);
        await assertNothing();
        await clamd.start();
        await tab.later();
        const { undecided, held: refused } = await list(isaiah);
        assert.deepEqual(
          undecided.map(({ file }) => file),
          ['export.csv'],
        );
        assert.equal((await preview(undecided[0]?.id ?? '')).counts.new, 1);
        const [one, another] = refused;
        assert.ok(one?.name === 'colours.csv' && another === undefined);
        assert.match(one.refused ?? '', /^This is not the export/);
        assert.equal((await tab.post(`uploads/${one.id}/dismiss`, {}, await tab.as(isaiah))).status, 200);
        assert.deepEqual(await held(isaiah), []);
      } finally {
        await clamd.stop();
      }
    });

    it('begins where a lead drops an export among documents, also before there is any claim', async () => {
      for (const n of [1, 2]) {
        const taken = await answer<TakenBody>(await send(isaiah, exportOf(rows(n)), 'export.csv', 'uploads'));
        assert.ok(taken.import !== undefined && taken.uploads.length === 0);
        assert.equal((await preview(taken.import)).counts.new, 1);
        await start(taken.import);
        await through(taken.import);
      }
      const asMember = await answer<TakenBody>(await send(adele, exportOf(rows(3)), 'export.csv', 'uploads'));
      assert.ok(asMember.import === undefined && asMember.uploads.length === 1);
    });

    it('ends where its file is a document for a claim after all', async () => {
      await imported(rows(1));
      const id = await drop(isaiah, exportOf(rows(2)), 'work IMP-0.csv');
      const { upload } = await answer<AsPoeBody>(await post(isaiah, `${id}/as-poe`));
      const { uploads } = await answer<UploadsBody>(await tab.get('uploads', await tab.as(isaiah)));
      assert.deepEqual(
        uploads.map((one) => [one.id, one.claim?.claimId]),
        [[upload, 'IMP-0']],
      );
      assert.equal((await look(isaiah, id)).state, 'cancelled');
    });

    it('stays open where its file is refused as a document, and says why', async () => {
      const id = await drop(isaiah, exportOf(rows(2)));
      const refused = new UserError('file.acts-by-itself');
      const stub = sinon.stub(DocumentChecks.prototype, 'assertHarmless').rejects(refused);
      await assertRefused(await post(isaiah, `${id}/as-poe`), 400, 'file.acts-by-itself');
      stub.restore();
      assert.equal((await look(isaiah, id)).state, 'preview');
    });

    it('stays open where a kill comes before its file is an upload, and becomes one by the next press', async () => {
      await imported(rows(1));
      const id = await drop(isaiah, exportOf(rows(2)), 'work IMP-0.csv');
      for (const killed of [
        () => sinon.stub(Drafts.prototype, 'open').rejects(new Error('killed before')),
        () => sinon.stub(ImportJobs.prototype, 'endAsPoe').rejects(new Error('killed after')),
      ]) {
        const stub = killed();
        assert.equal((await post(isaiah, `${id}/as-poe`)).status, 500);
        stub.restore();
        assert.equal((await look(isaiah, id)).state, 'preview');
      }
      const { upload } = await answer<AsPoeBody>(await post(isaiah, `${id}/as-poe`));
      assert.deepEqual(await uploadsOf(isaiah), [upload]);
    });

    it('becomes one upload, however often that is sent, also once the upload is gone', async () => {
      await imported(rows(1));
      const id = await drop(isaiah, exportOf(rows(2)), 'work IMP-0.csv');
      const { upload } = await answer<AsPoeBody>(await post(isaiah, `${id}/as-poe`));
      assert.equal((await answer<AsPoeBody>(await post(isaiah, `${id}/as-poe`))).upload, upload);
      await answer(await tab.post(`uploads/${upload}/discard`, {}, await tab.as(isaiah)));
      assert.equal((await answer<AsPoeBody>(await post(isaiah, `${id}/as-poe`))).upload, upload);
      assert.deepEqual(await uploadsOf(isaiah), []);
    });

    async function uploadsOf(person: Person): Promise<string[]> {
      const { uploads } = await answer<UploadsBody>(await tab.get('uploads', await tab.as(person)));
      return uploads.map((one) => one.id);
    }

    it('goes on where the bot was stopped in the middle, by whoever comes next', async () => {
      const id = await drop(isaiah, exportOf(rows(3_000)));
      await start(id);
      await tab.imports.stop?.();
      const stopped = await look(isaiah, id);
      assert.equal(stopped.state, 'importing');
      assert.ok((stopped.progress?.done ?? 0) < 3_000);
      const sent: string[] = [];
      const tells = async (): Promise<string> => String(sent.push('told'));
      const another = createImports(tab.core, tab.claims, { send: tells, update: async () => void (await tells()) });
      for (const { run } of another.timers ?? []) await run();
      assert.deepEqual((await look(isaiah, id)).counts, { new: 3_000, changed: 0, same: 0 });
      assert.deepEqual(sent, []);
    });

    it('says why where it cannot be read to its end, and is dropped then', async () => {
      const id = await drop(isaiah, Buffer.from(`Claim ID,Customer Name,Workload\r\nX-1,"Fabrikam,Teams\r\n`));
      const { preview: none, failure, state } = await read(isaiah, id);
      assert.deepEqual([none, state], [undefined, 'preview']);
      assert.match(failure ?? '', /quot/);
      await assertRefused(await post(isaiah, `${id}/start`, { choices: {} }), 400, 'import.nothing-new');
      assert.equal((await answer<ImportBody>(await post(isaiah, `${id}/cancel`))).state, 'cancelled');
      await assertNothing();
    });

    it('is previewed when somebody looks, where a kill came between the drop and the preview', async () => {
      const bytes = exportOf(rows(5));
      const { sha256, size } = await tab.core.vault.put(TENANT, [bytes] as unknown as AsyncIterable<Uint8Array>, MB);
      const { _id } = await new ImportJobs(tab.core.store).open({
        ...{ _id: randomUUID(), tenantId: TENANT, userId: isaiah.userId, fileName: 'export.csv', sha256, size },
        ...{ mapping: [], state: 'preview', openKey: 'x', claimsDone: 0, counts: NO_CLAIMS },
        expireAt: new Date(Date.now() + 60_000).toISOString(),
      });
      assert.equal((await preview(_id)).counts.new, 5);
    });

    it('of 100,000 rows comes as a stream, shows how far it is, and leaves room for others', async function () {
      this.timeout(120_000);
      await tab.dispose();
      await open({ MAX_FILE_MB: '20' });
      reading[Symbol.dispose]();
      try {
        const id = await drop(isaiah, exportOf(rows(100_000)), 'large.csv');
        const { claims: found, counts } = await preview(id);
        assert.deepEqual([found, counts.new], [100_000, 100_000]);
        await start(id);
        const seen: number[] = [];
        while (seen.length < 4) {
          const { progress, state } = await look(isaiah, id);
          assert.ok(progress !== undefined, state);
          assert.equal(progress.total, 100_000);
          if (progress.done > (seen.at(-1) ?? 0)) seen.push(progress.done);
          assert.equal((await list(lynne)).imports[0]?.state, 'importing');
          await sleep(50);
        }
        assert.ok((seen.at(-1) ?? 0) < 100_000);
        assert.equal((await claims()).rows.length > 0, true);
      } finally {
        reading = tasksHere();
      }
    });
  });
});
