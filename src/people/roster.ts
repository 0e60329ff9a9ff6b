/** What the roster of a tenant says of a person, and what of it is theirs. Pure. */
import { cleanText } from '../format/clean-text.ts';
import type { Person } from './person.ts';

/** As the roster has it. */
export interface RosterEntry {
  readonly name: string;
  readonly upn?: string;
  readonly email?: string;
  /** The directory that the person belongs to; absent where it is not known. */
  readonly tenantId?: string;
}

/** In a guest's UPN, which the tenant makes from the address that the guest was invited by (Microsoft Entra B2B). */
const GUEST_MARK = '#ext#';

/**
 * Addresses prove who somebody is only where this tenant gave them: its own people's, and of a guest the one that the tenant made the
 * UPN of. A guest's other addresses are kept by another directory, which may write anybody's there, and so are all of somebody who
 * belongs to one.
 */
export function rosterFacts(tenantId: string, entry: RosterEntry): Pick<Person, 'name' | 'guest' | 'upn' | 'email'> {
  const name = cleanText(entry.name).trim();
  const [upn, email] = [entry.upn, entry.email].map((address) => address?.trim().toLowerCase() || undefined);
  if (entry.tenantId !== undefined && entry.tenantId.toLowerCase() !== tenantId) return { name, guest: true };
  // An entry without a UPN does not prove that the person is the tenant's own.
  const guest = upn === undefined || upn.includes(GUEST_MARK);
  const proven = !guest || (email !== undefined && upn?.startsWith(`${email.replace('@', '_')}${GUEST_MARK}`));
  return { name, guest, ...(upn !== undefined && { upn }), ...(email !== undefined && proven && { email }) };
}
