/** What the bot says about the documents of a claim, in Spanish: which there are, who did what, their download and their withdrawal. */
import { countText } from '../../../format/count.ts';
import type * as en from './en.ts';

export const documentTexts: typeof en.documentTexts = {
  title: (n, locale) =>
    n === 0
      ? 'Aún no hay documentos'
      : countText(n, { one: 'documento', many: 'de documentos', other: 'documentos' }, locale),
  states: { latest: 'Último', older: 'Anterior', withdrawn: 'Retirado' },
  latestFor: (workloads) => `Último para ${workloads}`,
  forWorkloads: (workloads) => `Para ${workloads}`,
  filed: (who, when, size) => `Registrado por ${who} el ${when} · ${size}`,
  withdrawn: (who, when, why) => `Retirado por ${who} el ${when}: ${why}`,
  events: {
    confirm: (who, what) => `${who} confirmó ${what} en Partner Center`,
    unconfirm: (who, what) => `${who} deshizo la confirmación de ${what}`,
    'not-engaged': (who, what) => `${who} indicó que ya no participan en ${what}`,
    engaged: (who, what) => `${who} indicó que participan de nuevo en ${what}`,
    take: (who) => `${who} se hizo cargo de la reclamación`,
    assign: (who, what) => `${who} asignó la reclamación a ${what}`,
    remove: (who, what) => `${who} quitó la reclamación: ${what}`,
    'bring-back': (who) => `${who} recuperó la reclamación`,
  },
  event: (day, what) => `${day}: ${what}`,
  withdrawWhy: 'Indique por qué se retira y pulse «Retirar».',
  withdrawFromWhich: 'Elija al menos una carga de trabajo.',
  withdrewFrom: (file, workloads) =>
    `${file} se ha retirado de ${workloads} y ya no cuenta ahí. Lo que se subió a Partner Center sigue allí hasta que usted lo sustituya.`,
  withdrawnBefore: 'Este documento ya se había retirado, o ya no está. Así están las cosas ahora.',
  purpose: (claimId) => `POE de la reclamación ${claimId}`,
  offered: (file) =>
    `Pulse «Permitir» y guardo ${file} en su OneDrive. Si no ve nada que pulsar, abra este chat en el propio Teams: otras aplicaciones no reciben archivos míos.`,
  saved: (file) => `${file} ya está en su OneDrive.`,
  answeredBefore: 'A esto ya se había respondido. Para otra copia, abra la reclamación y pulse «Descargar».',
  declined: 'No se ha guardado nada. Encontrará el documento en su reclamación cuando lo quiera.',
};

export const documentCardWords: typeof en.documentCardWords = {
  documents: {
    download: 'Descargar',
    downloadOf: 'Descargar {name}',
    withdraw: 'Retirar',
    withdrawOf: 'Retirar {name}',
    previous: 'Anterior',
    next: 'Siguiente',
    whatElse: 'Qué más se hizo',
    backToTheClaim: 'Volver a la reclamación',
  },
  'withdraw-poe': {
    whatFollows:
      'Un documento retirado ya no cuenta. Sigue en el registro, con su nombre y el motivo que usted indique. Esto no se puede deshacer: si era correcto, regístrelo de nuevo.',
    fromWhich: 'Retirarlo de',
    why: '¿Por qué se retira?',
    withdraw: 'Retirar',
    keep: 'Conservar',
  },
};
