/** Reminders while Teams fails: what is sent again, when, and what is not. One card a milestone, or a row that says why there is none. */
import { strict as assert } from 'node:assert';
import { AppCredentials } from 'botframework-connector';
import sinon from 'sinon';
import { People } from '../../src/people/people.ts';
import { ReminderContents } from '../../src/reminders/content.ts';
import type { Fault } from '../support/teams/faults.ts';
import type { Person } from '../support/teams.ts';
import { claimsOf, DAY, HOUR, MINUTE, NudgeHarness, SECOND } from './nudge-harness.ts';
import { eachEngine } from './simulation.ts';

const refused = (status: number, retryAfter?: string): Fault => ({
  status,
  ...(retryAfter !== undefined && { headers: { 'retry-after': retryAfter } }),
});

eachEngine('a reminder', (engine) => {
  let harness: NudgeHarness;
  let adele: Person;

  before(async () => {
    harness = await NudgeHarness.open(engine, { imported: { people: 60, each: 1 } });
  });
  beforeEach(async () => {
    await harness.morning();
    adele = await harness.owner();
  });
  afterEach(() => sinon.restore());
  after(() => harness?.dispose());

  it('is one request and one card', async () => {
    await harness.round();
    await harness.passInSteps(DAY, 2 * HOUR);
    await harness.round();
    assert.deepEqual(harness.requests(adele), ['card 201']);
    assert.equal(harness.cards(adele).length, 1);
    assert.deepEqual(await harness.ledger(adele), ['before-300 sent']);
  });

  describe('that Teams does not take now', () => {
    for (const [what, retryAfter, after] of [
      ['as many seconds as it asks for', () => '30', 30 * SECOND],
      ['until the date that it names', () => new Date(harness.now + 40 * SECOND).toUTCString(), 40 * SECOND],
      ['an hour where it asks for years', () => '999999999', HOUR],
    ] as const) {
      it(`waits ${what}, and not a moment less`, async () => {
        harness.fail(adele, [refused(429, retryAfter())]);
        await harness.round();
        await harness.pass(after - 1);
        assert.deepEqual(harness.requests(adele), ['card 429']);
        await harness.pass(1);
        assert.deepEqual(harness.requests(adele), ['card 429', 'card 201']);
        await harness.passInSteps(DAY, 2 * HOUR);
        assert.equal(harness.cards(adele).length, 1);
        assert.deepEqual(await harness.ledger(adele), ['before-300 sent']);
      });
    }

    for (const [what, fault] of [
      ['says 429 without a time', refused(429)],
      ['says 429 with no time to wait', refused(429, '0')],
      ['says 412', refused(412)],
      ['does not take the token of the bot', refused(401)],
    ] as const) {
      it(`waits longer each time where it ${what}`, async () => {
        harness.fail(
          adele,
          Array.from({ length: 4 }, () => fault),
        );
        await harness.round();
        const after: number[] = [];
        // Waits of 1, 2, 4 and 8 s, each shortened by up to the half.
        for (const step of [1, 2, 4, 8]) {
          await harness.pass((step * SECOND) / 2 - 1);
          after.push(harness.requests(adele).length);
          await harness.pass((step * SECOND) / 2 + 1);
          after.push(harness.requests(adele).length);
        }
        assert.deepEqual(after, [1, 2, 2, 3, 3, 4, 4, 5]);
        assert.equal(harness.cards(adele).length, 1);
      });
    }

    it('is not given up because it waited for the morning in between', async () => {
      harness.move(8 * HOUR - MINUTE);
      harness.fail(adele, [refused(429, '3600')]);
      await harness.round();
      // 16:59 on a Friday, too: three nights on.
      harness.move(3 * DAY);
      harness.fail(adele, [refused(429)]);
      await harness.morning();
      await harness.pass(MINUTE);
      assert.deepEqual(harness.requests(adele), ['card 429', 'card 429', 'card 201']);
      assert.deepEqual(await harness.ledger(adele), ['before-300 sent']);
    });

    it('is given up where it is refused for a day', async () => {
      harness.fail(
        adele,
        Array.from({ length: 40 }, () => refused(429, '3600')),
      );
      // Hours without end: nothing but the refusals holds it up.
      await harness.world.restart({ NUDGE_HOURS: '0-24', NOW: new Date(harness.now).toISOString() });
      await harness.round();
      await harness.passInSteps(30 * HOUR, HOUR);
      assert.deepEqual(await harness.ledger(adele), ['before-300 failed: tried for 24 hours, last: status 429']);
      assert.equal(harness.requests(adele).length, 26);
      await harness.restart();
    });
  });

  describe('whose answer is lost', () => {
    for (const [what, fault, cards] of [
      ['a 500 after it was delivered', { lost: true, status: 500 }, 1],
      ['a 502 after it was delivered', { lost: true, status: 502 }, 1],
      ['a 503 after it was delivered', { lost: true, status: 503 }, 1],
      ['a 504 after it was delivered', { lost: true, status: 504 }, 1],
      ['a 503 before it was delivered', { status: 503 }, 0],
      ['a 408', { status: 408 }, 0],
      ['a reset after it was delivered', { lost: true }, 1],
      ['a reset before it was delivered', { reset: true }, 0],
    ] as const) {
      it(`by ${what} is unknown, counted, and not sent again`, async () => {
        const before = await unknown();
        harness.fail(adele, [fault]);
        await harness.round();
        await harness.passInSteps(HOUR, 5 * MINUTE);
        await harness.morning();
        await harness.round();
        assert.deepEqual(harness.requests(adele), [`card ${'status' in fault ? fault.status : 0}`]);
        assert.equal(harness.cards(adele).length, cards);
        assert.deepEqual(await harness.ledger(adele), ['before-300 unknown: no answer']);
        assert.equal(await unknown(), before + 1);
      });
    }

    it('is past: the next day that they asked for comes', async () => {
      harness.fail(adele, [{ lost: true, status: 502 }]);
      await harness.round();
      await adele.chat.presses(harness.cards(adele)[0]?.cards[0] as never, 'Tomorrow');
      await harness.morning();
      await harness.round();
      assert.equal(harness.cards(adele).length, 2);
    });

    async function unknown(): Promise<number> {
      const response = await fetch(`http://127.0.0.1:${harness.world.app.port}/metrics`);
      return Number(/^cpor_nudges_unknown (\d+)$/m.exec(await response.text())?.[1]);
    }
  });

  describe('that nobody hears', () => {
    /** What the chat's service is, as the person's last message said. */
    const speaksFrom = (serviceUrl: string) => adele.chat.sends({ type: 'message', text: 'help', serviceUrl });

    it('since nobody listens there comes when somebody does, once', async () => {
      await speaksFrom('http://127.0.0.1:1/emea/');
      await harness.round();
      await harness.passInSteps(5 * MINUTE, MINUTE);
      assert.deepEqual(harness.requests(adele), []);
      const [row] = await harness.rows(adele);
      assert.deepEqual([row?.state, (row?.tries ?? 0) > 2], ['due', true]);
      await speaksFrom(harness.world.teams.serviceUrl);
      await harness.passInSteps(10 * MINUTE, MINUTE);
      assert.deepEqual(harness.requests(adele), ['card 201']);
      assert.equal(harness.cards(adele).length, 1);
    });

    it('since the bot has no token comes when it has one, once', async () => {
      const token = sinon.stub(AppCredentials.prototype, 'signRequest').rejects(new Error('no network'));
      await harness.round();
      await harness.passInSteps(5 * MINUTE, MINUTE);
      token.restore();
      assert.deepEqual(harness.requests(adele), []);
      await harness.passInSteps(10 * MINUTE, MINUTE);
      assert.deepEqual(harness.requests(adele), ['card 201']);
      assert.equal(harness.cards(adele).length, 1);
    });
  });

  describe('to somebody who has blocked the bot', () => {
    beforeEach(() => {
      adele.chat.conversation.blocked = true;
    });

    for (const [what, back] of [
      ['write', () => adele.chat.says('help')],
      ['install the bot again', () => adele.chat.install()],
    ] as const) {
      it(`is tried once, and comes when they ${what}`, async () => {
        await harness.round();
        for (let day = 0; day < 3; day++) {
          await harness.morning();
          await harness.round();
        }
        assert.deepEqual(harness.requests(adele), ['card 403']);
        assert.deepEqual(await harness.ledger(adele), ['before-300 skipped: unreachable']);
        adele.chat.conversation.blocked = false;
        await back();
        await harness.round();
        await harness.passInSteps(DAY, 4 * HOUR);
        assert.deepEqual(harness.requests(adele), ['card 403', 'card 201']);
        assert.equal(harness.cards(adele).length, 1);
      });
    }

    it('is tried for as long as anybody’s when they are back, whenever that is', async () => {
      await harness.round();
      harness.move(3 * DAY);
      await harness.morning();
      adele.chat.conversation.blocked = false;
      await adele.chat.says('help');
      harness.fail(adele, [refused(429)]);
      await harness.round();
      await harness.pass(MINUTE);
      assert.deepEqual(harness.requests(adele), ['card 403', 'card 429', 'card 201']);
    });

    it('is not tried before they are back where they had removed it', async () => {
      await adele.chat.uninstall();
      await harness.round();
      assert.deepEqual(harness.requests(adele), []);
      assert.deepEqual(await harness.ledger(adele), ['before-300 skipped: unreachable']);
      await adele.chat.install();
      await harness.round();
      assert.equal(harness.cards(adele).length, 1);
    });
  });

  describe('to a chat that is gone', () => {
    const gone = { status: 404 };

    it('has the chat made anew, once, and goes there', async () => {
      harness.fail(adele, [gone]);
      await harness.round();
      await harness.poll();
      assert.deepEqual(harness.requests(adele), ['card 404', 'chat 201', 'card 201']);
      const made = harness.sent(adele)[1]?.request.body as { tenantId: string };
      assert.equal(made.tenantId, adele.tenantId);
      assert.deepEqual(await harness.ledger(adele), ['before-300 sent']);
      assert.equal(harness.cards(adele).length, 1);
    });

    it('goes to the new one, also next time', async () => {
      const place = { ...adele.chat.conversation.place, id: 'a:1new' };
      harness.fail(adele, [gone]);
      harness.fail(adele, [{ status: 201, body: { id: place.id } }], 'chat');
      await harness.round();
      await harness.poll();
      const asked = () => harness.world.teams.count({ method: 'POST', url: /a%3A1new\/activities/ });
      // It is not there either: the second time is the last.
      assert.equal(asked(), 1);
      assert.deepEqual(harness.requests(adele), ['card 404', 'chat 201']);
      assert.deepEqual(await harness.ledger(adele), ['before-300 failed: gone']);
      await harness.passInSteps(DAY, 4 * HOUR);
      assert.equal(asked(), 1);
    });

    it('fails where it cannot be made anew', async () => {
      harness.fail(adele, [gone]);
      harness.fail(adele, [gone], 'chat');
      await harness.round();
      await harness.passInSteps(DAY, 4 * HOUR);
      assert.deepEqual(harness.requests(adele), ['card 404', 'chat 404']);
      assert.deepEqual(await harness.ledger(adele), ['before-300 failed: gone']);
    });

    it('waits for them where it may not be made anew', async () => {
      harness.fail(adele, [gone]);
      harness.fail(adele, [{ status: 403 }], 'chat');
      await harness.round();
      await harness.passInSteps(DAY, 4 * HOUR);
      assert.deepEqual(harness.requests(adele), ['card 404', 'chat 403']);
      assert.deepEqual(await harness.ledger(adele), ['before-300 skipped: unreachable']);
      await harness.morning();
      await adele.chat.says('help');
      await harness.round();
      assert.equal(harness.cards(adele).length, 1);
    });

    for (const [what, fault] of [
      ['a 429', { status: 429 }],
      ['a 503 after it was made', { lost: true, status: 503 }],
      ['a reset after it was made', { lost: true }],
    ] as const) {
      it(`is asked for once more after ${what}, since that gives the same chat`, async () => {
        harness.fail(adele, [gone, gone]);
        harness.fail(adele, [fault], 'chat');
        await harness.round();
        await harness.passInSteps(MINUTE, 5 * SECOND);
        const status = 'status' in fault ? fault.status : 0;
        assert.deepEqual(harness.requests(adele), ['card 404', `chat ${status}`, 'card 404', 'chat 201', 'card 201']);
        assert.equal(harness.cards(adele).length, 1);
      });
    }
  });

  describe('that can never arrive', () => {
    for (const status of [400, 413]) {
      it(`fails with a ${status}, and is not sent again`, async () => {
        harness.fail(adele, [{ status }]);
        await harness.round();
        await harness.passInSteps(DAY, 4 * HOUR);
        assert.deepEqual(harness.requests(adele), [`card ${status}`]);
        assert.deepEqual(await harness.ledger(adele), [`before-300 failed: status ${status}`]);
      });
    }

    it('is not tried where the bot knows no chat with them', async () => {
      const megan = harness.world.teams.person({ name: 'Megan Bowen', timeZone: 'UTC' });
      await megan.in(harness.world.teams.group('Partner incentives')).mentions('what is POE?');
      await harness.importClaims(megan, 1);
      await harness.round();
      assert.deepEqual(harness.requests(megan), []);
      assert.deepEqual(await harness.ledger(megan), ['before-300 skipped: unreachable']);
      await megan.chat.says('help');
      await harness.round();
      assert.equal(harness.cards(megan).length, 1);
    });
  });

  describe('at the last check', () => {
    /** Does it when the sender reads who the card is for. */
    function whenSending(person: Person, act: () => Promise<unknown>): void {
      const { get } = People.prototype;
      let before = true;
      sinon.stub(People.prototype, 'get').callsFake(async function (this: People, tenantId, userId) {
        if (userId === person.aadObjectId && before) {
          before = false;
          await act();
        }
        return get.call(this, tenantId, userId);
      });
    }

    /** Everything of a claim is in Partner Center. */
    async function confirm(person: Person, claimId = ''): Promise<void> {
      const shown = await person.chat.says(`claim ${claimId}`);
      await person.chat.presses(shown.card, 'Was already there');
    }

    it('is not sent where the last claim was confirmed a moment before', async () => {
      whenSending(adele, () => confirm(adele, claimsOf(adele)[0]));
      await harness.round();
      assert.deepEqual(harness.cards(adele), []);
      assert.deepEqual(await harness.ledger(adele), ['before-300 skipped: nothing open']);
    });

    it('says what is open then', async () => {
      const megan = await harness.owner(2);
      whenSending(megan, () => confirm(megan, claimsOf(megan)[0]));
      await harness.round();
      assert.match(harness.cards(megan)[0]?.text ?? '', /1 claim to collect POE for/);
    });

    it('is not sent where they have just turned reminders off, or asked for quiet', async () => {
      const megan = await harness.owner();
      whenSending(adele, () => adele.chat.says('reminders off'));
      await harness.round();
      assert.deepEqual(harness.cards(adele), []);
      assert.deepEqual(await harness.ledger(adele), ['before-300 skipped: off']);
      assert.equal(harness.cards(megan).length, 1);
      await adele.chat.says('reminders on');
      await harness.round();
      assert.equal(harness.cards(adele).length, 1);
    });

    it('comes a minute later where the store was away for a moment, and is not unknown', async () => {
      const get = sinon.stub(People.prototype, 'get').rejects(new Error('the store is away'));
      await harness.world.app.tick('rounds');
      await harness.poll();
      get.restore();
      await harness.pass(MINUTE);
      assert.deepEqual(harness.requests(adele), ['card 201']);
      assert.deepEqual(await harness.ledger(adele), ['before-300 sent']);
    });

    it('comes a minute later where it could not be drawn', async () => {
      const before = harness.world.teams.requests.length;
      const draw = sinon.stub(ReminderContents.prototype, 'of').rejects(new Error('no card'));
      await harness.round();
      draw.restore();
      await harness.pass(MINUTE);
      assert.deepEqual(harness.requests(adele, before), ['card 201']);
    });

    it('waits for the morning where the hours have ended meanwhile', async () => {
      harness.move(8 * HOUR - 3 * SECOND);
      harness.fail(adele, [refused(429, '10')]);
      await harness.round();
      await harness.passInSteps(MINUTE, SECOND);
      assert.deepEqual(harness.requests(adele), ['card 429']);
      await harness.morning();
      assert.deepEqual(harness.requests(adele), ['card 429', 'card 201']);
    });

    it('waits for the morning where there were too many before the hours ended', async () => {
      const all = [adele];
      for (let n = 0; n < 5; n++) all.push(await harness.owner());
      harness.move(8 * HOUR - 2 * SECOND - 50);
      await harness.round();
      const inTime = all.filter((one) => harness.cards(one).length === 1);
      assert.equal(inTime.length, 3);
      await harness.passInSteps(HOUR, 5 * MINUTE);
      assert.equal(all.filter((one) => harness.cards(one).length === 1).length, 3);
      await harness.morning();
      await harness.passInSteps(2 * SECOND, SECOND);
      for (const one of all) assert.deepEqual(harness.requests(one), ['card 201']);
    });
  });
});

eachEngine('a reminder of a campaign whose deadline is moved', (engine) => {
  it('is not sent beside that of the same milestone under the new one', async () => {
    const harness = await NudgeHarness.open(engine);
    try {
      const adele = await harness.owner();
      harness.fail(adele, [refused(429, '3600')]);
      await harness.round();
      await harness.world.restart({ CAMPAIGN_DEADLINE: '2020-07-01', NOW: new Date(harness.now).toISOString() });
      await harness.round();
      await harness.passInSteps(3 * HOUR, HOUR / 2);
      assert.equal(harness.cards(adele).length, 1);
      assert.deepEqual((await harness.ledger(adele)).sort(), ['before-300 sent', 'before-300 skipped: over']);
    } finally {
      await harness.dispose();
    }
  });
});
