/** What leads see where there are 5,000 owners, and how long it takes. */
import assert from 'node:assert/strict';
import { CAMPAIGNS } from '../../src/campaign/campaign.ts';
import { ClaimRepository } from '../../src/claims/repository.ts';
import { NUDGES } from '../../src/delivery/ledger.ts';
import { type Nudge, nudgeId } from '../../src/delivery/nudge.ts';
import { nameKey, ownerKey } from '../../src/people/owner-key.ts';
import type { PersonDoc } from '../../src/people/owner-lookup.ts';
import { PEOPLE } from '../../src/people/people.ts';
import type { DocStore } from '../../src/storage/port.ts';
import { claimRecord } from '../claims/fixtures.ts';
import { TENANT } from '../support/teams.ts';
import { DAY_MS, digests, eachEngine, forges, mark, NOW, Simulation, shownIn } from './simulation.ts';

/** No milestone on the first days: what is sent then was asked for by hand. */
const QUIET = { NUDGE_DAYS: '7,0' };
/** Teams asks again after 15 s. */
const MOST_MS = 10_000;

/** Two claims each, of people who have the bot and two reminders, and of people whom nobody here knows. */
async function fill(store: DocStore, known: number, strangers: number): Promise<void> {
  const people = store.collection<PersonDoc>(PEOPLE);
  const repository = new ClaimRepository(store);
  await store.setUp();
  const upnOf = (n: number): string => `person${n}@contoso.example`;
  for (let at = 0; at < known; at += 500)
    await people.bulkUpsert(
      TENANT,
      Array.from({ length: 500 }, (_, i) => {
        const [userId, name, upn] = [`person-${at + i}`, `Person ${at + i}`, upnOf(at + i)];
        const facts = { userId, name, nameKey: nameKey(name), upn, rosterAt: NOW, timeZone: 'Asia/Tokyo' };
        const reachable = { guest: false, reachable: true, reference: '{}' };
        return { filter: { _id: `${TENANT}/${userId}` }, update: { $setOnInsert: { ...facts, ...reachable } } };
      }),
    );
  const claims = Array.from({ length: known + strangers }, (_, n) =>
    ['a', 'b'].map((which) => {
      const owner = { key: ownerKey(upnOf(n)), label: upnOf(n) };
      return claimRecord({ claimId: `CLM-${n}-${which}`, owner });
    }),
  ).flat();
  for (let at = 0; at < claims.length; at += 500) await repository.addNew(TENANT, claims.slice(at, at + 500));
  const nudges = store.collection<Nudge>(NUDGES);
  const [campaign, kind, state] = [CAMPAIGNS[0].id, 'reminder', 'sent'] as const;
  for (const [milestone, day] of [
    ['before-30', '2020-05-31'],
    ['before-14', '2020-06-16'],
  ] as const)
    for (let at = 0; at < known; at += 500)
      await nudges.bulkUpsert(
        TENANT,
        Array.from({ length: 500 }, (_, i) => {
          const filter = { person: `person-${at + i}`, campaign, milestone };
          const sent = {
            sentAt: `${day}T10:00:00.000Z`,
            sentReal: `${day}T10:00:00.000Z`,
            open: { toCollect: 2, toUpload: 0 },
          };
          const row = { _id: nudgeId({ tenantId: TENANT, ...filter }), day, kind, state, tries: 1, ...sent };
          return { filter, update: { $setOnInsert: row } };
        }),
      );
}

eachEngine('the report of 5,000 owners', (engine) => {
  const KNOWN = 4_500;
  const STRANGERS = 500;
  let simulation: Simulation;
  before(async function () {
    this.timeout(120_000);
    simulation = await Simulation.open(engine, QUIET);
    await simulation.between((store) => fill(store, KNOWN, STRANGERS));
  });
  after(() => simulation?.dispose());

  async function timed(title: string, act: () => Promise<{ readonly text: string }>): Promise<string> {
    const began = performance.now();
    const { text } = await act();
    const ms = performance.now() - began;
    console.log(`      ${title}: ${Math.round(ms)} ms`);
    assert.ok(ms < MOST_MS, `${title} takes ${ms} ms`);
    return text;
  }

  it('comes well before Teams asks again, each page of it', async () => {
    const { lead } = simulation;
    const first = await timed('first page', () => lead.chat.says('report'));
    assert.match(first, /5,000 owners of open claims/);
    assert.match(first, /1–6 of 5,000/);
    assert.match(first, /10,000\nto collect POE for/);
    assert.match(first, /Remind all 4,500/);
    const last = await timed('last page', () => forges(lead.chat, 'report', { page: 99_999 }));
    assert.match(last, /4,999–5,000 of 5,000/);
  });

  it('holds up no digest either', async () => {
    const { lead } = simulation;
    const since = mark(lead);
    await timed('a round and the digest of a milestone', async () => {
      await simulation.after(7 * DAY_MS);
      return { text: '' };
    });
    const [digest] = digests(lead, since);
    assert.match(digest?.text ?? '', /500 owners I cannot reach/);
    assert.match(digest?.text ?? '', /4,500 owners who may be glad of a hand/);
  });

  it('lets a lead share the notice with all of them as quickly', async () => {
    const { lead } = simulation;
    const form = await lead.chat.says('announce');
    const checked = await timed('whom it reaches', () =>
      lead.chat.presses(form.card, 'See whom it reaches', { audience: 'customer', customer: 'Contoso Retail' }),
    );
    assert.match(checked, /4,500 people get it/);
    assert.match(checked, /\d+ more cannot be reached/);
    const sent = await timed('sending', () => lead.chat.presses(shownIn(lead), 'Send to 4,500 people'));
    assert.match(sent, /4,500\nstill to be sent/);
  });
});
