/** Roles (docs/design.md, "Who may do what"). Decided on the server, from the person's record, at each use. */
import type { Person } from './person.ts';

export interface Rights {
  isLead(person: Person): boolean;
}

/** @param leads object ids or UPNs, lower case; undefined: everybody is a lead (local mode) */
export function createRights(leads: readonly string[] | undefined): Rights {
  if (leads === undefined) return { isLead: () => true };
  const named = new Set(leads);
  return {
    isLead: (person) => named.has(person.userId.toLowerCase()) || (person.upn !== undefined && named.has(person.upn)),
  };
}
