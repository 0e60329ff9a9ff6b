/** What leads read about the campaign, in Spanish: the report, the digest, and reminders that they ask for. */
import type { Reason } from '../../delivery/nudge.ts';
import { countText, numberText, plural } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { UnreachedOwner } from '../digest.ts';
import type * as en from './en.ts';

/** Bytes of JSON. */
const NAME = 100;

/** Why somebody got nothing, as the end of "sin enviar: …". */
const reasons: typeof en.reportTexts.reasons = {
  'nothing open': 'no quedaba nada por hacer',
  unreachable: 'el bot no está instalado, o se quitó o bloqueó',
  'no lead': 'es para coordinadores',
  off: 'los recordatorios están desactivados',
  snoozed: 'se pidió para otro día',
  'outside hours': 'era fuera del horario laboral',
  'not yet': 'el día aún no ha llegado',
  'already sent': 'ya estaba allí',
  'being sent': 'ya se estaba enviando',
  unknown: 'quizá ya había llegado',
  failed: 'no se pudo entregar',
  superseded: 'otro más reciente ocupó su lugar',
  over: 'el último día para enviarlo ya había pasado',
};

/** Why a lead's reminder is not sent: with the name, as a sentence. */
const whyNot: Partial<Record<Reason, (name: string) => string>> = {
  'nothing open': (name) => `A ${name} no le queda nada por recopilar ni por subir.`,
  unreachable: (name) => `No puedo contactar con ${name}: no tiene instalado el bot, o lo quitó o lo bloqueó.`,
  off: (name) => `${name} desactivó los recordatorios, así que no le molesto.`,
  'being sent': (name) => `Un recordatorio para ${name} ya está en camino.`,
  failed: (name) => `El recordatorio de hoy para ${name} no se pudo entregar. Mañana puede salir otro.`,
  unknown: (name) =>
    `Hoy salió un recordatorio para ${name}, y no hubo respuesta. Puede que haya llegado, así que no envío un segundo.`,
};

const reach: Readonly<Record<UnreachedOwner['reach'], string>> = {
  'never installed': 'no ha instalado el bot',
  blocked: 'quitó o bloqueó el bot',
  'by name alone': 'figura solo por su nombre: escriba «responsables por confirmar»',
};

export const reportTexts: typeof en.reportTexts = {
  help: 'Escriba «informe» para ver cómo va cada persona y enviarle un recordatorio, y «compartir el aviso» para compartir el aviso.',
  button: 'Ver el informe',
  digest: {
    unowned: (n, locale) =>
      `${countText(n, { one: 'reclamación abierta', many: 'de reclamaciones abiertas', other: 'reclamaciones abiertas' }, locale)} sin responsable`,
    unownedHint: (open) =>
      `${open}. Sin responsable no sale ningún recordatorio. Para asignar una reclamación, escriba «assign», su ID, «to» y el nombre de la persona.`,
    unreached: (n, locale) =>
      countText(
        n,
        {
          one: 'responsable con quien no puedo contactar',
          many: 'de responsables con quienes no puedo contactar',
          other: 'responsables con quienes no puedo contactar',
        },
        locale,
      ),
    unreachedHint:
      'Los recordatorios empiezan en cuanto abran el bot o le escriban. Un administrador de Teams puede instalarlo en su lugar.',
    unreachedDetail: (open, why, locale) =>
      `${countText(open, { one: 'reclamación abierta', many: 'de reclamaciones abiertas', other: 'reclamaciones abiertas' }, locale)}, ${reach[why]}`,
    stalled: (n, locale) =>
      countText(
        n,
        {
          one: 'responsable que quizá agradezca algo de ayuda',
          many: 'de responsables que quizá agradezcan algo de ayuda',
          other: 'responsables que quizá agradezcan algo de ayuda',
        },
        locale,
      ),
    stalledHint: 'Salieron dos recordatorios, y sigue abierto lo mismo que antes.',
    stalledDetail: (open, locale) =>
      countText(
        open,
        { one: 'reclamación abierta', many: 'de reclamaciones abiertas', other: 'reclamaciones abiertas' },
        locale,
      ),
    moreNames: (n, locale) => countText(n, { one: 'nombre más', many: 'de nombres más', other: 'nombres más' }, locale),
    notNamed: (n, locale) => `y ${numberText(n, locale)} más, sin nombrar aquí`,
    empty: 'Todas las reclamaciones abiertas tienen responsable, y puedo contactar con todos.',
  },
  card: {
    claims: {
      toCollect: 'con POE por recopilar',
      toUpload: 'por subir a Partner Center',
      lacking: 'con POE que quizá no baste',
      nothingLeft: 'sin nada pendiente',
      unowned: 'de las abiertas, sin responsable',
    },
    sent: 'enviados',
    waiting: 'a la espera de envío',
    waitingSince: (age) => `a la espera de envío; el más antiguo, desde hace ${age}`,
    perSecond: 'envíos por segundo',
    perMinute: 'envíos por minuto',
    unknown: 'sin confirmación: quizá llegaron, así que no se envían de nuevo',
    failed: (why) => `sin entregar: ${why}`,
    skipped: (why) => `sin enviar: ${why}`,
    owners: (n, locale) =>
      n === 0
        ? 'Ninguna reclamación abierta tiene responsable'
        : countText(
            n,
            {
              one: 'responsable de reclamaciones abiertas',
              many: 'de responsables de reclamaciones abiertas',
              other: 'responsables de reclamaciones abiertas',
            },
            locale,
          ),
    nothingOpen: 'Nada abierto',
    lastSent: (day) => `Último recordatorio el ${day}`,
    neverSent: 'Aún sin recordatorio',
    notes: {
      'never installed': 'No ha instalado el bot',
      blocked: 'Quitó o bloqueó el bot',
      'by name alone': 'Figura solo por su nombre: escriba «responsables por confirmar»',
      off: 'Desactivó los recordatorios',
    },
    snoozed: (day) => `Pidió no recibir nada hasta el ${day}`,
    remindAll: (n, locale) =>
      plural(
        n,
        {
          one: 'Recordárselo a 1 persona',
          many: `Recordárselo a todos: ${numberText(n, locale)}`,
          other: `Recordárselo a todos: ${numberText(n, locale)}`,
        },
        locale,
      ),
  },
  remindedNow: (name) => `${short(name)} recibe ahora un recordatorio.`,
  remindedLater: (name, when) =>
    `${short(name)} recibe un recordatorio cuando empiece su horario laboral: ${when}, según la zona horaria de usted.`,
  snoozed: (name, day) => `${short(name)} pidió no recibir nada hasta el ${day}, así que espero hasta entonces.`,
  notReminded: (name, why) => (whyNot[why] ?? ((who: string) => `${who} ya recibió un recordatorio hoy.`))(short(name)),
  remindingAll:
    'Envío un recordatorio a cada persona con reclamaciones abiertas con la que puedo contactar, en su horario laboral y como mucho una vez al día.',
  remindingAllBefore: 'Ya lo había pedido, así que no empiezo de nuevo. Abajo ve por dónde va.',
  toCollect: (n, locale) => `${numberText(n, locale)} por recopilar`,
  toUpload: (n, locale) => `${numberText(n, locale)} por subir`,
  age: {
    moments: 'menos de un minuto',
    minutes: (n, locale) => countText(n, { one: 'minuto', many: 'de minutos', other: 'minutos' }, locale),
    hours: (n, locale) => countText(n, { one: 'hora', many: 'de horas', other: 'horas' }, locale),
    days: (n, locale) => countText(n, { one: 'día', many: 'de días', other: 'días' }, locale),
  },
  reasons,
  refusals: {
    gone: 'el chat ya no existe',
    status: (status) => `Teams lo rechazó (${status})`,
    expired: 'Teams no lo aceptó durante 24 horas',
    other: 'otros motivos',
  },
};

export const reportProblems: typeof en.reportProblems = {
  'report.leads-only': () =>
    'Eso es para coordinadores. Escriba «reclamaciones sin POE» para ver sus propias reclamaciones.',
};

function short(name: string): string {
  return shorten(name, NAME);
}

export const reportCardWords: typeof en.reportCardWords = {
  digest: {
    forLeads: 'Para coordinadores',
    heading: 'Dónde puede ayudar un coordinador',
    moreNamesHint: 'Mostrar u ocultar más nombres',
    openTheReport: 'Abrir el informe',
    claimsWithoutAnOwner: 'Sin responsable',
    howOff: 'Para no recibir más tarjetas como esta, escriba «quitar recordatorios» en cualquier momento.',
  },
  report: {
    report: 'Informe',
    heading: 'Cómo va la campaña',
    claims: 'Reclamaciones',
    remindersSoFar: 'Recordatorios hasta ahora',
    remind: 'Recordárselo',
    remindOf: 'Recordárselo a {name}',
    shareTheNotice: 'Compartir el aviso',
    previous: 'Anterior',
    next: 'Siguiente',
  },
};
