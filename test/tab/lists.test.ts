/** Each list of the page as a file: what it shows, to whom it shows that, and that nothing of it acts. */
import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import { claimRecord, MARK, workload } from '../claims/fixtures.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, TENANT } from '../support/features.ts';
import { listedRows } from './sheets.ts';
import { openTab, problemIn, type TabServer } from './tab-server.ts';

const ACTS = '=HYPERLINK("http://x","y")';
/** Excel's number of June 16, 2020. */
const DAY = 43_998;
const LEADS_ONLY = ['owners', 'programs', 'workloads', 'days'].map((name) => `campaign/${name}`);
const LISTS = [...LEADS_ONLY, 'campaign/unowned', 'questions', 'tickets', 'claims'];

describe('the lists of the page as files', () =>
  eachUri((uri) => {
    let tab: TabServer;
    let adele: Person;
    let isaiah: Person;

    before(async () => {
      tab = await openTab('teams', uri, { env: { NOW: '2020-06-16T16:00:00Z', TIME_ZONE: 'UTC' } });
      [adele, isaiah] = [await tab.person('Adele Vance'), await tab.person('Isaiah Langer')];
      const ownedBy = (name: string) => ({ owner: { key: `upn:${addressOf(name)}`, label: name } });
      await tab.claims.repository.addNew(TENANT, [
        claimRecord({ claimId: 'CLM-1', ...ownedBy('Adele Vance') }, [workload('Teams'), workload('Intune')]),
        claimRecord({ claimId: 'CLM-2', program: ACTS, ...ownedBy('Patti Fernandez') }),
        claimRecord({ claimId: 'CLM-3', customerName: ACTS }),
        claimRecord({ claimId: 'CLM-4' }, [workload('Teams', { confirmed: MARK })]),
        ...Array.from({ length: 250 }, (_, i) =>
          claimRecord({ claimId: `MANY-${i}`, program: 'Many', ...ownedBy(`Person ${i}`) }),
        ),
      ]);
      await tab.claims.facets.add(TENANT, [], new Map(['Teams', 'Intune'].map((name) => [name.toLowerCase(), name])));
      await tab.tickets.service.open(adele, 'a', { topic: 'poe', issue: 'other', claims: [], description: ACTS });
      await tab.tickets.service.open(isaiah, 'b', { topic: 'poe', issue: 'other', claims: [], description: 'Mine' });
      await tab.ask(adele, 'Is there a fee for parrots?');
    });
    after(() => tab?.dispose());

    const listed = (person: Person, path: string) => listedRows(tab, person, path);

    it('name all owners, more than the page shows, and those who have not started or cannot be reached', async () => {
      const rows = await listed(isaiah, 'campaign/owners.xlsx');
      assert.deepEqual(rows[0], ['Owner', 'To collect', 'To upload', 'All done', 'Reminders', 'Last reminder']);
      assert.equal(rows.length, 1 + 252);
      assert.deepEqual(
        rows.find(([name]) => name === 'Adele Vance'),
        ['Adele Vance', 1, 0, 0, 'Has not installed the bot', ''],
      );
      const { length } = await listed(isaiah, `campaign/owners.xlsx?${new URLSearchParams({ who: 'not started' })}`);
      assert.equal(length, 1 + 252);
    });

    it('count by program, by workload and by day, in numbers that a spreadsheet reckons with', async () => {
      assert.deepEqual(await listed(isaiah, 'campaign/programs.xlsx'), [
        ['Program', 'To collect', 'To upload', 'All done'],
        [ACTS, 1, 0, 0],
        ['Many', 250, 0, 0],
        ['OSU Microsoft 365', 2, 0, 1],
      ]);
      assert.deepEqual(await listed(isaiah, 'campaign/workloads.xlsx'), [
        ['Workload', 'To do', 'Done'],
        ['Intune', 1, 0],
        ['Teams', 253, 1],
      ]);
      assert.deepEqual(await listed(isaiah, 'campaign/days.xlsx'), [
        ['Day', 'To collect', 'To upload', 'All done'],
        [DAY, 253, 0, 1],
      ]);
    });

    it('list the open claims that nobody owns', async () => {
      const rows = await listed(isaiah, 'campaign/unowned.xlsx');
      assert.deepEqual(
        rows.slice(1).map(([claim, customer]) => [claim, customer]),
        [['CLM-3', ACTS]],
      );
    });

    it('list the tickets that somebody may see, by the filters of their table', async () => {
      const [head, ...rows] = await listed(isaiah, 'tickets.xlsx');
      assert.deepEqual(head?.slice(0, 4), ['Ticket', 'Issue', 'State', 'What it is about']);
      assert.deepEqual(
        rows.map(([name, , , about]) => [name, about]),
        [
          ['T-1002', 'Mine'],
          ['T-1001', ACTS],
        ],
      );
      assert.deepEqual(
        (await listed(adele, 'tickets.xlsx?of=all')).slice(1).map(([name]) => name),
        ['T-1001'],
      );
      assert.equal((await listed(isaiah, 'tickets.xlsx?state=resolved')).length, 1);
    });

    it('list the questions without an answer, without who asked', async () => {
      const [head, ...rows] = await listed(isaiah, 'questions.xlsx');
      assert.deepEqual(head?.slice(0, 4), ['Question', 'Also asked as', 'Asked', 'Last asked']);
      assert.deepEqual(
        rows.map(([question, , asked]) => [question, asked]),
        [['Is there a fee for parrots?', 1]],
      );
      assert.ok(!JSON.stringify(rows).includes('Adele'));
      assert.equal((await listed(isaiah, 'questions.xlsx?list=decided')).length, 1);
    });

    for (const path of LISTS)
      it(`have ${path} as .csv, too, with the day in its name and no formula in it`, async () => {
        const response = await tab.get(`${path}.csv`, await tab.as(isaiah));
        assert.match(response.headers.get('content-disposition') ?? '', /filename="[a-z-]+-2020-06-16\.csv"$/);
        assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
        assert.doesNotMatch(await response.text(), /"\s*[=+@-]/);
      });

    it('are for whoever the tables are for', async () => {
      const refusal = async (path: string) => {
        const response = await tab.get(path, await tab.as(adele));
        return [response.status, (await problemIn(response)).code];
      };
      for (const kind of ['csv', 'xlsx']) {
        for (const path of LEADS_ONLY)
          assert.deepEqual(await refusal(`${path}.${kind}`), [403, 'report.leads-only'], path);
        assert.deepEqual(await refusal(`questions.${kind}`), [403, 'knowledge.leads-only']);
        for (const path of LISTS) assert.equal((await tab.get(`${path}.${kind}`)).status, 401, path);
      }
    });
  }));
