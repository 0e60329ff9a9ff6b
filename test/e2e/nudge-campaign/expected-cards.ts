/** Who is still to get a card now, by the calendar and by what came so far: what the driver waits for, and when work is due. */
import type { Calendar, Span } from './calendar.ts';
import type { Member } from './people.ts';

/** Somebody who gets a row of their own at a milestone. A lead is two: they get the leads' digest, too. */
export interface Addressee {
  readonly member: Member;
  readonly digest: boolean;
}

export function addresseesOf(members: readonly Member[]): Addressee[] {
  return members.flatMap((member) => [{ member, digest: false }, ...(member.lead ? [{ member, digest: true }] : [])]);
}

interface AddresseeState {
  /** False while they get nothing: they blocked the bot, or have nothing left. */
  active: boolean;
  readonly settled: Set<string>;
  readonly tried: Set<string>;
}

interface OpenDay {
  readonly zone: string;
  readonly milestone: string;
  /** Somebody there was sent something, so everybody who is due has a row in the ledger by now. */
  begun: boolean;
  readonly expected: Set<Addressee>;
  readonly untried: Set<Addressee>;
}

export function rowKey({ digest }: Addressee, milestone: string): string {
  return digest ? `digest-${milestone}` : milestone;
}

export class ExpectedCards {
  readonly #calendar: Calendar;
  readonly #byZone: ReadonlyMap<string, readonly Addressee[]>;
  readonly #states = new Map<Addressee, AddresseeState>();
  /** By a zone's working day. */
  readonly #openDays = new Map<Span, OpenDay>();
  readonly #spans = new Map<string, Span>();

  constructor(calendar: Calendar, addressees: readonly Addressee[]) {
    this.#calendar = calendar;
    this.#byZone = Map.groupBy(addressees, ({ member }) => member.zone);
    for (const one of addressees) this.#states.set(one, { active: true, settled: new Set(), tried: new Set() });
  }

  /** Who is to get a card, with its milestone. */
  at(ms: number): [Addressee, milestone: string][] {
    return this.#openDaysAt(ms).flatMap(({ expected, milestone }) =>
      [...expected].map((one): [Addressee, string] => [one, milestone]),
    );
  }

  count(ms: number): number {
    return this.#openDaysAt(ms).reduce((sum, { expected }) => sum + expected.size, 0);
  }

  /** How many are to get a card and were sent nothing yet, where sending has begun. */
  untriedCount(ms: number): number {
    return this.#openDaysAt(ms).reduce((sum, { begun, untried }) => sum + (begun ? untried.size : 0), 0);
  }

  /** When somebody is to get a card next, if nothing changes. */
  next(ms: number): number | undefined {
    const starts = [...this.#byZone.keys()].flatMap((zone) => {
      const coming = this.#calendar.spans(zone).filter(({ from }) => from > ms);
      return coming.find((span) => this.#openDay(zone, span).expected.size > 0)?.from ?? [];
    });
    return starts.length === 0 ? undefined : Math.min(...starts);
  }

  /** Something was sent to them. */
  markTried(one: Addressee, milestone: string): void {
    this.#states.get(one)?.tried.add(milestone);
    for (const open of this.#openDaysOf(one, milestone)) {
      open.begun = true;
      open.untried.delete(one);
    }
  }

  /** They have it, or will not get it any more. */
  settle(one: Addressee, milestone: string): void {
    this.#states.get(one)?.settled.add(milestone);
    for (const { expected, untried } of this.#openDaysOf(one, milestone)) {
      expected.delete(one);
      untried.delete(one);
    }
  }

  /** They get nothing from now on, or something again. */
  setActive(one: Addressee, active: boolean): void {
    const state = this.#states.get(one);
    if (state === undefined) return;
    state.active = active;
    for (const { milestone, expected, untried } of this.#openDaysOf(one)) {
      expected.delete(one);
      untried.delete(one);
      if (active && !state.settled.has(milestone)) expected.add(one);
      if (active && !state.tried.has(milestone)) untried.add(one);
    }
  }

  /** Days of their zone that were computed so far. */
  #openDaysOf({ member }: Addressee, milestone?: string): OpenDay[] {
    const its = [...this.#openDays.values()].filter(({ zone }) => zone === member.zone);
    return milestone === undefined ? its : its.filter((open) => open.milestone === milestone);
  }

  #openDaysAt(ms: number): OpenDay[] {
    return [...this.#byZone.keys()].flatMap((zone) => {
      const span = this.#spanAt(zone, ms);
      return span === undefined ? [] : [this.#openDay(zone, span)];
    });
  }

  #spanAt(zone: string, ms: number): Span | undefined {
    const last = this.#spans.get(zone);
    if (last !== undefined && last.from <= ms && ms < last.to) return last;
    const span = this.#calendar.spanAt(zone, ms);
    if (span !== undefined) this.#spans.set(zone, span);
    return span;
  }

  #openDay(zone: string, span: Span): OpenDay {
    const known = this.#openDays.get(span);
    if (known) return known;
    const { milestone = '' } = span;
    const expected = (this.#byZone.get(zone) ?? []).filter((one) => {
      const state = this.#states.get(one);
      return milestone !== '' && state?.active && !state.settled.has(milestone);
    });
    const untried = expected.filter((one) => !this.#states.get(one)?.tried.has(milestone));
    const found = { zone, milestone, begun: false, expected: new Set(expected), untried: new Set(untried) };
    this.#openDays.set(span, found);
    return found;
  }
}
