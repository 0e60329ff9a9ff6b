/** What a search in the compose box says, in Spanish. */
import type * as en from './en.ts';

export const searchTexts: typeof en.searchTexts = {
  nothingTyped: 'Escriba un ID de reclamación, un cliente o un número de ticket. No tiene nada abierto a su nombre.',
  nothing: 'No hay nada suyo que coincida. Escriba un ID de reclamación, un cliente o un número de ticket.',
  unknownPerson: 'Aún no le conozco. Escríbame «ayuda» una vez en nuestro chat personal de Teams y vuelva a buscar.',
  claim: (claimId) => `Reclamación ${claimId}`,
  ticket: (name) => `Ticket ${name}`,
  claimStates: { done: 'Nada pendiente', 'does not count': 'No forma parte de la actualización' },
  kinds: { claim: 'Reclamación', ticket: 'Ticket' },
  openClaims: 'Abrir Partner Center',
  openSupport: 'Soporte de Microsoft',
  line: (...parts) => parts.join(' · '),
};
