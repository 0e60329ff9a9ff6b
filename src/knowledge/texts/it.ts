/** What the bot says around the approved answers, in Italian. */
import { countText } from '../../format/count.ts';
import type * as en from './en.ts';

export const knowledgeTexts: typeof en.knowledgeTexts = {
  help: 'Chiedi con parole tue che cosa dice l’avviso, o scrivi «argomenti».',
  helpUnanswered: 'Scrivi «domande senza risposta» per vedere le domande rimaste senza risposta.',
  notSaid: 'L’avviso non dice nulla in proposito.',
  anotherLanguage:
    'Non capisco ancora questa lingua. Chiedimelo di nuovo in una che parlo («lingua» le mostra), o vedi gli argomenti.',
  tooLong: 'È più di quanto riesca a leggere come domanda. Chiedimelo in una o due frasi.',
  suggest: 'Non so con certezza quale di questi intendi:',
  alternatives: 'Quanto al resto, intendevi uno di questi?',
  partiallyOutOfScope: 'Al resto della tua domanda l’avviso non risponde.',
  cited: (subject, section) => `Avviso di Microsoft su ${subject}: ${section}`,
  topicsTitle: 'Che cosa dice l’avviso',
  topicsIntro: 'Scegli un argomento, o chiedimelo con parole tue.',
  buttons: { topics: 'Vedi gli argomenti', ticket: 'Apri un ticket', inEnglish: 'In inglese' },

  unanswered: (n, locale) =>
    n === 0
      ? 'Nessuna domanda aperta'
      : countText(
          n,
          {
            one: 'domanda senza risposta',
            many: 'di domande senza risposta',
            other: 'domande senza risposta',
          },
          locale,
        ),
  unansweredIntro:
    'Domande che non hanno avuto risposta, o nessuna che sia stata d’aiuto. Non si conserva chi ha fatto la domanda. Aprine una per darle un argomento o per ignorarla.',
  unansweredNone: 'Non c’è nulla in sospeso per te.',
  decided: (n, locale) =>
    n === 0
      ? 'Nessuna domanda decisa'
      : countText(n, { one: 'domanda decisa', many: 'di domande decise', other: 'domande decise' }, locale),
  decidedIntro: 'Aprine una per annullare la decisione.',
  decidedNone: 'Qui compaiono le domande che ricevono un argomento o che vengono ignorate.',
  lists: { open: 'Domande aperte', decided: 'Domande decise' },
  asked: (n, date, locale) =>
    n === 1
      ? `Chiesto una volta, in data ${date}`
      : `Chiesto ${countText(n, { one: 'volta', many: 'di volte', other: 'volte' }, locale)}, l’ultima in data ${date}`,
  askedAndAnswered: (date) => `Chiesto l’ultima volta in data ${date}`,
  notAsked: 'Negli ultimi 180 giorni nessuno l’ha chiesto.',
  hints: {
    suggested: (titles) => `Suggerito: ${titles}`,
    chosen: (titles) => `Scelto: ${titles}`,
    partly: (titles) => `Risposta parziale: ${titles}`,
    disliked: (titles) => `Risposta con «${titles}», che non è stata d’aiuto`,
    'disliked choice': (titles) => `Risposta con «${titles}», scelta da un coordinatore: non è stata d’aiuto`,
  },
  attachedOn: (title, date) => `Si risponde con «${title}», scelto in data ${date}`,
  dismissedOn: (date) => `Ignorata in data ${date}`,
  comment: (text) => `«${text}»`,
  alsoAsked: (text) => `Chiesto anche come «${text}»`,
  kinds: {
    silent: 'Domanda senza risposta',
    suggested: 'Domanda senza risposta certa',
    partly: 'Domanda con risposta parziale',
    disliked: 'Risposta che non è stata d’aiuto',
    answered: 'Domanda con risposta',
    attached: 'Domanda con argomento',
    dismissed: 'Domanda ignorata',
  },
  states: {
    silent: 'Nessun argomento risponde a questa domanda.',
    suggested: 'Nessun argomento rispondeva con certezza a questa domanda.',
    partly: 'Una parte di questa domanda è rimasta senza risposta.',
    disliked: 'Questa domanda riceve una risposta che non è stata d’aiuto.',
    answered: 'Questa domanda riceve una risposta.',
    attached: (title) => `Ora «${title}» risponde a questa domanda. Il testo resta conservato finché non annulli.`,
    dislikedChoice: (title) => `Ora «${title}» risponde a questa domanda, e non è stato d’aiuto.`,
    dismissed: 'Ignorata. Resta fuori dall’elenco, e il testo scompare dopo 180 giorni.',
    forgotten: 'Per questa domanda non è più scelto alcun argomento.',
  },
  whichTopic: 'Scegli prima l’argomento che le risponde.',
  stale: 'Qualcuno ha deciso su questa domanda prima di te. Ecco la situazione.',
};

export const knowledgeProblems: typeof en.knowledgeProblems = {
  'knowledge.no-topic': () => 'Non ho più questo argomento. Scrivi «argomenti» per vedere quelli disponibili.',
  'knowledge.no-question': () => 'Non ho più questa domanda. Senza un argomento resta conservata 180 giorni.',
  'knowledge.leads-only': () => 'Le domande senza risposta sono riservate ai coordinatori.',
};

export const knowledgeCardWords: typeof en.knowledgeCardWords = {
  question: {
    topicThatAnswersIt: 'Argomento che le risponde',
    chooseATopic: 'Scegli un argomento',
    answerWithThisTopic: 'Rispondi con questo',
    dismiss: 'Ignora',
    undo: 'Annulla',
    backToTheList: 'Torna all’elenco',
  },
  unanswered: {
    open: 'Apri: {text}',
    openHint: 'Apri questa domanda',
    previous: 'Precedente',
    next: 'Successiva',
  },
};
