/** What the bot says about the documents of a claim, in Italian: which there are, who did what, their download and their withdrawal. */
import { countText } from '../../../format/count.ts';
import type * as en from './en.ts';

export const documentTexts: typeof en.documentTexts = {
  title: (n, locale) =>
    n === 0
      ? 'Ancora nessun documento'
      : countText(n, { one: 'documento', many: 'di documenti', other: 'documenti' }, locale),
  states: { latest: 'Più recente', older: 'Precedente', withdrawn: 'Ritirato' },
  latestFor: (workloads) => `Più recente per ${workloads}`,
  forWorkloads: (workloads) => `Per ${workloads}`,
  filed: (who, when, size) => `Registrato da ${who}, ${when} · ${size}`,
  withdrawn: (who, when, why) => `Ritirato da ${who}, ${when}: ${why}`,
  events: {
    confirm: (who, what) => `${who} ha confermato ${what} in Partner Center`,
    unconfirm: (who, what) => `${who} ha annullato la conferma di ${what}`,
    'not-engaged': (who, what) => `${who} ha indicato ${what} come non più seguito`,
    engaged: (who, what) => `${who} ha indicato ${what} come di nuovo seguito`,
    take: (who) => `${who} ha preso in carico la richiesta`,
    assign: (who, what) => `${who} ha assegnato la richiesta a ${what}`,
    remove: (who, what) => `${who} ha rimosso la richiesta: ${what}`,
    'bring-back': (who) => `${who} ha ripristinato la richiesta`,
  },
  event: (day, what) => `${day}: ${what}`,
  withdrawWhy: 'Indica perché viene ritirato, poi premi «Ritira».',
  withdrawFromWhich: 'Scegli almeno un workload.',
  withdrewFrom: (file, workloads) =>
    `${file} è ritirato da ${workloads} e lì non conta più. Ciò che è stato caricato in Partner Center resta là finché non lo sostituisci.`,
  withdrawnBefore: 'Questo documento era già stato ritirato, o non c’è più. Ecco la situazione.',
  purpose: (claimId) => `POE della richiesta ${claimId}`,
  offered: (file) =>
    `Premi «Consenti» e salvo ${file} nel tuo OneDrive. Se non vedi nulla da premere, apri questa chat in Teams: altre app non accettano file da me.`,
  saved: (file) => `${file} è ora nel tuo OneDrive.`,
  answeredBefore: 'A questo era già stata data una risposta. Per un’altra copia apri la richiesta e premi «Scarica».',
  declined: 'Non è stato salvato nulla. Trovi il documento nella sua richiesta, quando vuoi.',
};

export const documentCardWords: typeof en.documentCardWords = {
  documents: {
    download: 'Scarica',
    downloadOf: 'Scarica {name}',
    withdraw: 'Ritira',
    withdrawOf: 'Ritira {name}',
    previous: 'Precedente',
    next: 'Successiva',
    whatElse: 'Che altro è stato fatto',
    backToTheClaim: 'Torna alla richiesta',
  },
  'withdraw-poe': {
    whatFollows:
      'Un documento ritirato non conta più. Resta agli atti con il tuo nome e il motivo. Questo non si può annullare: se era corretto, registralo di nuovo.',
    fromWhich: 'Ritiralo da',
    why: 'Perché viene ritirato?',
    withdraw: 'Ritira',
    keep: 'Mantieni',
  },
};
