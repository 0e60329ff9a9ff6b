import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Orders } from '../../src/delivery/orders.ts';
import { type AdaptiveCard, buttons, type InputValues, input } from '../support/cards.ts';
import type { Answer, Person } from '../support/teams.ts';
import {
  claim,
  DAY_MS,
  eachEngine,
  forges,
  forgesSubmit,
  HOUR_MS,
  LEAD,
  mark,
  Simulation,
  sentTo,
  shownIn,
  textOf,
} from './simulation.ts';
import { importRows } from './world.ts';

const NOTICE = /Who it is for/;
const EVERYONE = { audience: 'everyone' };
/** Not to the lead, in whose chat it would stand between the cards of an old client. */
const TO_OWNERS = { audience: 'customer', customer: 'Contoso Retail' };
const OTHER_TENANT = '22222222-2222-4222-8222-222222222222';
/** Nobody is reminded: what is sent unasked was shared. */
const SILENT = { NUDGE_DAYS: 'off' };

const notices = (person: Person, since = 0) => sentTo(person, since).filter(({ text }) => NOTICE.test(text));
const sendTitle = (card: AdaptiveCard): string =>
  String(buttons(card).find(({ verb }) => verb === 'announce.send')?.title ?? '');

eachEngine('an announcement', (engine) => {
  let simulation: Simulation;
  let lead: Person;
  let adele: Person;
  let alex: Person;
  beforeEach(async () => {
    simulation = await Simulation.open(engine, SILENT);
    lead = simulation.lead;
    adele = await simulation.owner('Adele Vance');
    alex = await simulation.owner('Alex Wilber');
    await importRows(lead, [
      claim('CLM-1', adele.upn, { customer: 'Fabrikam', program: 'OSA Sell' }),
      claim('CLM-2', alex.upn, { customer: 'Contoso Retail' }),
      claim('CLM-3', adele.upn, { customer: 'Contoso Retail' }),
    ]);
  });
  afterEach(async () => {
    sinon.restore();
    await simulation?.dispose();
  });

  async function check(values: InputValues): Promise<Answer> {
    const form = await lead.chat.says('announce');
    return lead.chat.presses(form.card, 'See whom it reaches', values);
  }
  const send = (card: AdaptiveCard, how: { times?: number; atOnce?: boolean; activityId?: string } = {}) =>
    lead.chat.presses(card, sendTitle(card), {}, how);
  async function share(values: InputValues): Promise<Answer> {
    return send((await check(values)).card);
  }
  const marksOf = (...people: Person[]) => people.map((person) => [person, mark(person)] as const);
  const got = (marks: readonly (readonly [Person, number])[]) =>
    marks.map(([person, since]) => notices(person, since).length);

  it('goes to everyone who has the bot, with the lead’s line and name, and says how to end such messages', async () => {
    const marks = marksOf(lead, adele, alex);
    const checked = await check({ ...EVERYONE, line: 'Please look at your claims this week.' });
    assert.match(checked.text, /^3 people get it\nEveryone who has the bot\nIt goes out in their working hours\./m);
    assert.match(checked.text, /“Please look at your claims this week\.”/);
    const sent = await send(checked.card);
    assert.match(sent.text, /Shared by Isaiah Langer, Jun 16, 2020, 9:0\d\sAM/);
    assert.match(sent.text, /3\nstill to be sent/);
    await simulation.round();
    assert.deepEqual(got(marks), [1, 1, 1]);
    const text = notices(adele)[0]?.text ?? '';
    assert.match(text, /Isaiah Langer writes:\n“Please look at your claims this week\.”/);
    assert.match(text, /14 days left, until June 30, 2020/);
    assert.match(text, /Starting July 1, 2020/);
    assert.match(text, /Updating is strongly recommended/);
    assert.match(text, /write “reminders off” at any time/);
    assert.doesNotMatch(text, /required|mandatory|must/);
    await simulation.after(DAY_MS);
    assert.deepEqual(got(marks), [1, 1, 1]);
  });

  it('goes out without a line as well', async () => {
    const checked = await check(EVERYONE);
    assert.match(checked.text, /No line of your own/);
    await send(checked.card);
    await simulation.round();
    assert.match(notices(adele)[0]?.text ?? '', /Isaiah Langer shares this with you\./);
  });

  it('goes to the owners of a program only', async () => {
    const marks = marksOf(lead, adele, alex);
    const checked = await check({ audience: 'program', program: 'OSA Sell' });
    assert.match(checked.text, /1 person gets it\nOwners of claims in OSA Sell/);
    await send(checked.card);
    await simulation.round();
    assert.deepEqual(got(marks), [0, 1, 0]);
  });

  it('goes to the owners of a customer, by whatever spelling of the name', async () => {
    const marks = marksOf(lead, adele, alex);
    const checked = await check({ audience: 'customer', customer: '  contoso  RETAIL ' });
    assert.match(checked.text, /2 people get it\nOwners of claims for Contoso Retail/);
    await send(checked.card);
    await simulation.round();
    assert.deepEqual(got(marks), [0, 1, 1]);
  });

  it('goes to all owners of a customer who is named by one claim ID', async () => {
    const marks = marksOf(lead, adele, alex);
    const checked = await check({ audience: 'customer', customer: 'clm-2' });
    assert.match(checked.text, /2 people get it\nOwners of claims for Contoso Retail/);
    await send(checked.card);
    await simulation.round();
    assert.deepEqual(got(marks), [0, 1, 1]);
  });

  it('asks again where something is missing or not known, with all that was entered', async () => {
    for (const [values, problem] of [
      [{ audience: 'program', line: 'Mine' }, /Choose a program first/],
      [{ audience: 'customer', line: 'Mine' }, /Enter the customer’s name, or one of their claim IDs/],
      [{ audience: 'customer', customer: '   ', line: 'Mine' }, /Enter the customer’s name/],
      [{ audience: 'customer', customer: 'Nobody & Sons', line: 'Mine' }, /I know no claim of Nobody & Sons\. Check/],
      [{ audience: 'customer', customer: '\u0301', line: 'Mine' }, /I know no claim of/],
    ] as const) {
      const again = await check(values);
      assert.match(again.text, problem);
      assert.equal(input(again.card, 'line').value, 'Mine');
      assert.equal(input(again.card, 'audience').value, values.audience);
    }
    const form = (await lead.chat.says('announce')).card;
    const forged = await lead.chat.presses(
      form,
      'See whom it reaches',
      { audience: 'program', program: 'No such program' },
      { force: true },
    );
    assert.match(forged.text, /I know no claim in this program/);
    const nobody = await lead.chat.presses(
      (await lead.chat.says('announce')).card,
      'See whom it reaches',
      { audience: 'the world' },
      { force: true },
    );
    assert.match(nobody.text, /Choose who gets it/);
  });

  it('takes a line of 500 characters, with line breaks and markup, as it is', async () => {
    const line =
      `**Bold** <b>x</b> \${name} {{DATE(2020)}} [link](https://contoso.example)\nSecond "line" \\ \u{1F600}\n`.padEnd(
        500,
        'é',
      );
    assert.equal(line.length, 500);
    const checked = await check({ ...EVERYONE, line });
    await send(checked.card);
    await simulation.round();
    const text = (notices(adele)[0]?.text ?? '').replaceAll('\u200B', '');
    assert.ok(text.includes('“**Bold** <b>x</b> ${name} {{DATE(2020)}} [link](https://contoso.example)\n'));
    assert.ok(text.includes(`\nSecond "line" \\ \u{1F600}\n`));
    assert.ok(text.includes(`${line.slice(line.indexOf('é'))}”`));
    const changed = await lead.chat.presses((await check({ ...EVERYONE, line })).card, 'Change');
    assert.equal(input(changed.card, 'line').value, line.trim());
  });

  it('takes 500 characters of a client that writes line breaks as two', async () => {
    const line = `${'x\r\n'.repeat(200)}${'y'.repeat(100)}`;
    const form = (await lead.chat.says('announce')).card;
    const checked = await lead.chat.presses(form, 'See whom it reaches', { ...EVERYONE, line });
    assert.match(checked.text, /3 people get it/);
  });

  it('draws 500 characters of the widest kinds', async () => {
    for (const character of ['\u0001', '"', '語', '\u{1F600}']) {
      const line = character.repeat(500 / character.length);
      assert.match((await share({ ...EVERYONE, line })).text, /Shared by Isaiah Langer/);
    }
    await simulation.round();
    assert.equal(notices(adele).length, 4);
  });

  it('asks for a shorter line above 500 characters', async () => {
    const again = await check({ ...EVERYONE, line: 'x'.repeat(501) });
    assert.match(again.text, /Your line is too long\. Please keep it to 500 characters\./);
  });

  it('says of a customer’s name of any length that it is too long, or not known', async () => {
    for (const [length, said] of [
      [201, /I know no claim of [x\u200B]+…/],
      [301, /I know no claim of [x\u200B]+…/],
      [5_000, /too long for a customer’s name\. Please enter it as the export has it/],
    ] as const) {
      const form = (await lead.chat.says('announce')).card;
      const customer = 'x'.repeat(length);
      const entered = { audience: 'customer', customer };
      const again = await lead.chat.presses(form, 'See whom it reaches', entered, { force: true });
      assert.match(again.text, said);
      assert.match((await lead.chat.presses(form, 'See whom it reaches', EVERYONE)).text, /3 people get it/);
    }
  });

  it('leaves out who turned messages off, and says so', async () => {
    await alex.chat.says('reminders off');
    const marks = marksOf(adele, alex);
    const checked = await check(EVERYONE);
    assert.match(checked.text, /2 people get it/);
    assert.match(checked.text, /1 person turned messages off and is left out/);
    const sent = await send(checked.card);
    await simulation.round();
    assert.deepEqual(got(marks), [1, 0]);
    assert.match((await progressOf(sent)).text, /1\nturned messages off/);
  });

  it('leaves out who turned messages off after it was ordered', async () => {
    const megan = await simulation.owner('Megan Bowen', { timeZone: 'Asia/Tokyo' });
    const since = mark(megan);
    await share(EVERYONE);
    await simulation.round();
    await megan.chat.says('reminders off');
    const later = mark(megan);
    await simulation.after(9 * HOUR_MS);
    assert.deepEqual([notices(megan, since).length, notices(megan, later).length], [0, 0]);
  });

  it('waits for everybody’s own hours', async () => {
    const megan = await simulation.owner('Megan Bowen', { timeZone: 'Asia/Tokyo' });
    const marks = marksOf(adele, megan);
    const sent = await share(EVERYONE);
    await simulation.round();
    assert.deepEqual(got(marks), [1, 0]);
    assert.match((await progressOf(sent)).text, /3\ngot it\n0\nof them pressed “I have read it”\n1\nstill to be sent/);
    await simulation.after(8 * HOUR_MS);
    assert.deepEqual(got(marks), [1, 1]);
    assert.match((await progressOf(sent)).text, /4\ngot it/);
  });

  it('names who was not reached, and why', async () => {
    await alex.chat.uninstall();
    await importRows(lead, [
      claim('CLM-4', 'Fernandez, Patti', { customer: 'Contoso Retail' }),
      claim('CLM-5', 'meganb@contoso.example', { customer: 'Contoso Retail' }),
    ]);
    // Known from a group, where nothing can be sent to her alone.
    await simulation.person('Megan Bowen').in(simulation.world.teams.group('Renewals')).mentions('help');
    const checked = await check({ audience: 'customer', customer: 'Contoso Retail' });
    const unreached = [/Without the bot: Megan Bowen, Patti Fernandez/, /Removed or blocked the bot: Alex Wilber/];
    assert.match(checked.text, /1 person gets it/);
    for (const line of unreached) assert.match(checked.text, line);
    const sent = await send(checked.card);
    for (const line of unreached) assert.match(sent.text, line);
    await simulation.round();
    const progress = await progressOf(sent);
    assert.match(progress.text, /1\ngot it/);
    for (const line of unreached) assert.match(progress.text, line);
  });

  it('names who turned out to have blocked the bot', async () => {
    alex.chat.conversation.blocked = true;
    const sent = await share(EVERYONE);
    await simulation.round();
    const progress = await progressOf(sent);
    assert.match(progress.text, /2\ngot it/);
    assert.match(progress.text, /Removed or blocked the bot: Alex Wilber/);
  });

  it('counts “I have read it” once for each, and thanks', async () => {
    const sent = await share(EVERYONE);
    await simulation.round();
    const read = await adele.chat.presses(shownIn(adele), 'I have read it', {}, { times: 3, atOnce: true });
    assert.match(read.text, /You have read it\. Thank you\./);
    assert.doesNotMatch(textOf(read.card), /I have read it/);
    await adele.chat.presses(notices(adele)[0]?.cards[0] ?? shownIn(adele), 'I have read it');
    assert.match((await progressOf(sent)).text, /3\ngot it\n1\nof them pressed “I have read it”/);
    await alex.chat.submits(notices(alex)[0]?.cards[0] ?? shownIn(alex), 'I have read it');
    assert.match((await progressOf(sent)).text, /2\nof them pressed “I have read it”/);
  });

  it('refreshes itself: read stays read', async () => {
    await share(EVERYONE);
    await simulation.round();
    const card = notices(adele)[0]?.cards[0] as AdaptiveCard & { refresh?: { action: { verb: string; data: object } } };
    await adele.chat.presses(card, 'I have read it');
    const { verb, data } = card.refresh?.action ?? { verb: '', data: {} };
    assert.match((await forges(adele.chat, verb, data)).text, /You have read it/);
  });

  it('counts nobody who did not get it, and shows them nothing', async () => {
    const megan = await simulation.owner('Megan Bowen', { timeZone: 'Asia/Tokyo' });
    await alex.chat.says('reminders off');
    const sent = await share({ ...EVERYONE, line: 'Between us' });
    await simulation.round();
    const order = orderOf(sent);
    const lynne = await simulation.owner('Lynne Robbins');
    // Megan's is still due, Alex has messages off, Lynne came too late.
    for (const { chat } of [megan, alex, lynne])
      for (const verb of ['announcement.read', 'announcement.card'])
        for (const press of [forges, forgesSubmit]) {
          const answer = await press(chat, verb, { order });
          assert.match(answer.text, /I cannot find this announcement/);
          assert.doesNotMatch(answer.text, /Between us/);
        }
    assert.match((await progressOf(sent)).text, /0\nof them pressed “I have read it”/);
    await simulation.after(8 * HOUR_MS);
    assert.match((await progressOf(sent)).text, /3\ngot it\n0\nof them pressed “I have read it”/);
    assert.match(notices(megan)[0]?.text ?? '', /Between us/);
    assert.doesNotMatch(notices(megan)[0]?.text ?? '', /You have read it/);
  });

  it('counts as got what was read, where the answer to the sending was lost', async () => {
    const checked = await check({ audience: 'program', program: 'OSA Sell' });
    simulation.world.teams.inject({ lost: true, status: 502 }, { method: 'POST' });
    const sent = await send(checked.card);
    await simulation.round();
    assert.match((await progressOf(sent)).text, /0\ngot it\n0\nof them .*\n1\nmay have got it/);
    assert.equal(notices(adele).length, 1);
    await adele.chat.presses(shownIn(adele), 'I have read it');
    const { text } = await progressOf(sent);
    assert.match(text, /1\ngot it\n1\nof them pressed “I have read it”/);
    assert.doesNotMatch(text, /may have got it/);
  });

  it('says what could not be delivered', async () => {
    const checked = await check({ audience: 'program', program: 'OSA Sell' });
    simulation.world.teams.inject({ status: 400 }, { method: 'POST' });
    const sent = await send(checked.card);
    await simulation.round();
    assert.match((await progressOf(sent)).text, /0\ngot it\n0\nof them .*\n1\ncould not be delivered/);
    assert.match((await forges(adele.chat, 'announcement.read', { order: orderOf(sent) })).text, /I cannot find/);
  });

  it('is sent once, however often its button is pressed', async () => {
    const marks = marksOf(adele, alex);
    const { card } = await check(EVERYONE);
    await send(card, { times: 4, atOnce: true, activityId: 'new' });
    await simulation.round();
    const again = await send(card);
    assert.match(again.text, /3\ngot it/);
    await lead.chat.submits(card, sendTitle(card));
    await simulation.round();
    assert.deepEqual(got(marks), [1, 1]);
  });

  it('shows what came of it for a second press, also where nobody owns such claims any more', async () => {
    const { card } = await check({ audience: 'program', program: 'OSA Sell' });
    await send(card);
    await simulation.round();
    await importRows(lead, [claim('CLM-1', adele.upn, { customer: 'Fabrikam', program: 'OSU Microsoft 365' })]);
    const again = await send(card);
    assert.match(again.text, /Who got the notice/);
    assert.match(again.text, /1\ngot it/);
    assert.doesNotMatch(again.text, /I know no claim/);
  });

  it('is another one where the form of a sent one is filled in differently', async () => {
    const marks = marksOf(adele, alex);
    const form = (await lead.chat.says('announce')).card;
    const first = await lead.chat.submits(form, 'See whom it reaches', { ...TO_OWNERS, line: 'First' });
    const second = await lead.chat.submits(form, 'See whom it reaches', { ...TO_OWNERS, line: 'Second' });
    await lead.chat.submits(first.card, sendTitle(first.card));
    await simulation.round();
    // An old client leaves the form and both cards in the chat.
    const looked = await lead.chat.submits(second.card, sendTitle(second.card));
    assert.match(looked.text, /“Second”/);
    assert.match(looked.text, /2 people get it/);
    assert.match(looked.text, /Another one of yours went out from this form/);
    await simulation.round();
    assert.deepEqual(got(marks), [1, 1]);
    await lead.chat.submits(looked.card, sendTitle(looked.card));
    const third = await lead.chat.submits(form, 'See whom it reaches', { ...TO_OWNERS, line: 'Third' });
    await lead.chat.submits(third.card, sendTitle(third.card));
    await simulation.round();
    assert.deepEqual(got(marks), [3, 3]);
    const lines = notices(adele).map(({ text }) => /“(\w+)”\n/.exec(text)?.[1]);
    assert.deepEqual(lines, ['First', 'Second', 'Third']);
  });

  it('goes by what is there when it is sent, not by what the check said', async () => {
    const { card } = await check({ audience: 'customer', customer: 'Fabrikam' });
    assert.equal(sendTitle(card), 'Send to 1 person');
    await importRows(lead, [claim('CLM-9', alex.upn, { customer: 'Fabrikam' })]);
    const marks = marksOf(adele, alex);
    assert.match((await send(card)).text, /2\nstill to be sent/);
    await simulation.round();
    assert.deepEqual(got(marks), [1, 1]);
  });

  it('is not sent where the claims that it goes by, or the people, are gone meanwhile', async () => {
    const program = await check({ audience: 'program', program: 'OSA Sell' });
    const customer = await check({ audience: 'customer', customer: 'CLM-2' });
    await importRows(lead, [claim('CLM-1', adele.upn, { customer: 'Fabrikam', program: 'OSU Microsoft 365' })]);
    assert.match((await send(program.card)).text, /I know no claim in this program/);
    await adele.chat.uninstall();
    await alex.chat.says('reminders off');
    const marks = marksOf(adele, alex);
    const again = await send(customer.card);
    assert.match(again.text, /Nobody would get it/);
    assert.equal(sendTitle(again.card), '');
    await simulation.round();
    assert.deepEqual(got(marks), [0, 0]);
  });

  it('goes on at the next start where the bot ended before everybody had a row', async () => {
    const marks = marksOf(adele, alex, lead);
    const { card } = await check(EVERYONE);
    const reached = sinon.stub(Orders.prototype, 'reached').rejects(new Error('the store is away'));
    await send(card);
    // The order is taken up beside what is sent.
    while (!reached.called) await simulation.sends();
    sinon.restore();
    await simulation.world.restart();
    await simulation.round();
    await simulation.after(HOUR_MS);
    assert.deepEqual(got(marks), [1, 1, 1]);
  });

  it('is for leads, in the personal chat, whatever the client', async () => {
    const sent = await share({ ...EVERYONE, line: 'For you' });
    await simulation.round();
    const order = orderOf(sent);
    const entered = { once: 'k', audience: 'everyone', program: '', customer: '', line: 'Forged' };
    const marks = marksOf(adele, alex);
    assert.match((await adele.chat.says('announce')).text, /That is for leads/);
    for (const [verb, data] of [
      ['announce', {}],
      ['announce.edit', entered],
      ['announce.check', entered],
      ['announce.send', entered],
      ['announcement', { order }],
    ] as const) {
      for (const press of [forges, forgesSubmit]) {
        assert.match((await press(adele.chat, verb, data)).text, /That is for leads/);
        for (const place of [simulation.world.teams.group('Renewals'), simulation.world.teams.channel('General')]) {
          const answer = await press(lead.in(place), verb, data);
          assert.match(answer.text, /personal chat/);
          assert.doesNotMatch(answer.text, /For you|people get it|OSA Sell/);
        }
      }
    }
    for (const words of ['announce', 'share the notice with everybody'])
      assert.doesNotMatch(
        (await lead.in(simulation.world.teams.group('Renewals')).mentions(words)).text,
        /Who gets it|OSA Sell/,
      );
    for (const verb of ['announcement.card', 'announcement.read']) {
      const answer = await forges(adele.in(simulation.world.teams.group('Renewals')), verb, { order });
      assert.doesNotMatch(answer.text, /For you/);
    }
    await simulation.round();
    assert.deepEqual(got(marks), [0, 0]);
    assert.match((await progressOf(sent)).text, /0\nof them pressed “I have read it”/);
  });

  it('shows a lead of another tenant nothing, and reaches nobody of theirs', async () => {
    const stranger = await simulation.owner('Lynne Robbins', { upn: LEAD, tenantId: OTHER_TENANT });
    await simulation.round();
    const marks = marksOf(stranger, adele);
    const sent = await share({ ...EVERYONE, line: 'For us alone' });
    await simulation.round();
    const order = orderOf(sent);
    for (const verb of ['announcement', 'announcement.card', 'announcement.read']) {
      const answer = await forges(stranger.chat, verb, { order });
      assert.match(answer.text, /I cannot find this announcement/);
      assert.doesNotMatch(answer.text, /For us alone/);
    }
    const entered = { once: order, audience: 'everyone', program: '', customer: '', line: 'Mine' };
    const forged = await forges(stranger.chat, 'announce.send', entered);
    assert.doesNotMatch(forged.text, /For us alone/);
    await simulation.round();
    assert.deepEqual(got(marks), [0, 1]);
  });

  it('works from the report, and in an old client from the first press to the last', async () => {
    const since = mark(adele);
    const form = await lead.chat.submits((await lead.chat.says('report')).card, 'Share the notice');
    const checked = await lead.chat.submits(form.card, 'See whom it reaches', { ...TO_OWNERS, line: 'Hello' });
    const changed = await lead.chat.submits(checked.card, 'Change');
    assert.equal(input(changed.card, 'line').value, 'Hello');
    const again = await lead.chat.submits(changed.card, 'See whom it reaches', { line: 'Hello again' });
    const sent = await lead.chat.submits(again.card, sendTitle(again.card));
    assert.match(sent.text, /Who got the notice/);
    await simulation.round();
    assert.match((await lead.chat.submits(sent.card, 'Refresh')).text, /2\ngot it/);
    assert.equal(notices(adele, since).length, 1);
    assert.match(notices(adele, since)[0]?.text ?? '', /“Hello again”/);
  });

  function orderOf(sent: Answer): string {
    const refresh = buttons(sent.card).find(({ verb }) => verb === 'announcement');
    assert.ok(refresh);
    return (refresh.data as { order: string }).order;
  }
  const progressOf = (sent: Answer): Promise<Answer> => forges(lead.chat, 'announcement', { order: orderOf(sent) });
});
