/** Code → data of what people can put right. `undefined`: the code says it all. */
export interface ClaimProblems {
  /** No claim has this ID, or it is another's: both read the same, so that IDs cannot be probed. `claimId`: as they wrote it. */
  'claim.not-found': { readonly claimId: string };
  /** The claim of a card is not there any more, or not theirs any more. */
  'claim.gone': undefined;
  /** Nobody owns it: whoever wants to change it takes it first. */
  'claim.without-owner': undefined;
  'claim.leads-assign': undefined;
  'claim.leads-remove': undefined;
  /** A document that somebody else filed: they withdraw it, or a lead. */
  'claim.poe-of-another': undefined;
  /** The reason of a removal or a withdrawal; both numbers are characters. */
  'claim.reason-too-long': { readonly count: number; readonly most: number };
  'claim.person-not-found': { readonly name: string };
  /** Saying whom a name means. */
  'claim.leads-confirm': undefined;
  /** Nobody is known here by this name any more. */
  'claim.name-of-nobody': undefined;
  /** Another lead said so before. */
  'claim.name-of-another': undefined;
}
