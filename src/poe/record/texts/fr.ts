/** What the bot says about the documents of a claim, in French: which there are, who did what, their download and their withdrawal. */
import { countText } from '../../../format/count.ts';
import type * as en from './en.ts';

export const documentTexts: typeof en.documentTexts = {
  title: (n, locale) =>
    n === 0
      ? 'Pas encore de documents'
      : countText(n, { one: 'document', many: 'de documents', other: 'documents' }, locale),
  states: { latest: 'Le plus récent', older: 'Plus ancien', withdrawn: 'Retiré' },
  latestFor: (workloads) => `Le plus récent pour ${workloads}`,
  forWorkloads: (workloads) => `Pour ${workloads}`,
  filed: (who, when, size) => `Classé par ${who} le ${when} · ${size}`,
  withdrawn: (who, when, why) => `Retiré par ${who} le ${when} : ${why}`,
  events: {
    confirm: (who, what) => `${who} a confirmé ${what} dans Partner Center`,
    unconfirm: (who, what) => `${who} a annulé la confirmation pour ${what}`,
    'not-engaged': (who, what) => `${who} a marqué ${what} « Activité terminée »`,
    engaged: (who, what) => `${who} a marqué ${what} « Activité reprise »`,
    take: (who) => `${who} a pris la demande`,
    assign: (who, what) => `${who} a confié la demande à ${what}`,
    remove: (who, what) => `${who} a écarté la demande : ${what}`,
    'bring-back': (who) => `${who} a rétabli la demande`,
  },
  event: (day, what) => `${day} : ${what}`,
  withdrawWhy: 'Dites pourquoi le retirer, puis appuyez sur « Retirer ».',
  withdrawFromWhich: 'Choisissez au moins une charge de travail.',
  withdrewFrom: (file, workloads) =>
    `${file} est retiré pour ${workloads} et n’y compte plus. Ce qui a été chargé dans Partner Center y reste jusqu’à ce que vous le remplaciez.`,
  withdrawnBefore: 'Ce document a déjà été retiré, ou n’est plus là. Voici où il en est.',
  purpose: (claimId) => `POE de la demande ${claimId}`,
  offered: (file) =>
    `Appuyez sur « Autoriser », et j’enregistre ${file} dans votre OneDrive. Si vous ne voyez aucun bouton, ouvrez cette conversation dans Teams même : les autres applications n’acceptent pas de fichiers de ma part.`,
  saved: (file) => `${file} est maintenant dans votre OneDrive.`,
  answeredBefore: 'Vous y avez déjà répondu. Pour une autre copie, ouvrez la demande et appuyez sur « Télécharger ».',
  declined: 'Rien n’a été enregistré. Vous retrouvez le document dans sa demande à tout moment.',
};

export const documentCardWords: typeof en.documentCardWords = {
  documents: {
    download: 'Télécharger',
    downloadOf: 'Télécharger {name}',
    withdraw: 'Retirer',
    withdrawOf: 'Retirer {name}',
    previous: 'Précédent',
    next: 'Suivant',
    whatElse: 'Ce qui a été fait d’autre',
    backToTheClaim: 'Retour à la demande',
  },
  'withdraw-poe': {
    whatFollows:
      'Un document retiré ne compte plus. Il reste dans les archives avec votre nom et votre raison. C’est définitif : s’il était bon, classez-le à nouveau.',
    fromWhich: 'Le retirer pour',
    why: 'Pourquoi le retirer ?',
    withdraw: 'Retirer',
    keep: 'Conserver',
  },
};
