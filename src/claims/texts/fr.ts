/** What the bot says about claims, in French. Updating is recommended, never required. */
import { countText, numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { PoeLack } from '../claim.ts';
import type * as en from './en.ts';

/** Bytes of JSON of a name or an address on a button. */
const NAME_BYTES = 80;

/** The same for masculine and feminine. */
const lackStates: Readonly<Record<PoeLack['state'], string>> = { missing: 'introuvable', unclear: 'à vérifier' };

export const claimTexts: typeof en.claimTexts = {
  assigned: (claimId, name) => `La demande ${claimId} est maintenant confiée à ${name}.`,
  assignedBefore: (claimId, name) => `La demande ${claimId} était déjà confiée à ${name}.`,
  assignTo: (name, address) => `Confier à ${shorten(name, NAME_BYTES)} (${shorten(address, NAME_BYTES)})`,
  whoIsMeant: (claimId) => `Plusieurs personnes peuvent porter ce nom. Qui reçoit la demande ${claimId} ?`,
  whichIsAssigned: 'Quelle demande confier à qui ? Écrivez « assign », l’ID de demande, « to » et une personne.',
  whichOfTheseIsAssigned:
    'Laquelle confier à quelqu’un d’autre ? Écrivez « assign », son ID de demande, « to » et une personne.',
  whoGets: (claimId) => `Qui la reçoit ? Écrivez « assign ${shorten(claimId, NAME_BYTES)} to » et son adresse e-mail.`,
  namedOwners: {
    none: 'Tous les propriétaires de demandes ouvertes sont connus par leur adresse, ou confirmés.',
    some: (n, locale) =>
      `${countText(n, { one: 'propriétaire de demandes ouvertes n’est connu', many: 'de propriétaires de demandes ouvertes ne sont connus', other: 'propriétaires de demandes ouvertes ne sont connus' }, locale)} que par le nom : personne ne voit encore ces demandes comme les siennes.`,
    press: 'Appuyez sur les propositions exactes.',
    more: (n, locale) =>
      `${countText(n, { one: 'autre proposition suivra', many: 'd’autres propositions suivront', other: 'autres propositions suivront' }, locale)} une fois celles-ci tranchées.`,
    nobody: (n, locale) =>
      `${countText(n, { one: 'nom ne correspond', many: 'de noms ne correspondent', other: 'noms ne correspondent' }, locale)} à aucune personne qui m’ait déjà écrit : importez l’adresse du propriétaire, ou écrivez « assign », l’ID de demande, « to » et l’adresse.`,
    proposal: (name, address, open, locale) =>
      `${shorten(name, NAME_BYTES)} est ${shorten(address, NAME_BYTES)} (${countText(open, { one: 'demande ouverte', many: 'de demandes ouvertes', other: 'demandes ouvertes' }, locale)})`,
    confirmed: (name, address) => `Les demandes au nom « ${name} » sont désormais confiées à ${address}.`,
    undo: 'Annuler',
    others: 'Autres propriétaires',
  },
  whichClaim: 'Quelle demande ? Écrivez « claim » et son ID, par exemple « claim CLM-1001 ».',
  title: (n, locale) =>
    n === 0
      ? 'Aucune POE manquante'
      : `POE à recueillir pour ${countText(n, { one: 'demande', many: 'de demandes', other: 'demandes' }, locale)}`,
  toUpload: (n, locale) =>
    `${countText(n, { one: 'demande a', many: 'de demandes ont', other: 'demandes ont' }, locale)} ici des fichiers pas encore confirmés dans Partner Center`,
  nothingImported:
    'Aucune association client n’a encore été importée. Un responsable peut déposer l’export de Partner Center (.csv ou .xlsx) dans notre conversation dans Teams.',
  nothingOpen: 'Il n’y a plus rien à recueillir ni à charger ici.',
  nothingMine: (addresses, unowned, locale) =>
    [
      addresses === '' ? 'Aucune demande ouverte n’est à vous.' : `Aucune demande ouverte n’est à ${addresses}.`,
      ...(unowned > 0
        ? [
            `${countText(unowned, { one: 'demande ouverte n’a', many: 'de demandes ouvertes n’ont', other: 'demandes ouvertes n’ont' }, locale)} pas de propriétaire : choisissez « Sans propriétaire » dans le filtre.`,
          ]
        : []),
    ].join(' '),
  nothingMatches: 'Aucune demande ouverte ne correspond à ce filtre.',
  states: {
    'to collect': 'POE manquante',
    'to upload': 'À charger',
    done: 'Confirmé dans Partner Center',
    'not engaged': 'Activité terminée',
  },
  claim: (claimId) => `Demande ${claimId}`,
  subscription: (workload, subscriptionId) => `${workload} (${subscriptionId})`,
  workloadPage: (label) => `Charges de travail ${label}`,
  textFilter: (text) => `« ${text} »`,
  noOwner: 'Sans propriétaire',
  you: 'Vous',
  noPoe: 'Pas de POE ici',
  poe: (file, who, when) => `${file}, classé par ${who} le ${when}`,
  poeLacks: (lacks) => `À regarder : ${lacks}.`,
  poeWhy: (why) => `Classé malgré tout : « ${why} »`,
  aspects: {
    partner: 'nom du partenaire',
    customer: 'nom du client',
    tenantOrDomain: 'domaine ou ID d’annuaire',
    workload: 'charge de travail',
    signature: 'signature',
    date: 'date de la signature',
    activities: 'travail effectué',
  },
  lack: (aspect, state) => `${aspect} ${lackStates[state]}`,
  filedBut: (lack) => `POE classée, ${lack}`,
  otherDocuments: (n, locale) =>
    `${countText(n, { one: 'autre', many: 'd’autres', other: 'autres' }, locale)} sous « Documents »`,
  confirmTitle: { 'to collect': 'Y était déjà', 'to upload': 'Confirmé dans Partner Center' },
  notCounting: 'Cette demande n’est pas à la fois approuvée et migrée : rien n’est recommandé pour elle.',
  namedOnly:
    'Son propriétaire n’est connu que par le nom : personne ne la voit encore comme la sienne. Écrivez « propriétaires à confirmer » pour dire de qui il s’agit.',
  namesake:
    'Il y a ici des demandes de quelqu’un qui porte votre nom. Un responsable confirme une fois que c’est bien vous, en m’écrivant « propriétaires à confirmer ».',
  notYours: 'Cette demande n’a pas encore de propriétaire.',
  allDone: 'Tout est fait pour cette demande.',
  nobodyEngaged:
    'Votre activité est terminée pour toutes ses charges de travail. Pour être dissocié du client, contactez le support avec cet ID de demande.',
  lastStep:
    'Dernière étape : chargez les fichiers dans Partner Center, puis appuyez ici sur « Confirmé dans Partner Center ».',
  stale: 'Cette carte n’était plus à jour. Voici la demande telle qu’elle est maintenant.',
  facts: {
    owner: 'Propriétaire',
    domain: 'Domaine',
    directory: 'ID d’annuaire',
    mpnId: 'MPN ID',
    name: 'Nom de la demande',
  },
  ownerChoices: {
    mine: 'Les miennes',
    none: 'Sans propriétaire',
    all: 'Toutes celles que je vois',
    lead: 'Toutes les demandes',
  },
  any: 'Tout',
  nobodyCalledSo:
    'Je n’ai trouvé ni demande ni client de ce nom parmi ce que vous pouvez voir. Écrivez « demandes sans POE » pour votre liste.',
  openClaim: (claimId) => `Ouvrir la demande ${shorten(claimId, 60)}`,
  help: [
    'Écrivez « demandes sans POE » pour vos demandes ouvertes, ou « demandes sans POE » et le nom d’un client.',
    'Écrivez « claim » et son ID pour voir une demande.',
  ],
  helpAssign: 'Écrivez « assign », un ID de demande, « to » et une personne pour confier une demande à quelqu’un.',
  helpRemoved:
    'Ouvrez une demande et appuyez sur « Écarter » pour la sortir de la campagne. Écrivez « demandes écartées » pour en rétablir une.',
  helpOwners:
    'Écrivez « propriétaires à confirmer » pour dire de qui il s’agit quand un export ne donne que le nom du propriétaire.',
  button: 'POE manquantes',
  removed: (who, day, reason) => `Écartée par ${who} le ${day} : ${reason}`,
  removeWhy: 'Dites pourquoi écarter cette demande, puis appuyez sur « Écarter la demande ».',
  broughtBack: 'Cette demande est rétablie : elle figure à nouveau dans les listes et compte à nouveau.',
  removedTitle: (n, locale) =>
    n === 0
      ? 'Aucune demande écartée'
      : countText(n, { one: 'demande écartée', many: 'de demandes écartées', other: 'demandes écartées' }, locale),
  removedDetail: 'Ouvrez-en une pour la lire ou la rétablir.',
};

export const claimProblems: typeof en.claimProblems = {
  'claim.not-found': ({ claimId }) =>
    `Je ne trouve pas ${idText(claimId)} parmi les vôtres. Vérifiez l’ID, ou demandez à votre responsable si elle a été importée.`,
  'claim.gone': () =>
    'Je ne trouve pas cette demande parmi les vôtres. Elle a peut-être changé de propriétaire depuis l’affichage de cette carte.',
  'claim.without-owner': () =>
    'Cette demande n’a pas encore de propriétaire. Appuyez d’abord sur « Je m’en charge » dans la demande, puis réessayez.',
  'claim.leads-assign': () =>
    'Seuls les responsables confient des demandes. Vous pouvez en prendre une sans propriétaire : ouvrez-la et appuyez sur « Je m’en charge ».',
  'claim.reason-too-long': ({ count, most }, locale) =>
    `La raison compte ${countText(count, { one: 'caractère', many: 'de caractères', other: 'caractères' }, locale)}, pour ${numberText(most, locale)} au plus. Rien n’a été modifié : raccourcissez-la et appuyez à nouveau.`,
  'claim.poe-of-another': () =>
    'Quelqu’un d’autre a classé ce document. Cette personne ou un responsable peut le retirer. Rien n’a été modifié.',
  'claim.leads-remove': () =>
    'Seuls les responsables écartent des demandes et les rétablissent. Adressez-vous à votre responsable.',
  'claim.person-not-found': ({ name }) => `Je ne connais pas ${nameText(name)}. Écrivez plutôt son adresse e-mail.`,
  'claim.leads-confirm': () => 'Seuls les responsables disent de qui il s’agit.',
  'claim.name-of-nobody': () =>
    'Je ne connais plus personne de ce nom. Écrivez « propriétaires à confirmer » pour voir où en sont les choses.',
  'claim.name-of-another': () =>
    'Ce nom a été confirmé pour quelqu’un d’autre. Écrivez « propriétaires à confirmer » pour voir où en sont les choses.',
};

/** Bytes of JSON of an ID that somebody wrote. */
const ID_BYTES = 100;

/** The bot repeats what people wrote only where it looks like an ID, or a name. */
function idText(written: string): string {
  const claimId = shorten(written, ID_BYTES);
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M} _./#:()…-]{0,99}$/u.test(claimId)
    ? `la demande ${claimId}`
    : 'de demande avec cet ID';
}

function nameText(name: string): string {
  return /^[\p{L}\p{N}\p{M} .,@_'’+-]{1,100}$/u.test(name) ? name : 'cette personne';
}

export const claimCardWords: typeof en.claimCardWords = {
  claim: {
    workloads: 'Charges de travail',
    documents: 'Documents',
    documentsHint: 'Tous les documents de cette demande, et qui a fait quoi',
    download: 'Télécharger',
    downloadOf: 'Télécharger {name}',
    showChanges: 'Afficher ce qui peut être modifié pour {name}',
    changeOf: 'Modifier {name}',
    change: 'Modifier',
    undoConfirmation: 'Annuler la confirmation',
    undoConfirmationOf: 'Annuler la confirmation : {name}',
    noLongerEngaged: 'Activité terminée',
    noLongerEngagedOf: 'Activité terminée : {name}',
    engagedAgain: 'Activité reprise',
    engagedAgainOf: 'Activité reprise : {name}',
    previousWorkloads: 'Charges de travail précédentes',
    moreWorkloads: 'Autres charges de travail',
    uploadPoe: 'Charger une POE',
    openInPartnerCenter: 'Voir dans Partner Center',
    disassociate: 'Se dissocier',
    disassociateHint: 'Ouvrir un ticket pour être dissocié de ce client',
    take: 'Je m’en charge',
    takeHint: 'Devenir propriétaire de cette demande',
    backToTheList: 'Retour à la liste',
    remove: 'Écarter',
    bringBack: 'Rétablir',
    bringBackHint: 'Remettre cette demande dans les listes et les comptes, avec ses documents et ses marques',
    removedClaims: 'Demandes écartées',
  },
  'claim-remove': {
    whatFollows:
      'Une demande écartée ne figure plus dans les listes, les comptes ni les rappels, et aucun import ne la modifie. Ses documents et tickets restent dans les archives, et vous pouvez la rétablir.',
    why: 'Pourquoi l’écarter ?',
    removeClaim: 'Écarter la demande',
    keepClaim: 'Conserver',
  },
  'removed-claims': {
    openOf: 'Ouvrir la demande écartée {claimId} ({customer})',
    previous: 'Précédent',
    next: 'Suivant',
  },
  'needs-poe': {
    whatNeedsPoe: 'POE manquantes',
    filteredBy: 'Filtre : ',
    filter: 'Filtrer',
    filterHint: 'Afficher ou masquer le filtre',
    clearFilter: 'Effacer le filtre',
    program: 'Programme',
    workload: 'Charge de travail',
    owner: 'Propriétaire',
    customerOrClaimId: 'Client ou ID de demande',
    textHint: 'Une partie suffit',
    apply: 'Appliquer',
    openOf: 'Ouvrir la demande {claimId} ({customer})',
    open: 'Ouvrir la demande {claimId}',
    previous: 'Précédent',
    next: 'Suivant',
  },
};
