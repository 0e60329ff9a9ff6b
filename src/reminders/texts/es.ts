/** What the bot says in reminders and about them, in Spanish. */
import { countText, numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const reminderTexts: typeof en.reminderTexts = {
  remindersOff: 'Los recordatorios están desactivados. Escriba «activar recordatorios» para volver a recibirlos.',
  remindersOn:
    'Los recordatorios están activados. Recibe como mucho una tarjeta al día, en su horario laboral, mientras haya algo abierto.',
  onOrOff:
    'Escriba «quitar recordatorios» para no recibir más recordatorios, o «activar recordatorios» para volver a recibirlos.',
  quiet: (day) => `Sin recordatorios hasta el ${day}. Ese día le aviso una vez más, si queda algo suyo abierto.`,
  help: 'Le envío un recordatorio algunos días antes de la fecha límite, mientras quede algo suyo abierto. Escriba «quitar recordatorios» o «activar recordatorios».',
  card: {
    toCollect: (n, locale) =>
      `${countText(n, { one: 'reclamación', many: 'de reclamaciones', other: 'reclamaciones' }, locale)} con POE por recopilar`,
    toUpload: (n, locale) =>
      `${countText(n, { one: 'reclamación', many: 'de reclamaciones', other: 'reclamaciones' }, locale)} por subir a Partner Center`,
    alsoToUpload: (n, locale) => `${numberText(n, locale)} por subir a Partner Center`,
    askedBy: (name) => `${name} me ha pedido que se lo recuerde.`,
    struck: { 'to collect': 'Por recopilar', 'to upload': 'Registrado aquí', done: 'Hecho' },
    snoozed: (day) => `Sin recordatorios hasta el ${day}.`,
    off: 'Los recordatorios están desactivados.',
    allDone: 'Todo hecho, gracias',
    allDoneHint: 'No le queda nada por recopilar ni por subir. Mientras siga así, no le escribo.',
    howOff:
      'Se recomienda actualizar. Para no recibir más recordatorios, escriba «quitar recordatorios» en cualquier momento.',
    howOn: 'Para volver a recibirlos, escriba «activar recordatorios» en cualquier momento.',
  },
};

export const reminderProblems: typeof en.reminderProblems = {
  'reminder.not-found': () =>
    'No encuentro este recordatorio. Escriba «reclamaciones sin POE» para ver sus reclamaciones.',
  'reminder.unknown-owner': () =>
    'Aún no conozco a esta persona. Podré enviarle recordatorios en cuanto abra el bot una vez.',
  'reminder.leads-only': () =>
    'Eso es para coordinadores. Escriba «reclamaciones sin POE» para ver sus propias reclamaciones.',
};

export const reminderCardWords: typeof en.reminderCardWords = {
  nudge: {
    refresh: 'Actualizar',
    cporReminder: 'Recordatorio de CPOR',
    openOf: 'Abrir {customer}, {about}',
    openHint: 'Abrir esta reclamación',
    showAll: 'Ver todas',
    showAllHint: 'Ver todas sus reclamaciones abiertas',
    tomorrow: 'Mañana',
    tomorrowHint: 'Recordármelo de nuevo mañana',
    nextWeek: 'La próxima semana',
    nextWeekHint: 'Recordármelo de nuevo la próxima semana',
    remindersOff: 'Quitar recordatorios',
    remindersOn: 'Activar recordatorios',
  },
};
