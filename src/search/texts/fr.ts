/** What a search in the compose box says, in French. */
import type * as en from './en.ts';

export const searchTexts: typeof en.searchTexts = {
  nothingTyped: 'Saisissez un ID de demande, un client ou un numéro de ticket. Vous n’avez rien d’ouvert.',
  nothing:
    'Rien ne correspond parmi vos demandes et vos tickets. Saisissez un ID de demande, un client ou un numéro de ticket.',
  unknownPerson:
    'Je ne vous connais pas encore. Écrivez-moi une fois « aide » dans notre conversation personnelle dans Teams, puis refaites la recherche.',
  claim: (claimId) => `Demande ${claimId}`,
  ticket: (name) => `Ticket ${name}`,
  claimStates: { done: 'Plus rien à faire', 'does not count': 'Hors de la mise à jour' },
  kinds: { claim: 'Demande', ticket: 'Ticket' },
  openClaims: 'Ouvrir Partner Center',
  openSupport: 'Support Microsoft',
  line: (...parts) => parts.join(' · '),
};
