import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Owners } from '../../src/claims/owners.ts';
import type { Person } from '../support/teams.ts';
import {
  claim,
  DAY_MS,
  digests,
  eachEngine,
  forges,
  HOUR_MS,
  LEAD,
  mark,
  reminders,
  Simulation,
  sentTo,
  shownIn,
} from './simulation.ts';
import { importRows, pdf } from './world.ts';

eachEngine('the leads’ digest', (engine) => {
  let simulation: Simulation;
  let lead: Person;
  afterEach(async () => {
    sinon.restore();
    await simulation?.dispose();
  });

  async function open(env: Record<string, string> = {}): Promise<void> {
    simulation = await Simulation.open(engine, env);
    lead = simulation.lead;
    await lead.chat.says('help');
  }

  it('names the claims of nobody and the owners who cannot be reached, to leads and to nobody else', async () => {
    await open();
    const adele = await simulation.owner('Adele Vance');
    const alex = await simulation.owner('Alex Wilber');
    await alex.chat.uninstall();
    await importRows(lead, [
      claim('CLM-1', adele.upn),
      claim('CLM-2', undefined),
      claim('CLM-3', undefined),
      claim('CLM-4', 'Patti Fernandez'),
      claim('CLM-5', alex.upn),
      claim('CLM-6', alex.upn),
      claim('CLM-7', 'lynner@contoso.example'),
    ]);
    const [since, hers] = [mark(lead), mark(adele)];
    await simulation.round();
    const [digest, ...more] = digests(lead, since);
    assert.equal(more.length, 0);
    assert.match(digest?.text ?? '', /2 open claims have no owner/);
    assert.match(digest?.text ?? '', /3 owners I cannot reach/);
    assert.match(digest?.text ?? '', /lynner@contoso\.example\n · 1 open claim, has not installed the bot/);
    assert.match(digest?.text ?? '', /Patti Fernandez\n · 1 open claim, is named by name alone: write “owners”/);
    assert.match(digest?.text ?? '', /Alex Wilber\n · 2 open claims, removed or blocked the bot/);
    assert.doesNotMatch(digest?.text ?? '', /Adele Vance/);
    assert.match(digest?.text ?? '', /14 days left/);
    assert.match(digest?.text ?? '', /write “reminders off”/);
    assert.equal(digests(adele, hers).length, 0);
    const list = await lead.chat.presses(shownIn(lead), 'Claims without an owner');
    assert.match(list.text, /CLM-2/);
    assert.doesNotMatch(list.text, /CLM-4/);
  });

  it('opens the report', async () => {
    await open();
    await importRows(lead, [claim('CLM-1', undefined)]);
    await simulation.round();
    const report = await lead.chat.presses(shownIn(lead), 'Open the report');
    assert.match(report.text, /Where the campaign stands/);
  });

  it('comes to each lead once a milestone, in their own hours', async () => {
    await open({ LEADS: `${LEAD},meganb@contoso.example` });
    const megan = await simulation.owner('Megan Bowen', { timeZone: 'Asia/Tokyo' });
    await importRows(lead, [claim('CLM-1', undefined)]);
    const [his, hers] = [mark(lead), mark(megan)];
    await simulation.round();
    assert.deepEqual([digests(lead, his).length, digests(megan, hers).length], [1, 0]);
    // It is 1:00 on Wednesday there.
    await simulation.after(8 * HOUR_MS);
    await simulation.after(HOUR_MS);
    await simulation.after(DAY_MS);
    assert.deepEqual([digests(lead, his).length, digests(megan, hers).length], [1, 1]);
    await simulation.after(5 * DAY_MS + 15 * HOUR_MS);
    await simulation.after(8 * HOUR_MS);
    await simulation.after(DAY_MS);
    assert.deepEqual([digests(lead, his).length, digests(megan, hers).length], [2, 2]);
  });

  it('does not come where there is nothing to tell, and comes when there is', async () => {
    await open();
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const since = mark(lead);
    await simulation.round();
    await simulation.after(HOUR_MS);
    assert.equal(sentTo(lead, since).length, 0);
    await importRows(lead, [claim('CLM-2', undefined)]);
    await simulation.after(HOUR_MS);
    assert.equal(digests(lead, since).length, 1);
  });

  it('does not go to a lead who is none any more when it leaves', async () => {
    await open();
    await importRows(lead, [claim('CLM-1', undefined)]);
    const since = mark(lead);
    const refused = simulation.world.teams.inject(
      { status: 429, headers: { 'retry-after': '600' } },
      { method: 'POST' },
    );
    await simulation.round();
    assert.equal(refused.hits, 1);
    await simulation.world.restart({ LEADS: 'meganb@contoso.example' });
    await simulation.after(HOUR_MS);
    assert.equal(digests(lead, since).length, 0);
    await simulation.world.restart({ LEADS: LEAD });
    await simulation.round();
    assert.equal(digests(lead, since).length, 1);
  });

  it('leaves a lead in peace who turned reminders off', async () => {
    await open();
    await importRows(lead, [claim('CLM-1', undefined)]);
    await lead.chat.says('reminders off');
    const since = mark(lead);
    await simulation.round();
    assert.equal(sentTo(lead, since).length, 0);
  });

  it('comes in spite of a snooze, which is for a lead’s own claims', async () => {
    await open();
    await importRows(lead, [claim('CLM-1', lead.upn)]);
    await simulation.round();
    await lead.chat.presses(shownIn(lead), 'Next week');
    await importRows(lead, [claim('CLM-2', undefined)]);
    const since = mark(lead);
    await simulation.after(HOUR_MS);
    assert.equal(digests(lead, since).length, 1);
    assert.equal(reminders(lead, since).length, 0);
  });

  it('names an owner who let two milestones pass, and not one who did something meanwhile', async () => {
    await open();
    const adele = await simulation.owner('Adele Vance');
    const alex = await simulation.owner('Alex Wilber');
    const patti = await simulation.owner('Patti Fernandez');
    await importRows(lead, [
      claim('CLM-1', adele.upn),
      claim('CLM-2', adele.upn),
      claim('CLM-3', alex.upn),
      claim('CLM-4', alex.upn),
      claim('CLM-5', patti.upn),
    ]);
    const since = mark(lead);
    await simulation.round();
    await simulation.after(7 * DAY_MS);
    assert.equal(digests(lead, since).length, 0, 'one milestone has passed, not two');
    await alex.chat.presses((await alex.chat.says('claim CLM-3')).card, 'claim.confirm');
    // Hers is as open as before, and yet she did her part of it: it waits to be uploaded.
    await patti.chat.drops([{ name: 'sow.pdf', bytes: pdf('sow') }], 'CLM-5');
    await patti.chat.presses(shownIn(patti), 'File POE');
    await simulation.after(7 * DAY_MS);
    const [digest, ...more] = digests(lead, since);
    assert.equal(more.length, 0);
    assert.match(digest?.text ?? '', /1 owner who may be glad of a hand/);
    assert.match(digest?.text ?? '', /Adele Vance\n · 2 open claims/);
    assert.doesNotMatch(digest?.text ?? '', /Alex Wilber|Patti Fernandez/);
  });

  it('is gathered once where several leads get it at the same moment', async () => {
    const names = ['Megan Bowen', 'Adele Vance', 'Alex Wilber', 'Patti Fernandez'];
    const upns = ['meganb', 'adelev', 'alexw', 'pattif'].map((name) => `${name}@contoso.example`);
    await open({ LEADS: [LEAD, ...upns].join(',') });
    const leads = [lead, ...(await Promise.all(names.map((name) => simulation.owner(name))))];
    await importRows(lead, [claim('CLM-1', undefined)]);
    const marks = leads.map(mark);
    const gathered = sinon.spy(Owners.prototype, 'all');
    await simulation.round();
    assert.deepEqual(
      leads.map((one, i) => digests(one, marks[i]).length),
      [1, 1, 1, 1, 1],
    );
    assert.ok(gathered.callCount < leads.length, `${gathered.callCount} times`);
  });

  it('opens no report to whoever pressed there and is no lead', async () => {
    await open();
    const adele = await simulation.owner('Adele Vance');
    const answer = await forges(adele.chat, 'report', { page: 0 });
    assert.match(answer.text, /That is for leads/);
  });
});
