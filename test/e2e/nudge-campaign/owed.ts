/** Who is still owed a card now, by the calendar and by what came so far: what the conductor waits for, and when work is due. */
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

interface Standing {
  /** No longer, and no longer again: they blocked the bot, or have nothing left. */
  active: boolean;
  readonly settled: Set<string>;
  readonly tried: Set<string>;
}

interface Open {
  readonly zone: string;
  readonly milestone: string;
  /** Somebody there was sent something: who is due stands in the ledger by now. */
  begun: boolean;
  readonly owed: Set<Addressee>;
  readonly untried: Set<Addressee>;
}

export function rowKey({ digest }: Addressee, milestone: string): string {
  return digest ? `digest-${milestone}` : milestone;
}

export class Owed {
  readonly #calendar: Calendar;
  readonly #byZone: ReadonlyMap<string, readonly Addressee[]>;
  readonly #standings = new Map<Addressee, Standing>();
  /** Of a zone's working day: those who are owed its milestone, and those of them who were not even tried. */
  readonly #owed = new Map<Span, Open>();
  readonly #spans = new Map<string, Span>();

  constructor(calendar: Calendar, addressees: readonly Addressee[]) {
    this.#calendar = calendar;
    this.#byZone = Map.groupBy(addressees, ({ member }) => member.zone);
    for (const one of addressees) this.#standings.set(one, { active: true, settled: new Set(), tried: new Set() });
  }

  /** With the milestone. */
  now(ms: number): [Addressee, milestone: string][] {
    return this.#open(ms).flatMap(({ owed, milestone }) =>
      [...owed].map((one): [Addressee, string] => [one, milestone]),
    );
  }

  count(ms: number): number {
    return this.#open(ms).reduce((sum, { owed }) => sum + owed.size, 0);
  }

  /** How many are owed a card and were sent nothing yet, where sending has begun. */
  untried(ms: number): number {
    return this.#open(ms).reduce((sum, { begun, untried }) => sum + (begun ? untried.size : 0), 0);
  }

  /** When somebody is owed something next, if nothing changes. */
  next(ms: number): number | undefined {
    const starts = [...this.#byZone.keys()].flatMap((zone) => {
      const coming = this.#calendar.spans(zone).filter(({ from }) => from > ms);
      return coming.find((span) => this.#of(zone, span).owed.size > 0)?.from ?? [];
    });
    return starts.length === 0 ? undefined : Math.min(...starts);
  }

  /** Something was sent to them. */
  tried(one: Addressee, milestone: string): void {
    this.#standings.get(one)?.tried.add(milestone);
    for (const open of this.#opened(one, milestone)) {
      open.begun = true;
      open.untried.delete(one);
    }
  }

  /** They have it, or will not get it any more. */
  settle(one: Addressee, milestone: string): void {
    this.#standings.get(one)?.settled.add(milestone);
    for (const { owed, untried } of this.#opened(one, milestone)) {
      owed.delete(one);
      untried.delete(one);
    }
  }

  /** They are owed nothing from now on, or something again. */
  activate(one: Addressee, active: boolean): void {
    const standing = this.#standings.get(one);
    if (standing === undefined) return;
    standing.active = active;
    for (const { milestone, owed, untried } of this.#opened(one)) {
      owed.delete(one);
      untried.delete(one);
      if (active && !standing.settled.has(milestone)) owed.add(one);
      if (active && !standing.tried.has(milestone)) untried.add(one);
    }
  }

  /** What was asked for of their zone. */
  #opened({ member }: Addressee, milestone?: string): Open[] {
    const its = [...this.#owed.values()].filter(({ zone }) => zone === member.zone);
    return milestone === undefined ? its : its.filter((open) => open.milestone === milestone);
  }

  #open(ms: number): Open[] {
    return [...this.#byZone.keys()].flatMap((zone) => {
      const span = this.#spanAt(zone, ms);
      return span === undefined ? [] : [this.#of(zone, span)];
    });
  }

  #spanAt(zone: string, ms: number): Span | undefined {
    const last = this.#spans.get(zone);
    if (last !== undefined && last.from <= ms && ms < last.to) return last;
    const span = this.#calendar.spanAt(zone, ms);
    if (span !== undefined) this.#spans.set(zone, span);
    return span;
  }

  #of(zone: string, span: Span): Open {
    const known = this.#owed.get(span);
    if (known) return known;
    const { milestone = '' } = span;
    const owed = (this.#byZone.get(zone) ?? []).filter((one) => {
      const standing = this.#standings.get(one);
      return milestone !== '' && standing?.active && !standing.settled.has(milestone);
    });
    const untried = owed.filter((one) => !this.#standings.get(one)?.tried.has(milestone));
    const found = { zone, milestone, begun: false, owed: new Set(owed), untried: new Set(untried) };
    this.#owed.set(span, found);
    return found;
  }
}
