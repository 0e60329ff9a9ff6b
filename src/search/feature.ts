/** Search from the compose box of any chat: claims and tickets within a person's rights. */
import type { Claims } from '../claims/feature.ts';
import type { Feature } from '../feature.ts';
import type { Tickets } from '../tickets/feature.ts';
import { type FindHandlers, findHandlers } from './handlers.ts';
import { FindService } from './service.ts';

export interface Search extends Feature, FindHandlers {}

export function createSearch(claims: Claims, tickets: Tickets): Search {
  return {
    name: 'search',
    presses: {},
    ...findHandlers(new FindService(claims.service, tickets.service)),
  };
}
