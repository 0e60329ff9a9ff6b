/** The one-time key of what the page does, for one person: nobody finds out by another's key what others did, or takes it from them. Pure. */
import { createHash } from 'node:crypto';
import type { Person } from '../people/person.ts';

/** Some things are found by their key among those of all tenants, so the tenant is in it, too. @param key as the page made it */
export function ownKey({ _id }: Pick<Person, '_id'>, key: string): string {
  return createHash('sha256').update(`${_id}\n${key}`).digest('base64url');
}
