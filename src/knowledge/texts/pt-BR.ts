/** What the bot says around the approved answers, which stand in `knowledge/`, in Brazilian Portuguese. */
import { countText } from '../../format/count.ts';
import type * as en from './en.ts';

export const knowledgeTexts: typeof en.knowledgeTexts = {
  help: 'Pergunte o que o comunicado diz, com as suas palavras, ou escreva “tópicos”.',
  helpUnanswered: 'Escreva “perguntas sem resposta” para ver as perguntas que ficaram sem resposta.',
  notSaid: 'O comunicado não diz isso.',
  anotherLanguage:
    'Ainda não entendo este idioma. Pergunte de novo em um que eu fale (“idioma” mostra quais), ou veja os tópicos.',
  tooLong: 'É mais do que consigo ler como pergunta. Pergunte em uma ou duas frases.',
  suggest: 'Não sei ao certo a qual destes você se refere:',
  alternatives: 'Quanto ao resto, você quis dizer um destes?',
  partiallyOutOfScope: 'O comunicado não diz o resto do que você perguntou.',
  cited: (subject: string, section: string) => `Comunicado da Microsoft sobre ${subject}: ${section}`,
  topicsTitle: 'O que o comunicado diz',
  topicsIntro: 'Escolha um tópico, ou pergunte com as suas palavras.',
  buttons: { topics: 'Ver tópicos', ticket: 'Abrir chamado', inEnglish: 'Em inglês' },

  unanswered: (n: number, locale: string) =>
    n === 0
      ? 'Nenhuma pergunta em aberto'
      : countText(
          n,
          { one: 'pergunta sem resposta', many: 'de perguntas sem resposta', other: 'perguntas sem resposta' },
          locale,
        ),
  unansweredIntro:
    'Perguntas que ficaram sem resposta, ou sem uma que ajudasse. Não guardo quem perguntou. Abra uma para dar um tópico a ela, ou para dispensá-la.',
  unansweredNone: 'Não há nada pendente para você.',
  decided: (n: number, locale: string) =>
    n === 0
      ? 'Nenhuma pergunta decidida'
      : countText(
          n,
          { one: 'pergunta decidida', many: 'de perguntas decididas', other: 'perguntas decididas' },
          locale,
        ),
  decidedIntro: 'Abra uma para desfazer a decisão.',
  decidedNone: 'Aqui ficam as perguntas que recebem um tópico ou são dispensadas.',
  lists: { open: 'Perguntas em aberto', decided: 'Perguntas decididas' },
  asked: (n: number, date: string, locale: string) =>
    n === 1
      ? `Perguntada uma vez, em ${date}`
      : `Perguntada ${countText(n, { one: 'vez', many: 'de vezes', other: 'vezes' }, locale)}, a última em ${date}`,
  askedAndAnswered: (date: string) => `Perguntada pela última vez em ${date}`,
  notAsked: 'Ninguém perguntou isso nos últimos 180 dias.',
  hints: {
    suggested: (titles: string) => `Sugerido: ${titles}`,
    chosen: (titles: string) => `Escolhido: ${titles}`,
    partly: (titles: string) => `Respondida em parte: ${titles}`,
    disliked: (titles: string) => `Respondida com “${titles}”, que não ajudou`,
    'disliked choice': (titles: string) => `Respondida com “${titles}”, por escolha de um líder, que não ajudou`,
  },
  attachedOn: (title: string, date: string) => `Respondida com “${title}” desde ${date}`,
  dismissedOn: (date: string) => `Dispensada em ${date}`,
  comment: (text: string) => `“${text}”`,
  alsoAsked: (text: string) => `Também perguntada assim: “${text}”`,
  kinds: {
    silent: 'Pergunta sem resposta',
    suggested: 'Pergunta sem resposta segura',
    partly: 'Pergunta respondida em parte',
    disliked: 'Resposta que não ajudou',
    answered: 'Pergunta respondida',
    attached: 'Pergunta com um tópico',
    dismissed: 'Pergunta dispensada',
  },
  states: {
    silent: 'Nenhum tópico responde a esta pergunta.',
    suggested: 'Não havia um tópico que respondesse com certeza a esta pergunta.',
    partly: 'Uma parte desta pergunta ficou sem resposta.',
    disliked: 'Esta pergunta recebe uma resposta que não ajudou.',
    answered: 'Esta pergunta recebe uma resposta.',
    attached: (title: string) =>
      `“${title}” agora responde a esta pergunta. O texto dela fica guardado até você desfazer isto.`,
    dislikedChoice: (title: string) => `“${title}” agora responde a esta pergunta, mas não ajudou.`,
    dismissed: 'Dispensada. Ela fica fora da lista, e o texto dela some depois de 180 dias.',
    forgotten: 'Não há mais um tópico escolhido para esta pergunta.',
  },
  whichTopic: 'Primeiro escolha o tópico que responde a ela.',
  stale: 'Alguém decidiu sobre esta pergunta antes de você. Veja como está agora.',
};

export const knowledgeProblems: typeof en.knowledgeProblems = {
  'knowledge.no-topic': () => 'Não tenho mais este tópico. Escreva “tópicos” para ver os que existem.',
  'knowledge.no-question': () => 'Não tenho mais esta pergunta. Sem um tópico, ela fica guardada por 180 dias.',
  'knowledge.leads-only': () => 'As perguntas sem resposta são para líderes.',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const knowledgeCardWords: typeof en.knowledgeCardWords = {
  question: {
    topicThatAnswersIt: 'Tópico que responde',
    chooseATopic: 'Escolha um tópico',
    answerWithThisTopic: 'Usar este tópico',
    dismiss: 'Dispensar',
    undo: 'Desfazer',
    backToTheList: 'Voltar à lista',
  },
  unanswered: {
    open: 'Abrir: {text}',
    openHint: 'Abrir esta pergunta',
    previous: 'Anterior',
    next: 'Próxima',
  },
};
