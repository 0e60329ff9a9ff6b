/** What a search in the compose box says. */
export const searchTexts = {
  nothingTyped: 'Type a claim ID, a customer or a ticket number. You have nothing open of your own.',
  nothing: 'Nothing of yours matches. Type a claim ID, a customer or a ticket number.',
  unknownPerson: 'I do not know you yet. Write “help” to me in our personal chat in Teams once, then search again.',
  claim: (claimId: string) => `Claim ${claimId}`,
  ticket: (name: string) => `Ticket ${name}`,
  claimStates: { done: 'Nothing left to do', 'does not count': 'Not part of the update' },
  kinds: { claim: 'Claim', ticket: 'Ticket' },
  openClaims: 'Open Partner Center',
  openSupport: 'Open Microsoft support',
  line: (...parts: readonly string[]) => parts.join(' · '),
};
