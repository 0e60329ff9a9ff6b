/**
 * A whole campaign of nudges in simulated time: real bot processes against a stand-in Teams that enforces its limits and fails at
 * random, killed on the way; and the accounting of what everybody got.
 */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { seededRandom } from '../../scripts/knowledge/phrases.ts';
import { campaignOf } from '../../src/campaign/campaign.ts';
import { CPOR_2020 } from '../../src/campaign/notices.ts';
import { newPlace, removePlace } from '../support/engines.ts';
import { TeamsLimits } from '../support/teams/limits.ts';
import { startTeams } from '../support/teams.ts';
import { Actions } from './nudge-campaign/actions.ts';
import type { Memory } from './nudge-campaign/bot.ts';
import { Bots } from './nudge-campaign/bots.ts';
import { Calendar } from './nudge-campaign/calendar.ts';
import { machineMs, SimClock } from './nudge-campaign/clock.ts';
import { Driver } from './nudge-campaign/driver.ts';
import { addresseesOf, ExpectedCards } from './nudge-campaign/expected-cards.ts';
import { Kills } from './nudge-campaign/kills.ts';
import { type LedgerView, viewLedger } from './nudge-campaign/ledger-view.ts';
import { type CampaignOutcome, outcomeOf } from './nudge-campaign/outcome.ts';
import { createMembers, isSilent, leadsOf, seedStore } from './nudge-campaign/people.ts';
import { randomFault } from './nudge-campaign/random-faults.ts';
import { RequestLog } from './nudge-campaign/request-log.ts';
import { SendRate } from './nudge-campaign/send-rate.ts';

export interface CampaignOptions {
  /** Of MongoDB; undefined: SQLite. */
  readonly uri: string | undefined;
  readonly processes: number;
  readonly people: number;
  /** How many times as fast as the machine's own clock. */
  readonly factor: number;
  readonly kills: number;
  readonly seed: number;
  /** Instants of the campaign clock, ISO. */
  readonly from: string;
  readonly to: string;
  /** Requests a second while work is due, at least. */
  readonly leastRate: number;
}

/** `NUDGE_RATE`. */
export const RATE = 25;
const { id: CAMPAIGN, deadline: DEADLINE } = campaignOf(CPOR_2020);
const DAYS_BEFORE = [30, 14, 7, 3, 1, 0];
const HOURS = [9, 17] as const;
/** From a sender's last check to the arrival of its request, at most, ms of the machine. */
const LATENCY_MS = 250;

export async function runCampaign(options: CampaignOptions): Promise<CampaignOutcome> {
  const { people, factor, leastRate } = options;
  const [from, to] = [Date.parse(options.from), Date.parse(options.to)];
  const clock = new SimClock({ machineMs: machineMs(), simMs: Date.now(), factor });
  const campaignAheadMs = from - clock.now();
  const realTime = () => new Date(clock.now());
  const setting = () => ({ machineMs: machineMs(), simMs: clock.now(), factor });
  const random = seededRandom(options.seed);
  const calendar = new Calendar({ deadline: DEADLINE, daysBefore: DAYS_BEFORE, hours: HOURS, from, to });
  const limits = new TeamsLimits(() => clock.now());
  const eventLoopDelay = monitorEventLoopDelay({ resolution: 1 });
  const running: { driver?: Driver; requests?: RequestLog } = {};
  const teams = await startTeams({
    limits,
    now: realTime,
    randomFault(request) {
      const arrival = running.requests?.arrivalOf(request);
      if (arrival === undefined || arrival.blocked) return undefined;
      return randomFault(options.seed, `${arrival.to.member.person.name} ${arrival.nth}`);
    },
    watch: {
      came: (request) => running.driver?.requestCame(request),
      ended: (request) => running.driver?.requestEnded(request),
    },
  });
  const place = await newPlace(options.uri);
  const members = createMembers(teams, people, options.seed);
  const bots = new Bots((now) => ({
    env: {
      DATA_DIR: place.dataDir,
      MONGODB_URI: place.mongodbUri,
      PORT: '0',
      LEADS: leadsOf(members),
      NUDGE_RATE: String(RATE),
      NUDGE_DAYS: DAYS_BEFORE.join(','),
      NUDGE_HOURS: HOURS.join('-'),
    },
    setting: now,
    campaignAheadMs,
  }));
  let ledger: LedgerView | undefined;
  try {
    await seedStore(place, teams, members, realTime());
    ledger = await viewLedger(place);
    const addressees = addresseesOf(members);
    const expected = new ExpectedCards(calendar, addressees);
    const ofMember = (one: unknown) => addressees.filter(({ member, digest }) => member === one && !digest);
    for (const member of members.filter(isSilent)) for (const one of ofMember(member)) expected.setActive(one, false);
    const requests = new RequestLog(calendar, addressees, campaignAheadMs);
    const sendRate = new SendRate();
    const milestones = new Set(calendar.spans('UTC').map(({ milestone }) => milestone));
    const planned = { kills: options.kills, among: milestones.size * members.filter((one) => !isSilent(one)).length };
    const kills = new Kills(
      {
        bots,
        ledger,
        setting,
        random,
        onDead: (leased) => running.driver?.botKilled(leased),
        onAlive: () => teams.connectTo(bots.endpoint),
      },
      planned,
    );
    const actions = new Actions(
      {
        calendar,
        clock,
        campaignAheadMs,
        from,
        to,
        random,
        onBegin: (member) => {
          for (const one of ofMember(member)) expected.setActive(one, member.persona === 'returning');
        },
      },
      members,
    );
    const memory: Memory[] = [];
    const sample = async (): Promise<void> => {
      const found = await bots.memory();
      if (found !== undefined) memory.push(found);
    };
    const driver = new Driver({
      campaign: CAMPAIGN,
      clock,
      factor,
      campaignAheadMs,
      bots,
      requests,
      expected,
      sendRate,
      ledger,
      teams,
      busy: () => kills.busy || actions.busy,
      onArrival: (count) => {
        kills.requestsCame(count);
        if (count % Math.ceil(people / 2) === 0) void sample();
      },
    });
    Object.assign(running, { driver, requests });
    await kills.start(options.processes);
    teams.connectTo(bots.endpoint);
    actions.schedule();
    eventLoopDelay.enable();
    await driver.run(to, actions.stops);
    eventLoopDelay.disable();
    await sample();
    return outcomeOf({
      campaign: CAMPAIGN,
      calendar,
      from,
      to: driver.now,
      addressees,
      arrivals: requests.arrivals,
      rows: await ledger.rows(),
      inFlight: kills.inFlight,
      actions: actions.done,
      latencyMs: LATENCY_MS * factor,
      limits,
      sendRate,
      kills: { done: kills.done, planned: planned.kills },
      leastRate,
      logged: bots.errors,
      memory,
      longestBlockMs: eventLoopDelay.max / 1e6,
      wrong: [...driver.wrong, ...[...actions.errors, ...kills.errors].map(String)],
    });
  } finally {
    await bots.stop();
    await ledger?.close();
    await teams.stop();
    await removePlace(place);
  }
}
