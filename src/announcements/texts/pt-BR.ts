/** What the bot says in announcements and about them, in Brazilian Portuguese. Updating is recommended, never required. */
import { countText, numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { Audience } from '../announcement.ts';
import type * as en from './en.ts';

/** Bytes of JSON. */
const NAME = 100;

const audiences: Readonly<Record<Audience['kind'], (name: string) => string>> = {
  everyone: () => 'Todos que têm o bot',
  program: (name) => `Responsáveis por reivindicações em ${name}`,
  customer: (name) => `Responsáveis por reivindicações de ${name}`,
};

export const announcementTexts: typeof en.announcementTexts = {
  another: 'Outro aviso seu já saiu deste formulário. Para enviar este também, toque no botão.',
  form: {
    audiences: {
      everyone: 'Todos que têm o bot',
      program: 'Responsáveis por reivindicações de um programa',
      customer: 'Responsáveis por reivindicações de um cliente',
    },
    audience: ({ kind, name = '' }: Audience) => audiences[kind](name),
    people: (n: number, locale: string) =>
      n === 0
        ? 'Ninguém receberia'
        : countText(n, { one: 'pessoa recebe', many: 'de pessoas recebem', other: 'pessoas recebem' }, locale),
    nobody: 'Escolha outras pessoas, ou peça que abram o bot primeiro.',
    yourLine: 'Sua mensagem, acima do resumo do comunicado:',
    noLine: 'Sem mensagem sua: só o resumo do comunicado.',
    off: (n: number, locale: string) =>
      countText(
        n,
        {
          one: 'pessoa desativou as mensagens e fica de fora.',
          many: 'de pessoas desativaram as mensagens e ficam de fora.',
          other: 'pessoas desativaram as mensagens e ficam de fora.',
        },
        locale,
      ),
    hours: 'Sai no horário de trabalho de cada um.',
    send: (n: number, locale: string) =>
      `Enviar a ${countText(n, { one: 'pessoa', many: 'de pessoas', other: 'pessoas' }, locale)}`,
  },
  card: {
    writes: (name: string) => `${name} escreve:`,
    shares: (name: string) => `${name} compartilha isto com você.`,
    read: 'Você já leu. Obrigado.',
    howOff: 'Para não receber mais mensagens como esta, escreva “desligar lembretes” quando quiser.',
  },
  progress: {
    sharedBy: (name: string, when: string) => `Compartilhado por ${name}, ${when}`,
    sent: 'receberam',
    read: 'dessas pessoas tocaram em “Já li”',
    waiting: 'ainda a enviar',
    unknown: 'talvez tenham recebido: não veio resposta, então não é enviado de novo',
    failed: 'não puderam receber',
    off: 'desativaram as mensagens',
  },
  unreached: {
    'never installed': (names: string) => `Sem o bot: ${names}`,
    blocked: (names: string) => `Removeram ou bloquearam o bot: ${names}`,
  },
  unreachedMore: (n: number, locale: string) => `Mais ${numberText(n, locale)} que não consigo contatar`,
};

export const announcementProblems: typeof en.announcementProblems = {
  'announcement.not-found': () => 'Não encontro este aviso. Escreva “tópicos” para ler o que o comunicado diz.',
  'announcement.leads-only': () =>
    'Isso é para líderes. Escreva “reivindicações sem POE” para ver suas próprias reivindicações.',
  'announcement.no-audience': () => 'Primeiro escolha quem recebe.',
  'announcement.no-program': () => 'Primeiro escolha um programa.',
  'announcement.no-customer': () => 'Informe o nome do cliente, ou o ID de uma das reivindicações dele.',
  'announcement.customer-too-long': () =>
    'É longo demais para o nome de um cliente. Informe como está no arquivo exportado, ou o ID de uma das reivindicações dele.',
  'announcement.unknown-program': () => 'Não conheço nenhuma reivindicação neste programa. Escolha outro.',
  'announcement.unknown-customer': ({ customer }) =>
    `Não conheço nenhuma reivindicação de ${shorten(customer, NAME)}. Confira o nome, ou use um ID de reivindicação.`,
  'announcement.line-too-long': () => 'Sua mensagem é longa demais. Use até 500 caracteres.',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const announcementCardWords: typeof en.announcementCardWords = {
  'announce-check': {
    shareTheNotice: 'Compartilhar comunicado',
    theNoticeInShort: 'Resumo do comunicado',
    noticeHint: 'Mostrar ou ocultar o que chega abaixo da sua mensagem',
    change: 'Alterar',
  },
  'announce-form': {
    shareTheNotice: 'Compartilhar comunicado',
    intro:
      'As pessoas recebem um resumo do comunicado, abaixo de uma mensagem sua, se você escrever uma. Você vê quem vai receber antes do envio.',
    whichNotice: 'Qual comunicado?',
    whoGetsIt: 'Quem recebe?',
    program: 'Para um programa: qual?',
    chooseOne: 'Escolha um',
    customer: 'Para um cliente: qual?',
    customerHint: 'Nome, ou o ID de uma reivindicação dele',
    yourOwnLine: 'Sua mensagem',
    lineHint: 'Pode ficar vazia',
    seeWhomItReaches: 'Ver quem vai receber',
  },
  'announcement-progress': {
    refresh: 'Atualizar',
    whoGotTheNotice: 'Quem recebeu o comunicado',
  },
  announcement: {
    refresh: 'Atualizar',
    noticeFromMicrosoft: 'Comunicado da Microsoft',
    iHaveReadIt: 'Já li',
    whatNeedsPoe: 'Onde falta POE',
    seeTheTopics: 'Ver tópicos',
  },
};
