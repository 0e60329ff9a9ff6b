/** Those who send reminders: their rate, their end, and who goes on. One card a milestone for everybody, whatever becomes of a process. */
import { strict as assert } from 'node:assert';
import sinon from 'sinon';
import type { App } from '../../src/app.ts';
import { SenderLease } from '../../src/delivery/sender-lease.ts';
import { People } from '../../src/people/people.ts';
import type { PlannedFault } from '../support/teams/faults.ts';
import type { Person } from '../support/teams.ts';
import { DAY, HOUR, MINUTE, NudgeHarness, SECOND } from './nudge-harness.ts';
import { eachEngine } from './simulation.ts';

const STEP = 50;

eachEngine('whoever sends reminders', (engine) => {
  let harness: NudgeHarness;

  afterEach(async () => {
    sinon.restore();
    await harness?.dispose();
  });

  /** When cards for these people arrived, ms. */
  const arrivals = (people: readonly Person[]): number[] =>
    people.flatMap((person) => harness.sent(person).map(({ request }) => request.at)).sort((a, b) => a - b);
  const fullestSecond = (times: readonly number[]): number =>
    Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + SECOND).length));
  const withCard = (people: readonly Person[]): Person[] => people.filter((one) => harness.cards(one).length > 0);

  async function assertOneEach(people: readonly Person[]): Promise<void> {
    for (const person of people) assert.deepEqual(harness.requests(person), ['card 201'], person.name);
  }

  it('keeps to the rate, and leaves nobody out', async () => {
    harness = await NudgeHarness.open(engine, { env: { NUDGE_RATE: '8' } });
    const people = await harness.owners(30);
    await harness.round();
    await harness.passInSteps(5 * SECOND, STEP);
    await assertOneEach(people);
    assert.equal(fullestSecond(arrivals(people)), 8);
  });

  it('stops in the middle, and the next one goes on: one card each', async () => {
    harness = await NudgeHarness.open(engine, { env: { NUDGE_RATE: '20' } });
    const people = await harness.owners(30);
    await harness.world.app.tick('rounds');
    harness.world.app.outbox.wake();
    const stopped = harness.world.app.stop();
    harness.world.app.outbox.wake();
    await stopped;
    assert.ok(withCard(people).length < 30);
    await harness.restart();
    await harness.round();
    await harness.passInSteps(4 * SECOND, STEP);
    await assertOneEach(people);
  });

  it('leaves unknown what was on its way when it was killed, and sends none of it again', async () => {
    harness = await NudgeHarness.open(engine, { env: { NUDGE_DAYS: '300,290' } });
    const [adele, ...others] = await harness.owners(4);
    assert.ok(adele);
    await harness.world.app.stop();
    await harness.leaveLeasedRow(adele, 'before-300');
    await harness.restart();
    await harness.round();
    await harness.passInSteps(2 * SECOND, SECOND);
    await assertOneEach(others);
    // Alone it knows at once that whoever had it is dead; else when the lease is over.
    if (engine === 'mongodb') {
      assert.deepEqual(await harness.ledger(adele), ['before-300 leased']);
      harness.move(91 * SECOND);
      await harness.round();
    }
    assert.deepEqual(await harness.ledger(adele), ['before-300 unknown: killed']);
    await harness.passInSteps(HOUR, 10 * MINUTE);
    await harness.round();
    assert.deepEqual(harness.requests(adele), []);
    // The next milestone comes.
    harness.move(9 * DAY);
    await harness.morning();
    await harness.round();
    await harness.passInSteps(2 * SECOND, SECOND);
    assert.deepEqual(await harness.ledger(adele), ['before-300 unknown: killed', 'before-290 sent']);
    assert.deepEqual(harness.requests(adele), ['card 201']);
  });

  it('goes on with what was looked at and not on its way yet when it was killed', async () => {
    harness = await NudgeHarness.open(engine, { drainWithinMs: 20 });
    const people = await harness.owners(3);
    const gate = Promise.withResolvers<void>();
    const { get } = People.prototype;
    sinon.stub(People.prototype, 'get').callsFake(async function (this: People, tenantId, userId) {
      await gate.promise;
      return get.call(this, tenantId, userId);
    });
    await harness.world.app.tick('rounds');
    harness.world.app.outbox.wake();
    await harness.world.app.stop();
    sinon.restore();
    await harness.restart();
    // It did not come to giving up its lease.
    harness.move(15 * SECOND);
    await harness.round();
    await harness.passInSteps(2 * SECOND, SECOND);
    await assertOneEach(people);
  });

  describe('with requests in flight', () => {
    let adele: Person;
    let others: Person[];
    let held: PlannedFault | undefined;

    /** Adele's card is on its way, and those of others have come. */
    async function inFlight(): Promise<void> {
      harness = await NudgeHarness.open(engine);
      adele = await harness.owner();
      others = await harness.owners(3);
      [held] = harness.fail(adele, [{ hold: true }]);
      await harness.world.app.tick('rounds');
      harness.world.app.outbox.wake();
      await held?.reached;
      // Others are not held up by it.
      harness.move(SECOND);
      harness.world.app.outbox.wake();
      for (const { chat } of others) await chat.next('CPOR reminder', { since: 0 });
    }

    it('waits for them when it stops', async () => {
      await inFlight();
      const stopped = harness.world.app.stop();
      held?.release();
      await stopped;
      await harness.restart();
      await harness.round();
      await harness.passInSteps(5 * MINUTE, MINUTE);
      await assertOneEach([adele, ...others]);
      assert.deepEqual(await harness.ledger(adele), ['before-300 sent']);
    });

    it('leaves them unknown where it is held up beyond the lease, whatever the answer is then', async () => {
      await inFlight();
      harness.move(91 * SECOND);
      await harness.world.app.tick('rounds');
      assert.deepEqual(await harness.ledger(adele), ['before-300 unknown: killed']);
      held?.release();
      await harness.poll();
      assert.deepEqual(await harness.ledger(adele), ['before-300 unknown: killed']);
      await harness.passInSteps(HOUR, 10 * MINUTE);
      await assertOneEach([adele]);
    });
  });

  if (engine === 'mongodb') {
    describe('beside another one', () => {
      let other: App;
      let people: Person[];

      beforeEach(async () => {
        harness = await NudgeHarness.open(engine, { env: { NUDGE_RATE: '8' } });
        people = await harness.owners(30);
        other = await harness.another();
      });

      async function both(ms: number, apps: readonly App[] = [harness.world.app, other]): Promise<void> {
        for (let passed = 0; passed < ms; passed += STEP) {
          harness.move(STEP);
          await Promise.all(apps.map((app) => harness.poll(app)));
        }
      }

      async function bothRounds(): Promise<void> {
        const { app } = harness.world;
        await Promise.all([app.tick('rounds'), other.tick('rounds'), app.tick('rounds')]);
        await Promise.all([harness.poll(app), harness.poll(other)]);
      }

      it('keeps to one rate with it, and everybody gets one card', async () => {
        await bothRounds();
        await both(5 * SECOND);
        await assertOneEach(people);
        assert.equal(fullestSecond(arrivals(people)), 8);
      });

      it('hands over when it stops, within two seconds', async () => {
        await bothRounds();
        await both(SECOND);
        const before = arrivals(people);
        assert.ok(before.length > 0 && before.length < 30);
        await harness.world.app.stop();
        const stopped = harness.now;
        await both(7 * SECOND, [other]);
        await assertOneEach(people);
        const all = arrivals(people);
        assert.ok(fullestSecond(all) <= 8);
        assert.ok((all[before.length] ?? 0) - stopped <= 2 * SECOND + 2 * STEP);
      });

      it('hands over 15 s after its last word when it is dead, and not before', async () => {
        await bothRounds();
        await both(SECOND);
        const before = arrivals(people);
        // It ends without giving up its lease.
        sinon.stub(SenderLease.prototype, 'release').resolves();
        await harness.world.app.stop();
        await both(10 * SECOND, [other]);
        assert.equal(arrivals(people).length, before.length);
        await both(12 * SECOND, [other]);
        await assertOneEach(people);
        assert.ok(fullestSecond(arrivals(people)) <= 8);
      });

      it('makes no second row of anything, however their rounds fall together', async () => {
        for (let n = 0; n < 4; n++) {
          await bothRounds();
          await both(2 * SECOND);
        }
        await assertOneEach(people);
        for (const person of people) assert.deepEqual(await harness.ledger(person), ['before-300 sent']);
      });
    });
  }
});
