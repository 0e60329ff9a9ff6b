/** Holds what the stand-in saw against the ledger and the calendar. Says what should not be, a sentence each. */
import type { Nudge } from '../../../src/delivery/nudge.ts';
import type { Calendar } from './calendar.ts';
import { type Addressee, rowKey } from './expected-cards.ts';
import type { Member } from './people.ts';
import { type Arrival, isLost, ledgerId } from './request-log.ts';

export interface Observations {
  /** The campaign's id. */
  readonly campaign: string;
  readonly calendar: Calendar;
  /** By the campaign clock, ms: from the first start to the end. */
  readonly from: number;
  readonly to: number;
  readonly addressees: readonly Addressee[];
  readonly arrivals: readonly Arrival[];
  readonly rows: readonly Nudge[];
  /** Ids of rows that were leased by a bot when it was killed. */
  readonly inFlight: ReadonlySet<string>;
  /** When a member did what their persona is: began to, and were answered; campaign clock, ms. */
  readonly actions: ReadonlyMap<Member, { readonly began: number; readonly answered: number }>;
  /** From a sender's last check to the arrival, at most, ms. */
  readonly latencyMs: number;
}

export interface Verdict {
  readonly wrong: string[];
  /** Requests that came after a action or after hours, but so soon that they had left before. */
  readonly crossed: number;
  /** Rows that should be there: one card each. */
  readonly due: number;
}

const HOUR_MS = 3_600_000;

export function judge(facts: Observations): Verdict {
  const wrong: string[] = [];
  const rows = new Map(facts.rows.map((row) => [row._id, row]));
  const byRow = Map.groupBy(facts.arrivals, ({ to, milestone }) => idOf(facts, to, milestone));
  for (const [id, arrivals] of byRow) wrong.push(...wrongWithCards(facts, rows.get(id), arrivals));
  for (const row of facts.rows) wrong.push(...wrongWithRow(facts, row, byRow.get(row._id) ?? []));
  let crossed = 0;
  for (const arrival of facts.arrivals) {
    const why = untimely(facts, arrival, arrival.at);
    if (why === undefined) continue;
    if (untimely(facts, arrival, arrival.at - facts.latencyMs) === undefined) crossed += 1;
    else wrong.push(`${wordsOf(arrival.to, arrival.milestone)} ${why}, at ${new Date(arrival.at).toISOString()}`);
  }
  const all = expectedInAll(facts);
  for (const [to, milestone] of all) {
    const state = rows.get(idOf(facts, to, milestone))?.state;
    if (state !== 'sent' && state !== 'unknown') wrong.push(`${wordsOf(to, milestone)} is missing: ${state}`);
  }
  wrong.push(...wrongWithBlocked(facts));
  return { wrong, crossed, due: all.length };
}

const idOf = ({ campaign }: Observations, to: Addressee, milestone: string) =>
  ledgerId(campaign, to, rowKey(to, milestone));
const wordsOf = (to: Addressee, milestone: string) => `${rowKey(to, milestone)} for ${to.member.person.name}`;

function wrongWithCards({ inFlight }: Observations, row: Nudge | undefined, arrivals: readonly Arrival[]): string[] {
  const [first] = arrivals;
  if (first === undefined) return [];
  const words = wordsOf(first.to, first.milestone);
  if (row === undefined) return [`${words} is not in the ledger`];
  const wrong: string[] = [];
  const cards = arrivals.filter(({ done }) => done).length;
  if (cards > 1) wrong.push(`${words} came ${cards} times`);
  // A bot that was killed had no time to count its last try.
  const most = row.tries + (inFlight.has(row._id) ? 1 : 0);
  if (arrivals.length < row.tries || arrivals.length > most)
    wrong.push(`${words} took ${arrivals.length} requests, and ${row.tries} tries stand in the ledger`);
  if (row.state === 'sent' && cards === 0) wrong.push(`${words} is “sent” and did not come`);
  return wrong;
}

function wrongWithRow({ inFlight }: Observations, row: Nudge, arrivals: readonly Arrival[]): string[] {
  const { _id, state, reason = '', milestone, person } = row;
  const words = `${milestone} of ${person}`;
  switch (state) {
    case 'sent':
      return arrivals.length > 0 ? [] : [`${words} is “sent” without a request`];
    case 'unknown':
      return inFlight.has(_id) || arrivals.some(isLost) ? [] : [`${words} is “unknown”, and no answer was lost`];
    case 'skipped':
      return arrivals.some(({ done }) => done) ? [`${words} came, and is “skipped: ${reason}”`] : [];
    default:
      return [`${words} ended “${state}” ${reason}`];
  }
}

/** Why a request should not have come at that moment. */
function untimely({ calendar, actions }: Observations, { to, milestone }: Arrival, at: number): string | undefined {
  const { zone, persona } = to.member;
  const span = calendar.spanAt(zone, at);
  if (span === undefined) return `came out of hours in ${zone}`;
  if (span.milestone !== milestone) return `came when ${span.milestone} was the newest`;
  if (to.digest) return undefined;
  if (persona === 'done') return 'came with nothing open';
  if (persona === 'off') return 'came with reminders off';
  const answered = actions.get(to.member)?.answered ?? Number.POSITIVE_INFINITY;
  return persona === 'finishing' && at > answered ? 'came after the last claim was confirmed' : undefined;
}

/** One card for everybody and each milestone that came while they had something open, could be reached and had working hours. */
function expectedInAll({ calendar, from, to, addressees, actions }: Observations): [Addressee, string][] {
  return addressees.flatMap((one): [Addressee, string][] => {
    const { zone, persona } = one.member;
    if (!one.digest && (persona === 'done' || persona === 'off' || persona === 'blocked')) return [];
    const action = actions.get(one.member);
    const expected = new Set<string>();
    for (const span of calendar.spans(zone)) {
      const begins = Math.max(span.from, from);
      if (span.milestone === undefined || begins >= Math.min(span.to, to)) continue;
      if (persona === 'returning' && (action === undefined || begins < action.answered)) continue;
      if (persona === 'finishing' && action !== undefined && begins + HOUR_MS > action.began) continue;
      expected.add(span.milestone);
    }
    return [...expected].map((milestone) => [one, milestone]);
  });
}

/** Who blocked the bot is sent to once, and not again before they write; but for a bot that was killed before it could note it. */
function wrongWithBlocked(facts: Observations): string[] {
  const refused = facts.arrivals.filter(
    ({ blocked, to, milestone }) => blocked && !facts.inFlight.has(idOf(facts, to, milestone)),
  );
  return [...Map.groupBy(refused, ({ to }) => to.member)]
    .filter(([, several]) => several.length > 1)
    .map(([{ person }, several]) => `${person.name} blocked the bot and was sent to ${several.length} times`);
}
