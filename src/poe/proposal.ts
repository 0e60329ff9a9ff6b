/** Which claims a document may belong to: by what is in it, then by the files' names, by what was written, and by what is open. */
import { type Claim, RANK } from '../claims/claim.ts';
import { customerKey } from '../claims/normalise.ts';
import type { ClaimService } from '../claims/service.ts';
import type { Person } from '../people/person.ts';
import type { OpenDocument } from './document-checks.ts';
import type { Draft, ProposalReason } from './drafts.ts';
import type { ClaimMatch } from './findings/match.ts';
import { bestByCustomer, customerScore, distinctiveWords, possibleClaimIds } from './matching.ts';

/** A longer list of choices is no help; the person can write the ID instead. */
export const MOST_CANDIDATES = 20;
const MOST_BY_CUSTOMER = 50;
/** So many claims a document is looked through for. */
const MOST_MATCHED = 200;
/** That a document names besides. */
const MOST_OTHERS = 5;

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

/** The claims that a document names. */
export interface NamedClaims {
  /** The best first. */
  readonly claims: readonly Claim[];
  readonly reason: ProposalReason;
  /** It names nothing besides, and no other claim comes into question. */
  readonly sure: boolean;
  /** Claims that it names besides: of the same customer those whose ID or workloads stand there, too. */
  readonly others: readonly Claim[];
}

/** How much speaks for a claim. A file's name and a message only tell claims apart that the document names. */
const WEIGHT = { claimId: 5, tenantOrDomain: 4, customer: 3, inFileName: 2, inMessage: 1.5, workloads: 1, open: 0.5 };

interface Named {
  readonly claim: Claim;
  readonly match: ClaimMatch;
  readonly hasId: boolean;
  readonly weight: number;
}

/**
 * The claims that a document names, by claim ID, directory ID, domain or customer; undefined where it names none.
 * @param partners the partner's own names, which stand in every document
 */
export async function claimsNamedIn(
  { facts: { clues }, match }: OpenDocument,
  claims: ClaimService,
  person: Person,
  {
    fileName,
    message,
    partners,
  }: { readonly fileName: string; readonly message: string; readonly partners: readonly string[] },
): Promise<NamedClaims | undefined> {
  const byId = await claims.findVisible(person, clues.claimIds);
  const byDirectory = await claims.ofDirectories(person, clues.directoryIds);
  const byWords = await claims.searchVisible(person, clues.words, MOST_BY_CUSTOMER);
  const own = new Set(partners.map(customerKey));
  const some = [
    ...new Map(
      [...byId, ...byDirectory, ...byWords.filter(isLikely(clues.words))].map((one) => [one._id, one]),
    ).values(),
  ]
    .filter((claim) => !own.has(claim.customerKey))
    .slice(0, MOST_MATCHED);
  if (some.length === 0) return undefined;
  const matches = await match(some);
  const withId = idsOf(byId);
  const inFileName = idsOf(await claims.findVisible(person, possibleClaimIds([fileName])));
  const inMessage = idsOf(await claims.findVisible(person, possibleClaimIds([message])));
  const named = some
    .flatMap((claim, index): Named[] => {
      const match = matches?.[index];
      const hasId = withId.has(claim._id);
      if (match === undefined || !(hasId || match.tenantOrDomain || match.customer)) return [];
      const weight =
        (hasId ? WEIGHT.claimId : 0) +
        (match.tenantOrDomain ? WEIGHT.tenantOrDomain : 0) +
        (match.customer ? WEIGHT.customer : 0) +
        (match.workloads.length > 0 ? WEIGHT.workloads : 0) +
        (inFileName.has(claim._id) ? WEIGHT.inFileName : 0) +
        (inMessage.has(claim._id) ? WEIGHT.inMessage : 0) +
        (claim.rank === RANK.toCollect ? WEIGHT.open : 0);
      return [{ claim, match, hasId, weight }];
    })
    .sort((a, b) => b.weight - a.weight || a.claim.rank - b.claim.rank);
  const [best, second] = named;
  if (best === undefined) return undefined;
  const others = othersBeside(best, named);
  return {
    claims: named.map(({ claim }) => claim),
    reason: best.hasId ? 'claim id in it' : best.match.tenantOrDomain ? 'domain in it' : 'customer in it',
    sure: others.length === 0 && (second === undefined || second.weight < best.weight),
    others: others.slice(0, MOST_OTHERS),
  };
}

function idsOf(claims: readonly Claim[]): ReadonlySet<string> {
  return new Set(claims.map(({ _id }) => _id));
}

/** @param named the best first */
function othersBeside(best: Named, named: readonly Named[]): Claim[] {
  const customers = Map.groupBy(
    named.filter((each) => each !== best),
    ({ claim }) => claim.customerKey,
  );
  return [...customers].flatMap(([customer, all]) => {
    const meant = all.filter(({ hasId, match }) => hasId || match.workloads.length > 0);
    return (meant.length > 0 || customer === best.claim.customerKey ? meant : all.slice(0, 1)).map(
      ({ claim }) => claim,
    );
  });
}

/** Whether the words of a document hold half of a customer's name, or their domain's. */
function isLikely(words: readonly string[]): (claim: Claim) => boolean {
  return ({ customerName, customerDomain = '' }) =>
    customerScore(customerName, words) >= 0.5 ||
    words.some((word) => customerDomain.toLowerCase().split('.').includes(word));
}
