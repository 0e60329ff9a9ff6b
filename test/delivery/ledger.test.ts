import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Ledger, type NewNudge } from '../../src/delivery/ledger.ts';
import type { Nudge } from '../../src/delivery/nudge.ts';
import { SentCards } from '../../src/delivery/sent-cards.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

const CONTOSO = 'contoso';
const NOW = new Date('2020-06-16T09:00:00Z');
const at = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const row = (facts: Partial<NewNudge> = {}): NewNudge => ({
  person: 'adele',
  campaign: 'cpor-2020@2020-06-30',
  milestone: 'before-14',
  day: '2020-06-16',
  kind: 'reminder',
  due: NOW,
  ...facts,
});
const NOBODY = new Set<string>();

describe('the ledger', () => {
  eachEngine((_engine, open) => {
    let opened: OpenEngine;
    let ledger: Ledger;

    beforeEach(async () => {
      opened = await open();
      ledger = new Ledger(opened.store);
      await opened.store.setUp();
    });
    afterEach(() => opened?.dispose());

    const all = (tenantId = CONTOSO): Promise<Nudge[]> => ledger.collection.find(tenantId, {}, { sort: { person: 1 } });
    const only = async (): Promise<Nudge> => {
      const [found, ...more] = await all();
      assert.ok(found !== undefined && more.length === 0, 'one row');
      return found;
    };
    const lease = (found: Nudge, name: string, now = NOW): Promise<Nudge | undefined> =>
      ledger.lease(CONTOSO, found._id, {
        now,
        since: now.toISOString(),
        leaseUntil: new Date(now.getTime() + 90_000).toISOString(),
        sender: 'one',
        lease: name,
      });
    async function leased(name = 'lease'): Promise<Nudge> {
      await ledger.add(CONTOSO, [row()]);
      const found = await lease(await only(), name);
      assert.ok(found, 'leased');
      return found;
    }

    it('has a person, campaign and milestone once, however often and by however many at once it is made', async () => {
      const other = new Ledger(opened.store);
      const counts = await Promise.all([ledger, other, ledger, other].map((one) => one.add(CONTOSO, [row()])));
      assert.equal(
        counts.reduce((sum, n) => sum + n),
        1,
      );
      assert.equal(await ledger.add(CONTOSO, [row({ due: at(60), state: 'skipped', reason: 'off' })]), 0);
      assert.deepEqual([(await only()).state, (await only()).due], ['due', NOW.toISOString()]);
      const others: Partial<NewNudge>[] = [{ person: 'alex' }, { campaign: '2020-07-31' }, { milestone: 'before-7' }];
      assert.equal(await ledger.add(CONTOSO, others.map(row)), 3);
    });

    it('tells of each change that figures show, and of nothing else', async () => {
      const told = sinon.spy();
      ledger = new Ledger(opened.store, told);
      const times = (n: number): void => {
        assert.deepEqual(
          told.args,
          Array.from({ length: n }, () => [CONTOSO]),
        );
      };
      await ledger.add(CONTOSO, [row(), row({ person: 'megan' })]);
      await ledger.add(CONTOSO, [row()]);
      times(1);
      const [adele, megan] = await all();
      assert.ok(adele && megan);
      const first = await lease(adele, 'lease');
      await ledger.postpone(CONTOSO, megan._id, at(60));
      times(1);
      await ledger.settle(CONTOSO, first ?? adele, { $set: { state: 'sent' } });
      await ledger.settle(CONTOSO, first ?? adele, { $set: { state: 'sent' } });
      times(2);
      await ledger.skip(CONTOSO, megan._id, 'off');
      await ledger.skip(CONTOSO, megan._id, 'off');
      times(3);
      await ledger.requeue(CONTOSO, { ...megan, reason: 'off' }, NOW);
      times(4);
    });

    it('takes in many at once', async () => {
      const many = Array.from({ length: 1201 }, (_, n) => row({ person: `person ${n}` }));
      assert.equal(await ledger.add(CONTOSO, many), 1201);
      assert.equal(await ledger.add(CONTOSO, [...many, row()]), 1);
    });

    it('keeps tenants apart', async () => {
      await ledger.add(CONTOSO, [row()]);
      assert.equal(await ledger.add('fabrikam', [row()]), 1);
      const [foreign] = await all('fabrikam');
      await ledger.skip(CONTOSO, foreign?._id ?? '', 'off');
      assert.equal((await all('fabrikam'))[0]?.state, 'due');
      assert.equal((await ledger.due(CONTOSO, 9, NOW, NOBODY)).length, 1);
    });

    it('knows what is due by now, the oldest first, but for people whom somebody is at work for', async () => {
      await ledger.add(CONTOSO, [
        row({ person: 'adele', due: at(2) }),
        row({ person: 'alex', due: at(1) }),
        row({ person: 'megan', due: at(3) }),
        row({ person: 'patti', due: at(0), state: 'skipped', reason: 'off' }),
      ]);
      const due = async (now: Date, most = 9, but = NOBODY): Promise<string[]> =>
        (await ledger.due(CONTOSO, most, now, but)).map(({ person }) => person);
      assert.deepEqual(await due(at(2)), ['alex', 'adele']);
      assert.deepEqual(await due(at(3), 2), ['alex', 'adele']);
      assert.deepEqual(await due(at(3), 2, new Set(['alex'])), ['adele', 'megan']);
    });

    it('knows one row of each that is due, the oldest', async () => {
      await ledger.add(CONTOSO, [
        row({ milestone: 'asked-2020-06-17', due: at(2) }),
        row({ milestone: 'before-14', due: at(1) }),
        row({ person: 'alex', due: at(3) }),
      ]);
      const due = await ledger.due(CONTOSO, 9, at(9), NOBODY);
      assert.deepEqual(
        due.map(({ person, milestone }) => `${person} ${milestone}`),
        ['adele before-14', 'alex before-14'],
      );
    });

    it('gives a row to one of ten that want it at once', async () => {
      await ledger.add(CONTOSO, [row()]);
      const found = await only();
      const got = await Promise.all(Array.from({ length: 10 }, (_, n) => lease(found, `lease ${n}`)));
      assert.equal(got.filter((one) => one !== undefined).length, 1);
      assert.equal((await only()).state, 'leased');
    });

    it('gives nothing that is not due, or not yet', async () => {
      await ledger.add(CONTOSO, [row()]);
      const found = await only();
      await ledger.postpone(CONTOSO, found._id, at(60));
      assert.equal(await lease(found, 'too early', at(59)), undefined);
      await ledger.skip(CONTOSO, found._id, 'off');
      assert.equal(await lease(found, 'skipped', at(61)), undefined);
    });

    it('records a result under the lease that it was made under, and only there', async () => {
      const found = await leased();
      assert.equal(await ledger.settle(CONTOSO, { ...found, lease: 'another' }, { $set: { state: 'sent' } }), false);
      assert.equal(await ledger.settle(CONTOSO, found, { $set: { state: 'sent', messageId: '1' } }), true);
      const { lease: _l, leaseUntil, sender, due, state } = await only();
      assert.deepEqual({ _l, leaseUntil, sender, due, state }, { ...NONE, state: 'sent' });
      // Delivered twice, or late.
      assert.equal(await ledger.settle(CONTOSO, found, { $set: { state: 'due' } }), false);
      assert.equal((await only()).state, 'sent');
    });

    it('takes what a killed sender left for unknown, once its lease is over, whatever comes of it later', async () => {
      const found = await leased();
      assert.equal(await ledger.expireLeases(CONTOSO, at(89), { sender: 'two', others: false }), 0);
      assert.equal(await ledger.expireLeases(CONTOSO, at(90), { sender: 'two', others: false }), 1);
      assert.deepEqual([(await only()).state, (await only()).reason], ['unknown', 'killed']);
      assert.equal(await ledger.settle(CONTOSO, found, { $set: { state: 'sent' } }), false);
      assert.equal(await ledger.settle(CONTOSO, found, { $set: { state: 'due', due: NOW.toISOString() } }), false);
      assert.equal((await only()).state, 'unknown');
      assert.deepEqual(await ledger.due(CONTOSO, 9, at(900), NOBODY), []);
    });

    it('takes all of others for unknown at once where nobody else is alive, and its own only when they are over', async () => {
      const many = Array.from({ length: 501 }, (_, n) => row({ person: `person ${n}` }));
      await ledger.add(CONTOSO, many);
      const rows = await all();
      await Promise.all(rows.map((found) => lease(found, `lease of ${found.person}`)));
      assert.equal(await ledger.expireLeases(CONTOSO, at(1), { sender: 'one', others: true }), 0);
      assert.equal(await ledger.expireLeases(CONTOSO, at(1), { sender: 'two', others: true }), 501);
    });

    it('leaves what is on its way alone when it is skipped or put off', async () => {
      const found = await leased();
      await ledger.skip(CONTOSO, found._id, 'off');
      await ledger.postpone(CONTOSO, found._id, at(60));
      assert.equal((await only()).state, 'leased');
      assert.equal(await ledger.settle(CONTOSO, found, { $set: { state: 'sent' } }), true);
    });

    it('makes what was skipped due again, as if it had not been tried, where it is still skipped for that reason', async () => {
      const found = await leased();
      const tried = { state: 'skipped', reason: 'unreachable', tries: 3, since: NOW.toISOString(), recreated: true };
      await ledger.settle(CONTOSO, found, { $set: tried });
      const skipped = await only();
      await ledger.requeue(CONTOSO, { ...skipped, reason: 'off' }, at(60));
      assert.equal((await only()).state, 'skipped');
      await ledger.requeue(CONTOSO, skipped, at(60));
      const { state, reason, due, tries, since, recreated } = await only();
      assert.deepEqual(
        { state, reason, due, tries, since, recreated },
        {
          state: 'due',
          reason: undefined,
          due: at(60).toISOString(),
          tries: 3,
          since: undefined,
          recreated: undefined,
        },
      );
      // Sent meanwhile.
      const again = await lease(await only(), 'again', at(60));
      await ledger.settle(CONTOSO, again as Nudge, { $set: { state: 'sent' } });
      await ledger.requeue(CONTOSO, skipped, at(61));
      assert.equal((await only()).state, 'sent');
    });

    describe('of cards to be drawn anew', () => {
      let cards: SentCards;
      let _id: string;
      let leases = 0;
      const leasedCards = (now: Date): Promise<Nudge[]> =>
        cards.lease(CONTOSO, 9, {
          now,
          until: new Date(now.getTime() + 60_000),
          lease: () => `card ${++leases}`,
        });

      beforeEach(async () => {
        cards = new SentCards(ledger.collection);
        const found = await leased();
        ({ _id } = found);
        await cards.mark(CONTOSO, _id, NOW);
        // It is not there yet.
        assert.deepEqual(await leasedCards(NOW), []);
        await ledger.settle(CONTOSO, found, { $set: { state: 'sent', messageId: '1' } });
      });

      it('gives each to one, and is through with it when that says so', async () => {
        const got = (await Promise.all([leasedCards(NOW), leasedCards(NOW), leasedCards(NOW)])).flat();
        assert.equal(got.length, 1);
        await cards.settle(CONTOSO, got[0] as Nudge);
        const { cardDue, cardLease, cardUntil } = await only();
        assert.deepEqual([cardDue, cardLease, cardUntil], [undefined, undefined, undefined]);
        assert.deepEqual(await leasedCards(at(3600)), []);
      });

      it('gives it again where it was marked meanwhile, and not before the first one is through', async () => {
        const [first] = await leasedCards(NOW);
        await cards.mark(CONTOSO, _id, at(1));
        await cards.mark(CONTOSO, _id, at(2));
        assert.deepEqual(await leasedCards(at(3)), []);
        await cards.settle(CONTOSO, first as Nudge);
        const [second] = await leasedCards(at(3));
        await cards.settle(CONTOSO, second as Nudge);
        assert.deepEqual(await leasedCards(at(4)), []);
      });

      it('gives it again where it was marked meanwhile, also where the first one has to be tried again', async () => {
        const [first] = await leasedCards(NOW);
        await cards.mark(CONTOSO, _id, at(1));
        await cards.settle(CONTOSO, first as Nudge, { at: at(600), tries: 1 });
        const [second] = await leasedCards(at(2));
        assert.equal(second?.cardTries, undefined);
      });

      it('gives it again when it is to be tried again, and knows how often it was', async () => {
        const [first] = await leasedCards(NOW);
        await cards.settle(CONTOSO, first as Nudge, { at: at(10), tries: 1 });
        assert.deepEqual(await leasedCards(at(9)), []);
        assert.equal((await leasedCards(at(10)))[0]?.cardTries, 1);
      });

      it('gives it again where whoever had it was killed, and hears nothing more from that one', async () => {
        const [first] = await leasedCards(NOW);
        assert.deepEqual(await leasedCards(at(59)), []);
        const [second] = await leasedCards(at(60));
        assert.ok(second);
        await cards.settle(CONTOSO, first as Nudge);
        assert.equal((await only()).cardLease, second.cardLease);
      });
    });
  });
});

const NONE = { _l: undefined, leaseUntil: undefined, sender: undefined, due: undefined };
