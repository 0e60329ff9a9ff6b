/**
 * What the bot says about the documents of a claim, in Brazilian Portuguese: which there are, who did what, their download and their
 * withdrawal.
 */
import { countText } from '../../../format/count.ts';
import type * as en from './en.ts';

export const documentTexts: typeof en.documentTexts = {
  title: (n: number, locale: string) =>
    n === 0
      ? 'Nenhum documento ainda'
      : countText(n, { one: 'documento', many: 'de documentos', other: 'documentos' }, locale),
  states: { latest: 'Mais recente', older: 'Anterior', withdrawn: 'Retirado' },
  latestFor: (workloads: string) => `Mais recente para ${workloads}`,
  forWorkloads: (workloads: string) => `Para ${workloads}`,
  filed: (who: string, when: string, size: string) => `Registrado por ${who} em ${when} · ${size}`,
  withdrawn: (who: string, when: string, why: string) => `Retirado por ${who} em ${when}: ${why}`,
  events: {
    confirm: (who, what) => `${who} confirmou ${what} no Partner Center`,
    unconfirm: (who, what) => `${who} desfez a confirmação de ${what}`,
    'not-engaged': (who, what) => `${who} marcou que não há mais atuação em ${what}`,
    engaged: (who, what) => `${who} marcou que voltou a haver atuação em ${what}`,
    take: (who) => `${who} assumiu a reivindicação`,
    assign: (who, what) => `${who} passou a reivindicação a ${what}`,
    remove: (who, what) => `${who} removeu a reivindicação: ${what}`,
    'bring-back': (who) => `${who} restaurou a reivindicação`,
  },
  event: (day: string, what: string) => `${day}: ${what}`,
  withdrawWhy: 'Diga por que ele vai ser retirado e depois toque em “Retirar”.',
  withdrawFromWhich: 'Escolha pelo menos um workload.',
  withdrewFrom: (file: string, workloads: string) =>
    `${file} foi retirado de ${workloads} e não conta mais ali. O que foi carregado no Partner Center continua lá até você substituir.`,
  withdrawnBefore: 'Este documento já tinha sido retirado, ou não está mais lá. Veja como está agora.',
  purpose: (claimId: string) => `POE da reivindicação ${claimId}`,
  offered: (file: string) =>
    `Toque em “Permitir” e eu salvo ${file} no seu OneDrive. Se nada aparecer para tocar, abra este chat no próprio Teams: outros aplicativos não recebem arquivos meus.`,
  saved: (file: string) => `${file} já está no seu OneDrive.`,
  answeredBefore: 'Isto já foi respondido. Para outra cópia, abra a reivindicação e toque em “Baixar”.',
  declined: 'Nada foi salvo. O documento está na reivindicação, para quando você quiser.',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const documentCardWords: typeof en.documentCardWords = {
  documents: {
    download: 'Baixar',
    downloadOf: 'Baixar {name}',
    withdraw: 'Retirar',
    withdrawOf: 'Retirar {name}',
    previous: 'Anterior',
    next: 'Próxima',
    whatElse: 'O que mais foi feito',
    backToTheClaim: 'Voltar à reivindicação',
  },
  'withdraw-poe': {
    whatFollows:
      'Um documento retirado não conta mais. Ele fica no histórico com o seu nome e o seu motivo. Não dá para desfazer: registre de novo se ele estava certo.',
    fromWhich: 'Retirar de',
    why: 'Por que ele vai ser retirado?',
    withdraw: 'Retirar',
    keep: 'Manter',
  },
};
