/** What the server of the tab says where it refuses, in French. What the page itself says stands beside the page. */
import { countText } from '../../format/count.ts';
import { ticketTexts } from '../../tickets/texts/fr.ts';
import type * as en from './en.ts';

export const tabProblems: typeof en.tabProblems = {
  'tab.not-signed-in': () => 'Teams n’a pas dit qui vous êtes. Fermez cet onglet et rouvrez-le.',
  'tab.sign-in-away': () =>
    'Le service de connexion de Microsoft est injoignable pour le moment. Réessayez dans une minute.',
  'tab.unknown-person': () =>
    'Je ne vous connais pas encore. Écrivez-moi « bonjour » dans la conversation, puis revenez ici.',
  'tab.nobody-chosen': () => 'Choisissez d’abord une personne d’exemple.',
  'tab.foreign-page': () => 'Ceci ne s’ouvre que sur cet ordinateur, à sa propre adresse.',
  'tab.too-many': ({ seconds }, locale) =>
    `Cela faisait beaucoup en une fois. Réessayez dans ${countText(seconds, { one: 'seconde', many: 'de secondes', other: 'secondes' }, locale)}.`,
  'tab.bad-query': () => 'Je ne peux pas lire cette adresse. Rouvrez l’onglet.',
  'tab.bad-request': () => 'Je ne peux pas lire ce que cette page a envoyé. Fermez l’onglet et rouvrez-le.',
  'tab.too-large': () => 'C’est plus que je ne peux prendre en une fois. Raccourcissez le texte et réessayez.',
  'tab.too-many-claims': ({ most }, locale) =>
    `Jusqu’à ${countText(most, { one: 'demande', many: 'de demandes', other: 'demandes' }, locale)} à la fois. Choisissez-en moins, puis appuyez à nouveau. Rien n’a été modifié.`,
  'tab.no-such-address': () => 'Il n’y a rien à cette adresse.',
  'tab.store-away': () => 'Je n’ai pas accès à mes données pour le moment. Réessayez dans une minute.',
  'tab.our-fault': () =>
    'Un problème est survenu de mon côté. Réessayez ; s’il persiste, prévenez votre administrateur.',
};

export const unchangedTexts: typeof en.unchangedTexts = {
  take: 'Elle a déjà un propriétaire.',
  assign: 'Elle était déjà confiée à cette personne.',
  remove: 'Elle était déjà écartée.',
  'bring-back': 'Elle n’était pas écartée.',
  mark: 'Elle était déjà ainsi.',
  noSuchWorkload: 'Elle n’a pas cette charge de travail.',
};

export const noPageText: typeof en.noPageText =
  'La page de l’onglet n’a pas été générée. Lancez « npm run build », puis redémarrez le bot.';

const standing = { toCollect: 'POE manquante', toUpload: 'À charger', done: 'Terminé' };

export const claimListWords: typeof en.claimListWords = {
  sheet: 'Demandes',
  fileName: (day) => `demandes-${day}`,
  columns: {
    claimId: 'ID de demande',
    customer: 'Client',
    domain: 'Domaine',
    program: 'Programme',
    status: 'Statut',
    owner: 'Propriétaire',
    state: 'État',
    toCollect: 'Charges de travail sans POE',
    toUpload: 'Charges de travail à charger',
    done: 'Charges de travail confirmées dans Partner Center',
    deadline: 'Recommandé d’ici le',
  },
  states: {
    'to collect': 'POE manquante',
    'to upload': 'À charger',
    done: 'Terminé',
    outside: 'Hors campagne',
    removed: 'Écartée',
  },
};

export const ticketListWords: typeof en.ticketListWords = {
  sheet: 'Tickets',
  fileName: (day) => `tickets-${day}`,
  columns: {
    ticket: 'Ticket',
    issue: 'Objet',
    state: 'État',
    about: 'De quoi il s’agit',
    claims: 'Demandes',
    requester: 'Ouvert par',
    assignee: 'Pris en charge par',
    caseNumber: 'Numéro de dossier',
    opened: 'Ouvert le',
    changed: 'Modifié le',
  },
  states: ticketTexts.states,
  issues: ticketTexts.issues,
};

export const campaignListWords: typeof en.campaignListWords = {
  programs: {
    sheet: 'Par programme',
    fileName: (day) => `demandes-par-programme-${day}`,
    columns: { program: 'Programme', ...standing },
  },
  workloads: {
    sheet: 'Par charge de travail',
    fileName: (day) => `demandes-par-charge-de-travail-${day}`,
    columns: { workload: 'Charge de travail', open: 'À faire', others: 'Terminé' },
  },
  days: {
    sheet: 'Jour par jour',
    fileName: (day) => `demandes-jour-par-jour-${day}`,
    columns: { day: 'Jour', ...standing },
  },
  owners: {
    sheet: 'Par propriétaire',
    fileName: (day) => `demandes-par-proprietaire-${day}`,
    columns: { owner: 'Propriétaire', ...standing, reach: 'Rappels', lastSent: 'Dernier rappel' },
    reaches: {
      reachable: 'Peut recevoir des rappels',
      'never installed': 'N’a pas installé le bot',
      blocked: 'A supprimé ou bloqué le bot',
    },
    off: 'A désactivé les rappels',
  },
  unowned: { sheet: 'Sans propriétaire', fileName: (day) => `demandes-sans-proprietaire-${day}` },
};

export const questionListWords: typeof en.questionListWords = {
  sheet: 'Questions',
  fileName: (day) => `questions-${day}`,
  columns: {
    question: 'Question',
    others: 'Aussi posée ainsi',
    count: 'Nombre de fois',
    asked: 'Posée la dernière fois le',
    topics: 'Thèmes donnés ou proposés',
    comments: 'Commentaires',
    decision: 'Décision',
    topic: 'Thème qui y répond',
    decided: 'Traitée le',
  },
  decisions: { attached: 'Réponse donnée', dismissed: 'Ignorée' },
};
