/** A reminder that changes in the chat when what it shows has changed, also while Teams fails: what it says in the end is how things are. */
import { strict as assert } from 'node:assert';
import type { AdaptiveCard } from '../support/cards.ts';
import type { Sent } from '../support/teams/conversation.ts';
import type { Person } from '../support/teams.ts';
import { claimsOf, DAY, HOUR, Hold, MINUTE, SECOND } from './nudge-hold.ts';
import { eachEngine } from './simulation.ts';
import { importRows } from './world.ts';

eachEngine('a reminder in the chat', (engine) => {
  let hold: Hold;
  let adele: Person;
  let since: number;

  before(async () => {
    hold = await Hold.open(engine, { claimed: { people: 20, each: 4 } });
  });
  beforeEach(async () => {
    await hold.morning();
    adele = await hold.owner(4);
    await hold.round();
    assert.equal(hold.cards(adele).length, 1);
    since = hold.mark;
  });
  after(() => hold?.dispose());

  const [first, second, third] = [0, 1, 2];
  const changes = (person = adele): string[] => hold.requests(person, since);
  /** The card as it stands in the chat. */
  const shown = ({ chat }: Person): Sent => {
    const [card] = hold.cards({ chat } as Person);
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
    await hold.look();
    assert.deepEqual(changes(), ['change 200']);
    assertShows(adele, 3);
    assert.ok(struckIn(shown(adele)) > 0);
    await hold.passing(HOUR, 10 * MINUTE);
    assert.deepEqual(changes(), ['change 200']);
  });

  it('is changed when an import gives one of its claims to somebody else', async () => {
    const lynne = await hold.owner(1, { upn: 'lynner@contoso.example' });
    await hold.round();
    await importRows(hold.lead, [{ claim: claimsOf(adele, 4)[first] ?? '', owner: lynne.upn }], 'another owner.csv');
    await hold.passing(5 * SECOND, SECOND);
    assertShows(adele, 3);
    assertShows(lynne, 2);
  });

  it('says how things are after several changes at once', async () => {
    const open: AdaptiveCard[] = [];
    for (const n of [first, second, third]) open.push((await adele.chat.says(`claim ${claimsOf(adele, 4)[n]}`)).card);
    await Promise.all(open.map((card) => adele.chat.presses(card, 'Was already there')));
    await hold.look();
    await hold.passing(5 * SECOND, SECOND);
    assertShows(adele, 1);
    assert.ok(changes().length <= 3, `${changes()}`);
    const before = changes().length;
    await hold.passing(HOUR, 10 * MINUTE);
    assert.equal(changes().length, before);
  });

  it('says how things are where something changes while it is being changed, whatever arrives last', async () => {
    const held = hold.world.teams.inject({ hold: true }, { method: 'PUT' });
    await confirm(first);
    hold.world.app.outbox.wake();
    await held.reached;
    await confirm(second);
    // Nothing overtakes the one that is on its way.
    hold.move(SECOND);
    hold.world.app.outbox.wake();
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    assert.equal(changes().length, 1);
    held.release();
    await hold.world.app.outbox.idle();
    await hold.passing(3 * SECOND, SECOND);
    assert.deepEqual(changes(), ['change 200', 'change 200']);
    assertShows(adele, 2);
  });

  it('is changed again after anything that may pass, since a change twice is a change', async () => {
    hold.fail(adele, [{ status: 503 }, { lost: true, status: 502 }, { reset: true }, { lost: true }], 'change');
    await confirm(first);
    await hold.look();
    await hold.passing(MINUTE, SECOND);
    assert.deepEqual(changes(), ['change 503', 'change 502', 'change 0', 'change 0', 'change 200']);
    assertShows(adele, 3);
    assert.equal(hold.cards(adele).length, 1);
  });

  it('waits as long as a 429 asks for, and what else is to be written there with it', async () => {
    hold.fail(adele, [{ status: 429, headers: { 'retry-after': '30' } }], 'change');
    await confirm(first);
    await hold.look();
    await confirm(second);
    await hold.pass(29 * SECOND);
    assert.deepEqual(changes(), ['change 429']);
    await hold.pass(SECOND);
    assert.deepEqual(changes(), ['change 429', 'change 200']);
    assertShows(adele, 2);
  });

  it('is left to refresh by itself after five times in vain, and changed again with the next change', async () => {
    hold.fail(
      adele,
      Array.from({ length: 5 }, () => ({ status: 429 })),
      'change',
    );
    await confirm(first);
    await hold.look();
    await hold.passing(HOUR, MINUTE);
    assert.deepEqual(
      changes(),
      Array.from({ length: 5 }, () => 'change 429'),
    );
    await confirm(second);
    await hold.look();
    await hold.passing(MINUTE, SECOND);
    assertShows(adele, 2);
  });

  it('is changed once it is there where something changed while it was on its way', async () => {
    const megan = await hold.owner(4);
    const [held] = hold.fail(megan, [{ hold: true }]);
    await hold.world.app.tick('rounds');
    hold.world.app.outbox.wake();
    await held?.reached;
    await confirm(first, megan);
    held?.release();
    await hold.world.app.outbox.idle();
    await hold.look();
    assert.deepEqual(changes(megan), ['card 201', 'change 200']);
    assert.match(hold.cards(megan)[0]?.text ?? '', /4 claims to collect/);
    assertShows(megan, 3);
  });

  it('that they have deleted stays deleted', async () => {
    hold.fail(adele, [{ status: 404 }, { status: 404 }], 'change');
    await confirm(first);
    await hold.look();
    await hold.passing(HOUR, 10 * MINUTE);
    assert.deepEqual(changes(), ['change 404']);
    await confirm(second);
    await hold.look();
    await hold.passing(HOUR, 10 * MINUTE);
    assert.deepEqual(changes(), ['change 404', 'change 404']);
  });

  it('of somebody who has blocked the bot meanwhile is tried once, and nothing else is sent before they are back', async () => {
    await confirm(first);
    hold.fail(adele, [{ status: 403 }], 'change');
    await hold.look();
    assert.deepEqual(changes(), ['change 403']);
    await hold.world.app.outbox.idle();
    await hold.passing(DAY, 6 * HOUR);
    assert.deepEqual(changes(), ['change 403']);
    await confirm(second);
    await hold.look();
    assert.deepEqual(changes(), ['change 403', 'change 200']);
    assertShows(adele, 2);
  });

  it('goes on without a claim that somebody else owns now, and theirs with it', async () => {
    const megan = await hold.owner(1, { upn: 'meganb@contoso.example' });
    await hold.pass(SECOND);
    await hold.round();
    assertShows(megan, 1);
    await hold.lead.chat.says(`assign ${claimsOf(adele)[0]} to ${megan.upn}`);
    await hold.passing(2 * SECOND, SECOND);
    assertShows(adele, 3);
    assertShows(megan, 2);
    assert.equal(struckIn(shown(adele)), 0);
    assert.doesNotMatch(shown(adele).text, new RegExp(`${claimsOf(adele)[0]}\\b`));
  });

  it('says that all is done in the end, and nothing more comes', async () => {
    for (const n of [first, second, third, 3]) await confirm(n);
    await hold.passing(3 * SECOND, SECOND);
    assert.match(shown(adele).text, /done/i);
    await hold.morning();
    await hold.round();
    assert.equal(hold.cards(adele).length, 1);
  });
});
