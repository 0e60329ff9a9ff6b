/** Searches claims and tickets within a person's rights, as the claims and the tickets know them. Knows neither Teams nor HTTP. */
import type { ClaimService } from '../claims/service.ts';
import type { Person } from '../people/person.ts';
import type { TicketService } from '../tickets/service.ts';
import { bestFirst, interleave, type SearchHit } from './best-first.ts';

/** As many as a list of the compose box shows without scrolling far. */
export const MOST_FOUND = 10;

export class SearchService {
  readonly #claims: Pick<ClaimService, 'like' | 'openOnes'>;
  readonly #tickets: Pick<TicketService, 'like' | 'openTickets'>;

  constructor(claims: Pick<ClaimService, 'like' | 'openOnes'>, tickets: Pick<TicketService, 'like' | 'openTickets'>) {
    this.#claims = claims;
    this.#tickets = tickets;
  }

  /** What the text names, the best first; at most `MOST_FOUND`. */
  async find(person: Person, text: string): Promise<SearchHit[]> {
    const [claims, tickets] = await Promise.all([
      this.#claims.like(person, text, MOST_FOUND),
      this.#tickets.like(person, text, MOST_FOUND),
    ]);
    return bestFirst(text, claims, tickets, MOST_FOUND);
  }

  /** The person's own open ones: tickets the newest first, claims the most urgent first. */
  async own(person: Person): Promise<SearchHit[]> {
    const [claims, tickets] = await Promise.all([
      this.#claims.openOnes(person, MOST_FOUND),
      this.#tickets.openTickets(person, MOST_FOUND),
    ]);
    return interleave(claims, tickets).slice(0, MOST_FOUND);
  }
}
