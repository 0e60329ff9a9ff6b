/** What the tab tells whom, over HTTP: the rights are those of the chat. */

import assert from 'node:assert/strict';
import { claimProblems } from '../../src/claims/texts.ts';
import { StoreAwayError } from '../../src/errors.ts';
import type { Person } from '../../src/people/person.ts';
import type { MeBody, VersionBody } from '../../src/tab/api.ts';
import type { ClaimBody, ClaimsBody, FiltersBody } from '../../src/tab/claims/api.ts';
import { tabProblems } from '../../src/tab/texts.ts';
import { claimRecord, MARK, poe, workload } from '../claims/fixtures.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, TENANT } from '../support/features.ts';
import { APP_ID } from './key-server.ts';
import { openTab, problemIn, type TabServer } from './tab-server.ts';

const FOREIGN = '55555555-5555-4555-8555-555555555555';
const AT = new Date('2020-06-16T08:00:00Z');
const [MINE, FREE, OTHERS, FOREIGNERS] = ['id-clm-1', 'id-clm-2', 'id-clm-3', 'id-clm-9'];

describe('the API of the tab', () => {
  eachUri((uri) => {
    let tab: TabServer;
    let adele: Person;
    let isaiah: Person;

    beforeEach(async () => {
      tab = await openTab('teams', uri, {
        env: { ALLOWED_TENANTS: `${TENANT},${FOREIGN}`, NOW: '2020-06-16T16:00:00Z', TIME_ZONE: 'Europe/Berlin' },
      });
      adele = await tab.person('Adele Vance');
      isaiah = await tab.person('Isaiah Langer');
      const ownedBy = (name: string) => ({ owner: { key: `upn:${addressOf(name)}`, label: name } });
      const { repository } = tab.claims;
      await repository.addNew(TENANT, [
        claimRecord({ claimId: 'CLM-1', ...ownedBy('Adele Vance') }, [workload('Teams'), workload('Intune')]),
        claimRecord({ claimId: 'CLM-2', customerName: 'Adatum' }),
        claimRecord({ claimId: 'CLM-3', ...ownedBy('Megan Bowen') }),
      ]);
      await repository.addNew(FOREIGN, [{ ...claimRecord({ claimId: 'CLM-9' }), ...ownedBy('Adele Vance') }]);
      await tab.claims.facets.add(TENANT, ['OSU Microsoft 365'], new Map([['teams', 'Teams']]));
    });
    afterEach(() => tab?.dispose());

    const ask = async (person: Person, path: string): Promise<Response> => tab.get(path, await tab.as(person));
    async function read<T>(person: Person, path: string): Promise<T> {
      const response = await ask(person, path);
      assert.equal(response.status, 200, path);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      return (await response.json()) as T;
    }
    const ids = async (person: Person, query: string): Promise<string[]> =>
      (await read<ClaimsBody>(person, `claims${query}`)).rows.map(({ id }) => id);

    it('speaks the language that somebody chose, whatever that of their browser, in refusals as well', async () => {
      assert.equal((await tab.post('language', { language: 'de' }, await tab.as(adele))).status, 200);
      const me = await read<MeBody>(adele, 'me');
      assert.deepEqual([me.language, me.chosenLanguage, me.locale], ['de', 'de', 'de']);
      const headers = { ...(await tab.as(adele)), 'accept-language': 'fr' };
      const refused = (await (await tab.get('claims/nothing', headers)).json()) as { title: string };
      const unknown = (await (await tab.get('claims/nothing', { 'accept-language': 'fr' })).json()) as {
        title: string;
      };
      assert.equal(refused.title, claimProblems['claim.gone'](undefined, 'de'));
      assert.equal(unknown.title, tabProblems['tab.not-signed-in'](undefined, 'fr'));
      await tab.post('language', { language: 'client' }, await tab.as(adele));
      assert.equal((await read<MeBody>(adele, 'me')).language, 'en');
      assert.equal((await tab.post('language', { language: 'tlh' }, await tab.as(adele))).status, 400);
    });

    it('says who one is, and where the campaign stands', async () => {
      const me = await read<MeBody>(adele, 'me');
      assert.deepEqual(me, {
        name: 'Adele Vance',
        lead: false,
        chat: `https://teams.microsoft.com/l/chat/0/0?users=28:${APP_ID}`,
        locale: 'en-US',
        language: 'en',
        direction: 'ltr',
        timeZone: 'Europe/Berlin',
        today: '2020-06-16',
        campaigns: [
          {
            id: 'cpor-2020@2020-06-30',
            deadline: '2020-06-30',
            effective: '2020-07-01',
            phase: 'before',
            daysLeft: 14,
          },
        ],
      });
      assert.equal((await read<MeBody>(isaiah, 'me')).lead, true);
    });

    it('lists a member’s own claims, those of nobody, and no others', async () => {
      assert.deepEqual(await ids(adele, ''), [MINE]);
      assert.deepEqual(await ids(adele, '?owner=none'), [FREE]);
      assert.deepEqual(await ids(adele, '?owner=all'), [FREE, MINE]);
      assert.deepEqual(await ids(adele, `?owner=owner:upn:${addressOf('Megan Bowen')}`), []);
      assert.deepEqual(await ids(adele, '?owner=all&text=clm-3'), []);
    });

    it('lists all of the tenant for a lead', async () => {
      assert.deepEqual(await ids(isaiah, ''), [FREE, MINE, OTHERS]);
      assert.deepEqual(await ids(isaiah, `?owner=owner:upn:${addressOf('Megan Bowen')}`), [OTHERS]);
      assert.deepEqual(await ids(isaiah, '?owner=mine'), []);
    });

    it('gives a window of the list, with its total', async () => {
      const { rows, ...window } = await read<ClaimsBody>(isaiah, 'claims?from=1&count=1&sort=claim&order=down');
      assert.deepEqual(window, { version: '0-0', total: 3, from: 1, owner: 'all' });
      assert.deepEqual(
        rows.map(({ claimId }) => claimId),
        ['CLM-2'],
      );
    });

    it('packs what is long for whoever takes it so, and nothing else', async () => {
      const many = Array.from({ length: 40 }, (_, i) => claimRecord({ claimId: `CLM-1${i}`, customerName: 'Adatum' }));
      await tab.claims.repository.addNew(TENANT, many);
      const packingOf = async (path: string, takes: string) => {
        const response = await tab.get(path, { ...(await tab.as(isaiah)), 'accept-encoding': takes });
        const { total } = (await response.json()) as Partial<ClaimsBody>;
        return [response.headers.get('content-encoding'), response.headers.get('vary'), total];
      };
      assert.deepEqual(await packingOf('claims', 'br, gzip;q=0.8'), ['gzip', 'Accept-Encoding', 43]);
      assert.deepEqual(await packingOf('claims', 'identity'), [null, 'Accept-Encoding', 43]);
      assert.deepEqual(await packingOf('claims', 'gzip;q=0'), [null, 'Accept-Encoding', 43]);
      assert.deepEqual(await packingOf('me', 'gzip'), [null, null, undefined]);
    });

    it('says of a row what the table shows', async () => {
      const [row] = (await read<ClaimsBody>(adele, 'claims')).rows;
      assert.deepEqual(row, {
        id: MINE,
        claimId: 'CLM-1',
        customer: 'Contoso Retail',
        program: 'OSU Microsoft 365',
        owner: { key: `upn:${addressOf('Adele Vance')}`, name: 'Adele Vance', you: true },
        state: 'to collect',
        lacks: [],
        workloads: ['Teams', 'Intune'],
        workloadCount: 2,
      });
    });

    it('says what can be chosen from: owners to leads alone', async () => {
      const programs = ['OSU Microsoft 365'];
      const workloads = [{ key: 'teams', name: 'Teams' }];
      assert.deepEqual(await read<FiltersBody>(adele, 'filters'), { programs, workloads, owners: [] });
      assert.deepEqual((await read<FiltersBody>(isaiah, 'filters')).owners, [
        { key: `upn:${addressOf('Adele Vance')}`, name: 'Adele Vance' },
        { key: `upn:${addressOf('Megan Bowen')}`, name: 'Megan Bowen' },
      ]);
    });

    it('shows a claim whole: documents with what they lack, tickets, and what was done', async () => {
      const record = { ...poe('abc', 'sow.pdf'), filedBy: { userId: adele.userId, name: adele.name } };
      const lacks = [{ what: 'signature', state: 'unclear' }] as const;
      await tab.claims.service.filePoe(adele, MINE, ['teams'], [record], record.draft, new Map([['teams', { lacks }]]));
      await tab.claims.service.mark(adele, MINE, 'intune', 'not-engaged', 'k', AT);
      await tab.tickets.service.open(adele, 'once', {
        topic: 'poe',
        issue: 'poe-question',
        claims: [{ claimId: 'CLM-1', customer: 'Contoso Retail', known: true }],
        description: 'Which page is signed?',
      });
      const claim = await read<ClaimBody>(adele, `claims/${MINE}`);
      assert.deepEqual(
        claim.workloads.map(({ name, state }) => [name, state]),
        [
          ['Teams', 'to upload'],
          ['Intune', 'not engaged'],
        ],
      );
      assert.deepEqual(
        claim.documents.map(({ name, filedBy, latestFor, lacks: its }) => ({ name, filedBy, latestFor, lacks: its })),
        [{ name: 'sow.pdf', filedBy: 'Adele Vance', latestFor: ['Teams'], lacks }],
      );
      assert.deepEqual(
        claim.tickets.map(({ name, issue, state }) => ({ name, issue, state })),
        [{ name: 'T-1001', issue: 'poe-question', state: 'open' }],
      );
      assert.deepEqual(claim.deeds, [
        { kind: 'file', at: MARK.at, by: 'Adele Vance', what: 'sow.pdf' },
        { kind: 'not-engaged', at: AT.toISOString(), by: 'Adele Vance', what: 'Intune' },
      ]);
      assert.deepEqual([claim.deadline, claim.remark, claim.state], ['2020-06-30', 'lastStep', 'to upload']);
      const forLead = await read<ClaimBody>(isaiah, `claims/${MINE}`);
      assert.deepEqual([forLead.tickets.length, forLead.owner?.you], [1, false]);
    });

    it('shows of a claim no ticket of somebody else', async () => {
      const claims = [{ claimId: 'CLM-2', customer: 'Adatum', known: true }];
      const ticket = { topic: 'poe', issue: 'other', claims, description: 'Mine' } as const;
      await tab.tickets.service.open(isaiah, 'once', ticket);
      assert.deepEqual((await read<ClaimBody>(adele, `claims/${FREE}`)).tickets, []);
    });

    for (const [what, id] of Object.entries({
      'of somebody else': OTHERS,
      'of another tenant': FOREIGNERS,
      'that is not there': 'nowhere',
      'with a path in its name': '..%2F..%2Fme',
    }))
      it(`says of a claim ${what} that it cannot be found`, async () => {
        const response = await ask(adele, `claims/${id}`);
        assert.equal(response.status, 404);
        assert.equal(response.headers.get('content-type'), 'application/problem+json');
        assert.deepEqual(await problemIn(response), {
          title: 'I cannot find this claim among yours. It may have got another owner since this card was drawn.',
          status: 404,
          code: 'claim.gone',
        });
      });

    it('shows a claim that was removed to leads, and to nobody else', async () => {
      const lead = { ...isaiah };
      await tab.claims.repository.change(TENANT, MINE, 'gone', () => ({
        removed: { at: AT.toISOString(), by: { userId: lead.userId, name: lead.name }, reason: 'sold' },
      }));
      assert.equal((await ask(adele, `claims/${MINE}`)).status, 404);
      assert.equal((await read<ClaimBody>(isaiah, `claims/${MINE}`)).removed?.reason, 'sold');
      assert.deepEqual(await ids(isaiah, ''), [FREE, OTHERS]);
    });

    it('goes by the bot’s own record of somebody, in their tenant', async () => {
      const elsewhere = await tab.core.people.recordSighting({
        tenantId: FOREIGN,
        userId: adele.userId,
        name: 'Adele',
      });
      assert.deepEqual(await ids(elsewhere, '?owner=all'), []);
    });

    it('asks somebody whom the bot does not know to write to it first', async () => {
      const stranger = { ...adele, userId: 'aaaaaaaa-0000-4000-8000-00000000000f' };
      for (const path of ['me', 'claims', 'filters', 'version', `claims/${FREE}`]) {
        const response = await ask(stranger, path);
        assert.deepEqual(await problemIn(response), {
          title: 'I do not know you yet. Write “hello” to me in the chat, then come back here.',
          status: 403,
          code: 'tab.unknown-person',
        });
      }
    });

    it('tells nobody anything without a good token', async () => {
      const bad = [undefined, 'Bearer', 'Bearer a.b.c', 'Basic YTpi', `bearer ${'x'.repeat(5_000)}`];
      for (const path of ['me', 'claims', 'filters', 'version', `claims/${FREE}`])
        for (const authorization of bad) {
          const response = await tab.get(path, authorization === undefined ? {} : { authorization });
          assert.equal(response.headers.get('www-authenticate'), 'Bearer');
          assert.deepEqual([response.status, (await problemIn(response)).code], [401, 'tab.not-signed-in']);
        }
    });

    it('lets nobody choose who they are, and lists nobody', async () => {
      assert.equal((await tab.get('me', { 'x-tab-person': adele._id })).status, 401);
      assert.equal((await tab.get('people')).status, 404);
    });

    it('takes tokens for the app of the tab, where it has one of its own', async () => {
      const TAB_APP_ID = '99999999-2222-4333-8444-555555555555';
      const other = await openTab('teams', undefined, { env: { TAB_APP_ID } });
      try {
        const somebody = await other.person('Adele Vance');
        const ask = async (aud: string) => {
          const { tenantId, userId } = somebody;
          const token = await other.keys.token({ tenantId, userId, claims: { aud } });
          return (await other.get('me', { authorization: `Bearer ${token}` })).status;
        };
        assert.deepEqual([await ask(TAB_APP_ID), await ask(APP_ID)], [200, 401]);
      } finally {
        await other.dispose();
      }
    });

    it('says that nobody can be signed in while the keys cannot be had', async () => {
      tab.keys.state = 'down';
      assert.deepEqual(await problemIn(await ask(adele, 'me')), {
        title: 'Microsoft’s sign-in service cannot be reached just now. Try again in a minute.',
        status: 503,
        code: 'tab.sign-in-away',
      });
    });

    for (const query of [
      'owner=everybody',
      'state=lost',
      'sort=owner',
      'order=sideways',
      'from=-1',
      'from=1.5',
      'from=x',
      'count=0',
      'count=201',
      `text=${'x'.repeat(501)}`,
    ])
      it(`refuses to read ${query.slice(0, 30)}`, async () => {
        const response = await ask(adele, `claims?${query}`);
        assert.deepEqual([response.status, (await problemIn(response)).code], [400, 'tab.bad-query']);
      });

    it('takes whatever somebody searches for as text', async () => {
      for (const text of ['%', '_', '"', "'", '\\', '.*', '$where', '{"$ne":1}', '\u0000', '💥'])
        assert.deepEqual(await ids(isaiah, `?text=${encodeURIComponent(text)}`), [], text);
      assert.deepEqual(await ids(isaiah, '?text=ADÁTUM'), [FREE]);
    });

    it('has nothing at other addresses', async () => {
      for (const path of ['', 'nothing', 'claims/a/b', '../api/x'])
        assert.equal((await ask(adele, path)).status, 404, path);
    });

    it('writes the reference of a refusal into the log, and nothing of the token', async () => {
      const token = await tab.keys.token({ tenantId: TENANT, userId: adele.userId, forged: true });
      const response = await tab.get('me', { authorization: `Bearer ${token}` });
      const { reference } = (await response.json()) as { reference: string };
      const line = tab.logged.find((one) => one.reference === reference);
      assert.deepEqual([line?.code, line?.status], ['tab.not-signed-in', 401]);
      assert.ok(!JSON.stringify(tab.logged).includes(token.slice(-40)));
    });

    it('answers a failure of ours, and one of the store, without a word of what failed', async () => {
      const { people } = tab.core;
      const get = people.get.bind(people);
      for (const [error, code, status] of [
        [new Error('secret detail'), 'tab.our-fault', 500],
        [new StoreAwayError('secret host'), 'tab.store-away', 503],
      ] as const) {
        people.get = () => Promise.reject(error);
        const response = await ask(adele, 'me');
        const text = await response.text();
        assert.equal(response.status, status);
        assert.match(text, new RegExp(`"${code}"`));
        assert.doesNotMatch(text, /secret/);
      }
      people.get = get;
    });

    it('lets one person ask so often, and others meanwhile', async () => {
      const headers = await tab.as(adele);
      const answers = await Promise.all(Array.from({ length: 60 }, () => tab.get('version', headers)));
      const refused = answers.filter(({ status }) => status === 429);
      assert.ok(refused.length > 0 && refused.length < 60);
      assert.equal(refused[0]?.headers.get('retry-after'), '1');
      assert.equal((await ask(isaiah, 'version')).status, 200);
    });

    describe('its version', () => {
      const version = async (): Promise<string> => (await read<VersionBody>(adele, 'version')).version;

      it('is not sent again to whoever has it', async () => {
        const first = await ask(adele, 'version');
        const etag = first.headers.get('etag') ?? '';
        const headers = { ...(await tab.as(adele)), 'if-none-match': etag };
        const again = await tab.get('version', headers);
        assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', etag]);
        await tab.claims.service.take(adele, FREE, 'k', AT);
        assert.equal((await tab.get('version', headers)).status, 200);
      });

      it('moves with each change of a claim or a ticket, and with nothing else', async () => {
        const { service } = tab.claims;
        const lead = { ...isaiah };
        const ticket = { topic: 'poe', issue: 'other', claims: [], description: 'x' } as const;
        const changes: Record<string, () => Promise<unknown>> = {
          take: () => service.take(adele, FREE, 'a', AT),
          mark: () => service.mark(adele, MINE, 'teams', 'confirm', 'b', AT),
          file: () => service.filePoe(adele, MINE, ['intune'], [poe('x')], 'draft-x'),
          assign: () => service.assign(lead, 'CLM-3', addressOf('Adele Vance'), 'c', AT),
          'a ticket': () => tab.tickets.service.open(adele, 'd', ticket),
          'a comment': () => tab.tickets.service.act(adele, 1001, 'e', { kind: 'comment', text: 'y' }),
        };
        const seen = [await version()];
        for (const [name, change] of Object.entries(changes)) {
          await change();
          seen.push(await version());
          assert.equal(new Set(seen).size, seen.length, name);
        }
        await service.open(adele, MINE);
        await service.mark(adele, MINE, 'teams', 'confirm', 'b', AT);
        assert.equal(await version(), seen.at(-1));
      });

      it('is that of one’s own tenant', async () => {
        const before = await version();
        await tab.claims.changes.publish(FOREIGN, []);
        assert.equal(await version(), before);
      });
    });
  });
});
