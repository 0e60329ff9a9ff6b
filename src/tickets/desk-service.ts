/** The use cases around the desk's channel, with their rights. Knows neither Teams nor HTTP. */
import { ForbiddenError } from '../errors.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import type { Clock } from '../time/clock.ts';
import type { Channel, TeamRoster } from '../turn.ts';
import type { Desk, Desks } from './desks.ts';

export interface DeskServiceOptions {
  readonly desks: Desks;
  readonly roster: TeamRoster;
  readonly rights: Rights;
  readonly realTime: Clock;
  /** Something is to be sent. */
  readonly wake: () => void;
  /** Whether tickets go to a help-desk system too. */
  readonly webhook: boolean;
}

/** Milliseconds that an answer of the roster holds, for whoever looks at a list that asks every few seconds. */
const ROSTER_HOLDS_MS = 60_000;
/** Answers that are kept at most. */
const MOST_KEPT = 1_000;

export class DeskService {
  readonly #options: DeskServiceOptions;
  /** By person and desk. */
  readonly #asked = new Map<string, { readonly until: number; readonly isMember: Promise<boolean> }>();

  constructor(options: DeskServiceOptions) {
    this.#options = options;
  }

  /** Whether somebody gets the tenant's tickets: a channel, or a help-desk system. */
  async hasDesk(tenantId: string): Promise<boolean> {
    return this.#options.webhook || (await this.#options.desks.of(tenantId)) !== undefined;
  }

  /**
   * Whether this channel is the tenant's desk. Who acts there has to be a member of its team besides. One that was named before its team was kept
   * gets it so, and nobody has to name it again.
   */
  async isDesk(tenantId: string, { id, teamId }: Pick<Channel, 'id' | 'teamId'>): Promise<boolean> {
    const { desks } = this.#options;
    const desk = await desks.of(tenantId);
    if (desk?.channelId !== id) return false;
    if (desk.teamId === undefined && teamId !== undefined) await desks.keepTeam(tenantId, desk, teamId);
    return true;
  }

  /**
   * Whether somebody is a member of the desk's team, by the roster of a minute ago at the most. For callers outside of the desk's channel
   * who have proof of who they are.
   */
  async isMember({ _id, tenantId, accountId }: Person): Promise<boolean> {
    const { desks, roster, realTime } = this.#options;
    const desk = await desks.of(tenantId);
    if (desk?.teamId === undefined || accountId === undefined) return false;
    const key = `${_id} ${accountId} ${desk.at}`;
    const now = realTime().getTime();
    const known = this.#asked.get(key);
    if (known !== undefined && known.until > now) return known.isMember;
    if (this.#asked.size >= MOST_KEPT) this.#asked.clear();
    const isMember = roster.hasMember(desk.reference, desk.teamId, accountId);
    this.#asked.set(key, { until: now + ROSTER_HOLDS_MS, isMember });
    return isMember;
  }

  /** @throws ForbiddenError for everybody but leads */
  async nameDesk(person: Person, desk: Omit<Desk, 'by' | 'at'>): Promise<void> {
    const { desks, rights, realTime, wake } = this.#options;
    if (!rights.isLead(person)) throw new ForbiddenError('ticket.desk-leads-only');
    await desks.name(person.tenantId, { ...desk, by: person.userId, at: realTime().toISOString() });
    wake();
  }
}
