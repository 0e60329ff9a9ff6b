/** What the stand-in saw of nudges: each request, by person and milestone, and what came of it. */
import type { Request } from '../../support/teams/faults.ts';
import { TENANT } from '../../support/teams.ts';
import type { Calendar } from './calendar.ts';
import type { Addressee } from './expected-cards.ts';
import type { Member } from './people.ts';

export interface Arrival {
  readonly to: Addressee;
  /** Without the prefix of a digest's. */
  readonly milestone: string;
  /** By the campaign clock, ms. */
  readonly at: number;
  readonly blocked: boolean;
  /** Counts the requests to this person, from 1. */
  readonly nth: number;
  /** As in `Request`, once it has ended. */
  status: number;
  done: boolean;
}

/** A message sent unasked: an answer's address ends in the id, of digits, of what it answers. */
const UNASKED = /\/v3\/conversations\/([^/]+)\/activities(?:\/[0-9a-f-]{36})?$/;
const MILESTONE = /"milestone":"([^"]+)"/;

export class RequestLog {
  readonly arrivals: Arrival[] = [];
  readonly #calendar: Calendar;
  readonly #campaignAheadMs: number;
  readonly #reminders: ReadonlyMap<string, Addressee>;
  readonly #digests: ReadonlyMap<string, Addressee>;
  readonly #open = new WeakMap<Request, Arrival>();
  readonly #counts = new Map<Member, number>();

  constructor(calendar: Calendar, addressees: readonly Addressee[], campaignAheadMs: number) {
    this.#calendar = calendar;
    this.#campaignAheadMs = campaignAheadMs;
    const byChat = (digest: boolean) =>
      new Map(
        addressees
          .filter((one) => one.digest === digest)
          .map((one) => [one.member.person.chat.conversation.place.id, one]),
      );
    this.#reminders = byChat(false);
    this.#digests = byChat(true);
  }

  /** A request came. Undefined where it is no nudge. */
  add(request: Request): Arrival | undefined {
    const chat = request.method === 'POST' ? UNASKED.exec(request.url)?.[1] : undefined;
    if (chat === undefined) return undefined;
    const place = decodeURIComponent(chat);
    const at = request.at + this.#campaignAheadMs;
    const named = MILESTONE.exec(JSON.stringify(request.body))?.[1];
    const to = (named === undefined ? this.#digests : this.#reminders).get(place);
    if (to === undefined) throw new Error(`a card for nobody here: ${JSON.stringify(request.body).slice(0, 500)}`);
    const { member } = to;
    const nth = (this.#counts.get(member) ?? 0) + 1;
    this.#counts.set(member, nth);
    const arrival: Arrival = {
      to,
      milestone: named ?? this.#calendar.spanAt(member.zone, at)?.milestone ?? 'none',
      at,
      blocked: member.person.chat.conversation.blocked,
      nth,
      status: 0,
      done: false,
    };
    this.arrivals.push(arrival);
    this.#open.set(request, arrival);
    return arrival;
  }

  arrivalOf(request: Request): Arrival | undefined {
    return this.#open.get(request);
  }

  /** What a row of the ledger is about, by its id. */
  rowOf(id: string): [Addressee, milestone: string] | undefined {
    const [, , key = '', person] = id.split('/');
    const digest = key.startsWith('digest-');
    const all = [...(digest ? this.#digests : this.#reminders).values()];
    const one = all.find(({ member }) => member.person.aadObjectId === person);
    return one && [one, digest ? key.slice('digest-'.length) : key];
  }

  complete(request: Request): Arrival | undefined {
    const arrival = this.#open.get(request);
    if (arrival === undefined) return undefined;
    arrival.status = request.status;
    arrival.done = request.done;
    return arrival;
  }
}

/** The answer was lost: nobody but the stand-in knows whether it arrived. */
export function isLost({ status }: Arrival): boolean {
  return status === 0 || status >= 500;
}

/** The ledger's key of a row. */
export function ledgerId(campaign: string, { member }: Addressee, milestone: string): string {
  return `${TENANT}/${campaign}/${milestone}/${member.person.aadObjectId}`;
}
