/** What a search in the compose box says, in German. */
import type * as en from './en.ts';

export const searchTexts: typeof en.searchTexts = {
  nothingTyped: 'Geben Sie eine Claim-ID, einen Kunden oder eine Ticketnummer ein. Bei Ihnen ist nichts offen.',
  nothing: 'Bei Ihnen passt nichts dazu. Geben Sie eine Claim-ID, einen Kunden oder eine Ticketnummer ein.',
  unknownPerson:
    'Ich kenne Sie noch nicht. Schreiben Sie mir einmal „Hilfe“ in unserem persönlichen Chat in Teams und suchen Sie dann noch einmal.',
  claim: (claimId) => `Claim ${claimId}`,
  ticket: (name) => `Ticket ${name}`,
  claimStates: { done: 'Nichts mehr zu tun', 'does not count': 'Nicht Teil der Aktualisierung' },
  kinds: { claim: 'Claim', ticket: 'Ticket' },
  openClaims: 'Partner Center öffnen',
  openSupport: 'Microsoft-Support öffnen',
  line: (...parts) => parts.join(' · '),
};
