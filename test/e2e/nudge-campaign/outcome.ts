/** What came of a campaign: what was seen, and what of it should not be. */
import type { Nudge } from '../../../src/delivery/nudge.ts';
import type { TeamsLimits } from '../../support/teams/limits.ts';
import type { Memory } from './bot.ts';
import type { Logged } from './bots.ts';
import { rowKey } from './expected-cards.ts';
import { type Arrival, isLost, ledgerId } from './request-log.ts';
import type { SendRate } from './send-rate.ts';
import { judge, type Observations } from './verdict.ts';

export interface CampaignOutcome {
  /** Requests for cards, and what the stand-in answered them with at random. */
  readonly requests: number;
  readonly tooMany: number;
  readonly failed: number;
  readonly reset: number;
  /** Refused since the person had blocked the bot. */
  readonly blocked: number;
  /** Cards that came. */
  readonly cards: number;
  /** Cards that should have come: one a person and milestone. */
  readonly due: number;
  /** Rows of the ledger by state, `skipped` by reason. */
  readonly rows: ReadonlyMap<string, number>;
  readonly unknown: number;
  /** Of those: cards that came. */
  readonly unknownCame: number;
  readonly kills: number;
  /** Rows that were leased by a bot when it was killed. */
  readonly inFlight: number;
  /** Requests over one of Teams' limits. */
  readonly excesses: number;
  /** Most requests in a second. */
  readonly peak: number;
  /** While somebody was still to be sent a first request. */
  readonly rate: { readonly perSecond: number; readonly seconds: number; readonly spans: number };
  /** People who confirmed their last claim on the way, and who blocked the bot and wrote to it again. */
  readonly confirmed: number;
  readonly returned: number;
  /** Requests that had left before an end of hours or a confirmation and came after it. */
  readonly crossed: number;
  readonly memory: readonly Memory[];
  /** The longest that the stand-in did not answer, ms of the machine. */
  readonly longestBlockMs: number;
  readonly days: number;
  /** What should not be, a sentence each. */
  readonly wrong: readonly string[];
}

export interface Seen extends Observations {
  readonly limits: TeamsLimits;
  readonly sendRate: SendRate;
  readonly kills: { readonly done: number; readonly planned: number };
  /** Cards a second, at least. */
  readonly leastRate: number;
  /** What bots logged as errors. */
  readonly logged: readonly Logged[];
  readonly memory: readonly Memory[];
  readonly longestBlockMs: number;
  /** What went wrong on the way. */
  readonly wrong: readonly string[];
}

const DAY_MS = 86_400_000;

export function outcomeOf(seen: Seen): CampaignOutcome {
  const { arrivals, rows, campaign, inFlight, limits, sendRate, kills, leastRate, memory, longestBlockMs } = seen;
  const verdict = judge(seen);
  const wrong = [...seen.wrong, ...verdict.wrong];
  const is = (holds: boolean, otherwise: string): void => void (holds || wrong.push(otherwise));
  const count = (matches: (arrival: Arrival) => boolean) => arrivals.filter(matches).length;
  const lost = count(isLost);
  const unknown = rows.filter(({ state }) => state === 'unknown');
  const came = new Set(
    arrivals.filter(({ done }) => done).map(({ to, milestone }) => ledgerId(campaign, to, rowKey(to, milestone))),
  );
  is(unknown.length <= lost + inFlight.size, `${unknown.length} rows are unknown`);
  is(limits.excesses.length === 0, `${limits.excesses.length} requests were over a limit of Teams`);
  is(kills.done === kills.planned, `there were ${kills.done} kills only`);
  is(sendRate.perSecond >= leastRate, `${sendRate.perSecond.toFixed(1)} a second only while work was due`);
  for (const { msg } of seen.logged) wrong.push(`a bot logged an error: ${msg}`);
  return {
    requests: arrivals.length,
    tooMany: count(({ status }) => status === 429),
    failed: count(({ status }) => status >= 500),
    reset: count(({ status }) => status === 0),
    blocked: count(({ status }) => status === 403),
    cards: count(({ done }) => done),
    due: verdict.due,
    rows: countedBy(rows, ({ state, reason }) => (state === 'skipped' ? `skipped, ${reason}` : state)),
    unknown: unknown.length,
    unknownCame: unknown.filter(({ _id }) => came.has(_id)).length,
    kills: kills.done,
    inFlight: inFlight.size,
    excesses: limits.excesses.length,
    peak: limits.peak,
    rate: { perSecond: sendRate.perSecond, seconds: sendRate.ms / 1_000, spans: sendRate.spans },
    confirmed: [...seen.actions.keys()].filter(({ persona }) => persona === 'finishing').length,
    returned: [...seen.actions.keys()].filter(({ persona }) => persona === 'returning').length,
    crossed: verdict.crossed,
    memory,
    longestBlockMs,
    days: (seen.to - seen.from) / DAY_MS,
    wrong,
  };
}

function countedBy(rows: readonly Nudge[], name: (row: Nudge) => string): Map<string, number> {
  return new Map([...Map.groupBy(rows, name)].map(([key, several]): [string, number] => [key, several.length]).sort());
}
