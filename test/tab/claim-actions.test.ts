/** What may be done with a claim on the page, over HTTP: the rights are those of the chat, and what is sent twice is done once. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import type { Person } from '../../src/people/person.ts';
import type { ClaimAction, ClaimActionBody, ClaimBody } from '../../src/tab/claims/api.ts';
import { claimRecord, poe, workload } from '../claims/fixtures.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, TENANT } from '../support/features.ts';
import { openTab, peopleOf, problemIn, type TabServer } from './tab-server.ts';

const FOREIGN = '55555555-5555-4555-8555-555555555555';
const [MINE, FREE, OTHERS, FOREIGNERS] = ['id-clm-1', 'id-clm-2', 'id-clm-3', 'id-clm-9'];
const BYTES = Buffer.from('what the document says');

describe('what is done with a claim on the page', () => {
  eachUri((uri) => {
    let tab: TabServer;
    let adele: Person;
    let megan: Person;
    let isaiah: Person;
    let guest: Person;
    let keys = 0;

    beforeEach(async () => {
      tab = await openTab('teams', uri, {
        env: { ALLOWED_TENANTS: `${TENANT},${FOREIGN}`, NOW: '2020-06-16T16:00:00Z' },
      });
      ({ adele, megan, isaiah, guest } = await peopleOf(tab));
      const ownedBy = (name: string) => ({ owner: { key: `upn:${addressOf(name)}`, label: name } });
      const { repository } = tab.claims;
      await repository.addNew(TENANT, [
        claimRecord({ claimId: 'CLM-1', ...ownedBy('Adele Vance') }, [workload('Teams'), workload('Intune')]),
        claimRecord({ claimId: 'CLM-2', customerName: 'Adatum' }),
        claimRecord({ claimId: 'CLM-3', ...ownedBy('Megan Bowen') }),
      ]);
      await repository.addNew(FOREIGN, [{ ...claimRecord({ claimId: 'CLM-9' }), ...ownedBy('Adele Vance') }]);
    });
    afterEach(() => tab?.dispose());

    const newKey = () => `one-time-key-${keys++}`;
    const send = async (person: Person, id: string, body: object): Promise<Response> =>
      tab.post(`claims/${id}/actions`, body, await tab.as(person));
    async function act(person: Person, id: string, action: ClaimAction, key = newKey()): Promise<ClaimActionBody> {
      const response = await send(person, id, { idempotencyKey: key, ...action });
      assert.equal(response.status, 200, await response.clone().text());
      return (await response.json()) as ClaimActionBody;
    }
    async function refusal(person: Person, id: string, action: ClaimAction): Promise<[number, string]> {
      const response = await send(person, id, { idempotencyKey: newKey(), ...action });
      return [response.status, (await problemIn(response)).code];
    }
    const claim = async (person: Person, id: string): Promise<ClaimBody> =>
      (await (await tab.get(`claims/${id}`, await tab.as(person))).json()) as ClaimBody;
    const stateOf = ({ workloads }: ClaimBody, key: string) => workloads.find((one) => one.key === key)?.state;

    /** Filed by Adele for both workloads. */
    async function filed(fileName = 'sow.pdf'): Promise<{ draft: string; sha256: string }> {
      const { sha256 } = await tab.core.vault.put(TENANT, Readable.from([BYTES]), 1_000);
      const by = { userId: adele.userId, name: adele.name };
      const record = { ...poe(sha256, fileName), size: BYTES.length, filedBy: by };
      await tab.claims.service.filePoe(adele, MINE, ['teams', 'intune'], [record], record.draft);
      return record;
    }

    it('marks a workload, and takes each mark back', async () => {
      for (const [kind, state] of [
        ['confirm', 'done'],
        ['unconfirm', 'to collect'],
        ['not-engaged', 'not engaged'],
        ['engaged', 'to collect'],
      ] as const) {
        const { claim: after, changed } = await act(adele, MINE, { kind, workload: 'teams' });
        assert.deepEqual([stateOf(after, 'teams'), changed], [state, true], kind);
      }
      const { deeds } = await claim(adele, MINE);
      assert.deepEqual(deeds.map(({ kind }) => kind).sort(), ['confirm', 'engaged', 'not-engaged', 'unconfirm']);
      assert.ok(deeds.every(({ by, what }) => by === 'Adele Vance' && what === 'Teams'));
    });

    it('does once what is sent twice', async () => {
      const confirm = { kind: 'confirm', workload: 'teams' } as const;
      await act(adele, MINE, confirm, 'the same key');
      await act(adele, MINE, { kind: 'unconfirm', workload: 'teams' });
      const again = await act(adele, MINE, confirm, 'the same key');
      assert.deepEqual([stateOf(again.claim, 'teams'), again.changed], ['to collect', true]);
      const lead = await act(isaiah, MINE, confirm, 'the same key');
      assert.equal(stateOf(lead.claim, 'teams'), 'done', 'a key is one person’s');
    });

    it('says that nothing was changed where the claim had moved on', async () => {
      await act(isaiah, MINE, { kind: 'confirm', workload: 'teams' });
      const late = await act(adele, MINE, { kind: 'not-engaged', workload: 'nothing' });
      assert.deepEqual([late.changed, stateOf(late.claim, 'teams')], [false, 'done']);
    });

    it('lets somebody take a claim of nobody, and the first one has it', async () => {
      assert.equal((await claim(adele, FREE)).may.take, true);
      assert.deepEqual(await refusal(adele, FREE, { kind: 'confirm', workload: 'teams' }), [
        403,
        'claim.without-owner',
      ]);
      const { claim: taken } = await act(adele, FREE, { kind: 'take' });
      assert.deepEqual([taken.owner?.you, taken.may.take, taken.may.change], [true, false, true]);
      assert.deepEqual(await refusal(megan, FREE, { kind: 'take' }), [404, 'claim.gone']);
    });

    it('shows nobody a claim any more that was given to another, whatever they sent before', async () => {
      await act(adele, FREE, { kind: 'take' }, 'taken then');
      await act(isaiah, FREE, { kind: 'assign', to: addressOf('Megan Bowen') });
      const response = await send(adele, FREE, { idempotencyKey: 'taken then', kind: 'take' });
      assert.deepEqual([response.status, (await problemIn(response)).code], [404, 'claim.gone']);
    });

    it('lets a lead give a claim to an address, or to one of those whom a name may mean', async () => {
      const { claim: given } = await act(isaiah, MINE, { kind: 'assign', to: addressOf('Megan Bowen') });
      assert.equal(given.owner?.name, 'Megan Bowen');
      const asked = await act(isaiah, MINE, { kind: 'assign', to: 'Adele' });
      assert.deepEqual(
        [asked.changed, asked.proposed],
        [false, [{ name: 'Adele Vance', upn: addressOf('Adele Vance') }]],
      );
      assert.deepEqual(await refusal(isaiah, MINE, { kind: 'assign', to: 'Nobody' }), [400, 'claim.person-not-found']);
    });

    it('lets a lead remove a claim with a reason, and bring it back', async () => {
      const { claim: gone } = await act(isaiah, MINE, { kind: 'remove', reason: ' sold ' });
      assert.equal(gone.removed?.reason, 'sold');
      assert.deepEqual(gone.may, { change: false, take: false, assign: false, remove: false, bringBack: true });
      assert.equal((await tab.get(`claims/${MINE}`, await tab.as(adele))).status, 404);
      const { claim: back } = await act(isaiah, MINE, { kind: 'bring-back' });
      assert.deepEqual([back.removed, back.may.bringBack], [undefined, false]);
    });

    it('leaves to leads what is theirs', async () => {
      for (const [action, code] of [
        [{ kind: 'assign', to: addressOf('Adele Vance') }, 'claim.leads-assign'],
        [{ kind: 'remove', reason: 'x' }, 'claim.leads-remove'],
        [{ kind: 'bring-back' }, 'claim.leads-remove'],
      ] as const)
        assert.deepEqual(await refusal(adele, MINE, action), [403, code]);
    });

    it('withdraws a document with a reason, for whoever filed it and for leads', async () => {
      const { draft, sha256 } = await filed();
      const withdrawal = { kind: 'withdraw', draft, sha256, reason: 'wrong customer' } as const;
      await act(isaiah, MINE, { kind: 'assign', to: addressOf('Megan Bowen') });
      const [seen] = (await claim(megan, MINE)).documents;
      assert.equal(seen?.mayWithdraw, false);
      assert.deepEqual(await refusal(megan, MINE, { ...withdrawal, workloads: ['teams'] }), [
        403,
        'claim.poe-of-another',
      ]);
      const { claim: after } = await act(isaiah, MINE, { ...withdrawal, workloads: ['teams'] });
      assert.deepEqual([stateOf(after, 'teams'), stateOf(after, 'intune')], ['to collect', 'to upload']);
      assert.deepEqual(
        after.documents.map(({ workloads, withdrawn, mayWithdraw }) => [
          workloads.map(({ key }) => key),
          withdrawn?.reason,
          mayWithdraw,
        ]),
        [
          [['teams'], 'wrong customer', false],
          [['intune'], undefined, true],
        ],
      );
    });

    it('hands a document out as a file to keep, to whoever may see its claim', async () => {
      const { sha256 } = await filed('Größe "1".pdf');
      for (const person of [adele, isaiah]) {
        const response = await tab.get(`claims/${MINE}/documents/${sha256}`, await tab.as(person));
        const { headers } = response;
        assert.equal(response.status, 200);
        assert.deepEqual(Buffer.from(await response.arrayBuffer()), BYTES);
        assert.equal(
          headers.get('content-disposition'),
          `attachment; filename="Gr__e _1_.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.pdf`,
        );
        assert.equal(headers.get('content-type'), 'application/octet-stream');
        assert.equal(headers.get('content-length'), String(BYTES.length));
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
        assert.equal(headers.get('cache-control'), 'no-store');
      }
    });

    it('hands a document out to nobody else, and none by its bytes alone', async () => {
      const { sha256 } = await filed();
      for (const [person, id, code] of [
        [megan, MINE, 'claim.gone'],
        [guest, MINE, 'claim.gone'],
        [megan, OTHERS, 'poe.no-document'],
        [adele, FOREIGNERS, 'claim.gone'],
      ] as const) {
        const response = await tab.get(`claims/${id}/documents/${sha256}`, await tab.as(person));
        assert.deepEqual([response.status, (await problemIn(response)).code], [404, code]);
      }
      assert.equal((await tab.get(`claims/${MINE}/documents/${sha256}`)).status, 401);
      const other = await tab.get(`claims/${MINE}/documents/..%2F..%2Fx`, await tab.as(adele));
      assert.equal(other.status, 404);
    });

    const each: readonly ClaimAction[] = [
      { kind: 'confirm', workload: 'teams' },
      { kind: 'take' },
      { kind: 'withdraw', draft: 'd', sha256: 's', workloads: ['teams'], reason: 'x' },
    ];
    it('keeps a claim of somebody else, of another tenant and of nowhere to itself', async () => {
      for (const action of each) {
        for (const [person, id] of [
          [adele, OTHERS],
          [adele, FOREIGNERS],
          [adele, 'nowhere'],
          [guest, FREE],
          [guest, MINE],
        ] as const)
          assert.deepEqual(await refusal(person, id, action), [404, 'claim.gone'], `${action.kind} ${id}`);
      }
      for (const action of [
        { kind: 'assign', to: 'x@y.example' },
        { kind: 'remove', reason: 'x' },
      ] as const)
        assert.deepEqual(await refusal(isaiah, FOREIGNERS, action), [404, 'claim.gone']);
      const there = await tab.claims.repository.byId(FOREIGN, FOREIGNERS);
      assert.deepEqual([there?.version, there?.removed], [1, undefined]);
    });

    it('refuses to read what has another form, and does nothing', async () => {
      const key = { idempotencyKey: 'long enough' };
      for (const body of [
        {},
        [],
        { kind: 'take' },
        { ...key, kind: 'steal' },
        { idempotencyKey: 'short', kind: 'take' },
        { ...key, kind: 'take', more: 1 },
        { ...key, kind: 'confirm' },
        { ...key, kind: 'confirm', workload: { $ne: 1 } },
        { ...key, kind: 'assign', to: '  ' },
        { ...key, kind: 'remove', reason: '' },
        { ...key, kind: 'withdraw', draft: 'd', sha256: 's', workloads: [], reason: 'x' },
      ]) {
        const response = await send(isaiah, MINE, body);
        assert.deepEqual([response.status, (await problemIn(response)).code], [400, 'tab.bad-request']);
      }
      assert.equal((await claim(isaiah, MINE)).deeds.length, 0);
    });

    it('says how long a reason may be', async () => {
      const reason = 'x'.repeat(301);
      assert.deepEqual(await refusal(isaiah, MINE, { kind: 'remove', reason }), [400, 'claim.reason-too-long']);
    });

    it('takes nothing that a page of elsewhere could send', async () => {
      const headers = { ...(await tab.as(adele)), 'content-type': 'text/plain' };
      const body = { idempotencyKey: newKey(), kind: 'confirm', workload: 'teams' };
      assert.equal((await tab.post(`claims/${MINE}/actions`, body, headers)).status, 415);
      assert.equal((await tab.post(`claims/${MINE}/actions`, body)).status, 401);
      assert.equal(stateOf(await claim(adele, MINE), 'teams'), 'to collect');
    });

    it('moves the version with each change, and with nothing else', async () => {
      const version = async () => (await tab.get('version', await tab.as(adele))).headers.get('etag');
      const seen = [await version()];
      await act(adele, MINE, { kind: 'confirm', workload: 'teams' }, 'moved once');
      seen.push(await version());
      await act(isaiah, MINE, { kind: 'remove', reason: 'x' });
      seen.push(await version());
      assert.equal(new Set(seen).size, 3);
      await refusal(adele, MINE, { kind: 'take' });
      assert.equal(await version(), seen.at(-1));
    });
  });
});
