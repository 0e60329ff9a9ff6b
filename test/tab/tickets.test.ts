/** Tickets over HTTP: who sees which, and who may do what with them, as in the chat. */
import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import type {
  TicketActionBody,
  TicketActionParams,
  TicketBody,
  TicketFormBody,
  TicketFormParams,
  TicketsBody,
} from '../../src/tab/tickets/api.ts';
import { Desks } from '../../src/tickets/desks.ts';
import { claimRecord } from '../claims/fixtures.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, TENANT } from '../support/features.ts';
import { openTab, problemIn, type TabServer } from './tab-server.ts';

const FOREIGN = '55555555-5555-4555-8555-555555555555';
const KEY = 'key-of-this-form';
const FORM: TicketFormParams = {
  idempotencyKey: KEY,
  topic: 'poe',
  issue: 'other',
  claims: '',
  description: 'Who signs it?',
  accepted: '',
};

describe('tickets on the page', () => {
  eachUri((uri) => {
    let tab: TabServer;
    let adele: Person;
    let megan: Person;
    let isaiah: Person;
    let foreigner: Person;

    beforeEach(async () => {
      tab = await openTab('teams', uri, { env: { ALLOWED_TENANTS: `${TENANT},${FOREIGN}` } });
      [adele, megan, isaiah] = [
        await tab.person('Adele Vance'),
        await tab.person('Megan Bowen'),
        await tab.person('Isaiah Langer'),
      ];
      foreigner = await tab.core.people.recordSighting({ tenantId: FOREIGN, userId: adele.userId, name: 'Adele' });
      await tab.claims.repository.addNew(TENANT, [
        claimRecord({ claimId: 'CLM-1', owner: { key: `upn:${addressOf('Adele Vance')}`, label: 'Adele Vance' } }),
        claimRecord({ claimId: 'CLM-9', owner: { key: `upn:${addressOf('Megan Bowen')}`, label: 'Megan Bowen' } }),
      ]);
    });
    afterEach(() => tab?.dispose());

    const get = async (person: Person, path: string): Promise<Response> => tab.get(path, await tab.as(person));
    const post = async (person: Person, path: string, body: unknown): Promise<Response> =>
      tab.post(path, body, await tab.as(person));
    async function ok<T>(asked: Promise<Response>): Promise<T> {
      const response = await asked;
      assert.equal(response.status, 200, await response.clone().text());
      assert.equal(response.headers.get('cache-control'), 'no-store');
      return (await response.json()) as T;
    }
    async function refused(asked: Promise<Response>): Promise<[number, string]> {
      const response = await asked;
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      return [response.status, (await problemIn(response)).code];
    }
    async function opened(person: Person, more: object = {}): Promise<TicketBody> {
      const body = await ok<TicketFormBody>(
        post(person, 'tickets', { ...FORM, idempotencyKey: `${KEY}-${Math.random()}`, ...more }),
      );
      assert.ok('ticket' in body, JSON.stringify(body));
      return body.ticket;
    }
    const act = (person: Person, name: string, action: object) =>
      post(person, `tickets/${name}/actions`, { idempotencyKey: `${KEY}-${Math.random()}`, ...action });
    const acted = async (person: Person, name: string, action: object) =>
      ok<TicketActionBody>(act(person, name, action));
    const names = async (person: Person, query = ''): Promise<string[]> =>
      (await ok<TicketsBody>(get(person, `tickets${query}`))).rows.map(({ name }) => name);

    it('are listed: their own for members, all of the tenant for leads', async () => {
      await opened(adele, { claims: 'CLM-1' });
      await opened(megan);
      await opened(isaiah);
      assert.deepEqual(await names(adele), ['T-1001']);
      assert.deepEqual(await names(adele, '?of=all'), ['T-1001']);
      assert.deepEqual(await names(isaiah), ['T-1003', 'T-1002', 'T-1001']);
      assert.deepEqual(await names(isaiah, '?of=mine'), ['T-1003']);
      assert.deepEqual(await names(foreigner), []);
      const [row] = (await ok<TicketsBody>(get(isaiah, 'tickets?text=clm-1'))).rows;
      assert.deepEqual(row && { ...row, changedAt: '' }, {
        name: 'T-1001',
        issue: 'other',
        state: 'open',
        changedAt: '',
        requester: { name: 'Adele Vance', you: false },
        claims: ['CLM-1'],
        claimCount: 1,
        about: 'Who signs it?',
      });
    });

    it('are found by number, claim ID and customer, and by their state', async () => {
      await opened(adele, { claims: 'CLM-1' });
      await opened(adele);
      await acted(adele, 'T-1002', { kind: 'withdraw' });
      for (const [query, found] of Object.entries({
        '?text=1002': ['T-1002'],
        '?text=%231002': ['T-1002'],
        '?text=t-100': ['T-1002', 'T-1001'],
        '?text=contoso': ['T-1001'],
        '?text=nothing': [],
        '?state=unfinished': ['T-1001'],
        '?state=withdrawn': ['T-1002'],
        '?state=handed%20over': [],
        '?from=1&count=1': ['T-1001'],
        '?from=7': [],
      }))
        assert.deepEqual(await names(adele, query), found, query);
    });

    for (const query of ['of=desk', 'state=lost', 'from=-1', 'count=201'])
      it(`are not asked for by ${query}`, async () => {
        assert.deepEqual(await refused(get(adele, `tickets?${query}`)), [400, 'tab.bad-query']);
      });

    it('are shown whole, with the claims that one may open', async () => {
      await opened(adele, { claims: 'CLM-1' });
      const forAdele = await ok<TicketBody>(get(adele, 'tickets/T-1001'));
      assert.deepEqual(
        { ...forAdele, changedAt: '', events: forAdele.events.map(({ kind, by }) => [kind, by]) },
        {
          name: 'T-1001',
          issue: 'other',
          state: 'open',
          changedAt: '',
          requester: { name: 'Adele Vance', you: true },
          topic: 'poe',
          description: 'Who signs it?',
          claims: [{ claimId: 'CLM-1', customer: 'Contoso Retail', known: true, id: 'id-clm-1' }],
          files: [],
          takesFiles: true,
          undelivered: [],
          events: [['opened', 'Adele Vance']],
          offers: ['comment', 'hand over', 'edit', 'withdraw'],
          handOver: {
            title: 'Partner Incentives: Other, claim CLM-1',
            text: 'Claim IDs: CLM-1\nCustomers: Contoso Retail\n\nWho signs it?\n\nOur reference: T-1001',
            url: 'https://partner.microsoft.com/Support',
          },
        },
      );
      const forIsaiah = await ok<TicketBody>(get(isaiah, 'tickets/1001'));
      assert.deepEqual(forIsaiah.offers, ['take', 'comment', 'hand over', 'resolve']);
    });

    it('are all listed for members of the desk’s team, who do with them what the desk does', async () => {
      await opened(adele, { claims: 'CLM-1' });
      const desks = new Desks(tab.core.store);
      const desk = { channelId: 'c', reference: '{}', teamId: 'the-team', name: 'Desk', by: 'x', at: 'before' };
      await desks.name(TENANT, desk);
      tab.rosterOf.set('the-team', ['account-of-megan']);
      assert.deepEqual(await names(megan), []);
      megan = await tab.core.people.recordSighting({ ...megan, accountId: 'account-of-megan' });
      adele = await tab.core.people.recordSighting({ ...adele, accountId: 'account-of-adele' });
      const list = await ok<TicketsBody>(get(megan, 'tickets'));
      assert.deepEqual([list.seesAll, list.rows.map(({ name }) => name)], [true, ['T-1001']]);
      assert.deepEqual(await names(megan, '?of=mine'), []);
      const ticket = await ok<TicketBody>(get(megan, 'tickets/T-1001'));
      assert.deepEqual(ticket.offers, ['take', 'comment', 'hand over', 'resolve']);
      // They see what it says, and open no claim of another's.
      assert.deepEqual(ticket.claims, [{ claimId: 'CLM-1', customer: 'Contoso Retail', known: true }]);
      assert.equal((await acted(megan, 'T-1001', { kind: 'take' })).ticket.assignee?.you, true);
      assert.deepEqual(await refused(act(adele, 'T-1001', { kind: 'resolve' })), [403, 'ticket.desk-only']);
      const { teamId: _, ...old } = desk;
      await desks.name(TENANT, { ...old, teamId: 'another-team', at: 'after' });
      assert.deepEqual(await refused(get(megan, 'tickets/T-1001')), [404, 'ticket.not-found']);
    });

    it('are there for nobody else, nor is anything else under their names', async () => {
      await opened(adele);
      for (const [person, name] of [
        [megan, 'T-1001'],
        [foreigner, 'T-1001'],
        [adele, 'T-1002'],
        [adele, 'x'],
        [adele, '..%2Fme'],
      ] as const) {
        assert.deepEqual(await refused(get(person, `tickets/${name}`)), [404, 'ticket.not-found']);
        const action = { kind: 'comment', text: 'Mine?' };
        assert.deepEqual(await refused(act(person, name, action)), [404, 'ticket.not-found']);
      }
    });

    it('are opened once, however often the form is sent', async () => {
      const [first, again] = await Promise.all([post(adele, 'tickets', FORM), post(adele, 'tickets', FORM)]);
      const later = await post(adele, 'tickets', FORM);
      for (const response of [first, again, later])
        assert.match(JSON.stringify(await response.json()), /"name":"T-1001"/);
      assert.deepEqual(await names(adele), ['T-1001']);
      // Another person's form is another, whatever its key.
      assert.match(JSON.stringify(await (await post(megan, 'tickets', FORM)).json()), /"name":"T-1002"/);
    });

    it('say beside the field what is to be put right, and open with what somebody was warned of', async () => {
      const problems = await ok<TicketFormBody>(
        post(adele, 'tickets', { ...FORM, issue: '', claims: 'CLM-1, CLM-9', description: ' ' }),
      );
      assert.ok('problems' in problems);
      assert.deepEqual(problems.problems, {
        issue: 'Choose what it is about.',
        claims: 'I do not know claim CLM-9 among yours. Correct it, or press the button again to leave it as it is.',
        description: 'Say in a sentence or two what it is about.',
      });
      assert.deepEqual(await names(adele), []);
      const { accepted } = problems;
      const ticket = await opened(adele, { claims: 'CLM-1, CLM-9', accepted });
      assert.deepEqual(ticket.claims[1], { claimId: 'CLM-9', customer: '', known: false });
    });

    it('say whether somebody gets them', async () => {
      const body = await ok<TicketFormBody>(post(adele, 'tickets', FORM));
      assert.equal('ticket' in body && body.hasDesk, false);
    });

    it('are changed by whoever opened them, once', async () => {
      await opened(adele);
      const edit = { ...FORM, idempotencyKey: 'another-key', claims: 'CLM-1', description: 'Who signs page two?' };
      for (const _ of [1, 2]) {
        const body = await ok<TicketFormBody>(post(adele, 'tickets/T-1001', edit));
        assert.ok('ticket' in body);
        assert.deepEqual(
          [body.ticket.description, body.ticket.claims.length, body.ticket.events.length],
          ['Who signs page two?', 1, 2],
        );
      }
      assert.deepEqual(await refused(post(isaiah, 'tickets/T-1001', edit)), [403, 'ticket.requester-only']);
    });

    it('keep IDs that somebody was warned of before without warning of them again', async () => {
      const first = await ok<TicketFormBody>(post(adele, 'tickets', { ...FORM, claims: 'CLM-9' }));
      await opened(adele, { claims: 'CLM-9', accepted: 'accepted' in first ? first.accepted : '' });
      const edit = { ...FORM, claims: 'CLM-9', description: 'Ours?' };
      const body = await ok<TicketFormBody>(post(adele, 'tickets/T-1001', edit));
      assert.equal('ticket' in body && body.ticket.description, 'Ours?');
      const more = await ok<TicketFormBody>(
        post(adele, 'tickets/T-1001', { ...edit, idempotencyKey: 'another-key', claims: 'CLM-9, CLM-8' }),
      );
      assert.match(('problems' in more && more.problems.claims) || '', /CLM-8/);
    });

    it('count a key for one person, and leave what another does under the same one to them', async () => {
      await opened(adele);
      const reopen: TicketActionParams = { idempotencyKey: 'the-same-key', kind: 'reopen' };
      await acted(isaiah, 'T-1001', { kind: 'resolve' });
      assert.equal((await acted(adele, 'T-1001', reopen)).ticket.state, 'open');
      await acted(isaiah, 'T-1001', { kind: 'resolve' });
      assert.equal((await acted(adele, 'T-1001', reopen)).ticket.state, 'resolved');
      assert.equal((await acted(isaiah, 'T-1001', reopen)).ticket.state, 'open');
    });

    it('take each action once, by whom the rules let', async () => {
      await opened(adele);
      const comment: TicketActionParams = { idempotencyKey: 'the-same-key', kind: 'comment', text: ' Soon? ' };
      await acted(adele, 'T-1001', comment);
      const { ticket, changed } = await acted(adele, 'T-1001', comment);
      assert.deepEqual([changed, ticket.events.map(({ text }) => text)], [true, ['Soon?', undefined]]);
      assert.deepEqual(await refused(act(adele, 'T-1001', { kind: 'take' })), [403, 'ticket.desk-only']);
      assert.deepEqual(await refused(act(adele, 'T-1001', { kind: 'resolve' })), [403, 'ticket.desk-only']);
      assert.deepEqual(await refused(act(isaiah, 'T-1001', { kind: 'withdraw' })), [403, 'ticket.requester-only']);
      assert.equal((await acted(isaiah, 'T-1001', { kind: 'take' })).ticket.assignee?.you, true);
      const handedOver = await acted(adele, 'T-1001', { kind: 'hand over', caseNumber: ' 12  34 ' });
      assert.deepEqual([handedOver.ticket.state, handedOver.ticket.caseNumber], ['handed over', '12 34']);
      assert.equal((await acted(isaiah, 'T-1001', { kind: 'resolve' })).ticket.state, 'resolved');
      assert.equal((await acted(isaiah, 'T-1001', { kind: 'resolve' })).changed, false);
      assert.deepEqual(await refused(act(adele, 'T-1001', { ...comment, idempotencyKey: 'another-key' })), [
        403,
        'ticket.closed',
      ]);
      assert.equal((await acted(adele, 'T-1001', { kind: 'reopen' })).ticket.state, 'in progress');
    });

    it('refuse an empty comment and an empty case number, and what is too long', async () => {
      await opened(adele);
      for (const [action, code] of [
        [{ kind: 'comment', text: ' ' }, 'ticket.empty-comment'],
        [{ kind: 'hand over', caseNumber: ' ' }, 'ticket.empty-case'],
        [{ kind: 'comment', text: 'x'.repeat(1_001) }, 'ticket.too-long'],
        [{ kind: 'hand over', caseNumber: '1'.repeat(101) }, 'ticket.too-long'],
      ] as const)
        assert.deepEqual(await refused(act(adele, 'T-1001', action)), [400, code]);
      const long = { ...FORM, description: 'x'.repeat(4_001) };
      assert.deepEqual(await refused(post(adele, 'tickets', long)), [400, 'ticket.too-long']);
    });

    it('take nothing of another form, nothing that is no JSON, and nothing from nobody', async () => {
      await opened(adele);
      for (const body of [
        null,
        [],
        'x',
        {},
        { ...FORM, idempotencyKey: 'short' },
        { ...FORM, topic: 7 },
        { ...FORM, requester: megan.userId },
        { ...FORM, description: 'x'.repeat(50_001) },
      ])
        assert.deepEqual(await refused(post(adele, 'tickets', body)), [400, 'tab.bad-request']);
      for (const action of [{}, { kind: 'delete' }, { kind: 'comment' }, { kind: 'take', text: 'x' }, { kind: 'edit' }])
        assert.deepEqual(await refused(act(adele, 'T-1001', action)), [400, 'tab.bad-request']);
      const text = { ...(await tab.as(adele)), 'content-type': 'text/plain' };
      assert.equal((await tab.post('tickets', FORM, text)).status, 415);
      assert.deepEqual(await refused(tab.post('tickets', FORM)), [401, 'tab.not-signed-in']);
      assert.deepEqual(await names(adele), ['T-1001']);
    });
  });
});
