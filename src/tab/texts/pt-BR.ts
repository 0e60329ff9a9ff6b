/** What the server of the tab says where it refuses, in Brazilian Portuguese. What the page itself says stands beside the page. */
import { countText } from '../../format/count.ts';
import { ticketTexts } from '../../tickets/texts/pt-BR.ts';
import type * as en from './en.ts';

export const tabProblems: typeof en.tabProblems = {
  'tab.not-signed-in': () => 'O Teams não informou quem você é. Feche esta guia e abra de novo.',
  'tab.sign-in-away': () =>
    'Não consigo acessar o serviço de autenticação da Microsoft agora. Tente de novo em um minuto.',
  'tab.unknown-person': () => 'Ainda não conheço você. Escreva “olá” para mim no chat e depois volte aqui.',
  'tab.nobody-chosen': () => 'Primeiro escolha uma pessoa de exemplo.',
  'tab.foreign-page': () => 'Isto só pode ser aberto nesta máquina, no próprio endereço.',
  'tab.too-many': ({ seconds }, locale) =>
    `Foi muita coisa de uma vez. Tente de novo em ${countText(
      seconds,
      { one: 'segundo', many: 'de segundos', other: 'segundos' },
      locale,
    )}.`,
  'tab.bad-query': () => 'Não consigo ler este endereço. Abra a guia de novo.',
  'tab.bad-request': () => 'Não consigo ler o que esta página enviou. Feche a guia e abra de novo.',
  'tab.too-large': () => 'É mais do que consigo receber de uma vez. Encurte o texto e tente de novo.',
  'tab.too-many-claims': ({ most }, locale) =>
    `Até ${countText(
      most,
      { one: 'reivindicação', many: 'de reivindicações', other: 'reivindicações' },
      locale,
    )} por vez. Escolha menos e toque de novo. Nada foi alterado.`,
  'tab.no-such-address': () => 'Não há nada neste endereço.',
  'tab.store-away': () => 'Não consigo acessar meus dados agora. Tente de novo em um minuto.',
  'tab.our-fault': () => 'Algo deu errado do meu lado. Tente de novo; se continuar assim, avise o seu administrador.',
};

/** Why one of several claims was left as it is. */
export const unchangedTexts: typeof en.unchangedTexts = {
  take: 'Já tem responsável.',
  assign: 'Já estava com essa pessoa.',
  remove: 'Já tinha sido removida.',
  'bring-back': 'Não tinha sido removida.',
  mark: 'Já estava assim.',
  noSuchWorkload: 'Não tem este workload.',
};

/** Where the page was not built. */
export const noPageText = 'A página da guia não foi compilada. Execute “npm run build” e inicie o bot de novo.';

const standing = { toCollect: 'A coletar', toUpload: 'A carregar', done: 'Tudo pronto' };

// Lists as files: their names, which go into a header and are ASCII, and the heads of their columns.

export const claimListWords: typeof en.claimListWords = {
  sheet: 'Reivindicações',
  fileName: (day: string) => `reivindicacoes-${day}`,
  columns: {
    claimId: 'ID da reivindicação',
    customer: 'Cliente',
    domain: 'Domínio',
    program: 'Programa',
    status: 'Status',
    owner: 'Responsável',
    state: 'Situação',
    toCollect: 'Workloads com POE a coletar',
    toUpload: 'Workloads a carregar',
    done: 'Workloads confirmados no Partner Center',
    deadline: 'Recomendado até',
  },
  states: {
    'to collect': 'A coletar',
    'to upload': 'A carregar',
    done: 'Tudo pronto',
    outside: 'Fora da campanha',
    removed: 'Removida',
  },
};

export const ticketListWords: typeof en.ticketListWords = {
  sheet: 'Chamados',
  fileName: (day: string) => `chamados-${day}`,
  columns: {
    ticket: 'Chamado',
    issue: 'Assunto',
    state: 'Situação',
    about: 'Do que se trata',
    claims: 'Reivindicações',
    requester: 'De',
    assignee: 'Assumido por',
    caseNumber: 'Número do caso',
    opened: 'Aberto em',
    changed: 'Alterado em',
  },
  states: ticketTexts.states,
  issues: ticketTexts.issues,
};

export const campaignListWords: typeof en.campaignListWords = {
  programs: {
    sheet: 'Por programa',
    fileName: (day: string) => `reivindicacoes-por-programa-${day}`,
    columns: { program: 'Programa', ...standing },
  },
  workloads: {
    sheet: 'Por workload',
    fileName: (day: string) => `reivindicacoes-por-workload-${day}`,
    columns: { workload: 'Workload', open: 'A fazer', others: 'Concluídos' },
  },
  days: {
    sheet: 'Ao longo do tempo',
    fileName: (day: string) => `reivindicacoes-ao-longo-do-tempo-${day}`,
    columns: { day: 'Dia', ...standing },
  },
  owners: {
    sheet: 'Por responsável',
    fileName: (day: string) => `reivindicacoes-por-responsavel-${day}`,
    columns: { owner: 'Responsável', ...standing, reach: 'Lembretes', lastSent: 'Último lembrete' },
    reaches: {
      reachable: 'Pode receber lembretes',
      'never installed': 'Não instalou o bot',
      blocked: 'Removeu ou bloqueou o bot',
    },
    off: 'Desativou os lembretes',
  },
  unowned: { sheet: 'Sem responsável', fileName: (day: string) => `reivindicacoes-sem-responsavel-${day}` },
};

export const questionListWords: typeof en.questionListWords = {
  sheet: 'Perguntas',
  fileName: (day: string) => `perguntas-${day}`,
  columns: {
    question: 'Pergunta',
    others: 'Outras formas da pergunta',
    count: 'Vezes',
    asked: 'Última vez',
    topics: 'Tópicos usados ou sugeridos',
    comments: 'Comentários',
    decision: 'Decisão',
    topic: 'Tópico que responde',
    decided: 'Decidida em',
  },
  decisions: { attached: 'Respondida', dismissed: 'Dispensada' },
};
