/** The accounting of a simulated campaign finds what it is there to find. */
import { strict as assert } from 'node:assert';
import type { Nudge } from '../../../src/delivery/nudge.ts';
import { startTeams, TENANT, type Teams } from '../../support/teams.ts';
import { Calendar } from './calendar.ts';
import type { Member, Persona } from './people.ts';
import type { Arrival } from './request-log.ts';
import { judge, type Observations } from './verdict.ts';

const DEADLINE = '2020-06-30';
const CAMPAIGN = `cpor-2020@${DEADLINE}`;
const at = (iso: string): number => Date.parse(iso);
const calendar = new Calendar({
  deadline: DEADLINE,
  daysBefore: [7, 3, 1, 0],
  hours: [9, 17],
  from: at('2020-06-22T00:00Z'),
  to: at('2020-07-02T00:00Z'),
});

describe('the calendar of a simulated campaign', () => {
  const first = (zone: string) => calendar.spans(zone).find(({ milestone }) => milestone === 'before-7')?.from;

  it('has the day of a milestone begin where people are', () => {
    assert.equal(first('Pacific/Kiritimati'), at('2020-06-22T19:00Z'));
    assert.equal(first('Asia/Kolkata'), at('2020-06-23T03:30Z'));
    assert.equal(first('America/St_Johns'), at('2020-06-23T11:30Z'));
    assert.equal(first('Pacific/Pago_Pago'), at('2020-06-23T20:00Z'));
  });

  it('has no weekends, and so never a milestone that a weekend passes over', () => {
    const milestones = calendar.spans('UTC').map(({ milestone }) => milestone);
    assert.deepEqual(milestones, [undefined, ...Array(4).fill('before-7'), 'before-1', 'on-the-day', 'on-the-day']);
    assert.equal(calendar.spanAt('UTC', at('2020-06-23T16:59:59Z'))?.milestone, 'before-7');
    assert.equal(calendar.spanAt('UTC', at('2020-06-23T17:00Z')), undefined);
  });
});

describe('the verdict on a simulated campaign', () => {
  let teams: Teams;
  before(async () => {
    teams = await startTeams();
  });
  after(() => teams.stop());

  const member = (persona: Persona = 'plain'): Member => {
    const person = teams.person({ name: 'Adele Vance', timeZone: 'UTC' });
    return { person, zone: 'UTC', persona, lead: false, claims: [] };
  };

  /** One day of one person, who got their card; and what is different. */
  function verdict(different: {
    persona?: Persona;
    arrivals?: Partial<Arrival>[];
    row?: Partial<Nudge> | undefined;
    facts?: (one: Member) => Partial<Observations>;
  }): readonly string[] {
    const one = member(different.persona);
    const to = { member: one, digest: false };
    const usual = { to, milestone: 'before-7', at: at('2020-06-23T09:00:10Z'), blocked: false, nth: 1 };
    const arrivals = (different.arrivals ?? [{}]).map((arrival) => ({ ...usual, status: 201, done: true, ...arrival }));
    const person = one.person.aadObjectId;
    const row = {
      _id: `${TENANT}/${CAMPAIGN}/before-7/${person}`,
      ...{ tenantId: TENANT, campaign: CAMPAIGN, kind: 'reminder', milestone: 'before-7', day: '2020-06-23', person },
      ...{ state: 'sent', tries: arrivals.length, ...different.row },
    } as Nudge;
    return judge({
      campaign: CAMPAIGN,
      calendar,
      from: at('2020-06-23T08:00Z'),
      to: at('2020-06-23T18:00Z'),
      addressees: [to],
      arrivals,
      rows: 'row' in different && different.row === undefined ? [] : [row],
      inFlight: new Set(),
      actions: new Map(),
      latencyMs: 250,
      ...different.facts?.(one),
    }).wrong;
  }

  const LOST = { status: 502 };
  const KILLED = {
    facts: ({ person }: Member) => ({ inFlight: new Set([`${TENANT}/${CAMPAIGN}/before-7/${person.aadObjectId}`]) }),
  };
  const action = (iso: string) => (one: Member) => ({
    actions: new Map([[one, { began: at(iso), answered: at(iso) }]]),
  });

  for (const [what, different] of [
    ['one card', {}],
    ['one card after a 429', { arrivals: [{ status: 429, done: false }, {}] }],
    ['an unknown one whose answer was lost', { arrivals: [LOST], row: { state: 'unknown' } }],
    [
      'an unknown one that was in flight at a kill, and not counted',
      { row: { state: 'unknown', tries: 0 }, ...KILLED },
    ],
    ['an unknown one that never left at a kill', { arrivals: [], row: { state: 'unknown' }, ...KILLED }],
    ['nothing, with nothing open', { persona: 'done', arrivals: [], row: undefined }],
    ['a card that was on its way when the day ended', { arrivals: [{ at: at('2020-06-23T17:00:00.200Z') }] }],
    ['a card before they finished', { persona: 'finishing', facts: action('2020-06-23T09:30Z') }],
  ] as [string, Parameters<typeof verdict>[0]][]) {
    it(`accepts ${what}`, () => assert.deepEqual(verdict(different), []));
  }

  for (const [what, different, sentence] of [
    ['a missing card', { arrivals: [], row: undefined }, /before-7 for Adele Vance is missing/],
    ['two cards', { arrivals: [{}, {}] }, /came 2 times/],
    [
      'a request that the ledger does not count',
      { arrivals: [LOST, {}], row: { tries: 1 } },
      /2 requests, and 1 tries/,
    ],
    ['a try that was no request', { row: { tries: 2 } }, /1 requests, and 2 tries/],
    ['a card that is not in the ledger', { row: undefined }, /is not in the ledger/],
    ['an unknown one without a lost answer', { row: { state: 'unknown' } }, /no answer was lost/],
    ['one that came and is skipped', { row: { state: 'skipped', reason: 'off' } }, /skipped: off/],
    ['one that waits at the end', { row: { state: 'due' } }, /ended “due”/],
    ['one that failed', { row: { state: 'failed', reason: 'gone' } }, /ended “failed” gone/],
    ['one before the hours', { arrivals: [{ at: at('2020-06-23T08:59:59Z') }] }, /out of hours in UTC/],
    ['one after the hours', { arrivals: [{ at: at('2020-06-23T17:00:01Z') }] }, /out of hours in UTC/],
    ['an old milestone', { arrivals: [{ at: at('2020-06-29T10:00Z') }] }, /before-1 was the newest/],
    ['one with nothing open', { persona: 'done' }, /with nothing open/],
    ['one with reminders off', { persona: 'off' }, /with reminders off/],
    [
      'one after the last was confirmed',
      { persona: 'finishing', facts: action('2020-06-23T09:00Z') },
      /after the last claim/,
    ],
    [
      'a second one to somebody who blocked the bot',
      {
        persona: 'blocked',
        arrivals: [1, 2].map(() => ({ blocked: true, status: 403, done: false })),
        row: { state: 'skipped' },
      },
      /blocked the bot and was sent to 2 times/,
    ],
  ] as [string, Parameters<typeof verdict>[0], RegExp][]) {
    it(`finds ${what}`, () => assert.match(verdict(different).join('\n'), sentence));
  }
});
