/** What the bot says about claims, in Brazilian Portuguese. Updating is recommended, never required. */
import { countText, numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { PoeLack } from '../claim.ts';
import type * as en from './en.ts';

/** Bytes of JSON of a name or an address on a button. */
const NAME_BYTES = 80;

export const claimTexts: typeof en.claimTexts = {
  assigned: (claimId: string, name: string) => `A reivindicação ${claimId} agora está com ${name}.`,
  assignedBefore: (claimId: string, name: string) => `A reivindicação ${claimId} já estava com ${name}.`,
  assignTo: (name: string, address: string) =>
    `Atribuir a ${shorten(name, NAME_BYTES)} (${shorten(address, NAME_BYTES)})`,
  whoIsMeant: (claimId: string) => `Mais de uma pessoa pode ter esse nome. Quem fica com a reivindicação ${claimId}?`,
  whichIsAssigned:
    'Qual reivindicação vai para quem? Escreva “assign”, o ID da reivindicação, “to” e o nome da pessoa.',
  whichOfTheseIsAssigned:
    'Qual destas vai para outra pessoa? Escreva “assign”, o ID da reivindicação, “to” e o nome da pessoa.',
  whoGets: (claimId: string) =>
    `Quem fica com ela? Escreva “assign ${shorten(claimId, NAME_BYTES)} to” e o e-mail da pessoa.`,
  namedOwners: {
    none: 'Todo responsável por uma reivindicação aberta é conhecido pelo endereço ou já foi confirmado.',
    some: (n: number, locale: string) =>
      `${countText(
        n,
        {
          one: 'responsável por reivindicações abertas aparece',
          many: 'de responsáveis por reivindicações abertas aparecem',
          other: 'responsáveis por reivindicações abertas aparecem',
        },
        locale,
      )} só com o nome, por isso ninguém ainda vê essas reivindicações como suas.`,
    press: 'Toque em quem você sabe que é a pessoa certa.',
    more: (n: number, locale: string) =>
      `Depois destas, ainda há mais ${countText(n, { one: 'sugestão', many: 'de sugestões', other: 'sugestões' }, locale)}.`,
    nobody: (n: number, locale: string) =>
      `${countText(
        n,
        {
          one: 'nome é de alguém que ainda não me escreveu',
          many: 'de nomes são de pessoas que ainda não me escreveram',
          other: 'nomes são de pessoas que ainda não me escreveram',
        },
        locale,
      )}: importe o endereço do responsável, ou escreva “assign”, o ID da reivindicação, “to” e o endereço.`,
    proposal: (name: string, address: string, open: number, locale: string) =>
      `${shorten(name, NAME_BYTES)} é ${shorten(address, NAME_BYTES)} (${countText(
        open,
        { one: 'reivindicação aberta', many: 'de reivindicações abertas', other: 'reivindicações abertas' },
        locale,
      )})`,
    confirmed: (name: string, address: string) => `As reivindicações de ${name} agora estão com ${address}.`,
    undo: 'Desfazer',
    others: 'Outros responsáveis',
  },
  whichClaim: 'Qual reivindicação? Escreva “claim” e o ID dela, por exemplo “claim CLM-1001”.',
  title: (n: number, locale: string) =>
    n === 0
      ? 'Nada a coletar'
      : `${countText(n, { one: 'reivindicação', many: 'de reivindicações', other: 'reivindicações' }, locale)} com POE a coletar`,
  toUpload: (n: number, locale: string) =>
    `${countText(
      n,
      { one: 'reivindicação tem', many: 'de reivindicações têm', other: 'reivindicações têm' },
      locale,
    )} arquivos aqui que ainda não estão confirmados no Partner Center`,
  nothingImported:
    'Nenhuma associação foi importada ainda. Um líder pode soltar no nosso chat do Teams o arquivo exportado do Partner Center (.csv ou .xlsx).',
  nothingOpen: 'Não falta coletar nem carregar nada aqui.',
  nothingMine: (addresses: string, unowned: number, locale: string) =>
    [
      addresses === '' ? 'Nenhuma reivindicação aberta é sua.' : `Nenhuma reivindicação aberta está com ${addresses}.`,
      ...(unowned > 0
        ? [
            `${countText(
              unowned,
              {
                one: 'reivindicação aberta está',
                many: 'de reivindicações abertas estão',
                other: 'reivindicações abertas estão',
              },
              locale,
            )} sem responsável: escolha “Sem responsável” no filtro.`,
          ]
        : []),
    ].join(' '),
  nothingMatches: 'Nenhuma reivindicação aberta corresponde a este filtro.',
  states: {
    'to collect': 'A coletar',
    'to upload': 'A carregar',
    done: 'Confirmado no Partner Center',
    'not engaged': 'Sem atuação',
  },
  claim: (claimId: string) => `Reivindicação ${claimId}`,
  subscription: (workload: string, subscriptionId: string) => `${workload} (${subscriptionId})`,
  workloadPage: (label: string) => `Workloads ${label}`,
  textFilter: (text: string) => `“${text}”`,
  noOwner: 'Sem responsável',
  you: 'Você',
  noPoe: 'Sem POE aqui',
  poe: (file: string, who: string, when: string) => `${file}, registrado por ${who} em ${when}`,
  poeLacks: (lacks: string) => `A conferir: ${lacks}.`,
  poeWhy: (why: string) => `Registrado mesmo assim: “${why}”`,
  aspects: {
    partner: 'nome do parceiro',
    customer: 'nome do cliente',
    tenantOrDomain: 'domínio ou ID do diretório',
    workload: 'workload',
    signature: 'assinatura',
    date: 'data da assinatura',
    activities: 'descrição do trabalho',
  },
  lack: (aspect: string, state: PoeLack['state']) => (state === 'missing' ? `sem ${aspect}` : `${aspect} em dúvida`),
  filedBut: (lack: string) => `POE registrada, ${lack}`,
  otherDocuments: (n: number, locale: string) => `mais ${numberText(n, locale)} em “Documentos”`,
  confirmTitle: { 'to collect': 'Já estava lá', 'to upload': 'Confirmado no Partner Center' },
  notCounting: 'Esta reivindicação não é uma das aprovadas e migradas, por isso nada é recomendado para ela.',
  namedOnly:
    'O responsável aparece só com o nome, por isso ninguém ainda vê esta reivindicação como sua. Escreva “responsáveis a confirmar” para dizer de quem se trata.',
  namesake:
    'Há aqui reivindicações de alguém com o seu nome. Um líder confirma uma única vez que é você: basta que ele me escreva “responsáveis a confirmar”.',
  notYours: 'Esta reivindicação ainda não tem responsável.',
  allDone: 'Tudo pronto nesta reivindicação.',
  nobodyEngaged:
    'Você não atua mais em nenhum dos workloads dela. Para se desassociar do cliente, fale com o suporte e informe o ID desta reivindicação.',
  lastStep:
    'Último passo: carregue os arquivos no Partner Center e depois toque aqui em “Confirmado no Partner Center”.',
  stale: 'Este cartão estava desatualizado. Veja como está a reivindicação agora.',
  facts: {
    owner: 'Responsável',
    domain: 'Domínio',
    directory: 'ID do diretório',
    mpnId: 'MPN ID',
    name: 'Nome da reivindicação',
  },
  ownerChoices: { mine: 'Minhas', none: 'Sem responsável', all: 'Todas que posso ver', lead: 'De todos' },
  any: 'Qualquer',
  nobodyCalledSo:
    'Não encontrei reivindicação nem cliente com esse nome entre as que você pode ver. Escreva “reivindicações sem POE” para ver a sua lista.',
  openClaim: (claimId: string) => `Abrir reivindicação ${shorten(claimId, 60)}`,
  help: [
    'Escreva “reivindicações sem POE” para ver suas reivindicações abertas, ou “reivindicações sem POE” e o nome de um cliente.',
    'Escreva “claim” e o ID para ver uma reivindicação.',
  ],
  helpAssign: 'Escreva “assign”, um ID de reivindicação, “to” e uma pessoa para passar a reivindicação a ela.',
  helpRemoved:
    'Abra uma reivindicação e toque em “Remover” para tirá-la da campanha. Escreva “reivindicações removidas” para restaurar uma delas.',
  helpOwners:
    'Escreva “responsáveis a confirmar” para dizer de quem se trata quando o arquivo exportado traz só o nome do responsável.',
  button: 'Onde falta POE',
  removed: (who: string, day: string, reason: string) => `Removida por ${who} em ${day}: ${reason}`,
  removeWhy: 'Diga por que esta reivindicação vai ser removida e depois toque em “Remover reivindicação”.',
  broughtBack: 'Esta reivindicação foi restaurada: ela volta a ser listada e contada.',
  removedTitle: (n: number, locale: string) =>
    n === 0
      ? 'Nenhuma reivindicação removida'
      : countText(
          n,
          {
            one: 'reivindicação removida',
            many: 'de reivindicações removidas',
            other: 'reivindicações removidas',
          },
          locale,
        ),
  removedDetail: 'Abra uma delas para ler ou restaurar.',
};

/** The sentences for what people can put right. */
export const claimProblems: typeof en.claimProblems = {
  'claim.not-found': ({ claimId }) =>
    `Não encontro ${idText(claimId)} entre as suas. Confira o ID, ou pergunte ao seu líder se ela foi importada.`,
  'claim.gone': () =>
    'Não encontro esta reivindicação entre as suas. Ela pode ter mudado de responsável depois que este cartão foi criado.',
  'claim.without-owner': () =>
    'Esta reivindicação ainda não tem responsável. Primeiro toque em “Eu assumo” nela e depois tente de novo.',
  'claim.leads-assign': () =>
    'Só líderes atribuem reivindicações. Você pode assumir uma que esteja sem responsável: abra e toque em “Eu assumo”.',
  'claim.reason-too-long': ({ count, most }, locale) =>
    `O motivo tem ${countText(count, { one: 'caractere', many: 'de caracteres', other: 'caracteres' }, locale)}, e cabem até ${numberText(most, locale)}. Nada foi alterado: encurte o texto e toque de novo.`,
  'claim.poe-of-another': () =>
    'Este documento foi registrado por outra pessoa. Ela pode retirá-lo, ou então um líder. Nada foi alterado.',
  'claim.leads-remove': () => 'Só líderes removem e restauram reivindicações. Fale com o seu líder.',
  'claim.person-not-found': ({ name }) => `Não conheço ${nameText(name)}. Escreva o e-mail da pessoa em vez do nome.`,
  'claim.leads-confirm': () => 'Só líderes dizem a quem se refere o nome de um responsável.',
  'claim.name-of-nobody': () =>
    'Não conheço mais ninguém com esse nome. Escreva “responsáveis a confirmar” para ver como está.',
  'claim.name-of-another': () =>
    'Este nome foi confirmado para outra pessoa. Escreva “responsáveis a confirmar” para ver como está.',
};

/** Bytes of JSON of an ID that somebody wrote. */
const ID_BYTES = 100;

/** The bot repeats what people wrote only where it looks like an ID, or a name. */
function idText(written: string): string {
  const claimId = shorten(written, ID_BYTES);
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M} _./#:()…-]{0,99}$/u.test(claimId)
    ? `a reivindicação ${claimId}`
    : 'uma reivindicação com esse ID';
}

function nameText(name: string): string {
  return /^[\p{L}\p{N}\p{M} .,@_'’+-]{1,100}$/u.test(name) ? `ninguém com o nome ${name}` : 'essa pessoa';
}

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const claimCardWords: typeof en.claimCardWords = {
  claim: {
    workloads: 'Workloads',
    documents: 'Documentos',
    documentsHint: 'Todos os documentos desta reivindicação e quem fez o quê',
    download: 'Baixar',
    downloadOf: 'Baixar {name}',
    showChanges: 'Mostrar o que pode ser alterado em {name}',
    changeOf: 'Alterar {name}',
    change: 'Alterar',
    undoConfirmation: 'Desfazer confirmação',
    undoConfirmationOf: 'Desfazer confirmação: {name}',
    noLongerEngaged: 'Não atuamos mais',
    noLongerEngagedOf: 'Não atuamos mais: {name}',
    engagedAgain: 'Atuamos de novo',
    engagedAgainOf: 'Atuamos de novo: {name}',
    previousWorkloads: 'Workloads anteriores',
    moreWorkloads: 'Mais workloads',
    uploadPoe: 'Enviar POE',
    openInPartnerCenter: 'Abrir no Partner Center',
    disassociate: 'Desassociar',
    disassociateHint: 'Abrir um chamado para se desassociar deste cliente',
    take: 'Eu assumo',
    takeHint: 'Tornar-se responsável por esta reivindicação',
    backToTheList: 'Voltar à lista',
    remove: 'Remover',
    bringBack: 'Restaurar',
    bringBackHint: 'Listar e contar de novo esta reivindicação, com seus documentos e marcações',
    removedClaims: 'Removidas',
  },
  'claim-remove': {
    whatFollows:
      'Uma reivindicação removida deixa de ser listada e contada, não gera lembretes, e nenhuma importação a altera. Os documentos e chamados dela ficam no histórico, e você pode restaurá-la.',
    why: 'Por que ela vai ser removida?',
    removeClaim: 'Remover reivindicação',
    keepClaim: 'Manter',
  },
  'removed-claims': {
    openOf: 'Abrir a reivindicação removida {claimId} de {customer}',
    previous: 'Anterior',
    next: 'Próxima',
  },
  'needs-poe': {
    whatNeedsPoe: 'Onde falta POE',
    filteredBy: 'Filtro: ',
    filter: 'Filtrar',
    filterHint: 'Mostrar ou ocultar o filtro',
    clearFilter: 'Limpar filtro',
    program: 'Programa',
    workload: 'Workload',
    owner: 'Responsável',
    customerOrClaimId: 'Cliente ou ID da reivindicação',
    textHint: 'Basta uma parte',
    apply: 'Aplicar',
    openOf: 'Abrir a reivindicação {claimId} de {customer}',
    open: 'Abrir a reivindicação {claimId}',
    previous: 'Anterior',
    next: 'Próxima',
  },
};
