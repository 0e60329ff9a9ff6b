/** What leads read about the campaign, in Brazilian Portuguese: the report, the digest, and reminders that they ask for. */
import type { Reason } from '../../delivery/nudge.ts';
import { countText, numberText, plural } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { UnreachedOwner } from '../digest.ts';
import type * as en from './en.ts';

/** Bytes of JSON. */
const NAME = 100;

/** Why somebody got nothing, as the end of "não enviados: …". */
const reasons: Readonly<Record<Reason, string>> = {
  'nothing open': 'não havia mais nada a fazer',
  unreachable: 'o bot não está instalado, ou foi removido ou bloqueado',
  'no lead': 'é para líderes',
  off: 'os lembretes estão desativados',
  snoozed: 'foi pedido um dia mais tarde',
  'outside hours': 'estava fora do horário de trabalho',
  'not yet': 'o dia ainda não chegou',
  'already sent': 'já estava lá',
  'being sent': 'já estava sendo enviado',
  unknown: 'talvez já tenha chegado antes',
  failed: 'não foi possível entregar',
  superseded: 'um mais novo tomou o lugar dele',
  over: 'o último dia para isso já tinha passado',
};

/** Why a lead's reminder is not sent: with the name, as a sentence. */
const whyNot: Partial<Record<Reason, (name: string) => string>> = {
  'nothing open': (name) => `${name} não tem mais nada a coletar nem a carregar.`,
  unreachable: (name) => `Não consigo contatar ${name}: o bot não está instalado, ou foi removido ou bloqueado.`,
  off: (name) => `${name} desativou os lembretes, então não vou incomodar.`,
  'being sent': (name) => `Um lembrete para ${name} já está a caminho.`,
  failed: (name) => `O lembrete de hoje para ${name} não pôde ser entregue. Outro pode sair amanhã.`,
  unknown: (name) =>
    `Um lembrete para ${name} saiu hoje, mas não veio confirmação. Ele pode ter chegado, então não envio um segundo.`,
};

const reach: Readonly<Record<UnreachedOwner['reach'], string>> = {
  'never installed': 'não instalou o bot',
  blocked: 'removeu ou bloqueou o bot',
  'by name alone': 'aparece só com o nome: escreva “responsáveis a confirmar”',
};

export const reportTexts: typeof en.reportTexts = {
  help: 'Escreva “relatório” para ver como estão todos e enviar lembretes, e “compartilhar o comunicado” para compartilhar o comunicado.',
  button: 'Ver relatório',
  digest: {
    unowned: (n: number, locale: string) =>
      `${countText(
        n,
        { one: 'reivindicação aberta', many: 'de reivindicações abertas', other: 'reivindicações abertas' },
        locale,
      )} sem responsável`,
    unownedHint: (open: string) =>
      `${open}. Sem responsável, nenhum lembrete sai. Para passar uma reivindicação a alguém, escreva “assign”, o ID dela, “to” e o nome da pessoa.`,
    unreached: (n: number, locale: string) =>
      countText(
        n,
        {
          one: 'responsável que não consigo contatar',
          many: 'de responsáveis que não consigo contatar',
          other: 'responsáveis que não consigo contatar',
        },
        locale,
      ),
    unreachedHint:
      'Os lembretes começam assim que eles abrirem o bot ou escreverem para ele. Um administrador do Teams pode instalá-lo para eles.',
    unreachedDetail: (open: number, why: UnreachedOwner['reach'], locale: string) =>
      `${countText(
        open,
        { one: 'reivindicação aberta', many: 'de reivindicações abertas', other: 'reivindicações abertas' },
        locale,
      )}, ${reach[why]}`,
    stalled: (n: number, locale: string) =>
      countText(
        n,
        {
          one: 'responsável que talvez queira uma ajuda',
          many: 'de responsáveis que talvez queiram uma ajuda',
          other: 'responsáveis que talvez queiram uma ajuda',
        },
        locale,
      ),
    stalledHint: 'Dois lembretes foram enviados, e a quantidade em aberto é a mesma de antes.',
    stalledDetail: (open: number, locale: string) =>
      countText(
        open,
        { one: 'reivindicação aberta', many: 'de reivindicações abertas', other: 'reivindicações abertas' },
        locale,
      ),
    moreNames: (n: number, locale: string) =>
      `Mais ${countText(n, { one: 'nome', many: 'de nomes', other: 'nomes' }, locale)}`,
    notNamed: (n: number, locale: string) => `e mais ${numberText(n, locale)} que não aparecem aqui`,
    empty: 'Toda reivindicação aberta tem responsável, e consigo contatar todos.',
  },
  card: {
    claims: {
      toCollect: 'com POE a coletar',
      toUpload: 'a carregar no Partner Center',
      lacking: 'com POE que talvez não baste',
      nothingLeft: 'sem nada a fazer',
      unowned: 'das abertas, sem responsável',
    },
    sent: 'enviados',
    waiting: 'aguardando envio',
    waitingSince: (age: string) => `aguardando envio, o mais antigo há ${age}`,
    perSecond: 'por segundo estão saindo',
    perMinute: 'por minuto estão saindo',
    unknown: 'sem confirmação: podem ter chegado, então não são enviados de novo',
    failed: (why: string) => `não entregues: ${why}`,
    skipped: (why: string) => `não enviados: ${why}`,
    owners: (n: number, locale: string) =>
      n === 0
        ? 'Nenhuma reivindicação aberta tem responsável'
        : countText(
            n,
            {
              one: 'responsável por reivindicações abertas',
              many: 'de responsáveis por reivindicações abertas',
              other: 'responsáveis por reivindicações abertas',
            },
            locale,
          ),
    nothingOpen: 'Nada em aberto',
    lastSent: (day: string) => `Último lembrete em ${day}`,
    neverSent: 'Ainda sem lembrete',
    notes: {
      'never installed': 'Não instalou o bot',
      blocked: 'Removeu ou bloqueou o bot',
      'by name alone': 'Aparece só com o nome: escreva “responsáveis a confirmar”',
      off: 'Desativou os lembretes',
    },
    snoozed: (day: string) => `Pediu pausa até ${day}`,
    remindAll: (n: number, locale: string) =>
      plural(
        n,
        {
          one: `Lembrar ${numberText(n, locale)} responsável`,
          many: `Lembrar todos (${numberText(n, locale)})`,
          other: `Lembrar todos (${numberText(n, locale)})`,
        },
        locale,
      ),
  },
  remindedNow: (name: string) => `${short(name)} recebe um lembrete agora.`,
  remindedLater: (name: string, when: string) =>
    `${short(name)} recebe um lembrete quando começar o horário de trabalho dessa pessoa: ${when} no seu relógio.`,
  snoozed: (name: string, day: string) => `${short(name)} pediu uma pausa até ${day}, então espero até lá.`,
  notReminded: (name: string, why: Reason) =>
    (whyNot[why] ?? ((who: string) => `${who} já recebeu um lembrete hoje.`))(short(name)),
  remindingAll:
    'Vou lembrar todos os que têm reivindicações abertas e que consigo contatar, cada um no seu horário de trabalho e no máximo uma vez por dia.',
  remindingAllBefore: 'Você já pediu isso, então não começo de novo. Abaixo você vê em que ponto está.',
  toCollect: (n: number, locale: string) => `${numberText(n, locale)} a coletar`,
  toUpload: (n: number, locale: string) => `${numberText(n, locale)} a carregar`,
  age: {
    moments: 'menos de um minuto',
    minutes: (n: number, locale: string) =>
      countText(n, { one: 'minuto', many: 'de minutos', other: 'minutos' }, locale),
    hours: (n: number, locale: string) => countText(n, { one: 'hora', many: 'de horas', other: 'horas' }, locale),
    days: (n: number, locale: string) => countText(n, { one: 'dia', many: 'de dias', other: 'dias' }, locale),
  },
  reasons,
  /** Why a message was refused, as the end of "não entregues: …". */
  refusals: {
    gone: 'o chat não existe mais',
    status: (status: string) => `o Teams recusou (${status})`,
    expired: 'o Teams não aceitou durante 24 horas',
    other: 'outros motivos',
  },
};

export const reportProblems: typeof en.reportProblems = {
  'report.leads-only': () =>
    'Isso é para líderes. Escreva “reivindicações sem POE” para ver suas próprias reivindicações.',
};

function short(name: string): string {
  return shorten(name, NAME);
}

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const reportCardWords: typeof en.reportCardWords = {
  digest: {
    forLeads: 'Para líderes',
    heading: 'Onde um líder pode ajudar',
    moreNamesHint: 'Mostrar ou ocultar mais nomes',
    openTheReport: 'Abrir relatório',
    claimsWithoutAnOwner: 'Sem responsável',
    howOff: 'Para não receber mais cartões como este, escreva “desligar lembretes” quando quiser.',
  },
  report: {
    report: 'Relatório',
    heading: 'Como está a campanha',
    claims: 'Reivindicações',
    remindersSoFar: 'Lembretes até agora',
    remind: 'Lembrar',
    remindOf: 'Lembrar {name}',
    shareTheNotice: 'Compartilhar comunicado',
    previous: 'Anterior',
    next: 'Próxima',
  },
};
