/** A reminder that changes in the chat when what it shows has changed, also while Teams fails: what it says in the end is how things are. */
import { strict as assert } from 'node:assert';
import type { ClaimAction, ClaimsBody } from '../../src/tab/claims/api.ts';
import type { AdaptiveCard } from '../support/cards.ts';
import type { Sent } from '../support/teams/conversation.ts';
import type { Person } from '../support/teams.ts';
import { claimsOf, DAY, HOUR, MINUTE, NudgeHarness, SECOND } from './nudge-harness.ts';
import { eachEngine } from './simulation.ts';
import { importRows } from './world.ts';

eachEngine('a reminder in the chat', (engine) => {
  let harness: NudgeHarness;
  let adele: Person;
  let since: number;

  before(async () => {
    harness = await NudgeHarness.open(engine, { imported: { people: 20, each: 4 } });
  });
  beforeEach(async () => {
    await harness.morning();
    adele = await harness.owner(4);
    await harness.round();
    assert.equal(harness.cards(adele).length, 1);
    since = harness.mark;
  });
  after(() => harness?.dispose());

  const [first, second, third] = [0, 1, 2];
  const changes = (person = adele): string[] => harness.requests(person, since);
  /** The card as it stands in the chat. */
  const shown = ({ chat }: Person): Sent => {
    const [card] = harness.cards({ chat } as Person);
    const updates = chat.conversation.sent.filter(({ kind, id }) => kind === 'update' && id === card?.id);
    return updates.at(-1) ?? (card as Sent);
  };
  const struckIn = ({ cards }: Sent): number => (JSON.stringify(cards).match(/"strikethrough":true/g) ?? []).length;
  function assertShows(person: Person, toCollect: number): void {
    const wanted = toCollect === 1 ? /1 claim to collect/ : new RegExp(`${toCollect} claims to collect`);
    assert.match(shown(person).text, wanted);
  }

  async function confirm(n: number, person = adele): Promise<void> {
    const open = await person.chat.says(`claim ${claimsOf(person, 4)[n]}`);
    await person.chat.presses(open.card, 'Was already there');
  }

  it('is changed when a claim is done, and says so', async () => {
    await confirm(first);
    await harness.poll();
    assert.deepEqual(changes(), ['change 200']);
    assertShows(adele, 3);
    assert.ok(struckIn(shown(adele)) > 0);
    await harness.passInSteps(HOUR, 10 * MINUTE);
    assert.deepEqual(changes(), ['change 200']);
  });

  it('is changed when a claim is done on the page', async () => {
    const api = `http://127.0.0.1:${harness.world.app.port}/tab/api`;
    const headers = { 'x-tab-person': `${adele.tenantId}/${adele.aadObjectId}`, 'content-type': 'application/json' };
    const found = await fetch(`${api}/claims?text=${claimsOf(adele, 4)[second]}`, { headers });
    const { rows } = (await found.json()) as ClaimsBody;
    const confirm: ClaimAction = { kind: 'confirm', workload: 'exchange-online' };
    const body = JSON.stringify({ idempotencyKey: 'a press on the page', ...confirm });
    const done = await fetch(`${api}/claims/${rows[0]?.id}/actions`, { method: 'POST', headers, body });
    assert.equal(done.status, 200);
    await harness.poll();
    assert.deepEqual(changes(), ['change 200']);
    assertShows(adele, 3);
  });

  it('is changed when an import gives one of its claims to somebody else', async () => {
    const lynne = await harness.owner(1, { upn: 'lynner@contoso.example' });
    await harness.round();
    await importRows(harness.lead, [{ claim: claimsOf(adele, 4)[first] ?? '', owner: lynne.upn }], 'another owner.csv');
    await harness.passInSteps(5 * SECOND, SECOND);
    assertShows(adele, 3);
    assertShows(lynne, 2);
  });

  // Not on MongoDB, whose server removes by its own clock what has expired: the clock of these tests stands in the past.
  if (engine === 'sqlite')
    it('is changed when an import that took one of its claims away is undone, and a claim that a lead removes leaves it', async () => {
      const claim = claimsOf(adele, 4)[first] ?? '';
      await importRows(harness.lead, [{ claim, owner: 'nobody@contoso.example' }], 'mistake.csv');
      await harness.passInSteps(5 * SECOND, SECOND);
      assertShows(adele, 3);
      const { chat } = harness.lead;
      const undone = await chat.presses((await chat.says('imports')).card, 'Undo this import', {}, { index: 0 });
      assert.match(undone.text, /As before\s+1/);
      await harness.passInSteps(5 * SECOND, SECOND);
      assertShows(adele, 4);
      const form = await chat.presses((await chat.says(`claim ${claim}`)).card, 'Remove');
      await chat.presses(form.card, 'Remove claim', { reason: 'a test of ours' });
      await harness.passInSteps(5 * SECOND, SECOND);
      assertShows(adele, 3);
    });

  it('says how things are after several changes at once', async () => {
    const open: AdaptiveCard[] = [];
    for (const n of [first, second, third]) open.push((await adele.chat.says(`claim ${claimsOf(adele, 4)[n]}`)).card);
    await Promise.all(open.map((card) => adele.chat.presses(card, 'Was already there')));
    await harness.poll();
    await harness.passInSteps(5 * SECOND, SECOND);
    assertShows(adele, 1);
    assert.ok(changes().length <= 3, `${changes()}`);
    const before = changes().length;
    await harness.passInSteps(HOUR, 10 * MINUTE);
    assert.equal(changes().length, before);
  });

  it('says how things are where something changes while it is being changed, whatever arrives last', async () => {
    const held = harness.world.teams.inject({ hold: true }, { method: 'PUT' });
    await confirm(first);
    harness.world.app.outbox.wake();
    await held.reached;
    await confirm(second);
    // Nothing overtakes the one that is on its way.
    harness.move(SECOND);
    harness.world.app.outbox.wake();
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    assert.equal(changes().length, 1);
    held.release();
    await harness.world.app.outbox.idle();
    await harness.passInSteps(3 * SECOND, SECOND);
    assert.deepEqual(changes(), ['change 200', 'change 200']);
    assertShows(adele, 2);
  });

  it('is changed again after anything that may pass, since a change twice is a change', async () => {
    harness.fail(adele, [{ status: 503 }, { lost: true, status: 502 }, { reset: true }, { lost: true }], 'change');
    await confirm(first);
    await harness.poll();
    await harness.passInSteps(MINUTE, SECOND);
    assert.deepEqual(changes(), ['change 503', 'change 502', 'change 0', 'change 0', 'change 200']);
    assertShows(adele, 3);
    assert.equal(harness.cards(adele).length, 1);
  });

  it('waits as long as a 429 asks for, and what else is to be written there with it', async () => {
    harness.fail(adele, [{ status: 429, headers: { 'retry-after': '30' } }], 'change');
    await confirm(first);
    await harness.poll();
    await confirm(second);
    await harness.pass(29 * SECOND);
    assert.deepEqual(changes(), ['change 429']);
    await harness.pass(SECOND);
    assert.deepEqual(changes(), ['change 429', 'change 200']);
    assertShows(adele, 2);
  });

  it('is left to refresh by itself after five times in vain, and changed again with the next change', async () => {
    harness.fail(
      adele,
      Array.from({ length: 5 }, () => ({ status: 429 })),
      'change',
    );
    await confirm(first);
    await harness.poll();
    await harness.passInSteps(HOUR, MINUTE);
    assert.deepEqual(
      changes(),
      Array.from({ length: 5 }, () => 'change 429'),
    );
    await confirm(second);
    await harness.poll();
    await harness.passInSteps(MINUTE, SECOND);
    assertShows(adele, 2);
  });

  it('is changed once it is there where something changed while it was on its way', async () => {
    const megan = await harness.owner(4);
    const [held] = harness.fail(megan, [{ hold: true }]);
    await harness.world.app.tick('rounds');
    harness.world.app.outbox.wake();
    await held?.reached;
    await confirm(first, megan);
    held?.release();
    await harness.world.app.outbox.idle();
    await harness.poll();
    assert.deepEqual(changes(megan), ['card 201', 'change 200']);
    assert.match(harness.cards(megan)[0]?.text ?? '', /4 claims to collect/);
    assertShows(megan, 3);
  });

  it('that they have deleted stays deleted', async () => {
    harness.fail(adele, [{ status: 404 }, { status: 404 }], 'change');
    await confirm(first);
    await harness.poll();
    await harness.passInSteps(HOUR, 10 * MINUTE);
    assert.deepEqual(changes(), ['change 404']);
    await confirm(second);
    await harness.poll();
    await harness.passInSteps(HOUR, 10 * MINUTE);
    assert.deepEqual(changes(), ['change 404', 'change 404']);
  });

  it('of somebody who has blocked the bot meanwhile is tried once, and nothing else is sent before they are back', async () => {
    await confirm(first);
    harness.fail(adele, [{ status: 403 }], 'change');
    await harness.poll();
    assert.deepEqual(changes(), ['change 403']);
    await harness.world.app.outbox.idle();
    await harness.passInSteps(DAY, 6 * HOUR);
    assert.deepEqual(changes(), ['change 403']);
    await confirm(second);
    await harness.poll();
    assert.deepEqual(changes(), ['change 403', 'change 200']);
    assertShows(adele, 2);
  });

  it('goes on without a claim that somebody else owns now, and theirs with it', async () => {
    const megan = await harness.owner(1, { upn: 'meganb@contoso.example' });
    await harness.pass(SECOND);
    await harness.round();
    assertShows(megan, 1);
    await harness.lead.chat.says(`assign ${claimsOf(adele)[0]} to ${megan.upn}`);
    await harness.passInSteps(2 * SECOND, SECOND);
    assertShows(adele, 3);
    assertShows(megan, 2);
    assert.equal(struckIn(shown(adele)), 0);
    assert.doesNotMatch(shown(adele).text, new RegExp(`${claimsOf(adele)[0]}\\b`));
  });

  it('says that all is done in the end, and nothing more comes', async () => {
    for (const n of [first, second, third, 3]) await confirm(n);
    await harness.passInSteps(3 * SECOND, SECOND);
    assert.match(shown(adele).text, /done/i);
    await harness.morning();
    await harness.round();
    assert.equal(harness.cards(adele).length, 1);
  });
});
