import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate as settled } from 'node:timers/promises';
import { pino } from 'pino';
import sinon from 'sinon';
import { createAnnouncements } from '../../src/announcements/feature.ts';
import type { AnnouncementOrder } from '../../src/announcements/order.ts';
import { createClaims } from '../../src/claims/feature.ts';
import { parseConfig } from '../../src/config.ts';
import { type Core, openCore } from '../../src/core.ts';
import { createDelivery } from '../../src/delivery/feature.ts';
import { Ledger } from '../../src/delivery/ledger.ts';
import type { Nudge } from '../../src/delivery/nudge.ts';
import { Orders } from '../../src/delivery/orders.ts';
import { SenderLease } from '../../src/delivery/sender-lease.ts';
import { nameKey, ownerKey } from '../../src/people/owner-key.ts';
import type { PersonDoc } from '../../src/people/owner-lookup.ts';
import { PEOPLE } from '../../src/people/people.ts';
import type { Person } from '../../src/people/person.ts';
import { createReminders } from '../../src/reminders/feature.ts';
import { Recipients } from '../../src/reminders/recipients.ts';
import { createReport } from '../../src/report/feature.ts';
import { claimRecord, workload } from '../claims/fixtures.ts';
import { ENGINES, leavePlace, newPlace, type Place } from '../support/engines.ts';
import { ZONES } from '../time/zones.ts';

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');

const CONTOSO = '11111111-1111-4111-8111-111111111111';
const FABRIKAM = '22222222-2222-4222-8222-222222222222';
interface Instance {
  readonly rounds: { run(): Promise<void>; stop(): Promise<void> };
}

const TUESDAY = '2020-06-16T10:00:00Z';

for (const engine of ENGINES) {
  describe(`a round, on ${engine === 'sqlite' ? 'SQLite' : 'MongoDB'}`, () => {
    let place: Place;
    let core: Core;
    let ledger: Ledger;
    let now: Date;
    let instance: Instance;
    let instances: Instance[];
    let logged: string[];
    const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(JSON.parse(line).msg) });

    beforeEach(async () => {
      place = await newPlace(engine === 'mongodb' ? process.env.TEST_MONGODB_URI : '');
      now = new Date(TUESDAY);
      logged = [];
      instances = [];
      core = { ...(await openCore(config(), { log, realTime: () => now })), campaignClock: () => now };
      ledger = new Ledger(core.store);
      instance = instanceOf();
      await core.store.setUp();
    });
    afterEach(async () => {
      sinon.restore();
      // What they still write would fail once the store is closed, and say so in the log of the next test.
      for (const { rounds } of instances) await rounds.stop();
      await core?.store.close();
      await leavePlace(place);
    });

    const config = () =>
      parseConfig({
        DATA_DIR: place.dataDir,
        MONGODB_URI: place.mongodbUri,
        LEADS: 'isaiahl@contoso.example',
        NUDGE_DAYS: '14,7,0',
      });

    /** What a bot has for nudges; several stand for several instances. */
    function instanceOf(): Instance {
      const own = { ...core, instance: randomUUID() };
      const claims = createClaims(own);
      const delivery = createDelivery(own, claims, {} as never);
      const reminders = createReminders(own, claims, delivery);
      createReport(own, claims, delivery, reminders);
      createAnnouncements(own, claims, delivery, KNOWLEDGE);
      const [rounds] = delivery.timers ?? [];
      const made = { rounds: { run: async () => void (await rounds?.run()), stop: async () => delivery.stop?.() } };
      instances.push(made);
      return made;
    }

    /** People whom the roster knows and the bot can write to. */
    async function know(
      people: readonly (Partial<PersonDoc> & { userId: string })[],
      tenantId = CONTOSO,
    ): Promise<void> {
      const docs = core.store.collection<PersonDoc>(PEOPLE);
      for (let at = 0; at < people.length; at += 500)
        await docs.bulkUpsert(
          tenantId,
          people.slice(at, at + 500).map(({ userId, name = userId, ...facts }) => ({
            filter: { userId },
            update: {
              $setOnInsert: {
                _id: `${tenantId}/${userId}`,
                name,
                nameKey: nameKey(name),
                upn: `${userId}@contoso.example`,
                guest: false,
                rosterAt: TUESDAY,
                reachable: true,
                reference: '{}',
                timeZone: 'UTC',
                ...facts,
              },
            },
          })),
        );
    }

    /** A claim for each owner, as an export names them. */
    let claims = 0;
    async function own(owners: readonly string[], tenantId = CONTOSO): Promise<void> {
      for (let at = 0; at < owners.length; at += 500)
        await createClaims(core).repository.addNew(
          tenantId,
          owners.slice(at, at + 500).map((owner) => {
            const { tenantId: _, ...rest } = claimRecord(
              {
                claimId: `CLM-${++claims}`,
                name: 'Contoso FRP Migrated FRP',
                owner: { key: ownerKey(owner), label: owner },
              },
              [workload('Teams')],
            );
            return { ...rest, _id: `${tenantId} ${rest._id}`, tenantId };
          }),
        );
    }

    const rows = (tenantId = CONTOSO): Promise<Nudge[]> =>
      ledger.collection.find(tenantId, {}, { sort: { person: 1 } });
    const inShort = async (tenantId = CONTOSO): Promise<string[]> =>
      (await rows(tenantId)).map(
        ({ person, milestone, state, reason }) =>
          `${person}: ${milestone} ${state}${reason === undefined ? '' : `, ${reason}`}`,
      );
    const numbered = (count: number): Partial<Person & { userId: string }>[] =>
      Array.from({ length: count }, (_, n) => ({ userId: `user${String(n).padStart(5, '0')}` }));
    async function fill(count: number, facts: (n: number) => Partial<PersonDoc> = () => ({})): Promise<void> {
      const people = numbered(count).map((one, n) => ({ userId: one.userId ?? '', ...facts(n) }));
      await know(people);
      await own(people.map(({ userId }) => `${userId}@contoso.example`));
    }

    it('makes a row for everybody who is due something, once, however many rounds there are', async () => {
      await fill(250);
      for (let n = 0; n < 3; n++) await instance.rounds.run();
      const all = await rows();
      assert.equal(all.length, 250);
      assert.ok(all.every(({ state, milestone }) => state === 'due' && milestone === 'before-14'));
    });

    it('makes a row once, however many rounds run at once, in one instance or several', async () => {
      await fill(250);
      const others = [instanceOf(), instanceOf()];
      const all = [instance, instance, ...others, ...others, instance];
      await Promise.all(all.map(({ rounds }) => rounds.run()));
      assert.equal((await rows()).length, 250);
      // Whoever has the lease by now.
      now = new Date(now.getTime() + 16_000);
      await Promise.all(all.map(({ rounds }) => rounds.run()));
      assert.equal((await rows()).length, 250);
      assert.deepEqual(logged, []);
    });

    it('is run by the one that has the lease, where there may be others', async () => {
      await fill(1);
      await instance.rounds.run();
      await know([{ userId: 'later' }]);
      await own(['later@contoso.example']);
      await instanceOf().rounds.run();
      assert.equal((await rows()).length, engine === 'mongodb' ? 1 : 2);
    });

    it('is made once more where it was asked for while one was under way', async () => {
      await fill(1);
      const { load } = Recipients.prototype;
      let rounds = 0;
      sinon.stub(Recipients.prototype, 'load').callsFake(async function (this: Recipients, ...args) {
        if (++rounds === 1) {
          await know([{ userId: 'later' }]);
          await own(['later@contoso.example']);
          // Twice, for one more round.
          void instance.rounds.run();
          void instance.rounds.run();
        }
        return load.apply(this, args);
      });
      await instance.rounds.run();
      assert.deepEqual(await inShort(), ['later: before-14 due', 'user00000: before-14 due']);
      assert.equal(rounds, 2);
    });

    it('is not lost where it is asked for in the moment in which another one ends', async () => {
      await instance.rounds.run();
      for (let ticks = 0; ticks < 12; ticks++) {
        const running = instance.rounds.run();
        const asked = running.then(async () => {
          for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
          await know([{ userId: `user${ticks}` }]);
          await own([`user${ticks}@contoso.example`]);
          return instance.rounds.run();
        });
        await Promise.all([running, asked]);
        assert.equal((await rows()).length, ticks + 1);
      }
    });

    it('that is cut off at any page is made good by the next one', async () => {
      await fill(350);
      const { load } = Recipients.prototype;
      for (const pages of [0, 1, 2]) {
        let left = pages;
        const cut = instanceOf();
        sinon.stub(Recipients.prototype, 'load').callsFake(async function (this: Recipients, ...args) {
          if (left-- === 0) void cut.rounds.stop();
          return load.apply(this, args);
        });
        now = new Date(now.getTime() + 16_000);
        await cut.rounds.run();
        sinon.restore();
        assert.ok((await rows()).length < 350, `${pages} pages`);
        await cut.rounds.run();
        assert.ok((await rows()).length < 350, 'it is stopped');
      }
      now = new Date(now.getTime() + 16_000);
      await instance.rounds.run();
      assert.equal((await rows()).length, 350);
    });

    it('ends at its next page where another instance has taken over', async () => {
      if (engine === 'sqlite') return;
      await fill(350);
      const heir = new SenderLease({
        store: core.store,
        instance: randomUUID(),
        exclusive: false,
        realTime: () => now,
        onTakeover: () => undefined,
      });
      const { load } = Recipients.prototype;
      let pages = 0;
      sinon.stub(Recipients.prototype, 'load').callsFake(async function (this: Recipients, ...args) {
        if (++pages === 2) {
          now = new Date(now.getTime() + 16_000);
          await heir.acquire(CONTOSO);
        }
        return load.apply(this, args);
      });
      await instance.rounds.run();
      assert.equal((await rows()).length, 100);
    });

    it('serves every tenant, also beside one where something fails', async () => {
      await fill(2);
      await know([{ userId: 'lynne' }], FABRIKAM);
      await own(['lynne@contoso.example'], FABRIKAM);
      const { load } = Recipients.prototype;
      sinon.stub(Recipients.prototype, 'load').callsFake(function (this: Recipients, ...args) {
        return args[0] === CONTOSO ? Promise.reject(new Error('a bug')) : load.apply(this, args);
      });
      await instance.rounds.run();
      assert.deepEqual([await inShort(), await inShort(FABRIKAM)], [[], ['lynne: before-14 due']]);
      assert.deepEqual(logged, ['a part of a round failed']);
      sinon.restore();
      await instance.rounds.run();
      assert.equal((await rows()).length, 2);
    });

    it('goes on with the reminders where an order cannot be carried out', async () => {
      await fill(2);
      const orders = new Orders(core.store);
      await core.store.setUp();
      const by = { userId: 'isaiah', name: 'Isaiah Langer' };
      const order = { tenantId: CONTOSO, by, at: TUESDAY, campaign: 'cpor-2020@2020-06-30', state: 'open' } as const;
      // Of a kind of audience that this version does not know.
      await orders.add({
        ...order,
        _id: 'one',
        kind: 'announcement',
        audience: undefined as never,
        line: '',
        entered: '',
      } as AnnouncementOrder);
      await orders.add({
        ...order,
        _id: 'two',
        kind: 'announcement',
        audience: { kind: 'everyone' },
        line: '',
        entered: '',
      } as AnnouncementOrder);
      await instance.rounds.run();
      assert.deepEqual(await inShort(), [
        'user00000: announced-two due',
        'user00000: before-14 due',
        'user00001: announced-two due',
        'user00001: before-14 due',
      ]);
      assert.deepEqual(logged, ['a part of a round failed']);
    });

    it('keeps what is not sent, and why, and sends it once the reason has passed', async () => {
      await fill(4, (n) => [{ remindersOff: true }, { reachable: false }, { timeZone: 'Asia/Tokyo' }, {}][n] ?? {});
      await instance.rounds.run();
      assert.deepEqual(await inShort(), [
        'user00000: before-14 skipped, off',
        'user00001: before-14 skipped, unreachable',
        'user00003: before-14 due',
      ]);
      await core.people.setReminders(CONTOSO, 'user00000', 'on');
      await core.people.recordSighting({
        tenantId: CONTOSO,
        userId: 'user00001',
        name: 'user00001',
        reference: '{"new":1}',
      });
      await instance.rounds.run();
      // Wednesday morning in Tokyo.
      now = new Date('2020-06-17T01:00:00Z');
      await instance.rounds.run();
      assert.deepEqual(
        await inShort(),
        [0, 1, 2, 3].map((n) => `user0000${n}: before-14 due`),
      );
    });

    it('leaves one row to be sent after a pause: that of the newest milestone', async () => {
      await fill(250);
      await instance.rounds.run();
      now = new Date('2020-07-01T10:00:00Z');
      await instance.rounds.run();
      const states = Map.groupBy(
        await rows(),
        ({ milestone, state, reason }) => `${milestone} ${state} ${reason ?? ''}`,
      );
      assert.deepEqual([...states].map(([what, all]) => [what, all.length]).sort(), [
        ['before-14 skipped superseded', 250],
        ['on-the-day due ', 250],
      ]);
    });

    describe('finds owners', () => {
      it('by UPN, by e-mail, however they are written, and by a name that a lead confirmed', async () => {
        await know([
          { userId: 'adele', name: 'Adele Vance', upn: 'adelev@contoso.example', email: 'adele.vance@contoso.example' },
          { userId: 'alex', name: 'Alex Wilber', email: 'alex.wilber@contoso.example' },
          { userId: 'megan', name: 'Megan Bowen' },
        ]);
        const confirmation = { by: 'lead', at: new Date(TUESDAY), key: 'k' };
        await core.people.confirmedNames.confirm(CONTOSO, nameKey('Megan Bowen'), 'megan', confirmation);
        await own(['AdeleV@Contoso.example ', 'Alex.Wilber@contoso.example', '  megan  BOWEN']);
        await instance.rounds.run();
        assert.deepEqual(await inShort(), ['adele: before-14 due', 'alex: before-14 due', 'megan: before-14 due']);
      });

      it('once where a person is named in several ways', async () => {
        await know([{ userId: 'adele', name: 'Adele Vance', email: 'adele.vance@contoso.example' }]);
        await own(['adele@contoso.example', 'adele.vance@contoso.example', 'Adele Vance']);
        await instance.rounds.run();
        assert.deepEqual(await inShort(), ['adele: before-14 due']);
      });

      it('never by a name alone: of one person, of two, of a guest, or of somebody of whom the roster has not told', async () => {
        await know([
          { userId: 'adele1', name: 'Adele Vance' },
          { userId: 'adele2', name: 'adele vance' },
          { userId: 'guest', name: 'Lynne Robbins', guest: true },
          { userId: 'lee', name: 'Lee Gu' },
        ]);
        await core.people.recordSighting({
          tenantId: CONTOSO,
          userId: 'patti',
          name: 'Patti Fernandez',
          reference: '{}',
        });
        await own(['Adele Vance', 'Lynne Robbins', 'Patti Fernandez', 'Lee Gu']);
        await instance.rounds.run();
        assert.deepEqual(await inShort(), []);
      });

      it('who are guests by their address', async () => {
        await know([{ userId: 'guest', name: 'Lynne Robbins', guest: true, email: 'lynne@fabrikam.example' }]);
        await own(['lynne@fabrikam.example']);
        await instance.rounds.run();
        assert.deepEqual(await inShort(), ['guest: before-14 due']);
      });

      it('of the tenant only', async () => {
        await know([{ userId: 'adele' }], FABRIKAM);
        await know([{ userId: 'megan' }]);
        await own(['adele@contoso.example']);
        await instance.rounds.run();
        assert.deepEqual([await inShort(), await inShort(FABRIKAM)], [[], []]);
      });
    });

    it('finds everybody in their own hours on their own day, wherever they are', async () => {
      await fill(ZONES.length, (n) => ({ timeZone: ZONES[n] ?? 'UTC' }));
      const found = new Map<string, Date>();
      // Two days, hour by hour, from before the day begins anywhere.
      for (
        now = new Date('2020-06-15T06:00:00Z');
        now < new Date('2020-06-17T12:00:00Z');
        now = new Date(+now + 3_600_000)
      ) {
        await instance.rounds.run();
        for (const { person } of await rows()) if (!found.has(person)) found.set(person, now);
      }
      assert.equal(found.size, ZONES.length);
      for (const [n, timeZone] of ZONES.entries()) {
        const at = found.get(`user${String(n).padStart(5, '0')}`);
        const wall = new Intl.DateTimeFormat('en-CA', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'short',
          hourCycle: 'h23',
        });
        assert.match(wall.format(at), /^2020-06-16, (09|10):/, timeZone);
      }
    });

    it('takes people without a time zone, or with one that nobody knows, for the tenant’s own', async () => {
      await fill(2, (n) => (n === 0 ? { timeZone: 'Mars/Olympus' } : {}));
      await core.store
        .collection<PersonDoc>(PEOPLE)
        .updateOne(CONTOSO, { userId: 'user00001' }, { $unset: { timeZone: true } });
      await instance.rounds.run();
      assert.equal((await rows()).length, 2);
    });

    it('over thousands of people lets everybody else have a turn all the while', async function () {
      this.timeout(120_000);
      const count = engine === 'sqlite' ? 10_000 : 2_000;
      await fill(count, (n) => ({ timeZone: ZONES[n % ZONES.length] ?? 'UTC' }));
      const took: string[] = [];
      for (const [what, at] of [
        ['all new', TUESDAY],
        ['nothing new', TUESDAY],
        ['at the next milestone', '2020-06-23T10:00:00Z'],
      ] as const) {
        now = new Date(at);
        const holds = watchHolds();
        const began = performance.now();
        await instance.rounds.run();
        const seconds = (performance.now() - began) / 1000;
        const longest = await holds.end();
        took.push(`${what} ${seconds.toFixed(1)} s, longest hold ${longest.toFixed(0)} ms`);
        assert.ok(longest < 500, `${what}: ${longest} ms`);
      }
      console.log(`      ${count} people, on ${engine}: ${took.join('; ')}`);
      assert.ok((await ledger.collection.countDocuments(CONTOSO, { state: 'due' })) > count / 4);
    });
  });
}

/** The longest that others had to wait for a turn, ms. */
function watchHolds(): { end(): Promise<number> } {
  let [longest, on] = [0, true];
  const watching = (async () => {
    for (let last = performance.now(); on; ) {
      await settled();
      const at = performance.now();
      longest = Math.max(longest, at - last);
      last = at;
    }
  })();
  return {
    async end() {
      on = false;
      await watching;
      return longest;
    },
  };
}
