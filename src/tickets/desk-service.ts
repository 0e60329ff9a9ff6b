/** The use cases around the desk's channel, with their rights. Knows neither Teams nor HTTP. */
import { ForbiddenError } from '../errors.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import type { Clock } from '../time/clock.ts';
import type { Desk, Desks } from './desks.ts';

export interface DeskServiceOptions {
  readonly desks: Desks;
  readonly rights: Rights;
  readonly realTime: Clock;
  /** Something is to be sent. */
  readonly wake: () => void;
  /** Whether tickets go to a help-desk system too. */
  readonly webhook: boolean;
}

export class DeskService {
  readonly #options: DeskServiceOptions;

  constructor(options: DeskServiceOptions) {
    this.#options = options;
  }

  /** Whether somebody gets the tenant's tickets: a channel, or a help-desk system. */
  async hasDesk(tenantId: string): Promise<boolean> {
    return this.#options.webhook || (await this.#options.desks.of(tenantId)) !== undefined;
  }

  /** Whether this channel is the tenant's desk. Who acts there has to be a member of its team besides. */
  async isDesk(tenantId: string, channelId: string): Promise<boolean> {
    return (await this.#options.desks.of(tenantId))?.channelId === channelId;
  }

  /** @throws ForbiddenError for everybody but leads */
  async nameDesk(person: Person, desk: Omit<Desk, 'by' | 'at'>): Promise<void> {
    const { desks, rights, realTime, wake } = this.#options;
    if (!rights.isLead(person)) throw new ForbiddenError('ticket.desk-leads-only');
    await desks.name(person.tenantId, { ...desk, by: person.userId, at: realTime().toISOString() });
    wake();
  }
}
