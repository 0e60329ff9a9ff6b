/** What the server of the tab says where it refuses, in Spanish. What the page itself says stands beside the page. */
import { countText } from '../../format/count.ts';
import { ticketTexts } from '../../tickets/texts/es.ts';
import type * as en from './en.ts';

export const tabProblems: typeof en.tabProblems = {
  'tab.not-signed-in': () => 'Teams no ha indicado quién es usted. Cierre esta pestaña y ábrala de nuevo.',
  'tab.sign-in-away': () =>
    'Ahora mismo no hay conexión con el servicio de inicio de sesión de Microsoft. Inténtelo de nuevo en un minuto.',
  'tab.unknown-person': () => 'Aún no le conozco. Escríbame «hola» en el chat y vuelva después aquí.',
  'tab.nobody-chosen': () => 'Elija antes una persona de ejemplo.',
  'tab.foreign-page': () => 'Esto solo se puede abrir en este equipo, en su propia dirección.',
  'tab.too-many': ({ seconds }, locale) =>
    `Eran demasiadas cosas a la vez. Inténtelo de nuevo en ${countText(seconds, { one: 'segundo', many: 'de segundos', other: 'segundos' }, locale)}.`,
  'tab.bad-query': () => 'No puedo leer esta dirección. Abra la pestaña de nuevo.',
  'tab.bad-request': () => 'No puedo leer lo que ha enviado esta página. Cierre la pestaña y ábrala de nuevo.',
  'tab.too-large': () => 'Es más de lo que puedo aceptar de una vez. Acorte el texto e inténtelo de nuevo.',
  'tab.too-many-claims': ({ most }, locale) =>
    `Hasta ${countText(most, { one: 'reclamación', many: 'de reclamaciones', other: 'reclamaciones' }, locale)} a la vez. Elija menos y pulse de nuevo. No se ha cambiado nada.`,
  'tab.no-such-address': () => 'No hay nada en esta dirección.',
  'tab.store-away': () => 'Ahora mismo no puedo consultar mis datos. Inténtelo de nuevo en un minuto.',
  'tab.our-fault': () => 'Algo ha fallado por mi parte. Inténtelo de nuevo; si se repite, avise a su administrador.',
};

export const unchangedTexts: typeof en.unchangedTexts = {
  take: 'Ya tiene responsable.',
  assign: 'Ya estaba a cargo de esa persona.',
  remove: 'Ya se había quitado.',
  'bring-back': 'No estaba quitada.',
  mark: 'Ya estaba así.',
  noSuchWorkload: 'No tiene esta carga de trabajo.',
};

export const noPageText: typeof en.noPageText =
  'La página de la pestaña no se ha compilado. Ejecute «npm run build» e inicie el bot de nuevo.';

const standing = { toCollect: 'Por recopilar', toUpload: 'Por subir', done: 'Todo hecho' };

export const claimListWords: typeof en.claimListWords = {
  sheet: 'Reclamaciones',
  fileName: (day) => `reclamaciones-${day}`,
  columns: {
    claimId: 'ID de reclamación',
    customer: 'Cliente',
    domain: 'Dominio',
    program: 'Programa',
    status: 'Estado en Partner Center',
    owner: 'Responsable',
    state: 'Situación',
    toCollect: 'Cargas de trabajo con POE por recopilar',
    toUpload: 'Cargas de trabajo por subir',
    done: 'Cargas de trabajo confirmadas en Partner Center',
    deadline: 'Fecha recomendada',
  },
  states: {
    'to collect': 'Por recopilar',
    'to upload': 'Por subir',
    done: 'Todo hecho',
    outside: 'Fuera de la campaña',
    removed: 'Quitada',
  },
};

export const ticketListWords: typeof en.ticketListWords = {
  sheet: 'Tickets',
  fileName: (day) => `tickets-${day}`,
  columns: {
    ticket: 'Ticket',
    issue: 'Asunto',
    state: 'Estado',
    about: 'De qué se trata',
    claims: 'Reclamaciones',
    requester: 'De',
    assignee: 'A cargo de',
    caseNumber: 'Número de caso',
    opened: 'Abierto',
    changed: 'Modificado',
  },
  states: ticketTexts.states,
  issues: ticketTexts.issues,
};

export const campaignListWords: typeof en.campaignListWords = {
  programs: {
    sheet: 'Por programa',
    fileName: (day) => `reclamaciones-por-programa-${day}`,
    columns: { program: 'Programa', ...standing },
  },
  workloads: {
    sheet: 'Por carga de trabajo',
    fileName: (day) => `reclamaciones-por-carga-de-trabajo-${day}`,
    columns: { workload: 'Carga de trabajo', open: 'Por hacer', others: 'Hecho' },
  },
  days: {
    sheet: 'Evolución',
    fileName: (day) => `reclamaciones-evolucion-${day}`,
    columns: { day: 'Día', ...standing },
  },
  owners: {
    sheet: 'Por responsable',
    fileName: (day) => `reclamaciones-por-responsable-${day}`,
    columns: { owner: 'Responsable', ...standing, reach: 'Recordatorios', lastSent: 'Último recordatorio' },
    reaches: {
      reachable: 'Puede recibir recordatorios',
      'never installed': 'No ha instalado el bot',
      blocked: 'Quitó o bloqueó el bot',
    },
    off: 'Desactivó los recordatorios',
  },
  unowned: { sheet: 'Sin responsable', fileName: (day) => `reclamaciones-sin-responsable-${day}` },
};

export const questionListWords: typeof en.questionListWords = {
  sheet: 'Preguntas',
  fileName: (day) => `preguntas-${day}`,
  columns: {
    question: 'Pregunta',
    others: 'También preguntado como',
    count: 'Veces',
    asked: 'Última vez',
    topics: 'Temas dados o propuestos',
    comments: 'Comentarios',
    decision: 'Decisión',
    topic: 'Tema que la responde',
    decided: 'Decidida',
  },
  decisions: { attached: 'Respondida', dismissed: 'Descartada' },
};
