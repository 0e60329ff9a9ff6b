/** What a search in the compose box says, in Italian. */
import type * as en from './en.ts';

export const searchTexts: typeof en.searchTexts = {
  nothingTyped: 'Digita un ID richiesta, un cliente o un numero di ticket. Non hai nulla di aperto.',
  nothing: 'Non c’è nulla di tuo che corrisponda. Digita un ID richiesta, un cliente o un numero di ticket.',
  unknownPerson:
    'Non ti conosco ancora. Scrivimi «aiuto» una volta nella nostra chat personale di Teams, poi cerca di nuovo.',
  claim: (claimId) => `Richiesta ${claimId}`,
  ticket: (name) => `Ticket ${name}`,
  claimStates: { done: 'Nulla in sospeso', 'does not count': 'Non fa parte dell’aggiornamento' },
  kinds: { claim: 'Richiesta', ticket: 'Ticket' },
  openClaims: 'Apri Partner Center',
  openSupport: 'Supporto Microsoft',
  line: (...parts) => parts.join(' · '),
};
