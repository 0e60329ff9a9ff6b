/** Owners named by name alone on the page of leads: who may be meant, the lead's word for it, and its undo. */
import { z } from 'zod';
import type { Claims } from '../../claims/feature.ts';
import type { Route } from '../../feature.ts';
import type { Person } from '../../people/person.ts';
import type { Door } from '../door.ts';
import { json } from '../json.ts';
import { ownKey } from '../own-key.ts';
import { API, idempotencyKey } from '../params.ts';
import type { NamedOwnersBody, NameMeaningBody, NamesakeBody } from './api.ts';

/** A lead decides on the first, and then sees others. */
const MOST_NAMES = 50;
const PATH = `${API}/owners/named`;

const text = z.string().min(1).max(500);
const meaning = z.strictObject({ idempotencyKey, kind: z.enum(['confirm', 'withdraw']), name: text, person: text });

export interface NamedOwnerRouteOptions {
  readonly door: Door;
  readonly claims: Pick<Claims, 'namedOwners' | 'owners'>;
}

export function namedOwnerRoutes({ door, claims: { namedOwners, owners } }: NamedOwnerRouteOptions): Route[] {
  return [
    door.route(PATH, async (lead) => {
      const all = await namedOwners.unconfirmed(lead);
      const names = await Promise.all(
        all.slice(0, MOST_NAMES).map(async ({ nameKey: key, people, open }) => {
          const name = await owners.labelOf(lead.tenantId, key);
          return { key, name, open, people: people.map(namesake) };
        }),
      );
      return json<NamedOwnersBody>({ total: all.length, names });
    }),
    door.change(PATH, meaning, async (lead, { kind, name, person, idempotencyKey: key }) => {
      const once = ownKey(lead, key);
      if (kind === 'confirm')
        return json<NameMeaningBody>({ person: namesake(await namedOwners.confirm(lead, name, person, once)) });
      await namedOwners.withdraw(lead, name, person, once);
      return json<NameMeaningBody>({});
    }),
  ];
}

function namesake({ userId: id, name, upn = '' }: Person): NamesakeBody {
  return { id, name, upn };
}
