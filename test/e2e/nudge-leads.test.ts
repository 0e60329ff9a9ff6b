import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { Claim } from '../../src/claims/claim.ts';
import { CLAIMS } from '../../src/claims/repository.ts';
import { Ledger } from '../../src/delivery/ledger.ts';
import { Orders } from '../../src/delivery/orders.ts';
import { Rounds } from '../../src/delivery/rounds.ts';
import { type AdaptiveCard, buttons } from '../support/cards.ts';
import { type Person, TENANT } from '../support/teams.ts';
import {
  claim,
  DAY_MS,
  eachEngine,
  forges,
  forgesSubmit,
  HOUR_MS,
  LEAD,
  mark,
  reminders,
  Simulation,
  sentTo,
  shownIn,
  textOf,
} from './simulation.ts';
import { importRows, pdf, type Row } from './world.ts';

/** No milestone on the first days: what is sent then was asked for by hand. */
const QUIET = { NUDGE_DAYS: '7,0' };

const verbsOf = (card: AdaptiveCard): unknown[] => buttons(card).map(({ verb }) => verb);
const idOf = ({ aadObjectId }: Person): string => aadObjectId;

/** Presses "Remind" in the row of this owner. */
async function remind(lead: Person, owner: Person, how: { times?: number; atOnce?: boolean } = {}) {
  const { card } = await lead.chat.says('report');
  return pressRemind(lead, card, owner, how);
}
function pressRemind(
  lead: Person,
  card: AdaptiveCard,
  owner: Person,
  how: { times?: number; atOnce?: boolean; activityId?: string } = {},
) {
  const rows = buttons(card).filter(({ verb }) => verb === 'report.remind');
  const index = rows.findIndex(({ data }) => (data as { owner?: unknown }).owner === idOf(owner));
  assert.notEqual(index, -1, `${owner.name} has a button`);
  return lead.chat.presses(card, 'Remind', {}, { index, ...how });
}

eachEngine('the report', (engine) => {
  let simulation: Simulation;
  let lead: Person;
  beforeEach(async () => {
    simulation = await Simulation.open(engine, QUIET);
    lead = simulation.lead;
  });
  afterEach(() => simulation?.dispose());

  it('says what the store says', async () => {
    const adele = await simulation.owner('Adele Vance');
    const alex = await simulation.owner('Alex Wilber');
    await importRows(lead, [
      claim('CLM-1', adele.upn, { workload: 'Exchange Online' }),
      claim('CLM-1', adele.upn, { workload: 'Teams' }),
      claim('CLM-2', adele.upn),
      claim('CLM-3', alex.upn),
      claim('CLM-4', alex.upn),
      claim('CLM-5', undefined),
      claim('CLM-6', adele.upn, { status: 'Rejected' }),
      claim('CLM-7', adele.upn, { name: 'Contoso Retail' }),
    ]);
    // CLM-2 is filed and waits to be uploaded, CLM-3 is done.
    await adele.chat.drops([{ name: 'sow.pdf', bytes: pdf('sow') }], 'CLM-2');
    await adele.chat.presses(shownIn(adele), 'File POE');
    await alex.chat.presses((await alex.chat.says('claim CLM-3')).card, 'claim.confirm');
    const { text } = await lead.chat.says('report');
    let stored: Claim[] = [];
    await simulation.between(async (store) => {
      stored = await store.collection<Claim>(CLAIMS).find(TENANT, {});
    });
    const count = (of: (one: Claim) => boolean): number => stored.filter(of).length;
    const figures = {
      'to collect POE for': count(({ rank }) => rank === 0),
      'to upload in Partner Center': count(({ rank }) => rank === 1),
      'with nothing left to do': count(({ rank }) => rank === 2),
      'of the open ones without an owner': count(({ rank, owner }) => rank < 2 && owner === undefined),
    };
    assert.deepEqual(Object.values(figures), [3, 1, 1, 1]);
    for (const [label, n] of Object.entries(figures)) assert.match(text, new RegExp(`^${n}\n${label}$`, 'm'));
    assert.match(text, /2 owners of open claims/);
    assert.match(text, /Adele Vance\n1 to collect, 1 to upload\nNot reminded yet/);
    assert.match(text, /Alex Wilber\n1 to collect\nNot reminded yet/);
  });

  it('shows how far the reminders are', async () => {
    const adele = await simulation.owner('Adele Vance');
    const alex = await simulation.owner('Alex Wilber', { timeZone: 'Asia/Tokyo' });
    const patti = await simulation.owner('Patti Fernandez');
    await importRows(lead, [claim('CLM-1', adele.upn), claim('CLM-2', alex.upn), claim('CLM-3', patti.upn)]);
    await remind(lead, adele);
    await remind(lead, alex);
    await simulation.sends();
    patti.chat.conversation.blocked = true;
    await remind(lead, patti);
    await simulation.sends();
    const { text } = await lead.chat.says('report');
    assert.match(text, /1\nsent\n1\nwaiting to be sent\n/);
    assert.match(text, /1\nnot sent: the bot is not installed, or was removed or blocked/);
    assert.match(text, /Adele Vance\n1 to collect\nLast reminder on June 16, 2020\nRemind/);
    assert.match(text, /Patti Fernandez\n1 to collect\nNot reminded yet\nRemoved or blocked the bot/);
    // Adele and Alex: whom it does not reach has no button.
    assert.equal(verbsOf(shownIn(lead)).filter((verb) => verb === 'report.remind').length, 2);
  });

  it('pages, and shows each owner once', async () => {
    const rows: Row[] = [];
    for (let i = 0; i < 14; i++)
      for (let n = 0; n <= i % 5; n++) rows.push(claim(`CLM-${i}-${n}`, `owner${i}@contoso.example`));
    await importRows(lead, rows);
    const first = (await lead.chat.says('report')).card;
    const second = (await lead.chat.presses(first, 'Next')).card;
    const last = (await lead.chat.presses(second, 'Next')).card;
    const pages = [first, second, last];
    for (const [i, label] of [/1–6 of 14/, /7–12 of 14/, /13–14 of 14/].entries())
      assert.match(textOf(pages[i] ?? first), label);
    const shown = pages.flatMap((card) => textOf(card).match(/owner\d+@/g) ?? []);
    assert.equal(shown.length, 14);
    assert.equal(new Set(shown).size, 14);
    assert.doesNotMatch(textOf(first), /Previous/);
    assert.doesNotMatch(textOf(last), /Next/);
    const before = await lead.chat.presses(last, 'Previous');
    assert.match(before.text, /7–12 of 14/);
    const beyond = await forges(lead.chat, 'report', { page: 99_999 });
    assert.match(beyond.text, /13–14 of 14/);
    const nonsense = await forges(lead.chat, 'report', { page: 'x' });
    assert.match(nonsense.text, /1–6 of 14/);
  });

  it('calls strangers what the export calls them', async () => {
    await importRows(lead, [
      claim('CLM-1', 'Fernandez, Patti'),
      claim('CLM-2', '"Lynne Robbins" <lynner@contoso.example>'),
      claim('CLM-3', 'JohannaL@Contoso.example'),
    ]);
    const { text } = await lead.chat.says('report');
    assert.match(text, /^Patti Fernandez\n1 to collect\nNot reminded yet\nNamed by name alone: write “owners”/m);
    assert.match(text, /^Lynne Robbins\n1 to collect\nNot reminded yet\nHas not installed the bot/m);
    assert.match(text, /^JohannaL@Contoso.example$/m);
    assert.doesNotMatch(text, /upn:|name:/);
  });

  it('counts somebody once whom the export names by name here and by address there', async () => {
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [
      claim('CLM-1', adele.upn),
      claim('CLM-2', 'Adele Vance'),
      claim('CLM-3', 'Vance, Adele'),
      claim('CLM-4', 'ADELEV@CONTOSO.EXAMPLE'),
    ]);
    const owners = await lead.chat.says('owners');
    await lead.chat.presses(owners.card, 'Adele Vance is adelev@contoso.example (2 open claims)');
    const { text } = await lead.chat.says('report');
    assert.match(text, /1 owner of open claims/);
    assert.match(text, /Adele Vance\n4 to collect/);
    assert.match(text, /Remind 1 owner/);
  });

  it('tells a claim of nobody known from one of two namesakes', async () => {
    const adele = await simulation.owner('Adele Vance');
    const other = await simulation.owner('Adele Vance ', { upn: 'adelev2@contoso.example' });
    await importRows(lead, [claim('CLM-1', 'Adele Vance'), claim('CLM-2', adele.upn), claim('CLM-3', other.upn)]);
    const { text } = await lead.chat.says('report');
    assert.match(text, /3 owners of open claims/);
    assert.match(text, /Named by name alone: write “owners”/);
  });

  it('is empty and friendly before the first import', async () => {
    const { text } = await lead.chat.says('report');
    assert.match(text, /No open claim has an owner/);
    assert.doesNotMatch(text, /^Remind\b/m);
  });

  it('is for leads, in the personal chat, whatever the client', async () => {
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn, { customer: 'Fabrikam' })]);
    const owner = idOf(adele);
    for (const [verb, data] of [
      ['report', { page: 0 }],
      ['report.remind', { owner, page: 0, once: 'k' }],
      ['report.remind-all', { once: 'k' }],
    ] as const) {
      assert.match((await forges(adele.chat, verb, data)).text, /That is for leads/);
      assert.match((await forgesSubmit(adele.chat, verb, data)).text, /That is for leads/);
      for (const place of [simulation.world.teams.group('Renewals'), simulation.world.teams.channel('General')]) {
        for (const answer of [
          await forges(lead.in(place), verb, data),
          await forgesSubmit(lead.in(place), verb, data),
        ]) {
          assert.doesNotMatch(answer.text, /Adele|Fabrikam|campaign stands/);
          assert.match(answer.text, /personal chat/);
        }
      }
    }
    assert.match((await adele.chat.says('report')).text, /That is for leads/);
    for (const words of ['report', 'who is still missing?'])
      assert.doesNotMatch(
        (await lead.in(simulation.world.teams.group('Renewals')).mentions(words)).text,
        /Adele|Fabrikam|campaign stands/,
      );
    const since = mark(adele);
    await simulation.round();
    assert.equal(sentTo(adele, since).length, 0);
  });

  it('works in an old client', async () => {
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const { card } = await lead.chat.says('report');
    const since = mark(adele);
    assert.match((await lead.chat.submits(card, 'Remind')).text, /Adele Vance gets a reminder now/);
    assert.match((await lead.chat.submits(card, 'Remind 1 owner')).text, /I remind everybody/);
    await simulation.round();
    assert.equal(reminders(adele, since).length, 1);
  });

  it('keeps to the lead’s own tenant', async () => {
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const stranger = await simulation.owner('Lynne Robbins', {
      upn: LEAD,
      tenantId: '22222222-2222-4222-8222-222222222222',
    });
    const { text } = await stranger.chat.says('report');
    assert.match(text, /No open claim has an owner/);
    assert.doesNotMatch(text, /Adele/);
    const since = mark(adele);
    const answer = await forges(stranger.chat, 'report.remind', { owner: idOf(adele), page: 0, once: 'k' });
    assert.match(answer.text, /I do not know this person yet/);
    await forges(stranger.chat, 'report.remind-all', { once: 'k2' });
    await simulation.round();
    assert.equal(sentTo(adele, since).length, 0);
  });
});

eachEngine('“Remind” in the report', (engine) => {
  let simulation: Simulation;
  let lead: Person;
  afterEach(() => simulation?.dispose());

  async function open(env: Record<string, string> = QUIET): Promise<void> {
    simulation = await Simulation.open(engine, env);
    lead = simulation.lead;
  }

  it('reminds now, with the lead’s name', async () => {
    await open();
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const since = mark(adele);
    const answer = await remind(lead, adele);
    assert.match(answer.text, /^Adele Vance gets a reminder now\./);
    await simulation.sends();
    assert.equal(reminders(adele, since).length, 1);
    assert.match(reminders(adele, since)[0]?.text ?? '', /Isaiah Langer asked me to remind you\./);
  });

  it('waits for their hours, and says when that is for the lead', async () => {
    await open();
    const megan = await simulation.owner('Megan Bowen', { timeZone: 'Asia/Tokyo' });
    await importRows(lead, [claim('CLM-1', megan.upn)]);
    const since = mark(megan);
    const answer = await remind(lead, megan);
    assert.match(
      answer.text,
      /Megan Bowen gets a reminder when their working hours begin: Jun 16, 2020, 5:00\sPM by your clock/,
    );
    await simulation.sends();
    assert.equal(sentTo(megan, since).length, 0);
    assert.match((await remind(lead, megan)).text, /5:00\sPM by your clock/);
    await simulation.after(8 * HOUR_MS);
    await simulation.after(HOUR_MS);
    assert.equal(reminders(megan, since).length, 1);
  });

  it('waits where they asked for quiet', async () => {
    await open({ NUDGE_DAYS: '14,0' });
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    await simulation.round();
    await adele.chat.presses(shownIn(adele), 'Next week');
    await simulation.after(DAY_MS);
    const since = mark(adele);
    assert.match(
      (await remind(lead, adele)).text,
      /Adele Vance asked for quiet until June 22, 2020, so I wait until then/,
    );
    await simulation.round();
    assert.equal(sentTo(adele, since).length, 0);
    await simulation.after(5 * DAY_MS);
    assert.equal(reminders(adele, since).length, 1);
  });

  it('leaves in peace who turned reminders off, cannot be reached or has nothing open', async () => {
    await open();
    const adele = await simulation.owner('Adele Vance');
    const alex = await simulation.owner('Alex Wilber');
    const patti = await simulation.owner('Patti Fernandez');
    await importRows(lead, [claim('CLM-1', adele.upn), claim('CLM-2', alex.upn), claim('CLM-3', patti.upn)]);
    const { card } = await lead.chat.says('report');
    await adele.chat.says('reminders off');
    await alex.chat.uninstall();
    await patti.chat.presses((await patti.chat.says('claim CLM-3')).card, 'claim.confirm');
    const marks = [adele, alex, patti].map((person) => ({ person, since: mark(person) }));
    // The card is older than what they did.
    assert.match(
      (await pressRemind(lead, card, adele)).text,
      /Adele Vance turned reminders off, so I leave them in peace/,
    );
    const press = (owner: Person) => forges(lead.chat, 'report.remind', { owner: idOf(owner), page: 0, once: 'k' });
    assert.match((await press(alex)).text, /I cannot reach Alex Wilber/);
    assert.match((await press(patti)).text, /Patti Fernandez has nothing left to collect or to upload/);
    await simulation.round();
    for (const { person, since } of marks) assert.equal(sentTo(person, since).length, 0);
    const { text } = await lead.chat.says('report');
    assert.match(text, /Adele Vance\n1 to collect\nNot reminded yet\nTurned reminders off/);
    assert.doesNotMatch(text, /^Remind\b/m);
  });

  it('reminds nobody twice on one day, and again on the next', async () => {
    await open();
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const since = mark(adele);
    await remind(lead, adele);
    await simulation.sends();
    assert.match((await remind(lead, adele)).text, /Adele Vance was reminded today already/);
    await simulation.after(HOUR_MS);
    assert.match((await remind(lead, adele)).text, /Adele Vance was reminded today already/);
    await simulation.round();
    assert.equal(reminders(adele, since).length, 1);
    await simulation.after(DAY_MS);
    assert.match((await remind(lead, adele)).text, /gets a reminder now/);
    await simulation.sends();
    assert.equal(reminders(adele, since).length, 2);
  });

  it('reminds nobody by hand on the day of a milestone’s own card', async () => {
    await open({ NUDGE_DAYS: '14,0' });
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const since = mark(adele);
    await simulation.round();
    assert.match((await remind(lead, adele)).text, /Adele Vance was reminded today already/);
    await simulation.after(HOUR_MS);
    assert.equal(reminders(adele, since).length, 1);
  });

  it('reminds nobody by hand on the Monday on which a Saturday’s card has come', async () => {
    // Ten days before the deadline is a Saturday.
    await open({ NUDGE_DAYS: '10,0', NOW: '2020-06-19T23:00:00Z' });
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const since = mark(adele);
    await simulation.round();
    assert.equal(reminders(adele, since).length, 0);
    // Monday, 9:05 in Los Angeles.
    await simulation.after(2 * DAY_MS + 17 * HOUR_MS + HOUR_MS / 12);
    assert.equal(reminders(adele, since).length, 1);
    assert.match((await remind(lead, adele)).text, /Adele Vance was reminded today already/);
    const all = await lead.chat.presses(shownIn(lead), 'Remind 1 owner');
    assert.match(all.text, /I remind everybody/);
    await simulation.after(HOUR_MS);
    assert.equal(reminders(adele, since).length, 1);
    await simulation.after(DAY_MS);
    await remind(lead, adele);
    await simulation.sends();
    assert.equal(reminders(adele, since).length, 2);
  });

  it('sends no second card on the Monday where the first left while it was being asked for', async () => {
    await open({ NUDGE_DAYS: '10,0', NOW: '2020-06-19T23:00:00Z' });
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const since = mark(adele);
    await simulation.after(2 * DAY_MS + 17 * HOUR_MS + HOUR_MS / 12);
    assert.equal(reminders(adele, since).length, 1);
    await simulation.between(async (store) => {
      const row = {
        campaign: 'cpor-2020@2020-06-30',
        milestone: 'asked-2020-06-22',
        day: '2020-06-22',
        kind: 'reminder',
      } as const;
      await new Ledger(store).add(TENANT, [{ ...row, person: idOf(adele), due: new Date(0) }]);
    });
    // The campaign clock starts anew with the bot.
    await simulation.world.restart({ NOW: '2020-06-22T16:30:00Z' });
    await simulation.round();
    assert.equal(reminders(adele, since).length, 1);
    assert.match((await lead.chat.says('report')).text, /it was there already/);
  });

  it('asked on a Saturday and a Sunday, reminds once on Monday', async () => {
    await open({ NUDGE_DAYS: '0', NOW: '2020-06-20T18:00:00Z' });
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const since = mark(adele);
    assert.match((await remind(lead, adele)).text, /Jun 22, 2020, 9:00\sAM by your clock/);
    await simulation.after(DAY_MS);
    assert.match((await remind(lead, adele)).text, /Jun 22, 2020, 9:00\sAM by your clock/);
    await simulation.after(DAY_MS);
    await simulation.after(HOUR_MS);
    assert.equal(reminders(adele, since).length, 1);
    assert.match((await remind(lead, adele)).text, /was reminded today already/);
    await simulation.after(HOUR_MS);
    assert.equal(reminders(adele, since).length, 1);
  });

  it('reminds once for several presses of the same button, at once and one after the other', async () => {
    await open();
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const { card } = await lead.chat.says('report');
    const since = mark(adele);
    await pressRemind(lead, card, adele, { times: 4, atOnce: true, activityId: 'new' });
    await simulation.sends();
    await pressRemind(lead, card, adele, { times: 2 });
    await simulation.round();
    assert.equal(reminders(adele, since).length, 1);
  });

  it('reminds after all who came back on the day on which a reminder did not reach them', async () => {
    await open();
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    adele.chat.conversation.blocked = true;
    await remind(lead, adele);
    await simulation.sends();
    assert.match((await lead.chat.says('report')).text, /Removed or blocked the bot/);
    adele.chat.conversation.blocked = false;
    await adele.chat.says('help');
    const since = mark(adele);
    assert.match((await remind(lead, adele)).text, /Adele Vance gets a reminder now/);
    await simulation.sends();
    assert.equal(reminders(adele, since).length, 1);
    assert.match((await remind(lead, adele)).text, /was reminded today already/);
  });

  it('reminds at once on the day of a milestone that no round has come to yet', async () => {
    await open({ NUDGE_DAYS: '14,0' });
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const since = mark(adele);
    assert.match((await remind(lead, adele)).text, /gets a reminder now/);
    await simulation.sends();
    assert.equal(reminders(adele, since).length, 1);
    await simulation.round();
    assert.equal(reminders(adele, since).length, 1);
  });

  it('says that one is on its way, or that it may have arrived', async () => {
    await open();
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const { card } = await lead.chat.says('report');
    const since = mark(adele);
    const held = simulation.world.teams.inject({ hold: true }, { method: 'POST' });
    // The answer to the press comes in the response: what is held is the reminder.
    await pressRemind(lead, card, adele);
    const sends = simulation.sends();
    await held.reached;
    const second = await pressRemind(lead, card, adele);
    held.release();
    await sends;
    assert.match(second.text, /A reminder for Adele Vance is on its way already/);
    assert.equal(reminders(adele, since).length, 1);
    await simulation.after(DAY_MS);
    const { card: next } = await lead.chat.says('report');
    simulation.world.teams.inject({ lost: true, status: 502 }, { method: 'POST' });
    await pressRemind(lead, next, adele);
    await simulation.sends();
    assert.match((await pressRemind(lead, next, adele)).text, /It may have arrived, so I do not send a second one/);
    await simulation.round();
    assert.equal(reminders(adele, since).length, 2);
  });

  it('says that today’s could not be delivered', async () => {
    await open();
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const { card } = await lead.chat.says('report');
    simulation.world.teams.inject({ status: 400 }, { method: 'POST' });
    await pressRemind(lead, card, adele);
    await simulation.sends();
    assert.match(
      (await pressRemind(lead, card, adele)).text,
      /could not be delivered\. Another one can go out tomorrow/,
    );
  });

  it('still reminds after the last milestone, in words of that time', async () => {
    await open({ NOW: '2020-09-15T16:00:00Z' });
    const adele = await simulation.owner('Adele Vance');
    await importRows(lead, [claim('CLM-1', adele.upn)]);
    const since = mark(adele);
    assert.match((await remind(lead, adele)).text, /gets a reminder now/);
    await simulation.round();
    assert.equal(reminders(adele, since).length, 1);
    assert.match(reminders(adele, since)[0]?.text ?? '', /June 30, 2020 has passed/);
  });

  it('knows nobody by a forged id', async () => {
    await open();
    const stranger = await simulation.owner('Lynne Robbins', { tenantId: '22222222-2222-4222-8222-222222222222' });
    const since = mark(stranger);
    for (const owner of [idOf(stranger), `${stranger.tenantId}/${idOf(stranger)}`, 'name:lynne robbins', '${owner}']) {
      const answer = await forges(lead.chat, 'report.remind', { owner, page: 0, once: 'k' });
      assert.match(answer.text, /I do not know this person yet/);
    }
    await simulation.round();
    assert.equal(sentTo(stranger, since).length, 0);
  });
});

eachEngine('“Remind all”', (engine) => {
  let simulation: Simulation;
  let lead: Person;
  beforeEach(async () => {
    simulation = await Simulation.open(engine, QUIET);
    lead = simulation.lead;
  });
  afterEach(async () => {
    sinon.restore();
    await simulation?.dispose();
  });

  async function people(names: readonly string[]): Promise<Person[]> {
    const all = await Promise.all(names.map((name) => simulation.owner(name)));
    await importRows(
      lead,
      all.map(({ upn }, i) => claim(`CLM-${i}`, upn)),
    );
    return all;
  }

  it('reminds everybody with open claims who can be reached, and leaves out who was reminded today', async () => {
    const [adele, alex, patti, megan, lynne, johanna] = (await people([
      'Adele Vance',
      'Alex Wilber',
      'Patti Fernandez',
      'Megan Bowen',
      'Lynne Robbins',
      'Johanna Lorenz',
    ])) as [Person, Person, Person, Person, Person, Person];
    await alex.chat.says('reminders off');
    await patti.chat.uninstall();
    await megan.chat.presses((await megan.chat.says('claim CLM-3')).card, 'claim.confirm');
    await remind(lead, lynne);
    await simulation.sends();
    await lynne.chat.presses(shownIn(lynne), 'Next week');
    await simulation.after(DAY_MS);
    await remind(lead, adele);
    await simulation.sends();
    const marks = [adele, alex, patti, megan, lynne, johanna].map((person) => ({ person, since: mark(person) }));
    const { card } = await lead.chat.says('report');
    assert.match((await lead.chat.presses(card, 'Remind all 3')).text, /^I remind everybody with open claims/);
    await simulation.round();
    assert.deepEqual(
      marks.map(({ person, since }) => sentTo(person, since).length),
      [0, 0, 0, 0, 0, 1],
    );
    assert.match(sentTo(johanna, marks[5]?.since)[0]?.text ?? '', /Isaiah Langer asked me to remind you/);
  });

  it('reminds after all who came back on the day', async () => {
    const [adele] = (await people(['Adele Vance', 'Alex Wilber'])) as [Person, Person];
    adele.chat.conversation.blocked = true;
    await lead.chat.presses((await lead.chat.says('report')).card, 'Remind all 2');
    await simulation.round();
    adele.chat.conversation.blocked = false;
    await adele.chat.says('help');
    const since = mark(adele);
    await lead.chat.presses((await lead.chat.says('report')).card, 'Remind all 2');
    await simulation.round();
    assert.equal(reminders(adele, since).length, 1);
  });

  it('is carried out once for several presses, and says so', async () => {
    const [adele] = (await people(['Adele Vance', 'Alex Wilber'])) as [Person, Person];
    const since = mark(adele);
    const { card } = await lead.chat.says('report');
    await lead.chat.presses(card, 'Remind all 2', {}, { times: 3, atOnce: true, activityId: 'new' });
    await simulation.round();
    assert.match((await lead.chat.presses(card, 'Remind all 2')).text, /^You asked for this before/);
    // Another card, another key, the same day.
    await lead.chat.presses((await lead.chat.says('report')).card, 'Remind all 2');
    await simulation.round();
    assert.equal(reminders(adele, since).length, 1);
  });

  it('goes on at the next start where the bot ended between the order and its expansion', async () => {
    const [adele, alex] = (await people(['Adele Vance', 'Alex Wilber'])) as [Person, Person];
    const marks = [mark(adele), mark(alex)];
    const { card } = await lead.chat.says('report');
    sinon.stub(Rounds.prototype, 'run').resolves();
    await lead.chat.presses(card, 'Remind all 2');
    await simulation.sends();
    assert.deepEqual([reminders(adele, marks[0]).length, reminders(alex, marks[1]).length], [0, 0]);
    sinon.restore();
    await simulation.world.restart();
    await simulation.round();
    assert.deepEqual([reminders(adele, marks[0]).length, reminders(alex, marks[1]).length], [1, 1]);
  });

  it('goes on where a round was cut off in the middle, and reminds nobody twice', async () => {
    const [adele, alex] = (await people(['Adele Vance', 'Alex Wilber'])) as [Person, Person];
    const marks = [mark(adele), mark(alex)];
    const { card } = await lead.chat.says('report');
    // The rows are written, and the order does not learn of it.
    const reached = sinon.stub(Orders.prototype, 'reached').rejects(new Error('the store is away'));
    await lead.chat.presses(card, 'Remind all 2');
    await simulation.sends();
    assert.ok(reached.called);
    sinon.restore();
    await simulation.world.restart();
    await simulation.round();
    await simulation.after(HOUR_MS);
    assert.deepEqual([reminders(adele, marks[0]).length, reminders(alex, marks[1]).length], [1, 1]);
  });

  it('still leaves the milestone its own card on a later day', async () => {
    const [adele] = (await people(['Adele Vance', 'Alex Wilber'])) as [Person, Person];
    const since = mark(adele);
    await lead.chat.presses((await lead.chat.says('report')).card, 'Remind all 2');
    await simulation.round();
    await simulation.after(7 * DAY_MS);
    assert.equal(reminders(adele, since).length, 2);
    assert.doesNotMatch(reminders(adele, since)[1]?.text ?? '', /asked me to remind you/);
  });
});
