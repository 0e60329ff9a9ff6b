/** What the bot says in announcements and about them, in French. Updating is recommended, never required. */
import { countText, numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type * as en from './en.ts';

/** Bytes of JSON. */
const NAME = 100;

const audiences = {
  everyone: () => 'Toutes les personnes qui ont le bot',
  program: (name: string) => `Propriétaires de demandes du programme ${name}`,
  customer: (name: string) => `Propriétaires de demandes pour ${name}`,
};

export const announcementTexts: typeof en.announcementTexts = {
  another: 'Un autre communiqué est déjà parti de ce formulaire. Pour envoyer celui-ci aussi, appuyez sur le bouton.',
  form: {
    audiences: {
      everyone: 'Toutes les personnes qui ont le bot',
      program: 'Propriétaires de demandes d’un programme',
      customer: 'Propriétaires de demandes pour un client',
    },
    audience: ({ kind, name = '' }) => audiences[kind](name),
    people: (n, locale) =>
      n === 0
        ? 'Personne ne le recevrait'
        : countText(
            n,
            { one: 'personne le reçoit', many: 'de personnes le reçoivent', other: 'personnes le reçoivent' },
            locale,
          ),
    nobody: 'Choisissez quelqu’un d’autre, ou invitez ces personnes à ouvrir d’abord le bot.',
    yourLine: 'Votre message, au-dessus du communiqué en bref :',
    noLine: 'Pas de message de votre part : seulement le communiqué en bref.',
    off: (n, locale) =>
      countText(
        n,
        {
          one: 'personne a désactivé les messages et ne le reçoit pas.',
          many: 'de personnes ont désactivé les messages et ne le reçoivent pas.',
          other: 'personnes ont désactivé les messages et ne le reçoivent pas.',
        },
        locale,
      ),
    hours: 'Il part pendant leurs heures de travail.',
    send: (n, locale) =>
      `Envoyer à ${countText(n, { one: 'personne', many: 'de personnes', other: 'personnes' }, locale)}`,
  },
  card: {
    writes: (name) => `${name} écrit :`,
    shares: (name) => `${name} vous fait suivre ceci.`,
    read: 'Vous l’avez lu. Merci.',
    howOff: 'Pour ne plus recevoir ce genre de message, écrivez « désactiver les rappels » à tout moment.',
  },
  progress: {
    sharedBy: (name, when) => `Diffusé par ${name} le ${when}`,
    sent: 'reçu',
    read: 'dont confirmé par « J’ai lu »',
    waiting: 'encore à envoyer',
    unknown: 'peut-être reçu : sans réponse, donc pas de nouvel envoi',
    failed: 'non remis',
    off: 'messages désactivés',
  },
  unreached: {
    'never installed': (names) => `Sans le bot : ${names}`,
    blocked: (names) => `Ont supprimé ou bloqué le bot : ${names}`,
  },
  unreachedMore: (n, locale) => `Autres personnes injoignables : ${numberText(n, locale)}`,
};

export const announcementProblems: typeof en.announcementProblems = {
  'announcement.not-found': () =>
    'Je ne trouve pas cette annonce. Écrivez « thèmes » pour lire ce que dit le communiqué.',
  'announcement.leads-only': () =>
    'C’est réservé aux responsables. Écrivez « demandes sans POE » pour vos propres demandes.',
  'announcement.no-audience': () => 'Choisissez d’abord qui le reçoit.',
  'announcement.no-program': () => 'Choisissez d’abord un programme.',
  'announcement.no-customer': () => 'Saisissez le nom du client, ou l’un de ses ID de demande.',
  'announcement.customer-too-long': () =>
    'C’est trop long pour un nom de client. Saisissez-le tel qu’il figure dans l’export, ou l’un de ses ID de demande.',
  'announcement.unknown-program': () => 'Je ne connais aucune demande dans ce programme. Choisissez-en un autre.',
  'announcement.unknown-customer': ({ customer }) =>
    `Je ne connais aucune demande pour ${shorten(customer, NAME)}. Vérifiez le nom, ou utilisez un ID de demande.`,
  'announcement.line-too-long': () => 'Votre message est trop long. Merci de ne pas dépasser 500 caractères.',
};

export const announcementCardWords: typeof en.announcementCardWords = {
  'announce-check': {
    shareTheNotice: 'Diffuser le communiqué',
    theNoticeInShort: 'Le communiqué en bref',
    noticeHint: 'Afficher ou masquer ce qui suit votre message',
    change: 'Modifier',
  },
  'announce-form': {
    shareTheNotice: 'Diffuser le communiqué',
    intro:
      'Les destinataires reçoivent le communiqué en bref, sous un message de votre part si vous en écrivez un. Vous voyez qui il touche avant l’envoi.',
    whichNotice: 'Quel communiqué ?',
    whoGetsIt: 'Qui le reçoit ?',
    program: 'Pour un programme : lequel ?',
    chooseOne: 'Choisir',
    customer: 'Pour un client : lequel ?',
    customerHint: 'Son nom ou l’un de ses ID de demande',
    yourOwnLine: 'Votre message',
    lineHint: 'Peut rester vide',
    seeWhomItReaches: 'Voir qui il touche',
  },
  'announcement-progress': {
    refresh: 'Actualiser',
    whoGotTheNotice: 'Qui a reçu le communiqué',
  },
  announcement: {
    refresh: 'Actualiser',
    noticeFromMicrosoft: 'Communiqué de Microsoft',
    iHaveReadIt: 'J’ai lu',
    whatNeedsPoe: 'POE manquantes',
    seeTheTopics: 'Voir les thèmes',
  },
};
