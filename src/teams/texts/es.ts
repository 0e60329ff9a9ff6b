/** What the bot says of turns themselves, in Spanish: those that fail, take long, or come from elsewhere. */
import type * as en from './en.ts';

export const teamsTexts: typeof en.teamsTexts = {
  ourFault: (reference) =>
    `Algo ha fallado por mi parte. Antes de volver a intentarlo, compruebe si ya está hecho; si se repite, dé a su administrador la referencia ${reference}.`,
  storeAway: (reference) =>
    `Ahora mismo no puedo consultar mis datos. Inténtelo de nuevo en unos minutos y compruebe antes si ya está hecho; lo que dice el aviso se lo puedo contar igualmente. Si se repite, dé a su administrador la referencia ${reference}.`,
  answerUnsure: 'Es posible que mi respuesta no le haya llegado. Si no la ve, inténtelo de nuevo.',
  wrongTenant: 'Trabajo para otra organización, así que aquí no puedo ayudarle. Consulte a su administrador.',
  tooFast:
    'Son demasiadas cosas a la vez para mí, así que esta la he dejado sin hacer. Inténtelo de nuevo en un minuto.',
  answerBelow: 'La respuesta está abajo.',
  searchLate: 'La búsqueda ha tardado demasiado. Inténtelo de nuevo.',
  takesLonger: 'Esto tarda un poco más. Le respondo aquí cuando esté hecho.',
};

/** What the bot says where something is not to be had that Teams has. */
export const surfaceTexts: typeof en.surfaceTexts = {
  files: 'Acepto y entrego archivos solo en nuestro chat de Teams. Continúe allí, por favor.',
  toldInTeams: 'Le escribo sobre esto en nuestro chat de Teams.',
  writeInTeams:
    'Por mi cuenta solo puedo escribirle en Teams: escríbame allí «hola» una vez, para que pueda localizarle.',
  onlySearch: 'Aquí solo busco. Para todo lo demás, abra nuestro chat de Teams.',
};
