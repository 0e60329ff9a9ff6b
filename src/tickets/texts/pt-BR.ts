/** What the bot says about tickets, in Brazilian Portuguese. */
import { countText, numberText, plural } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { FailedAttempt } from '../../outbox/attempt.ts';
import {
  type DeadLetterCode,
  type EventKind,
  type IssueKey,
  type Place,
  type TicketState,
  type TopicKey,
  ticketName,
} from '../ticket.ts';
import type * as en from './en.ts';

/** Bytes of JSON that are shown of a claim ID that is too long. */
const LONG_ID_BYTES = 60;

const topics: Readonly<Record<TopicKey, string>> = {
  cpor: 'Claims Partner of Record (CPOR)',
  poe: 'Proof of Execution (POE)',
  access: 'Acesso ao Partner Center',
  other: 'Outra coisa',
};
const issues: Readonly<Record<IssueKey, string>> = {
  'association-update': 'Atualização da associação',
  disassociation: 'Desassociação',
  'competing-claim': 'Reivindicação concorrente',
  'poe-question': 'Dúvida sobre POE',
  other: 'Outro',
};
const states: Readonly<Record<TicketState, string>> = {
  open: 'Aberto',
  'in progress': 'Em andamento',
  'handed over': 'Encaminhado à Microsoft',
  resolved: 'Resolvido',
  withdrawn: 'Retirado',
};
const events: Readonly<Record<EventKind, (who: string, text: string) => string>> = {
  opened: (who) => `${who} abriu o chamado`,
  taken: (who) => `${who} assumiu o chamado`,
  commented: (who, text) => `${who}: ${text}`,
  edited: (who) => `${who} alterou o chamado`,
  'file added': (who, text) => `${who} adicionou ${text}`,
  'handed over': (who, text) => `${who} encaminhou o chamado à Microsoft, caso ${text}`,
  resolved: (who) => `${who} resolveu o chamado`,
  withdrawn: (who) => `${who} retirou o chamado`,
  reopened: (who) => `${who} reabriu o chamado`,
  raised: () => 'Sem mudanças há cinco dias úteis',
};

const places: Readonly<Record<Place, string>> = {
  desk: 'O canal da central de atendimento',
  webhook: 'O sistema de atendimento',
  requester: 'O chat com quem abriu o chamado',
};
/** Why a place is not tried any more. `last`: the last request, in words. */
const deadLetters: Readonly<Record<DeadLetterCode, (last: string) => string>> = {
  unconfirmed: () => 'Foi enviado duas vezes e, nas duas, não veio resposta.',
  gone: () => 'A conversa não existe mais.',
  blocked: () => 'O bot não tem permissão para escrever lá.',
  rejected: (last) => last,
  expired: (last) => `tentativas por 24 horas, a última: ${last}`,
};

function attemptText(attempt: FailedAttempt): string {
  return attempt.kind === 'refused' ? `status ${attempt.status}` : `sem resposta (${attempt.reason})`;
}

export const ticketTexts: typeof en.ticketTexts = {
  help: 'Escreva “abrir chamado” para falar com a sua central de atendimento, e “meus chamados” para ver em que pé está.',
  helpDesk:
    'Mencione-me com “desk here” no canal em que os chamados são atendidos. Escreva “não entregues” para ver os chamados que não chegaram.',
  button: 'Abrir chamado',
  topics,
  issues,
  states,
  events,
  formTitle: 'Abrir chamado',
  editTitle: (name: string) => `Alterar ${name}`,
  formIntro:
    'Ele vai para a sua própria central de atendimento, com os IDs das reivindicações. Aviso você a cada mudança.',
  submit: 'Enviar chamado',
  save: 'Salvar',
  disassociationDraft: 'Não trabalhamos mais com este cliente e queremos nos desassociar dele.',
  fromQuestion: (question: string) => `O comunicado não responde a isto: ${question}`,
  submitted: (name: string) => `${name} está aberto. Aviso você a cada mudança.`,
  noDesk: (name: string) =>
    `${name} está aberto. Ainda não há uma central de atendimento definida, então ele fica com você e seus líderes.`,
  whichTicket: 'Qual chamado? Escreva “ticket” e o número dele, por exemplo “ticket T-1001”.',
  stale: 'Nada foi alterado: o chamado já tinha mudado. Veja como ele está agora.',
  emptyCase: 'Primeiro escreva o número do caso dado pelo Partner Center.',
  listTitle: (n: number, locale: string) =>
    n === 0 ? 'Nenhum chamado ainda' : countText(n, { one: 'chamado', many: 'de chamados', other: 'chamados' }, locale),
  listEmpty: 'Escreva “abrir chamado”, ou toque em “Desassociar” em uma reivindicação.',
  labels: {
    topic: 'Tópico',
    claims: 'IDs das reivindicações',
    requester: 'De',
    assignee: 'Assumido por',
    case: 'Número do caso',
    files: 'Arquivos',
    undelivered: 'Não entregue',
  },
  title: (name: string, issue: string) => `${name} · ${issue}`,
  category: (category: string) => `Categoria: ${category}`,
  claim: (claimId: string, customer: string) => (customer === '' ? claimId : `${claimId} (${customer})`),
  unknownClaim: (claimId: string) => `${claimId} (não conhecida aqui)`,
  andMore: (n: number, locale: string) => `e mais ${numberText(n, locale)}`,
  bot: 'O bot',
  somebody: 'Alguém',
  line: (name: string, what: string) => `${name}: ${what}`,
  deskHere: (name: string) =>
    `${name} é a sua central de atendimento a partir de agora. Cada chamado é um cartão aqui, sempre atualizado.`,
  escalated: (name: string, issue: string, from: string) =>
    from === ''
      ? `${name} está sem mudanças há cinco dias úteis (${issue}).`
      : `${name} está sem mudanças há cinco dias úteis (${issue}, de ${from}).`,
  openTicket: (name: string) => `Abrir ${name}`,
  openMentioned: (name: string) => `Abrir chamado ${name}`,
  undelivered: (place: Place, code: DeadLetterCode, last?: FailedAttempt) =>
    `${places[place]}: ${deadLetters[code](last === undefined ? '' : attemptText(last))}`,
  undeliveredCount: (n: number, locale: string) =>
    countText(
      n,
      {
        one: 'chamado não foi entregue em todos os lugares',
        many: 'de chamados não foram entregues em todos os lugares',
        other: 'chamados não foram entregues em todos os lugares',
      },
      locale,
    ),
  undeliveredTitle: (n: number, locale: string) =>
    n === 0
      ? 'Todos os chamados foram entregues'
      : countText(
          n,
          { one: 'chamado não entregue', many: 'de chamados não entregues', other: 'chamados não entregues' },
          locale,
        ),
  sentAgain: 'Está a caminho de novo.',
  allSentAgain: (n: number, locale: string) =>
    n === 0
      ? 'Não havia mais nada a reenviar.'
      : countText(
          n,
          {
            one: 'chamado está a caminho de novo.',
            many: 'de chamados estão a caminho de novo.',
            other: 'chamados estão a caminho de novo.',
          },
          locale,
        ),
  thisChannel: 'Este canal',
  deskWhere: 'Escreva isto no canal que vai ser a sua central de atendimento.',
  handOver: {
    title: (name: string) => `Encaminhar ${name}`,
    steps:
      'A Microsoft só recebe chamados no Partner Center. Entre pelo botão abaixo, escolha Contact Support, selecione a categoria Partner Incentives e depois escolha Topic e Issue. Cole o título e o texto. Depois escreva aqui o número do caso.',
    claims: (ids: string) => `IDs das reivindicações: ${ids}`,
    customers: (names: string) => `Clientes: ${names}`,
    disassociation: (n: number, locale: string) =>
      plural(
        n,
        {
          one: 'Não trabalhamos mais com o cliente desta reivindicação e queremos nos desassociar dele.',
          many: 'Não trabalhamos mais com os clientes destas reivindicações e queremos nos desassociar deles.',
          other: 'Não trabalhamos mais com os clientes destas reivindicações e queremos nos desassociar deles.',
        },
        locale,
      ),
    reference: (name: string) => `Nossa referência: ${name}`,
    subject: (category: string, issue: string) => `${category}: ${issue}`,
    rest: (n: number, locale: string) =>
      plural(
        n,
        {
          one: `Mais ${numberText(n, locale)} linha não cabe aqui. O chamado mostra o texto inteiro.`,
          many: `Mais ${numberText(n, locale)} de linhas não cabem aqui. O chamado mostra o texto inteiro.`,
          other: `Mais ${numberText(n, locale)} linhas não cabem aqui. O chamado mostra o texto inteiro.`,
        },
        locale,
      ),
    issueOfClaims: (issue: string, ids: string) => `${issue}, reivindicação ${ids}`,
  },
  addedFiles: (files: string, name: string) => `Adicionado a ${name}: ${files}.`,
};

const tooLong = {
  description: 'A descrição',
  claims: 'A lista de IDs de reivindicações',
  comment: 'O comentário',
  'case number': 'O número do caso',
};

export const ticketProblems: typeof en.ticketProblems = {
  'ticket.not-found': ({ asked }) => {
    const name = typeof asked === 'number' ? ticketName({ number: asked }) : `“${asked}”`;
    return `Não encontro um chamado ${name} entre os seus. Escreva “meus chamados” para ver a lista.`;
  },
  'ticket.closed': () => 'Este chamado está fechado. Primeiro toque em “Reabrir”.',
  'ticket.not-yours': () => 'Este chamado é de outras pessoas, e só elas podem alterá-lo.',
  'ticket.desk-only': () => 'Só membros da central de atendimento e líderes podem fazer isso.',
  'ticket.requester-only': () => 'Só quem abriu o chamado pode fazer isso.',
  'ticket.too-many-files': ({ most }) => `Um chamado recebe até ${most} arquivos.`,
  'ticket.no-file': () => 'Este chamado não tem esse arquivo. Abra o chamado de novo.',
  'ticket.empty-comment': () => 'Primeiro escreva o comentário.',
  'ticket.empty-case': () => ticketTexts.emptyCase,
  'ticket.too-long': ({ what, count, most }, locale) =>
    `${tooLong[what]} tem ${countText(count, { one: 'caractere', many: 'de caracteres', other: 'caracteres' }, locale)}, e cabem até ${numberText(most, locale)}. Nada foi alterado: encurte o texto e toque de novo.`,
  'ticket.undelivered-leads-only': () => 'Só líderes veem quais chamados não foram entregues.',
  'ticket.desk-leads-only': () => 'Só líderes definem a central de atendimento.',
  'ticket.no-issue': () => 'Escolha o assunto.',
  'ticket.no-description': () => 'Diga em uma ou duas frases do que se trata.',
  'ticket.no-claim': () => 'Informe pelo menos um ID: uma desassociação diz respeito a uma reivindicação.',
  'ticket.too-many-claims': ({ most }) => `Informe até ${most} IDs de reivindicação em um chamado.`,
  'ticket.long-claim-id': ({ claimId }) =>
    `“${shorten(claimId, LONG_ID_BYTES)}” é longo demais para um ID de reivindicação.`,
  'ticket.unknown-claims': ({ claimIds }, locale) => {
    const ids = claimIds.join(', ');
    return plural(
      claimIds.length,
      {
        one: `Não conheço a reivindicação ${ids} entre as suas. Corrija, ou toque de novo no botão para deixar como está.`,
        many: `Não conheço as reivindicações ${ids} entre as suas. Corrija, ou toque de novo no botão para deixar como está.`,
        other: `Não conheço as reivindicações ${ids} entre as suas. Corrija, ou toque de novo no botão para deixar como está.`,
      },
      locale,
    );
  },
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const ticketCardWords: typeof en.ticketCardWords = {
  'hand-over': {
    title: 'Título',
    text: 'Texto',
    openMicrosoftSupport: 'Suporte da Microsoft',
    caseNumber: 'Número do caso no Partner Center',
    saveCaseNumber: 'Salvar número do caso',
    backToTheTicket: 'Voltar ao chamado',
  },
  'ticket-form': {
    issue: 'Assunto',
    chooseOne: 'Escolha um',
    topic: 'Tópico',
    claimIds: 'IDs das reivindicações',
    claimsHint: 'Um ou vários, separados por vírgulas',
    whatIsItAbout: 'Do que se trata?',
    back: 'Voltar',
  },
  ticket: {
    ticket: 'Chamado',
    comment: 'Comentário',
    sendComment: 'Enviar comentário',
    take: 'Assumir',
    handOver: 'Encaminhar',
    resolve: 'Resolver',
    change: 'Alterar',
    reopen: 'Reabrir',
    sendAgain: 'Reenviar',
    withdraw: 'Retirar',
    myTickets: 'Meus chamados',
  },
  tickets: {
    open: 'Abrir {title}',
    previous: 'Anterior',
    next: 'Próxima',
    notDelivered: 'Não entregue',
    sendAllAgain: 'Reenviar todos',
    allTickets: 'Todos os chamados',
    openATicket: 'Abrir chamado',
  },
};
