import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../support/cards.ts';
import type { Person } from '../support/teams.ts';
import { claim, DAY_MS, eachEngine, HOUR_MS, mark, Simulation, sentTo, shownIn, textOf } from './simulation.ts';
import { importRows, pdf } from './world.ts';

eachEngine('reminders', (engine) => {
  let simulation: Simulation;
  let adele: Person;

  beforeEach(async () => {
    simulation = await Simulation.open(engine);
    adele = await simulation.owner('Adele Vance');
    await importRows(simulation.lead, [
      claim('CLM-1', adele.upn, { customer: 'Fabrikam' }),
      claim('CLM-2', adele.upn, { customer: 'Contoso Retail' }),
    ]);
  });
  afterEach(() => simulation?.dispose());

  it('sends one card at a milestone, in the working hours, and not a second one', async () => {
    const since = mark(adele);
    await simulation.round();
    await simulation.after(HOUR_MS);
    await simulation.after(DAY_MS);
    const sent = sentTo(adele, since);
    assert.equal(sent.length, 1);
    assert.match(sent[0]?.text ?? '', /2 claims to collect POE for/);
    assert.match(sent[0]?.text ?? '', /14 days left/);
    assert.match(sent[0]?.text ?? '', /reminders off/);
    await simulation.after(6 * DAY_MS);
    assert.equal(sentTo(adele, since).length, 2);
    assert.match(sentTo(adele, since)[1]?.text ?? '', /7 days left/);
  });

  it('waits for the working hours of whoever is elsewhere', async () => {
    const megan = await simulation.owner('Megan Bowen', { timeZone: 'Asia/Tokyo' });
    await importRows(simulation.lead, [claim('CLM-9', megan.upn)]);
    const since = mark(megan);
    await simulation.round();
    assert.equal(sentTo(megan, since).length, 0);
    // It is 1:00 on Wednesday there.
    await simulation.after(8 * HOUR_MS);
    assert.equal(sentTo(megan, since).length, 1);
  });

  it('sends nothing once nothing is open, and strikes what was filed', async () => {
    await simulation.round();
    const card = shownIn(adele);
    await adele.chat.drops([{ name: 'sow.pdf', bytes: pdf('sow') }], 'CLM-1');
    const draft = shownIn(adele);
    await adele.chat.presses(draft, 'File POE');
    await simulation.round();
    const updated = adele.chat.conversation.sent.findLast(({ kind }) => kind === 'update');
    assert.match(updated?.text ?? '', /1 claim to collect POE for/);
    const struck = JSON.stringify(updated?.cards[0]).match(/"strikethrough":true/g) ?? [];
    assert.ok(struck.length > 0, 'the filed claim is struck through');
    assert.notEqual(textOf(card), updated?.text);
  });

  it('is quiet until the day that was asked for, and then comes once', async () => {
    await simulation.round();
    const pressed = await adele.chat.presses(shownIn(adele), 'Tomorrow');
    assert.match(pressed.text, /Quiet until Wednesday, June 17/);
    const since = mark(adele);
    await simulation.after(8 * HOUR_MS);
    assert.equal(sentTo(adele, since).length, 0);
    await simulation.after(16 * HOUR_MS);
    assert.equal(sentTo(adele, since).length, 1);
    await simulation.after(DAY_MS);
    assert.equal(sentTo(adele, since).length, 1);
  });

  it('stops by a press or by words, and starts again', async () => {
    const off = await adele.chat.says('reminders off');
    assert.match(off.text, /Reminders are off/);
    const since = mark(adele);
    await simulation.round();
    assert.equal(sentTo(adele, since).length, 0);
    await adele.chat.says('reminders on');
    const again = mark(adele);
    await simulation.round();
    assert.equal(sentTo(adele, again).length, 1);
    const pressed = await adele.chat.presses(shownIn(adele), 'Reminders off');
    assert.match(pressed.text, /Reminders are off/);
    await simulation.after(7 * DAY_MS);
    assert.equal(sentTo(adele, again).length, 1);
  });

  it('ends them however it is said, and never starts them instead', async () => {
    const answer = await adele.chat.says('please stop sending me these reminders');
    assert.match(answer.text, /Reminders are off/);
    const unclear = await adele.chat.says('Please do not remind me of my claims any more.');
    assert.doesNotMatch(unclear.text, /Reminders are on/);
  });

  it('is quiet until a day that was asked for in words, and the card says so, too', async () => {
    await simulation.round();
    const answer = await adele.chat.says('remind me next week');
    assert.match(answer.text, /Quiet until Monday, June 22/);
    const updated = () => adele.chat.conversation.sent.findLast(({ kind }) => kind === 'update')?.text ?? '';
    await simulation.sends();
    assert.match(updated(), /Quiet until Monday, June 22/);
    await adele.chat.says('reminders off');
    await simulation.sends();
    assert.match(updated(), /Reminders are off/);
  });

  it('shows the list and a claim as messages of their own, and stays what it is', async () => {
    await simulation.round();
    const card = shownIn(adele);
    const listed = await adele.chat.presses(card, 'Show all');
    assert.match(textOf(listed.card), /2 claims to collect/);
    assert.match(listed.replies.map((reply) => JSON.stringify(reply.attachments)).join(), /What needs POE/);
  });

  it('refreshes itself', async () => {
    await simulation.round();
    const card = shownIn(adele) as AdaptiveCard & { refresh?: { action: { verb: string; data: object } } };
    assert.equal(card.refresh?.action.verb, 'nudge.refresh');
    const answer = await adele.chat.sends({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', ...card.refresh.action }, trigger: 'automatic' },
    });
    assert.match(textOf(answer.card), /2 claims to collect POE for/);
    assert.equal(answer.replies.length, 0);
  });

  it('leaves a person in peace who blocked the bot, and reaches them again when they come back', async () => {
    adele.chat.conversation.blocked = true;
    const since = mark(adele);
    await simulation.round();
    const asked = simulation.world.teams.count({
      method: 'POST',
      url: new RegExp(encodeURIComponent(adele.chat.conversation.place.id)),
    });
    await simulation.after(HOUR_MS);
    assert.equal(
      simulation.world.teams.count({
        method: 'POST',
        url: new RegExp(encodeURIComponent(adele.chat.conversation.place.id)),
      }),
      asked,
    );
    adele.chat.conversation.blocked = false;
    await adele.chat.says('help');
    await simulation.round();
    assert.equal(sentTo(adele, since).filter(({ text }) => /14 days left/.test(text)).length, 1);
  });
});
