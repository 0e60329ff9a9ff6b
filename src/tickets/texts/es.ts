/** What the bot says about tickets, in Spanish. */
import { countText, numberText, plural } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { FailedAttempt } from '../../outbox/attempt.ts';
import { type DeadLetterCode, type Place, ticketName } from '../ticket.ts';
import type * as en from './en.ts';

/** Bytes of JSON that are shown of a claim ID that is too long. */
const LONG_ID_BYTES = 60;

const topics: typeof en.ticketTexts.topics = {
  cpor: 'Claims Partner of Record (CPOR)',
  poe: 'Proof of Execution (POE)',
  access: 'Acceso a Partner Center',
  other: 'Otra cosa',
};
const issues: typeof en.ticketTexts.issues = {
  'association-update': 'Actualización de una asociación',
  disassociation: 'Desasociación',
  'competing-claim': 'Reclamación en competencia',
  'poe-question': 'Pregunta sobre POE',
  other: 'Otro',
};
const states: typeof en.ticketTexts.states = {
  open: 'Abierto',
  'in progress': 'En curso',
  'handed over': 'Pasado a Microsoft',
  resolved: 'Resuelto',
  withdrawn: 'Retirado',
};
const events: typeof en.ticketTexts.events = {
  opened: (who) => `${who} lo abrió`,
  taken: (who) => `${who} se hizo cargo`,
  commented: (who, text) => `${who}: ${text}`,
  edited: (who) => `${who} lo cambió`,
  'file added': (who, text) => `${who} añadió ${text}`,
  'handed over': (who, text) => `${who} lo pasó a Microsoft, caso ${text}`,
  resolved: (who) => `${who} lo resolvió`,
  withdrawn: (who) => `${who} lo retiró`,
  reopened: (who) => `${who} lo abrió de nuevo`,
  raised: () => 'Sin cambios desde hace cinco días laborables',
};

const places: Readonly<Record<Place, string>> = {
  desk: 'El canal de la mesa de ayuda',
  webhook: 'El sistema de la mesa de ayuda',
  requester: 'El chat con quien abrió el ticket',
};
/** Why a place is not tried any more. `last`: the last request, in words. */
const deadLetters: Readonly<Record<DeadLetterCode, (last: string) => string>> = {
  unconfirmed: () => 'se envió dos veces, y ninguna tuvo respuesta.',
  gone: () => 'la conversación ya no existe.',
  blocked: () => 'el bot no tiene permiso para escribir allí.',
  rejected: (last) => last,
  expired: (last) => `se intentó durante 24 horas; lo último: ${last}`,
};

function attemptText(attempt: FailedAttempt): string {
  return attempt.kind === 'refused' ? `estado ${attempt.status}` : `sin respuesta (${attempt.reason})`;
}

export const ticketTexts: typeof en.ticketTexts = {
  help: 'Escriba «abrir un ticket» para consultar a su mesa de ayuda, y «mis tickets» para ver cómo va lo que consultó.',
  helpDesk:
    'Mencióneme con «desk here» en el canal donde se gestionan los tickets. Escriba «no entregados» para ver los tickets que no llegaron.',
  button: 'Abrir un ticket',
  topics,
  issues,
  states,
  events,
  formTitle: 'Abrir un ticket',
  editTitle: (name) => `Cambiar ${name}`,
  formIntro: 'Llega a la mesa de ayuda de su organización, con los ID de reclamación. Le aviso de cada cambio.',
  submit: 'Enviar ticket',
  save: 'Guardar',
  disassociationDraft: 'Ya no trabajamos con este cliente y deseamos que se nos desasocie de él.',
  fromQuestion: (question) => `El aviso no responde a esto: ${question}`,
  submitted: (name) => `${name} está abierto. Le aviso de cada cambio.`,
  noDesk: (name) =>
    `${name} está abierto. Aún no se ha indicado ninguna mesa de ayuda, así que lo ven usted y sus coordinadores.`,
  whichTicket: '¿Qué ticket? Escriba «ticket» y su número, por ejemplo «ticket T-1001».',
  stale: 'No se ha cambiado nada: el ticket había cambiado entretanto. Así está ahora.',
  emptyCase: 'Escriba antes el número de caso que le dio Partner Center.',
  listTitle: (n, locale) =>
    n === 0 ? 'Aún no hay tickets' : countText(n, { one: 'ticket', many: 'de tickets', other: 'tickets' }, locale),
  listEmpty: 'Escriba «abrir un ticket», o pulse «Desasociar» en una reclamación.',
  labels: {
    topic: 'Tema',
    claims: 'ID de reclamación',
    requester: 'De',
    assignee: 'A cargo de',
    case: 'Número de caso',
    files: 'Archivos',
    undelivered: 'Sin entregar',
  },
  title: (name, issue) => `${name} · ${issue}`,
  category: (category) => `Categoría: ${category}`,
  claim: (claimId, customer) => (customer === '' ? claimId : `${claimId} (${customer})`),
  unknownClaim: (claimId) => `${claimId} (no se conoce aquí)`,
  andMore: (n, locale) => `y ${numberText(n, locale)} más`,
  bot: 'El bot',
  somebody: 'Alguien',
  line: (name, what) => `${name}: ${what}`,
  deskHere: (name) =>
    `${name} es su mesa de ayuda a partir de ahora. Cada ticket es aquí una tarjeta que se mantiene al día.`,
  escalated: (name, issue, from) =>
    from === ''
      ? `${name} lleva cinco días laborables sin cambios (${issue}).`
      : `${name} lleva cinco días laborables sin cambios (${issue}, de ${from}).`,
  openTicket: (name) => `Abrir ${name}`,
  openMentioned: (name) => `Abrir el ticket ${name}`,
  undelivered: (place, code, last) =>
    `${places[place]}: ${deadLetters[code](last === undefined ? '' : attemptText(last))}`,
  undeliveredCount: (n, locale) =>
    countText(
      n,
      {
        one: 'ticket no llegó a todas partes',
        many: 'de tickets no llegaron a todas partes',
        other: 'tickets no llegaron a todas partes',
      },
      locale,
    ),
  undeliveredTitle: (n, locale) =>
    n === 0
      ? 'Todos los tickets se entregaron'
      : countText(
          n,
          { one: 'ticket sin entregar', many: 'de tickets sin entregar', other: 'tickets sin entregar' },
          locale,
        ),
  sentAgain: 'Está de nuevo en camino.',
  allSentAgain: (n, locale) =>
    n === 0
      ? 'No quedaba nada por enviar de nuevo.'
      : countText(
          n,
          {
            one: 'ticket está de nuevo en camino.',
            many: 'de tickets están de nuevo en camino.',
            other: 'tickets están de nuevo en camino.',
          },
          locale,
        ),
  thisChannel: 'Este canal',
  deskWhere: 'Escríbalo en el canal que va a ser su mesa de ayuda.',
  handOver: {
    title: (name) => `Pasar ${name} a Microsoft`,
    steps:
      'Microsoft solo acepta tickets en Partner Center. Inicie sesión con el botón de abajo, elija Contact Support y la categoría Partner Incentives, y después Topic e Issue. Pegue el título y el texto. Luego escriba aquí el número de caso.',
    claims: (ids) => `ID de reclamación: ${ids}`,
    customers: (names) => `Clientes: ${names}`,
    disassociation: (n, locale) =>
      plural(
        n,
        {
          one: 'Ya no trabajamos con el cliente de esta reclamación y deseamos que se nos desasocie de él.',
          many: 'Ya no trabajamos con los clientes de estas reclamaciones y deseamos que se nos desasocie de ellos.',
          other: 'Ya no trabajamos con los clientes de estas reclamaciones y deseamos que se nos desasocie de ellos.',
        },
        locale,
      ),
    reference: (name) => `Nuestra referencia: ${name}`,
    subject: (category, issue) => `${category}: ${issue}`,
    rest: (n, locale) =>
      plural(
        n,
        {
          one: '1 línea más no cabe aquí. El ticket muestra el texto completo.',
          many: `${numberText(n, locale)} de líneas más no caben aquí. El ticket muestra el texto completo.`,
          other: `${numberText(n, locale)} líneas más no caben aquí. El ticket muestra el texto completo.`,
        },
        locale,
      ),
    issueOfClaims: (issue, ids) => `${issue}, reclamación ${ids}`,
  },
  addedFiles: (files, name) => `Añadido a ${name}: ${files}.`,
};

const tooLong = {
  description: 'La descripción',
  claims: 'La lista de ID de reclamación',
  comment: 'El comentario',
  'case number': 'El número de caso',
};

export const ticketProblems: typeof en.ticketProblems = {
  'ticket.not-found': ({ asked }) => {
    const name = typeof asked === 'number' ? ticketName({ number: asked }) : `«${asked}»`;
    return `No encuentro ningún ticket ${name} entre los suyos. Escriba «mis tickets» para ver la lista.`;
  },
  'ticket.closed': () => 'Este ticket está cerrado. Ábralo de nuevo antes.',
  'ticket.not-yours': () => 'Este ticket solo pueden cambiarlo otras personas.',
  'ticket.desk-only': () => 'Solo pueden hacerlo los miembros de la mesa de ayuda y los coordinadores.',
  'ticket.requester-only': () => 'Solo puede hacerlo quien abrió el ticket.',
  'ticket.too-many-files': ({ most }) => `Un ticket admite hasta ${most} archivos.`,
  'ticket.no-file': () => 'Este ticket no tiene ese archivo. Vuelva a entrar en él.',
  'ticket.empty-comment': () => 'Escriba antes el comentario.',
  'ticket.empty-case': () => ticketTexts.emptyCase,
  'ticket.too-long': ({ what, count, most }, locale) =>
    `${tooLong[what]} tiene ${countText(count, { one: 'carácter', many: 'de caracteres', other: 'caracteres' }, locale)} y caben hasta ${numberText(most, locale)}. No se ha cambiado nada: acorte el texto y pulse de nuevo.`,
  'ticket.undelivered-leads-only': () => 'Solo los coordinadores ven qué tickets no se entregaron.',
  'ticket.desk-leads-only': () => 'Solo los coordinadores indican la mesa de ayuda.',
  'ticket.no-issue': () => 'Elija de qué se trata.',
  'ticket.no-description': () => 'Diga en una o dos frases de qué se trata.',
  'ticket.no-claim': () => 'Indique al menos un ID de reclamación: una desasociación se refiere a una reclamación.',
  'ticket.too-many-claims': ({ most }) => `Indique hasta ${most} ID de reclamación en un ticket.`,
  'ticket.long-claim-id': ({ claimId }) =>
    `«${shorten(claimId, LONG_ID_BYTES)}» es demasiado largo para un ID de reclamación.`,
  'ticket.unknown-claims': ({ claimIds }, locale) => {
    const ids = claimIds.join(', ');
    return plural(
      claimIds.length,
      {
        one: `No encuentro la reclamación ${ids} entre las suyas. Corríjala, o pulse de nuevo el botón para dejarla como está.`,
        many: `No encuentro las reclamaciones ${ids} entre las suyas. Corríjalas, o pulse de nuevo el botón para dejarlas como están.`,
        other: `No encuentro las reclamaciones ${ids} entre las suyas. Corríjalas, o pulse de nuevo el botón para dejarlas como están.`,
      },
      locale,
    );
  },
};

export const ticketCardWords: typeof en.ticketCardWords = {
  'hand-over': {
    title: 'Título',
    text: 'Texto',
    openMicrosoftSupport: 'Soporte de Microsoft',
    caseNumber: 'Número de caso de Partner Center',
    saveCaseNumber: 'Guardar número de caso',
    backToTheTicket: 'Volver al ticket',
  },
  'ticket-form': {
    issue: 'Asunto',
    chooseOne: 'Elija uno',
    topic: 'Tema',
    claimIds: 'ID de reclamación',
    claimsHint: 'Uno o varios, separados por comas',
    whatIsItAbout: '¿De qué se trata?',
    back: 'Volver',
  },
  ticket: {
    ticket: 'Ticket',
    comment: 'Comentario',
    sendComment: 'Enviar comentario',
    take: 'Me encargo',
    handOver: 'Pasar a Microsoft',
    resolve: 'Resolver',
    change: 'Cambiar',
    reopen: 'Abrir de nuevo',
    sendAgain: 'Enviar de nuevo',
    withdraw: 'Retirar',
    myTickets: 'Mis tickets',
  },
  tickets: {
    open: 'Abrir {title}',
    previous: 'Anterior',
    next: 'Siguiente',
    notDelivered: 'Sin entregar',
    sendAllAgain: 'Enviar todos de nuevo',
    allTickets: 'Todos los tickets',
    openATicket: 'Abrir un ticket',
  },
};
