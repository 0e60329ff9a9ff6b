/** One address, one person: a UPN or an e-mail address that somebody new comes with is taken from whoever had it before. */
import type { Collection } from '../storage/port.ts';
import type { PersonDoc } from './owner-lookup.ts';
import type { Person } from './person.ts';

/** Somebody as the roster tells just now. */
export type Reading = Pick<Person, 'tenantId' | 'userId' | 'guest' | 'upn' | 'email' | 'lostUpn'> & {
  /** ISO: when it was asked. */
  readonly rosterAt: string;
};

/**
 * The addresses of a reading that are the person's, once they are taken from those who had them before. Called before the reading is
 * kept, so that a kill in between leaves an address to nobody, and once more after it, since two may come with one at the same time.
 * @param freshSince ISO: a reading from before then keeps no address from somebody who had it earlier
 */
export async function takeAddresses(
  people: Collection<PersonDoc>,
  reading: Reading,
  freshSince: string,
): Promise<Pick<Person, 'upn' | 'email'>> {
  const { tenantId, userId, upn, email } = reading;
  const addresses = [...new Set([upn, email])].filter((address) => address !== undefined);
  if (addresses.length === 0) return {};
  const others = await people.find(tenantId, {
    userId: { $ne: userId },
    $or: [{ upn: { $in: addresses } }, { email: { $in: addresses } }],
  });
  const lost = new Set<string>();
  for (const other of others) {
    for (const address of addresses.filter((one) => one === other.upn || one === other.email)) {
      if (keepsIt(other, reading, address, freshSince)) lost.add(address);
      else await takeFrom(people, other, address);
    }
  }
  return {
    ...(upn !== undefined && !lost.has(upn) && { upn }),
    ...(email !== undefined && !lost.has(email) && { email }),
  };
}

/** Whether somebody who has an address keeps it, though the reading names it, too. */
function keepsIt(other: PersonDoc, reading: Reading, address: string, freshSince: string): boolean {
  const [isTheirUpn, isUpn] = [other.upn === address, reading.upn === address];
  // A UPN is unique in its directory, an e-mail address is not, so it gives way.
  if (isTheirUpn !== isUpn) return isTheirUpn;
  if (isUpn && reading.lostUpn === address && (other.rosterAt ?? '') > freshSince) return true;
  if (!isUpn && other.guest !== reading.guest) return reading.guest;
  return isLater(other, reading);
}

/** Who loses a UPN is asked for anew at their next message: they have another one by now. */
async function takeFrom(people: Collection<PersonDoc>, { _id, tenantId, upn, email }: PersonDoc, address: string) {
  const isEmail = email === address && { email: true as const };
  if (upn === address) {
    const update = { $set: { lostUpn: address }, $unset: { upn: true as const, rosterAt: true as const, ...isEmail } };
    await people.updateOne(tenantId, { _id, upn: address }, update);
  } else if (isEmail) {
    await people.updateOne(tenantId, { _id, email: address }, { $unset: isEmail });
  }
}

function isLater(other: PersonDoc, { rosterAt, userId }: Reading): boolean {
  const { rosterAt: othersAt = '' } = other;
  return othersAt === rosterAt ? other.userId < userId : othersAt > rosterAt;
}
