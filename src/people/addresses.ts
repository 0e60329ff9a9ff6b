/** One address, one person: a UPN or an e-mail address that somebody new comes with is taken from whoever had it before. */
import type { Collection } from '../storage/port.ts';
import type { PersonDoc } from './owner-lookup.ts';
import type { Person } from './person.ts';

/** Somebody as the roster tells just now. */
export type Reading = Pick<Person, 'tenantId' | 'userId' | 'guest' | 'upn' | 'email' | 'lostUpn'> & {
  /** ISO: when it was asked. */
  readonly rosterAt: string;
};

/** Since when a reading is fresh, ISO: an older one keeps no address from somebody who had it before. */
type FreshSince = string;

/**
 * The addresses of a reading that are the person's, once they are taken from those who had them before. Called before the reading is
 * kept, so that a kill in between leaves an address to nobody, and once more after it, since two may come with one at the same time.
 */
export async function takeAddresses(
  people: Collection<PersonDoc>,
  reading: Reading,
  freshSince: FreshSince,
): Promise<Pick<Person, 'upn' | 'email'>> {
  const { tenantId, userId, upn, email } = reading;
  const addresses = [upn, email].filter((address) => address !== undefined);
  if (addresses.length === 0) return {};
  const bearers = await people.find(tenantId, {
    userId: { $ne: userId },
    $or: [{ upn: { $in: addresses } }, { email: { $in: addresses } }],
  });
  for (const other of bearers) {
    const { _id } = other;
    if (upn !== undefined && other.upn === upn && !keepsUpn(other, reading, freshSince))
      await people.updateOne(tenantId, { _id, upn }, { $set: { lostUpn: upn }, $unset: { upn: true } });
    // A UPN is unique in its directory, an e-mail address is not, so it gives way.
    for (const address of addresses)
      if (other.email === address && !keepsEmail(other, reading))
        await people.updateOne(tenantId, { _id, email: address }, { $unset: { email: true } });
  }
  const hasUpn =
    upn !== undefined && !bearers.some((other) => other.upn === upn && keepsUpn(other, reading, freshSince));
  const hasEmail =
    email !== undefined &&
    !bearers.some(
      (other) => (other.upn === email && upn !== email) || (other.email === email && keepsEmail(other, reading)),
    );
  return { ...(hasUpn && { upn }), ...(hasEmail && { email }) };
}

/** Who lost a UPN does not get it back from whoever has it now while the directory has just told that it is theirs. */
function keepsUpn(other: PersonDoc, reading: Reading, freshSince: FreshSince): boolean {
  const { rosterAt = '' } = other;
  return isLater(other, reading) || (reading.lostUpn === reading.upn && rosterAt > freshSince);
}

/** The tenant's own people before its guests, then whoever came with it last. */
function keepsEmail(other: PersonDoc, reading: Reading): boolean {
  if (other.email === reading.upn) return false;
  return other.guest === reading.guest ? isLater(other, reading) : reading.guest;
}

function isLater(other: PersonDoc, { rosterAt, userId }: Reading): boolean {
  const { rosterAt: othersAt = '' } = other;
  return othersAt === rosterAt ? other.userId < userId : othersAt > rosterAt;
}
