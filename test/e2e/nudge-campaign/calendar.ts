/**
 * When people may be reminded, and of what: reckoned by `Intl` alone and in advance, so that it shares nothing with the planner
 * that it judges.
 */
const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;
const WEEKEND = new Set(['Sat', 'Sun']);
const WEEKS_AFTER = [7, 14, 21, 28];

/** A working day of a zone: `from` is inside, `to` is not; ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** The newest milestone that has come by that day. */
  readonly milestone: string | undefined;
}

export interface Plan {
  readonly deadline: string;
  readonly daysBefore: readonly number[];
  readonly hours: readonly [from: number, to: number];
  /** What is looked at, ms. */
  readonly from: number;
  readonly to: number;
}

export class Calendar {
  readonly #plan: Plan;
  readonly #milestones: readonly { readonly key: string; readonly day: string }[];
  readonly #zones = new Map<string, readonly Span[]>();

  constructor(plan: Plan) {
    this.#plan = plan;
    const day = (days: number) => new Date(Date.parse(plan.deadline) + days * DAY_MS).toISOString().slice(0, 10);
    this.#milestones = [
      ...plan.daysBefore
        .toSorted((a, b) => b - a)
        .map((days) => ({ key: days === 0 ? 'on-the-day' : `before-${days}`, day: day(-days) })),
      ...WEEKS_AFTER.map((days) => ({ key: `after-${days}`, day: day(days) })),
    ];
  }

  /** The working days of a zone, in order. */
  spans(zone: string): readonly Span[] {
    const known = this.#zones.get(zone);
    if (known) return known;
    const spans = this.#spansOf(zone);
    this.#zones.set(zone, spans);
    return spans;
  }

  /** The working day that an instant lies in. */
  spanAt(zone: string, ms: number): Span | undefined {
    return this.spans(zone).find(({ from, to }) => from <= ms && ms < to);
  }

  /** Offsets are multiples of a quarter of an hour: what holds at the begin of one holds to its end. */
  #spansOf(zone: string): Span[] {
    const { hours, from, to } = this.#plan;
    const [opens, closes] = hours;
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    const spans: Span[] = [];
    for (let ms = Math.floor(from / QUARTER_MS) * QUARTER_MS; ms < to; ms += QUARTER_MS) {
      const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
      const hour = Number(parts.hour);
      if (WEEKEND.has(parts.weekday ?? '') || hour < opens || hour >= closes) continue;
      const last = spans.at(-1);
      if (last?.to === ms) spans[spans.length - 1] = { ...last, to: ms + QUARTER_MS };
      else {
        const milestone = this.#newest(`${parts.year}-${parts.month}-${parts.day}`);
        spans.push({ from: ms, to: ms + QUARTER_MS, milestone });
      }
    }
    return spans;
  }

  /** The last one is the newest for a week. */
  #newest(day: string): string | undefined {
    const newest = this.#milestones.findLast((one) => one.day <= day);
    const last = this.#milestones.at(-1);
    const over = newest === last && last !== undefined && Date.parse(day) >= Date.parse(last.day) + 7 * DAY_MS;
    return over ? undefined : newest?.key;
  }
}
