/** Search from the compose box of any chat: claims and tickets within a person's rights. */
import type { Claims } from '../claims/feature.ts';
import type { Feature } from '../feature.ts';
import type { Tickets } from '../tickets/feature.ts';
import { type SearchHandlers, searchHandlers } from './handlers.ts';
import { SearchService } from './service.ts';

export type { SearchAnswer } from './views.ts';

export interface Search extends Feature, SearchHandlers {}

export function createSearch(claims: Claims, tickets: Tickets): Search {
  return {
    name: 'search',
    problems: {},
    presses: {},
    ...searchHandlers(new SearchService(claims.service, tickets.service)),
  };
}
