/** What the bot says around the approved answers, which stand in `knowledge/`, in French. */
import { countText } from '../../format/count.ts';
import type * as en from './en.ts';

export const knowledgeTexts: typeof en.knowledgeTexts = {
  help: 'Demandez ce que dit le communiqué, avec vos propres mots, ou écrivez « thèmes ».',
  helpUnanswered: 'Écrivez « questions sans réponse » pour les questions restées sans réponse.',
  notSaid: 'Le communiqué ne le dit pas.',
  anotherLanguage:
    'Je ne comprends pas encore cette langue. Reposez la question dans une langue que je parle (« langue » les montre), ou consultez les thèmes.',
  tooLong: 'C’est trop long pour que je le lise comme une question. Posez-la en une ou deux phrases.',
  suggest: 'Je ne sais pas laquelle de ces réponses vous cherchez :',
  alternatives: 'Pour le reste, pensiez-vous à l’une de celles-ci ?',
  partiallyOutOfScope: 'Sur le reste de votre question, le communiqué ne dit rien.',
  cited: (subject, section) => `Communiqué de Microsoft sur ${subject} : ${section}`,
  topicsTitle: 'Ce que dit le communiqué',
  topicsIntro: 'Choisissez un thème, ou posez votre question avec vos propres mots.',
  buttons: { topics: 'Voir les thèmes', ticket: 'Ouvrir un ticket', inEnglish: 'En anglais' },

  unanswered: (n, locale) =>
    n === 0
      ? 'Aucune question ouverte'
      : countText(
          n,
          { one: 'question sans réponse', many: 'de questions sans réponse', other: 'questions sans réponse' },
          locale,
        ),
  unansweredIntro:
    'Questions restées sans réponse, ou sans réponse utile. Leur auteur n’est pas enregistré. Ouvrez-en une pour lui donner un thème ou pour l’ignorer.',
  unansweredNone: 'Rien ne vous attend.',
  decided: (n, locale) =>
    n === 0
      ? 'Aucune question traitée'
      : countText(n, { one: 'question traitée', many: 'de questions traitées', other: 'questions traitées' }, locale),
  decidedIntro: 'Ouvrez-en une pour annuler la décision.',
  decidedNone: 'Ici figurent les questions qui ont reçu un thème ou qui sont ignorées.',
  lists: { open: 'Questions ouvertes', decided: 'Questions traitées' },
  asked: (n, date, locale) =>
    n === 1
      ? `Posée une fois, le ${date}`
      : `Posée ${countText(n, { one: 'fois', many: 'de fois', other: 'fois' }, locale)}, la dernière le ${date}`,
  askedAndAnswered: (date) => `Posée pour la dernière fois le ${date}`,
  notAsked: 'Personne ne l’a posée ces 180 derniers jours.',
  hints: {
    suggested: (titles) => `Suggéré : ${titles}`,
    chosen: (titles) => `Choisi : ${titles}`,
    partly: (titles) => `Réponse partielle : ${titles}`,
    disliked: (titles) => `Réponse donnée : « ${titles} », qui n’a pas aidé`,
    'disliked choice': (titles) => `Réponse choisie par un responsable : « ${titles} », qui n’a pas aidé`,
  },
  attachedOn: (title, date) => `Réponse « ${title} » depuis le ${date}`,
  dismissedOn: (date) => `Ignorée le ${date}`,
  comment: (text) => `« ${text} »`,
  alsoAsked: (text) => `Aussi posée ainsi : « ${text} »`,
  kinds: {
    silent: 'Question sans réponse',
    suggested: 'Question sans réponse sûre',
    partly: 'Question avec une réponse partielle',
    disliked: 'Réponse qui n’a pas aidé',
    answered: 'Question avec réponse',
    attached: 'Question avec un thème',
    dismissed: 'Question ignorée',
  },
  states: {
    silent: 'Aucun thème ne répond à cette question.',
    suggested: 'Aucun thème ne répond avec certitude à cette question.',
    partly: 'Une partie de cette question est restée sans réponse.',
    disliked: 'Cette question reçoit une réponse qui n’a pas aidé.',
    answered: 'Cette question reçoit une réponse.',
    attached: (title) =>
      `« ${title} » répond maintenant à cette question. Son texte est conservé jusqu’à ce que vous annuliez ce choix.`,
    dislikedChoice: (title) => `« ${title} » répond maintenant à cette question, ce qui n’a pas aidé.`,
    dismissed: 'Ignorée. Elle reste hors de la liste, et son texte est supprimé après 180 jours.',
    forgotten: 'Plus aucun thème n’est choisi pour cette question.',
  },
  whichTopic: 'Choisissez d’abord le thème qui y répond.',
  stale: 'Quelqu’un a traité cette question avant vous. Voici où elle en est.',
};

export const knowledgeProblems: typeof en.knowledgeProblems = {
  'knowledge.no-topic': () => 'Je n’ai plus ce thème. Écrivez « thèmes » pour voir ceux qui existent.',
  'knowledge.no-question': () => 'Je n’ai plus cette question. Sans thème, une question est conservée 180 jours.',
  'knowledge.leads-only': () => 'Les questions sans réponse sont réservées aux responsables.',
};

export const knowledgeCardWords: typeof en.knowledgeCardWords = {
  question: {
    topicThatAnswersIt: 'Thème qui y répond',
    chooseATopic: 'Choisir un thème',
    answerWithThisTopic: 'Répondre par ce thème',
    dismiss: 'Ignorer',
    undo: 'Annuler la décision',
    backToTheList: 'Retour à la liste',
  },
  unanswered: {
    open: 'Ouvrir : {text}',
    openHint: 'Ouvrir cette question',
    previous: 'Précédent',
    next: 'Suivant',
  },
};
