/** What the bot says about tickets, in French. */
import { countText, numberText, plural } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { FailedAttempt } from '../../outbox/attempt.ts';
import {
  type DeadLetterCode,
  type EventKind,
  type IssueKey,
  type Place,
  type TicketState,
  type TopicKey,
  ticketName,
} from '../ticket.ts';
import type * as en from './en.ts';

/** Bytes of JSON that are shown of a claim ID that is too long. */
const LONG_ID_BYTES = 60;

const topics: Readonly<Record<TopicKey, string>> = {
  cpor: 'Claims Partner of Record (CPOR)',
  poe: 'Proof of Execution (POE)',
  access: 'Accès à Partner Center',
  other: 'Autre chose',
};
const issues: Readonly<Record<IssueKey, string>> = {
  'association-update': 'Mise à jour d’une association',
  disassociation: 'Dissociation',
  'competing-claim': 'Demande concurrente',
  'poe-question': 'Question sur la POE',
  other: 'Autre',
};
const states: Readonly<Record<TicketState, string>> = {
  open: 'Ouvert',
  'in progress': 'En cours',
  'handed over': 'Transmis à Microsoft',
  resolved: 'Résolu',
  withdrawn: 'Retiré',
};
const events: Readonly<Record<EventKind, (who: string, text: string) => string>> = {
  opened: (who) => `${who} l’a ouvert`,
  taken: (who) => `${who} l’a pris en charge`,
  commented: (who, text) => `${who} : ${text}`,
  edited: (who) => `${who} l’a modifié`,
  'file added': (who, text) => `${who} a ajouté ${text}`,
  'handed over': (who, text) => `${who} l’a transmis à Microsoft, dossier ${text}`,
  resolved: (who) => `${who} l’a résolu`,
  withdrawn: (who) => `${who} l’a retiré`,
  reopened: (who) => `${who} l’a rouvert`,
  raised: () => 'Pas de changement depuis cinq jours ouvrés',
};

const places: Readonly<Record<Place, string>> = {
  desk: 'Canal du helpdesk',
  webhook: 'Système de helpdesk',
  requester: 'Conversation avec l’auteur du ticket',
};
/** Why a place is not tried any more. `last`: the last request, in words. */
const deadLetters: Readonly<Record<DeadLetterCode, (last: string) => string>> = {
  unconfirmed: () => 'deux envois, restés tous deux sans réponse.',
  gone: () => 'la conversation n’existe plus.',
  blocked: () => 'le bot n’est pas autorisé à y écrire.',
  rejected: (last) => last,
  expired: (last) => `tentatives pendant 24 heures, la dernière : ${last}`,
};

function attemptText(attempt: FailedAttempt): string {
  return attempt.kind === 'refused' ? `statut ${attempt.status}` : `pas de réponse (${attempt.reason})`;
}

export const ticketTexts: typeof en.ticketTexts = {
  help: 'Écrivez « ouvrir un ticket » pour solliciter votre helpdesk, et « mes tickets » pour en suivre l’avancement.',
  helpDesk:
    'Mentionnez-moi avec « desk here » dans le canal où les tickets sont traités. Écrivez « non distribués » pour les tickets qui ne sont pas arrivés.',
  button: 'Ouvrir un ticket',
  topics,
  issues,
  states,
  events,
  formTitle: 'Ouvrir un ticket',
  editTitle: (name) => `Modifier ${name}`,
  formIntro: 'Il va à votre propre helpdesk, avec les ID de demande. Vous serez informé de chaque changement.',
  submit: 'Envoyer le ticket',
  save: 'Enregistrer',
  disassociationDraft: 'Nous ne travaillons plus avec ce client et souhaitons en être dissociés.',
  fromQuestion: (question) => `Le communiqué ne répond pas à ceci : ${question}`,
  submitted: (name) => `${name} est ouvert. Vous serez informé de chaque changement.`,
  noDesk: (name) =>
    `${name} est ouvert. Aucun helpdesk n’a encore été désigné, il reste donc entre vous et vos responsables.`,
  whichTicket: 'Quel ticket ? Écrivez « ticket » et son numéro, par exemple « ticket T-1001 ».',
  stale: 'Rien n’a été modifié : le ticket avait changé entre-temps. Voici où il en est.',
  emptyCase: 'Écrivez d’abord le numéro de dossier que Partner Center vous a donné.',
  listTitle: (n, locale) =>
    n === 0 ? 'Pas encore de tickets' : countText(n, { one: 'ticket', many: 'de tickets', other: 'tickets' }, locale),
  listEmpty: 'Écrivez « ouvrir un ticket », ou appuyez sur « Se dissocier » dans une demande.',
  labels: {
    topic: 'Thème',
    claims: 'ID de demande',
    requester: 'Ouvert par',
    assignee: 'Pris en charge par',
    case: 'Numéro de dossier',
    files: 'Fichiers',
    undelivered: 'Non remis',
  },
  title: (name, issue) => `${name} · ${issue}`,
  category: (category) => `Catégorie : ${category}`,
  claim: (claimId, customer) => (customer === '' ? claimId : `${claimId} (${customer})`),
  unknownClaim: (claimId) => `${claimId} (inconnu ici)`,
  andMore: (n, locale) => `et ${countText(n, { one: 'autre', many: 'd’autres', other: 'autres' }, locale)}`,
  bot: 'Le bot',
  somebody: 'Quelqu’un',
  line: (name, what) => `${name} : ${what}`,
  deskHere: (name) => `${name} est désormais votre helpdesk. Chaque ticket y est une carte, tenue à jour.`,
  escalated: (name, issue, from) =>
    from === ''
      ? `${name} n’a pas changé depuis cinq jours ouvrés (${issue}).`
      : `${name} n’a pas changé depuis cinq jours ouvrés (${issue}, par ${from}).`,
  openTicket: (name) => `Ouvrir ${name}`,
  openMentioned: (name) => `Ouvrir le ticket ${name}`,
  undelivered: (place, code, last) =>
    `${places[place]} : ${deadLetters[code](last === undefined ? '' : attemptText(last))}`,
  undeliveredCount: (n, locale) =>
    countText(
      n,
      {
        one: 'ticket n’est pas arrivé partout',
        many: 'de tickets ne sont pas arrivés partout',
        other: 'tickets ne sont pas arrivés partout',
      },
      locale,
    ),
  undeliveredTitle: (n, locale) =>
    n === 0
      ? 'Tous les tickets ont été remis'
      : countText(n, { one: 'ticket non remis', many: 'de tickets non remis', other: 'tickets non remis' }, locale),
  sentAgain: 'Il est de nouveau en route.',
  allSentAgain: (n, locale) =>
    n === 0
      ? 'Il ne restait rien à renvoyer.'
      : countText(
          n,
          {
            one: 'ticket est de nouveau en route.',
            many: 'de tickets sont de nouveau en route.',
            other: 'tickets sont de nouveau en route.',
          },
          locale,
        ),
  thisChannel: 'Ce canal',
  deskWhere: 'Écrivez ceci dans le canal qui sera votre helpdesk.',
  handOver: {
    title: (name) => `Transmettre ${name}`,
    steps:
      'Microsoft ne prend les tickets que dans Partner Center. Connectez-vous avec le bouton ci-dessous, choisissez Contact Support, prenez la catégorie Partner Incentives, puis choisissez Topic et Issue. Collez le titre et le texte. Notez ensuite ici le numéro de dossier.',
    claims: (ids) => `ID de demande : ${ids}`,
    customers: (names) => `Clients : ${names}`,
    disassociation: (n, locale) =>
      plural(
        n,
        {
          one: 'Nous ne travaillons plus avec le client de cette demande et souhaitons en être dissociés.',
          many: 'Nous ne travaillons plus avec les clients de ces demandes et souhaitons en être dissociés.',
          other: 'Nous ne travaillons plus avec les clients de ces demandes et souhaitons en être dissociés.',
        },
        locale,
      ),
    reference: (name) => `Notre référence : ${name}`,
    subject: (category, issue) => `${category} : ${issue}`,
    rest: (n, locale) =>
      plural(
        n,
        {
          one: '1 ligne de plus ne tient pas ici. Le ticket montre tout le texte.',
          many: `${numberText(n, locale)} de lignes de plus ne tiennent pas ici. Le ticket montre tout le texte.`,
          other: `${numberText(n, locale)} lignes de plus ne tiennent pas ici. Le ticket montre tout le texte.`,
        },
        locale,
      ),
    issueOfClaims: (issue, ids) => `${issue}, demande ${ids}`,
  },
  addedFiles: (files, name) => `Ajouté à ${name} : ${files}.`,
};

const tooLong = {
  description: 'La description',
  claims: 'La liste des ID de demande',
  comment: 'Le commentaire',
  'case number': 'Le numéro de dossier',
};

export const ticketProblems: typeof en.ticketProblems = {
  'ticket.not-found': ({ asked }) => {
    const name = typeof asked === 'number' ? ticketName({ number: asked }) : `« ${asked} »`;
    return `Je ne trouve pas de ticket ${name} parmi les vôtres. Écrivez « mes tickets » pour la liste.`;
  },
  'ticket.closed': () => 'Ce ticket est fermé. Rouvrez-le d’abord.',
  'ticket.not-yours': () => 'Ce ticket ne peut être modifié que par d’autres.',
  'ticket.desk-only': () => 'Seuls les membres du helpdesk et les responsables peuvent faire cela.',
  'ticket.requester-only': () => 'Seule la personne qui a ouvert le ticket peut faire cela.',
  'ticket.too-many-files': ({ most }) => `Un ticket accepte jusqu’à ${most} fichiers.`,
  'ticket.no-file': () => 'Ce ticket n’a pas ce fichier. Rouvrez-le.',
  'ticket.empty-comment': () => 'Écrivez d’abord le commentaire.',
  'ticket.empty-case': () => ticketTexts.emptyCase,
  'ticket.too-long': ({ what, count, most }, locale) =>
    `${tooLong[what]} compte ${countText(count, { one: 'caractère', many: 'de caractères', other: 'caractères' }, locale)}, pour ${numberText(most, locale)} au plus. Rien n’a été modifié : raccourcissez le texte et appuyez à nouveau.`,
  'ticket.undelivered-leads-only': () => 'Seuls les responsables voient quels tickets n’ont pas été remis.',
  'ticket.desk-leads-only': () => 'Seuls les responsables désignent le helpdesk.',
  'ticket.no-issue': () => 'Choisissez de quoi il s’agit.',
  'ticket.no-description': () => 'Dites en une ou deux phrases de quoi il s’agit.',
  'ticket.no-claim': () => 'Indiquez au moins un ID de demande : une dissociation porte sur une demande.',
  'ticket.too-many-claims': ({ most }) => `Indiquez jusqu’à ${most} ID de demande dans un ticket.`,
  'ticket.long-claim-id': ({ claimId }) =>
    `« ${shorten(claimId, LONG_ID_BYTES)} » est trop long pour un ID de demande.`,
  'ticket.unknown-claims': ({ claimIds }, locale) => {
    const ids = claimIds.join(', ');
    const several = `Les demandes ${ids} ne figurent pas parmi les vôtres. Corrigez-les, ou appuyez à nouveau pour les laisser telles quelles.`;
    return plural(
      claimIds.length,
      {
        one: `La demande ${ids} ne figure pas parmi les vôtres. Corrigez-la, ou appuyez à nouveau pour la laisser telle quelle.`,
        many: several,
        other: several,
      },
      locale,
    );
  },
};

export const ticketCardWords: typeof en.ticketCardWords = {
  'hand-over': {
    title: 'Titre',
    text: 'Texte',
    openMicrosoftSupport: 'Support Microsoft',
    caseNumber: 'Numéro de dossier de Partner Center',
    saveCaseNumber: 'Enregistrer le numéro',
    backToTheTicket: 'Retour au ticket',
  },
  'ticket-form': {
    issue: 'Objet',
    chooseOne: 'Choisir',
    topic: 'Thème',
    claimIds: 'ID de demande',
    claimsHint: 'Un ou plusieurs, séparés par des virgules',
    whatIsItAbout: 'De quoi s’agit-il ?',
    back: 'Retour',
  },
  ticket: {
    ticket: 'Ticket',
    comment: 'Commentaire',
    sendComment: 'Envoyer le commentaire',
    take: 'Prendre en charge',
    handOver: 'Transmettre',
    resolve: 'Résoudre',
    change: 'Modifier',
    reopen: 'Rouvrir',
    sendAgain: 'Renvoyer',
    withdraw: 'Retirer',
    myTickets: 'Mes tickets',
  },
  tickets: {
    open: 'Ouvrir {title}',
    previous: 'Précédent',
    next: 'Suivant',
    notDelivered: 'Non remis',
    sendAllAgain: 'Tout renvoyer',
    allTickets: 'Tous les tickets',
    openATicket: 'Ouvrir un ticket',
  },
};
