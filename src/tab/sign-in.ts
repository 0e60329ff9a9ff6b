/** Who asks: by their token from Teams, or in local mode whoever they choose to be. Rights follow from the bot's own record of them. */
import { ForbiddenError, UserError } from '../errors.ts';
import type { RouteRequest } from '../feature.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { TokenCheck } from './token.ts';

export interface SignIn {
  /** @throws UserError, ForbiddenError */
  personOf(request: RouteRequest): Promise<Person>;
  /** Whom one may choose to be; where tokens are asked for there is no such choice. @throws UserError */
  readonly choices?: (request: RouteRequest) => Promise<readonly Person[]>;
}

/** In the chat the bot has the person's directory entry from Teams; a token alone makes nobody known. */
export function tokenSignIn(tokens: TokenCheck, people: People): SignIn {
  return {
    async personOf(request) {
      const [, token] = /^Bearer ([\w.-]+)$/i.exec(request.header('authorization')) ?? [];
      if (token === undefined) throw new UserError('tab.not-signed-in');
      const { tenantId, userId } = await tokens.ownerOf(token);
      const person = await people.get(tenantId, userId);
      if (person === undefined) throw new ForbiddenError('tab.unknown-person');
      return person;
    },
  };
}

/** Names who one chooses to be, by `_id`. Only a page of ours can send it: another's would be asked first whether it may (CORS). */
const CHOSEN = 'x-tab-person';
const MOST_CHOICES = 50;

/** @param tenants undefined: all */
export function localSignIn(people: People, tenants: readonly string[] | undefined): SignIn {
  const isServed = (tenantId: string): boolean => tenants?.includes(tenantId) ?? true;
  return {
    async personOf(request) {
      assertOwnPage(request);
      const [tenantId = '', ...rest] = request.header(CHOSEN).split('/');
      const userId = rest.join('/');
      const person = isServed(tenantId) && userId !== '' ? await people.get(tenantId, userId) : undefined;
      if (person === undefined) throw new UserError('tab.nobody-chosen');
      return person;
    },
    async choices(request) {
      assertOwnPage(request);
      const served = (await people.tenants()).filter(isServed);
      const known = await Promise.all(served.map((tenantId) => people.listPage(tenantId, '', MOST_CHOICES)));
      return known
        .flat()
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .slice(0, MOST_CHOICES);
    },
  };
}

/**
 * Nobody is authenticated, so no other page in the same browser may ask: not one on another port of this machine either. Browsers say where a
 * request comes from; what says nothing is no browser.
 */
function assertOwnPage(request: RouteRequest): void {
  const site = request.header('sec-fetch-site') || 'none';
  const origin = request.header('origin');
  const isOwn = origin === '' || URL.parse(origin)?.host === request.header('host');
  if (!isOwn || (site !== 'same-origin' && site !== 'none')) throw new ForbiddenError('tab.foreign-page');
}
