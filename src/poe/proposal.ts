/** Which claims a document may belong to, by what was written, by the files' names, and by what is open. */
import type { Claim } from '../claims/claim.ts';
import type { ClaimService } from '../claims/service.ts';
import type { Person } from '../people/person.ts';
import type { Draft } from './drafts.ts';
import { bestByCustomer, distinctiveWords, possibleClaimIds } from './matching.ts';

/** A longer list of choices is no help; the person can write the ID instead. */
export const MOST_CANDIDATES = 20;
const MOST_BY_CUSTOMER = 50;

/** @param texts the message, and the files' names; the last ones count most */
export async function proposeClaim(
  claims: ClaimService,
  person: Person,
  texts: readonly string[],
): Promise<Pick<Draft, 'candidates' | 'proposal'>> {
  const byId = (await claims.findVisible(person, possibleClaimIds(texts))).sort(
    (a, b) => b.claimId.length - a.claimId.length,
  );
  const byCustomer = bestByCustomer(
    await claims.searchVisible(person, distinctiveWords(texts), MOST_BY_CUSTOMER),
    texts,
  );
  const last = person.lastClaim === undefined ? [] : await claims.findVisibleRecords(person, [person.lastClaim]);
  const mine = await openCandidates(claims, person, 'mine');
  // A lead may own nothing and file for all.
  const open = mine.length > 0 ? mine : await openCandidates(claims, person, 'all');
  const all = [...byId, ...byCustomer.matches, ...last, ...open].map(({ _id }) => _id);
  const reasons = [
    ['claim id', byId[0]],
    ['customer', byCustomer.best],
    ['opened last', last[0]],
    ['only', open.length === 1 ? open[0] : undefined],
  ] as const;
  const [first] = reasons.flatMap(([reason, claim]) => (claim === undefined ? [] : [{ claim: claim._id, reason }]));
  return { candidates: [...new Set(all)].slice(0, MOST_CANDIDATES), ...(first && { proposal: first }) };
}

async function openCandidates(claims: ClaimService, person: Person, owner: 'mine' | 'all'): Promise<readonly Claim[]> {
  return (await claims.openClaims(person, { owner, page: 0, pageSize: MOST_CANDIDATES })).rows;
}
