/** What the bot says in announcements and about them, in Spanish. */
import { countText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { Audience } from '../announcement.ts';
import type * as en from './en.ts';

/** Bytes of JSON. */
const NAME = 100;

const audiences: Readonly<Record<Audience['kind'], (name: string) => string>> = {
  everyone: () => 'Todas las personas que tienen el bot',
  program: (name) => `Responsables de reclamaciones del programa ${name}`,
  customer: (name) => `Responsables de reclamaciones del cliente ${name}`,
};

export const announcementTexts: typeof en.announcementTexts = {
  another: 'Desde este formulario ya salió otro anuncio suyo. Para enviar también este, pulse el botón.',
  form: {
    audiences: {
      everyone: 'Todas las personas que tienen el bot',
      program: 'Responsables de reclamaciones de un programa',
      customer: 'Responsables de reclamaciones de un cliente',
    },
    audience: ({ kind, name = '' }) => audiences[kind](name),
    people: (n, locale) =>
      n === 0
        ? 'No lo recibiría nadie'
        : countText(
            n,
            { one: 'persona lo recibe', many: 'de personas lo reciben', other: 'personas lo reciben' },
            locale,
          ),
    nobody: 'Elija a otras personas, o pídales que abran antes el bot.',
    yourLine: 'Su texto, encima del resumen del aviso:',
    noLine: 'Sin texto suyo: solo el resumen del aviso.',
    off: (n, locale) =>
      countText(
        n,
        {
          one: 'persona desactivó los mensajes y queda fuera.',
          many: 'de personas desactivaron los mensajes y quedan fuera.',
          other: 'personas desactivaron los mensajes y quedan fuera.',
        },
        locale,
      ),
    hours: 'Se envía a cada persona en su horario laboral.',
    send: (n, locale) => `Enviar a ${countText(n, { one: 'persona', many: 'de personas', other: 'personas' }, locale)}`,
  },
  card: {
    writes: (name) => `${name} escribe:`,
    shares: (name) => `${name} comparte esto con usted.`,
    read: 'Ya lo ha leído. Gracias.',
    howOff: 'Para no recibir más mensajes como este, escriba «quitar recordatorios» en cualquier momento.',
  },
  progress: {
    sharedBy: (name, when) => `Compartido por ${name}, ${when}`,
    sent: 'recibidos',
    read: 'de ellos, con «Lo he leído» pulsado',
    waiting: 'aún por enviar',
    unknown: 'quizá recibidos: no hubo respuesta, así que no se envían de nuevo',
    failed: 'no se pudieron entregar',
    off: 'con los mensajes desactivados',
  },
  unreached: {
    'never installed': (names) => `Sin el bot: ${names}`,
    blocked: (names) => `Quitaron o bloquearon el bot: ${names}`,
  },
  unreachedMore: (n, locale) =>
    countText(
      n,
      {
        one: 'persona más con la que no puedo contactar',
        many: 'de personas más con las que no puedo contactar',
        other: 'personas más con las que no puedo contactar',
      },
      locale,
    ),
};

export const announcementProblems: typeof en.announcementProblems = {
  'announcement.not-found': () => 'No encuentro este anuncio. Escriba «temas» para leer lo que dice el aviso.',
  'announcement.leads-only': () =>
    'Eso es para coordinadores. Escriba «reclamaciones sin POE» para ver sus propias reclamaciones.',
  'announcement.no-audience': () => 'Elija primero quién lo recibe.',
  'announcement.no-program': () => 'Elija primero un programa.',
  'announcement.no-customer': () => 'Escriba el nombre del cliente o uno de sus ID de reclamación.',
  'announcement.customer-too-long': () =>
    'Es demasiado largo para el nombre de un cliente. Escríbalo como figura en el archivo exportado, o escriba uno de sus ID de reclamación.',
  'announcement.unknown-program': () => 'No conozco ninguna reclamación de este programa. Elija otro.',
  'announcement.unknown-customer': ({ customer }) =>
    `No conozco ninguna reclamación de ${shorten(customer, NAME)}. Revise el nombre o use un ID de reclamación.`,
  'announcement.line-too-long': () => 'Su texto es demasiado largo. Redúzcalo a 500 caracteres como máximo.',
};

export const announcementCardWords: typeof en.announcementCardWords = {
  'announce-check': {
    shareTheNotice: 'Compartir el aviso',
    theNoticeInShort: 'Resumen del aviso',
    noticeHint: 'Mostrar u ocultar lo que se recibe debajo de su texto',
    change: 'Cambiar',
  },
  'announce-form': {
    shareTheNotice: 'Compartir el aviso',
    intro:
      'Se recibe un resumen del aviso, debajo de un texto suyo si lo escribe. Antes de enviarlo, verá a quién llega.',
    whichNotice: '¿Qué aviso?',
    whoGetsIt: '¿Quién lo recibe?',
    program: 'Para un programa: ¿cuál?',
    chooseOne: 'Elija uno',
    customer: 'Para un cliente: ¿cuál?',
    customerHint: 'Nombre o uno de sus ID de reclamación',
    yourOwnLine: 'Su propio texto',
    lineHint: 'Puede quedar vacío',
    seeWhomItReaches: 'Ver a quién llega',
  },
  'announcement-progress': {
    refresh: 'Actualizar',
    whoGotTheNotice: 'Quién recibió el aviso',
  },
  announcement: {
    refresh: 'Actualizar',
    noticeFromMicrosoft: 'Aviso de Microsoft',
    iHaveReadIt: 'Lo he leído',
    whatNeedsPoe: 'POE pendientes',
    seeTheTopics: 'Ver los temas',
  },
};
