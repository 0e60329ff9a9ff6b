/** What the bot says about the documents of a claim, in German: which there are, who did what, their download and their withdrawal. */
import { countText } from '../../../format/count.ts';
import type * as en from './en.ts';

export const documentTexts: typeof en.documentTexts = {
  title: (n, locale) =>
    n === 0 ? 'Noch keine Dokumente' : countText(n, { one: 'Dokument', other: 'Dokumente' }, locale),
  states: { latest: 'Aktuell', older: 'Älter', withdrawn: 'Zurückgezogen' },
  latestFor: (workloads) => `Aktuell für ${workloads}`,
  forWorkloads: (workloads) => `Für ${workloads}`,
  filed: (who, when, size) => `Abgelegt von ${who} am ${when} · ${size}`,
  withdrawn: (who, when, why) => `Zurückgezogen von ${who} am ${when}: ${why}`,
  events: {
    confirm: (who, what) => `${who} hat ${what} in Partner Center bestätigt`,
    unconfirm: (who, what) => `${who} hat die Bestätigung von ${what} zurückgenommen`,
    'not-engaged': (who, what) => `${who} hat ${what} als „nicht mehr tätig“ markiert`,
    engaged: (who, what) => `${who} hat ${what} als „wieder tätig“ markiert`,
    take: (who) => `${who} hat den Claim übernommen`,
    assign: (who, what) => `${who} hat den Claim an ${what} gegeben`,
    remove: (who, what) => `${who} hat den Claim entfernt: ${what}`,
    'bring-back': (who) => `${who} hat den Claim zurückgeholt`,
  },
  event: (day, what) => `${day}: ${what}`,
  withdrawWhy: 'Sagen Sie, warum es zurückgezogen wird, und drücken Sie dann auf „Zurückziehen“.',
  withdrawFromWhich: 'Wählen Sie mindestens einen Workload.',
  withdrewFrom: (file, workloads) =>
    `${file} ist für ${workloads} zurückgezogen und zählt dort nicht mehr. Was in Partner Center hochgeladen wurde, bleibt dort, bis Sie es ersetzen.`,
  withdrawnBefore: 'Dieses Dokument wurde schon zurückgezogen oder ist nicht mehr da. Hier ist der aktuelle Stand.',
  purpose: (claimId) => `POE zum Claim ${claimId}`,
  offered: (file) =>
    `Drücken Sie auf „Zulassen“, und ich speichere ${file} in Ihrem OneDrive. Sehen Sie keine Schaltfläche, öffnen Sie diesen Chat in Teams selbst: Andere Apps nehmen keine Dateien von mir an.`,
  saved: (file) => `${file} liegt jetzt in Ihrem OneDrive.`,
  answeredBefore:
    'Das wurde schon beantwortet. Für eine weitere Kopie öffnen Sie den Claim und drücken auf „Herunterladen“.',
  declined: 'Es wurde nichts gespeichert. Sie finden das Dokument jederzeit beim Claim.',
};

export const documentCardWords: typeof en.documentCardWords = {
  documents: {
    download: 'Herunterladen',
    downloadOf: '{name} herunterladen',
    withdraw: 'Zurückziehen',
    withdrawOf: '{name} zurückziehen',
    previous: 'Vorherige',
    next: 'Nächste',
    whatElse: 'Was sonst geschah',
    backToTheClaim: 'Zurück zum Claim',
  },
  'withdraw-poe': {
    whatFollows:
      'Ein zurückgezogenes Dokument zählt nicht mehr. Es bleibt mit Ihrem Namen und Ihrem Grund in den Aufzeichnungen. Das lässt sich nicht rückgängig machen: War es doch richtig, legen Sie es noch einmal ab.',
    fromWhich: 'Zurückziehen für',
    why: 'Warum wird es zurückgezogen?',
    withdraw: 'Zurückziehen',
    keep: 'Behalten',
  },
};
