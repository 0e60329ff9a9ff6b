/** What the bot says of what it keeps about people, in Spanish. */
import { countText } from '../../format/count.ts';
import type * as en from './en.ts';

type Words = (n: number, locale: string) => string;

const counted =
  (one: string, other: string): Words =>
  (n, locale) =>
    countText(n, { one, many: `de ${other}`, other }, locale);

export const personalDataTexts: typeof en.personalDataTexts = {
  help: ['Escriba «what do you keep about me» para verlo, o «delete my data» para que se elimine.'],
  title: 'Lo que guardo sobre usted',
  detail: 'Lo uso para mostrarle sus reclamaciones y recordárselas.',
  nothing: 'No guardo nada sobre usted, salvo que ahora mismo me escribe.',
  stays: 'Registros de su organización en los que figura su nombre',
  closing: 'Los documentos registrados y lo que hay escrito en ellos son de su organización.',
  ask: {
    title: '¿Eliminar lo que guardo sobre usted?',
    detail: 'Esto se elimina, y dejo de enviarle recordatorios:',
    stays: 'Esto se queda en su organización, sin su nombre. Sus reclamaciones quedan entonces sin responsable:',
    closing: 'Cuando vuelva a escribirme o a usar una de mis tarjetas, le conoceré de nuevo desde cero.',
  },
  done: {
    title: 'Lo estoy eliminando',
    detail:
      'En unos minutos no quedará aquí nada sobre usted, y dejo de enviarle recordatorios. Nuestros mensajes siguen en Teams hasta que usted los elimine. Cuando vuelva a escribirme o a usar una de mis tarjetas, le conoceré de nuevo desde cero.',
  },
  standIn: 'Usuario eliminado',
  kept: {
    people: () => 'Su nombre, direcciones, idioma y zona horaria, y cómo escribirle',
    owner_names: counted(
      'nombre con el que figuran reclamaciones suyas',
      'nombres con los que figuran reclamaciones suyas',
    ),
    nudges: counted('recordatorio o mensaje para usted', 'recordatorios y mensajes para usted'),
    poe_drafts: counted('archivo enviado que aún puede registrar', 'archivos enviados en los últimos 30 días'),
    quarantined_files: counted('documento a la espera del antivirus', 'documentos a la espera del antivirus'),
    poe_offers: counted('documento que pidió descargar', 'documentos que pidió descargar'),
    associations: counted('reclamación de la que es responsable', 'reclamaciones de las que es responsable'),
    tickets: counted('ticket que abrió', 'tickets que abrió'),
    import_jobs: counted('archivo exportado que importó', 'archivos exportados que importó'),
    nudge_orders: counted('mensaje que hizo enviar', 'mensajes que hizo enviar'),
  },
};

export const personalDataCardWords: typeof en.personalDataCardWords = {
  'personal-data': {
    delete: 'Eliminar mis datos',
    deleteNow: 'Eliminar',
    keep: 'Conservar',
  },
};
