/** What the bot says around the approved answers, which stand in `knowledge/`, in German. */
import { countText } from '../../format/count.ts';
import type * as en from './en.ts';

export const knowledgeTexts: typeof en.knowledgeTexts = {
  help: 'Fragen Sie mit eigenen Worten, was in der Mitteilung steht, oder schreiben Sie „Themen“.',
  helpUnanswered: 'Schreiben Sie „unbeantwortete Fragen“ für die Fragen, die keine Antwort bekamen.',
  notSaid: 'Das steht nicht in der Mitteilung.',
  anotherLanguage:
    'Diese Sprache verstehe ich noch nicht. Fragen Sie bitte noch einmal in einer, die ich spreche („Sprache“ zeigt sie), oder sehen Sie sich die Themen an.',
  tooLong: 'Das ist mehr, als ich als Frage lesen kann. Fragen Sie bitte in ein oder zwei Sätzen.',
  suggest: 'Ich bin nicht sicher, was davon Sie meinen:',
  alternatives: 'Und zum Rest: Meinten Sie etwas davon?',
  partiallyOutOfScope: 'Zum Rest Ihrer Frage sagt die Mitteilung nichts.',
  cited: (subject, section) => `Microsofts Mitteilung zu ${subject}: ${section}`,
  topicsTitle: 'Was in der Mitteilung steht',
  topicsIntro: 'Wählen Sie ein Thema, oder fragen Sie mich mit eigenen Worten.',
  buttons: { topics: 'Themen zeigen', ticket: 'Ticket öffnen', inEnglish: 'Auf Englisch' },

  unanswered: (n, locale) =>
    n === 0
      ? 'Keine offenen Fragen'
      : countText(n, { one: 'Frage ohne Antwort', other: 'Fragen ohne Antwort' }, locale),
  unansweredIntro:
    'Fragen, die keine oder keine hilfreiche Antwort bekamen. Wer gefragt hat, wird nicht gespeichert. Öffnen Sie eine, um ihr ein Thema zu geben oder sie zu verwerfen.',
  unansweredNone: 'Es wartet nichts auf Sie.',
  decided: (n, locale) =>
    n === 0
      ? 'Keine entschiedenen Fragen'
      : countText(n, { one: 'entschiedene Frage', other: 'entschiedene Fragen' }, locale),
  decidedIntro: 'Öffnen Sie eine, um die Entscheidung rückgängig zu machen.',
  decidedNone: 'Hier stehen Fragen, die ein Thema bekommen haben oder verworfen wurden.',
  lists: { open: 'Offene Fragen', decided: 'Entschiedene Fragen' },
  asked: (n, date, locale) =>
    n === 1
      ? `Einmal gefragt, am ${date}`
      : `${countText(n, { one: 'Mal', other: 'Mal' }, locale)} gefragt, zuletzt am ${date}`,
  askedAndAnswered: (date) => `Zuletzt gefragt am ${date}`,
  notAsked: 'In den letzten 180 Tagen hat niemand danach gefragt.',
  hints: {
    suggested: (titles) => `Vorgeschlagen: ${titles}`,
    chosen: (titles) => `Gewählt: ${titles}`,
    partly: (titles) => `Zum Teil beantwortet: ${titles}`,
    disliked: (titles) => `Beantwortet mit „${titles}“, das hat nicht geholfen`,
    'disliked choice': (titles) => `Von einem Lead mit „${titles}“ beantwortet, das half nicht`,
  },
  attachedOn: (title, date) => `Seit ${date} mit „${title}“ beantwortet`,
  dismissedOn: (date) => `Verworfen am ${date}`,
  comment: (text) => `„${text}“`,
  alsoAsked: (text) => `Auch gefragt als „${text}“`,
  kinds: {
    silent: 'Frage ohne Antwort',
    suggested: 'Frage ohne sichere Antwort',
    partly: 'Zum Teil beantwortete Frage',
    disliked: 'Antwort, die nicht geholfen hat',
    answered: 'Beantwortete Frage',
    attached: 'Frage mit Thema',
    dismissed: 'Verworfene Frage',
  },
  states: {
    silent: 'Kein Thema beantwortet diese Frage.',
    suggested: 'Kein Thema beantwortet diese Frage sicher.',
    partly: 'Ein Teil dieser Frage blieb ohne Antwort.',
    disliked: 'Diese Frage bekommt eine Antwort, die nicht geholfen hat.',
    answered: 'Diese Frage bekommt eine Antwort.',
    attached: (title) =>
      `„${title}“ beantwortet jetzt diese Frage. Der Wortlaut bleibt gespeichert, bis Sie das rückgängig machen.`,
    dislikedChoice: (title) => `„${title}“ beantwortet jetzt diese Frage, das hat nicht geholfen.`,
    dismissed: 'Verworfen. Sie bleibt aus der Liste, und ihr Wortlaut ist nach 180 Tagen gelöscht.',
    forgotten: 'Für diese Frage ist kein Thema mehr gewählt.',
  },
  whichTopic: 'Wählen Sie erst das Thema, das sie beantwortet.',
  stale: 'Über diese Frage hat schon jemand vor Ihnen entschieden. Hier ist der aktuelle Stand.',
};

export const knowledgeProblems: typeof en.knowledgeProblems = {
  'knowledge.no-topic': () => 'Dieses Thema habe ich nicht mehr. Schreiben Sie „Themen“, um zu sehen, welche es gibt.',
  'knowledge.no-question': () => 'Diese Frage habe ich nicht mehr. Ohne Thema bleibt eine Frage 180 Tage gespeichert.',
  'knowledge.leads-only': () => 'Die unbeantworteten Fragen sehen nur Leads.',
};

export const knowledgeCardWords: typeof en.knowledgeCardWords = {
  question: {
    topicThatAnswersIt: 'Thema, das sie beantwortet',
    chooseATopic: 'Thema wählen',
    answerWithThisTopic: 'Mit Thema beantworten',
    dismiss: 'Verwerfen',
    undo: 'Rückgängig',
    backToTheList: 'Zurück zur Liste',
  },
  unanswered: {
    open: 'Öffnen: {text}',
    openHint: 'Diese Frage öffnen',
    previous: 'Vorherige',
    next: 'Nächste',
  },
};
