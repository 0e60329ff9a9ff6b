/** `npm run nudges -- --dry-run`: who would get what, from a shell. */
import { strict as assert } from 'node:assert';
import { pino } from 'pino';
import { start } from '../../src/app.ts';
import { createClaims } from '../../src/claims/feature.ts';
import { CLAIMS, type ClaimRepository } from '../../src/claims/repository.ts';
import { parseConfig } from '../../src/config.ts';
import { type Core, openCore } from '../../src/core.ts';
import { Ledger, NUDGES } from '../../src/delivery/ledger.ts';
import { NUDGE_ORDERS } from '../../src/delivery/orders.ts';
import { NUDGE_SENDERS } from '../../src/delivery/sender-lease.ts';
import { nameKey, ownerKey } from '../../src/people/owner-key.ts';
import type { PersonDoc } from '../../src/people/owner-lookup.ts';
import { PEOPLE } from '../../src/people/people.ts';
import type { Doc } from '../../src/storage/port.ts';
import { claimRecord, MARK, workload } from '../claims/fixtures.ts';
import { type End, type Env, ONE_SENTENCE, runNode } from '../support/child.ts';
import { eachUri, leavePlace, newPlace, type Place } from '../support/engines.ts';
import { TENANT } from '../support/teams.ts';

const CLI = 'src/cli/nudges.ts';
const OTHER_TENANT = '33333333-3333-4333-8333-333333333333';
/** 14 days before the deadline, in the working hours in UTC. */
const AT = '2020-06-16T10:00Z';

describe('npm run nudges', function () {
  this.timeout(60_000);

  eachUri((uri) => {
    let place: Place;
    let env: Env;

    beforeEach(async () => {
      place = await newPlace(uri);
      env = {
        DATA_DIR: place.dataDir,
        ...(place.mongodbUri !== undefined && { MONGODB_URI: place.mongodbUri }),
        LEADS: 'isaiahl@contoso.example',
        TIME_ZONE: 'UTC',
      };
    });
    afterEach(() => leavePlace(place));

    const inStore = async <T>(act: (core: Core, claims: ClaimRepository) => Promise<T>): Promise<T> => {
      const core = await openCore(parseConfig(env));
      try {
        const { repository } = createClaims(core);
        for (const spec of [NUDGES, NUDGE_ORDERS, NUDGE_SENDERS]) core.store.collection(spec);
        await core.store.setUp();
        return await act(core, repository);
      } finally {
        await core.store.close();
      }
    };

    const know = (people: readonly (Partial<PersonDoc> & { userId: string; name: string })[], tenantId = TENANT) =>
      inStore(async ({ store }) => {
        for (const { userId, name, ...facts } of people) {
          const upn = `${userId}@contoso.example`;
          const known = { guest: false, rosterAt: MARK.at, reachable: true, reference: '{}', timeZone: 'UTC' };
          const _id = `${tenantId}/${userId}`;
          await store.collection<PersonDoc>(PEOPLE).insertOne(tenantId, {
            ...{ _id, tenantId, userId, name, nameKey: nameKey(name), upn, ...known },
            ...facts,
          });
        }
      });

    /** A claim for each of these owners; `done`: with nothing open. */
    const own = (owners: readonly (string | undefined)[], tenantId = TENANT, done = false) =>
      inStore(async (_core, repository) => {
        const claims = owners.map((owner, n) => {
          const owned = owner === undefined ? {} : { owner: { key: ownerKey(owner), label: owner } };
          const claimId = `CLM-${n}-${done}`;
          const one = claimRecord({ claimId, name: 'Contoso FRP Migrated FRP', ...owned }, [
            workload('Teams', done ? { confirmed: MARK } : {}),
          ]);
          return { ...one, _id: `${tenantId} ${one._id}`, tenantId };
        });
        await repository.addNew(tenantId, claims);
      });

    /** All that is stored of what nudges read and write. */
    const everything = (): Promise<unknown> =>
      inStore(async ({ store }) =>
        Promise.all(
          [PEOPLE, CLAIMS, NUDGES, NUDGE_ORDERS, NUDGE_SENDERS].map((spec) =>
            store.collection<Doc>(spec).find(TENANT, {}, { sort: { _id: 1 } }),
          ),
        ),
      );

    const dryRun = (...args: string[]): Promise<End> => runNode([CLI, '--dry-run', ...args], env).ended;

    it('prints who would get what, and why not, and the sums', async () => {
      await know([
        { userId: 'adele', name: 'Adele Vance' },
        { userId: 'alex', name: 'Alex Wilber', timeZone: 'Asia/Tokyo' },
        { userId: 'isaiahl', name: 'Isaiah Langer' },
        { userId: 'lynne', name: 'Lynne Robbins', remindersOff: true },
        { userId: 'megan', name: 'Megan Bowen', snoozedUntil: '2020-06-18' },
        { userId: 'patti', name: 'Patti Fernandez', reachable: false },
      ]);
      const owners = ['adele', 'adele', 'alex', 'lynne', 'megan', 'patti'].map((one) => `${one}@contoso.example`);
      await own([...owners, 'A stranger', undefined]);
      const { code, stderr, stdout } = await dryRun('--at', AT, '--tenant', TENANT.toUpperCase());
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assert.deepEqual(stdout.split('\n'), [
        `Tenant ${TENANT}, 2020-06-16T10:00:00.000Z, days until the deadline: 14`,
        '  reminder  now: before-14  Adele Vance (adele), 2 to collect, 0 to upload',
        '  reminder  2020-06-17T00:00:00.000Z (2020-06-17, 9:00 a.m. in Asia/Tokyo): before-14, not now: outside hours  Alex Wilber (alex), 1 to collect, 0 to upload',
        '  reminder  nothing: off  Lynne Robbins (lynne), 1 to collect, 0 to upload',
        '  reminder  2020-06-18T09:00:00.000Z (2020-06-18, 9:00 a.m. in UTC): snoozed-2020-06-18, not now: snoozed  Megan Bowen (megan), 1 to collect, 0 to upload',
        '  reminder  nothing: unreachable  Patti Fernandez (patti), 1 to collect, 0 to upload',
        '  reminder  nothing: unreachable  A stranger (name:a stranger), 1 to collect, 0 to upload',
        '  digest  now: digest-before-14  Isaiah Langer (isaiahl)',
        'In all:',
        '  1  digest: now',
        '  1  reminder: later, outside hours',
        '  1  reminder: later, snoozed',
        '  1  reminder: nothing, off',
        '  2  reminder: nothing, unreachable',
        '  1  reminder: now',
        '',
      ]);
    });

    it('looks at the instant that is named, and else at that of the campaign clock', async () => {
      await know([{ userId: 'adele', name: 'Adele Vance' }]);
      await own(['adele@contoso.example']);
      const lines = async (...args: string[]): Promise<string[]> =>
        (await dryRun(...args)).stdout.split('\n').slice(0, 2);
      assert.deepEqual(await lines('--at', '2020-06-29T11:00:00.5+03:00'), [
        `Tenant ${TENANT}, 2020-06-29T08:00:00.500Z, days until the deadline: 1`,
        '  reminder  2020-06-29T09:00:00.000Z (2020-06-29, 9:00 a.m. in UTC): before-1, not now: outside hours  Adele Vance (adele), 1 to collect, 0 to upload',
      ]);
      env = { ...env, NOW: '2020-07-07T12:00:00Z' };
      const [tenant, adele] = await lines();
      assert.match(tenant ?? '', /2020-07-07T12:00:\d\d\.\d{3}Z, days until the deadline: -7$/);
      assert.match(adele ?? '', /now: after-7 {2}Adele Vance/);
    });

    it('knows what was sent, and tells a lead’s digest from one with nothing in it', async () => {
      await know([
        { userId: 'adele', name: 'Adele Vance' },
        { userId: 'isaiahl', name: 'Isaiah Langer' },
      ]);
      await own(['adele@contoso.example']);
      await inStore(async ({ store }) => {
        const ledger = new Ledger(store);
        const key = { person: 'adele', campaign: 'cpor-2020@2020-06-30', milestone: 'before-14' };
        const now = new Date(AT);
        await ledger.add(TENANT, [{ ...key, day: '2020-06-16', kind: 'reminder', due: now }]);
        const { _id = '' } = (await ledger.get(TENANT, key)) ?? {};
        const lease = { now, since: AT, leaseUntil: AT, sender: 'one', lease: 'one' };
        const row = await ledger.lease(TENANT, _id, lease);
        assert.ok(row);
        await ledger.settle(TENANT, row, { $set: { state: 'sent' } });
      });
      const { stdout } = await dryRun('--at', AT);
      assert.match(stdout, /2020-06-23T09:00:00\.000Z .*: before-7, not now: already sent {2}Adele Vance/);
      assert.match(stdout, /digest {2}nothing: nothing open {2}Isaiah Langer/);
    });

    it('changes nothing', async () => {
      await know([
        { userId: 'adele', name: 'Adele Vance' },
        { userId: 'isaiahl', name: 'Isaiah Langer' },
      ]);
      await own(['adele@contoso.example', undefined, 'Somebody Else']);
      const before = await everything();
      for (const at of [AT, '2020-06-30T10:00Z', '2021-01-01T00:00Z']) assert.equal((await dryRun('--at', at)).code, 0);
      assert.deepEqual(await everything(), before);
    });

    it('shows every tenant that is served, or the one that is named', async () => {
      for (const tenantId of [TENANT, OTHER_TENANT]) {
        await know([{ userId: 'adele', name: 'Adele Vance' }], tenantId);
        await own(['adele@contoso.example'], tenantId);
      }
      const tenants = async (...args: string[]): Promise<string[]> =>
        [...(await dryRun('--at', AT, ...args)).stdout.matchAll(/^Tenant ([^,]+)/gm)].map(([, id]) => id ?? '');
      assert.deepEqual(await tenants(), [TENANT, OTHER_TENANT]);
      assert.deepEqual(await tenants('--tenant', OTHER_TENANT), [OTHER_TENANT]);
      env = { ...env, ALLOWED_TENANTS: TENANT };
      assert.deepEqual(await tenants(), [TENANT]);
    });

    it('says so where nobody is known', async () => {
      const { code, stdout } = await dryRun('--at', AT);
      assert.deepEqual(
        [code, stdout],
        [0, 'Nobody is known here yet, and no claims are imported: there is nobody to remind.\n'],
      );
    });

    it('leaves out who has nothing open', async () => {
      await know([{ userId: 'adele', name: 'Adele Vance' }]);
      await own(['adele@contoso.example', 'A stranger', undefined], TENANT, true);
      const { stdout } = await dryRun('--at', AT);
      assert.doesNotMatch(stdout, /reminder/);
    });

    it('prints a line each, and no sign that a terminal obeys, whatever people and owners are called', async () => {
      const odd = 'A \u001b[31mred\u001b[0m name\r\n  digest  now\u202e\u2028\u0007\u009b';
      await know([{ userId: 'adele\u001b[2J', name: odd, upn: 'adele@contoso.example' }]);
      await own(['adele@contoso.example', `${odd} too`, `${odd}@contoso.example`]);
      const { code, stdout } = await dryRun('--at', AT);
      assert.equal(code, 0);
      assert.doesNotMatch(stdout, /(?!\n)\p{C}|\u2028/u);
      const lines = stdout.split('\n');
      assert.equal(lines.filter((line) => line.startsWith('  reminder  ')).length, 3);
      assert.equal(lines.filter((line) => line.startsWith('  digest  ')).length, 0);
    });

    it('takes a time zone that is not known here for the tenant’s', async () => {
      await know([{ userId: 'adele', name: 'Adele Vance', timeZone: 'Mars/Olympus' }]);
      await own(['adele@contoso.example']);
      const { code, stdout } = await dryRun('--at', '2020-06-16T20:00Z');
      assert.equal(code, 0);
      assert.match(stdout, /2020-06-17T09:00:00\.000Z \(2020-06-17, 9:00 a\.m\. in UTC\): before-14/);
    });
  });

  describe('refuses in one sentence', () => {
    let place: Place;
    let env: Env;

    before(async () => {
      place = await newPlace(undefined);
      env = { DATA_DIR: place.dataDir };
    });
    after(() => leavePlace(place));

    const refuses = async (args: readonly string[], sentence: RegExp, more: Env = {}): Promise<void> => {
      const { code, stdout, stderr }: End = await runNode([CLI, ...args], { ...env, ...more }).ended;
      assert.deepEqual({ code, stdout }, { code: 1, stdout: '' }, args.join(' '));
      assert.match(stderr, sentence);
      assert.match(stderr, /^[^\n]+\n$/);
    };

    it('a call that does not say that it is a dry run, or says more than there is to say', async () => {
      for (const args of [[], ['--at', AT], ['--dry-run', 'now'], ['--dry-run', '--when', AT], ['--dry-run', '--at']])
        await refuses(args, /^Usage: npm run --silent nudges -- --dry-run/);
    });

    it('an instant that is none', async () => {
      for (const at of [
        'now',
        '2020-06-29',
        '2020-06-29T08:00',
        '2020-06-29 08:00Z',
        '2020-02-30T08:00Z',
        '2020-06-29T25:00Z',
      ])
        await refuses(
          ['--dry-run', '--at', at],
          /^--at expects an ISO instant such as 2020-06-29T08:00Z, of the years 2000 to 2199\.$/m,
        );
    });

    it('a tenant that is no directory id, or not served', async () => {
      await refuses(['--dry-run', '--tenant', 'contoso'], /^--tenant expects .* a GUID\.$/m);
      const served = { ALLOWED_TENANTS: OTHER_TENANT };
      await refuses(
        ['--dry-run', '--tenant', TENANT],
        /^--tenant is none of the tenants .* ALLOWED_TENANTS\.$/m,
        served,
      );
    });

    it('a wrong setting', async () => {
      await refuses(['--dry-run'], /NUDGE_HOURS/, { NUDGE_HOURS: 'always' });
    });

    it('a store that the bot has open', async () => {
      const app = await start(parseConfig({ ...env, PORT: '0' }), pino({ level: 'silent' }));
      try {
        await refuses(['--dry-run'], ONE_SENTENCE);
        await refuses(['--dry-run'], /^Another process already works in DATA_DIR/);
      } finally {
        await app.stop();
      }
    });
  });
});
