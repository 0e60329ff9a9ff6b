/** What the bot says around the approved answers, in Spanish. */
import { countText } from '../../format/count.ts';
import type * as en from './en.ts';

export const knowledgeTexts: typeof en.knowledgeTexts = {
  help: 'Pregunte con sus palabras qué dice el aviso, o escriba «temas».',
  helpUnanswered: 'Escriba «preguntas sin respuesta» para ver las preguntas que no tuvieron respuesta.',
  notSaid: 'El aviso no dice nada de esto.',
  anotherLanguage:
    'Todavía no entiendo este idioma. Pregúnteme de nuevo en uno que hable («idioma» los muestra), o vea los temas.',
  tooLong: 'Es más de lo que puedo leer como pregunta. Pregúntemelo en una o dos frases.',
  suggest: 'No sé con seguridad a cuál de estos se refiere:',
  alternatives: 'En cuanto al resto, ¿se refería a uno de estos?',
  partiallyOutOfScope: 'El resto de su pregunta no lo responde el aviso.',
  cited: (subject, section) => `Aviso de Microsoft sobre ${subject}: ${section}`,
  topicsTitle: 'Lo que dice el aviso',
  topicsIntro: 'Elija un tema, o pregúnteme con sus palabras.',
  buttons: { topics: 'Ver los temas', ticket: 'Abrir un ticket', inEnglish: 'En inglés' },

  unanswered: (n, locale) =>
    n === 0
      ? 'No hay preguntas abiertas'
      : countText(
          n,
          {
            one: 'pregunta sin respuesta',
            many: 'de preguntas sin respuesta',
            other: 'preguntas sin respuesta',
          },
          locale,
        ),
  unansweredIntro:
    'Preguntas que no tuvieron respuesta, o ninguna que ayudara. No se guarda quién preguntó. Abra una para darle un tema o para descartarla.',
  unansweredNone: 'No hay nada pendiente para usted.',
  decided: (n, locale) =>
    n === 0
      ? 'No hay preguntas decididas'
      : countText(
          n,
          { one: 'pregunta decidida', many: 'de preguntas decididas', other: 'preguntas decididas' },
          locale,
        ),
  decidedIntro: 'Abra una para deshacer la decisión.',
  decidedNone: 'Aquí aparecen las preguntas que reciben un tema o se descartan.',
  lists: { open: 'Preguntas abiertas', decided: 'Preguntas decididas' },
  asked: (n, date, locale) =>
    n === 1
      ? `Preguntado una vez, el ${date}`
      : `Preguntado ${countText(n, { one: 'vez', many: 'de veces', other: 'veces' }, locale)}, la última el ${date}`,
  askedAndAnswered: (date) => `Preguntado por última vez el ${date}`,
  notAsked: 'Nadie lo ha preguntado en los últimos 180 días.',
  hints: {
    suggested: (titles) => `Sugerido: ${titles}`,
    chosen: (titles) => `Elegido: ${titles}`,
    partly: (titles) => `Respondido en parte: ${titles}`,
    disliked: (titles) => `Respondido con «${titles}», que no ayudó`,
    'disliked choice': (titles) => `Respondido con «${titles}», que eligió un coordinador; no ayudó`,
  },
  attachedOn: (title, date) => `Se responde con «${title}» desde el ${date}`,
  dismissedOn: (date) => `Descartada el ${date}`,
  comment: (text) => `«${text}»`,
  alsoAsked: (text) => `También preguntado como «${text}»`,
  kinds: {
    silent: 'Pregunta sin respuesta',
    suggested: 'Pregunta sin respuesta segura',
    partly: 'Pregunta respondida en parte',
    disliked: 'Respuesta que no ayudó',
    answered: 'Pregunta respondida',
    attached: 'Pregunta con tema',
    dismissed: 'Pregunta descartada',
  },
  states: {
    silent: 'Ningún tema responde a esta pregunta.',
    suggested: 'Ningún tema respondía con seguridad a esta pregunta.',
    partly: 'Una parte de esta pregunta quedó sin respuesta.',
    disliked: 'Esta pregunta recibe una respuesta que no ayudó.',
    answered: 'Esta pregunta recibe una respuesta.',
    attached: (title) => `«${title}» responde ahora a esta pregunta. Su texto se guarda hasta que usted lo deshaga.`,
    dislikedChoice: (title) => `«${title}» responde ahora a esta pregunta, y no ayudó.`,
    dismissed: 'Descartada. No vuelve a la lista, y su texto desaparece a los 180 días.',
    forgotten: 'Esta pregunta ya no tiene ningún tema elegido.',
  },
  whichTopic: 'Elija primero el tema que la responde.',
  stale: 'Alguien decidió sobre esta pregunta antes que usted. Así está ahora.',
};

export const knowledgeProblems: typeof en.knowledgeProblems = {
  'knowledge.no-topic': () => 'Ya no tengo este tema. Escriba «temas» para ver los que hay.',
  'knowledge.no-question': () => 'Ya no tengo esta pregunta. Sin tema se guarda 180 días.',
  'knowledge.leads-only': () => 'Las preguntas sin respuesta son para coordinadores.',
};

export const knowledgeCardWords: typeof en.knowledgeCardWords = {
  question: {
    topicThatAnswersIt: 'Tema que la responde',
    chooseATopic: 'Elija un tema',
    answerWithThisTopic: 'Responder con este tema',
    dismiss: 'Descartar',
    undo: 'Deshacer',
    backToTheList: 'Volver a la lista',
  },
  unanswered: {
    open: 'Abrir: {text}',
    openHint: 'Abrir esta pregunta',
    previous: 'Anterior',
    next: 'Siguiente',
  },
};
