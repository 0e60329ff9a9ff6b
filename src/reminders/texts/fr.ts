/** What the bot says in reminders and about them, in French. Updating is recommended, never required. */
import { countText, numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const reminderTexts: typeof en.reminderTexts = {
  remindersOff: 'Les rappels sont désactivés. Écrivez « réactiver les rappels » pour les recevoir à nouveau.',
  remindersOn:
    'Les rappels sont activés. Tant qu’il reste quelque chose d’ouvert, vous recevez une carte par jour au plus, pendant vos heures de travail.',
  onOrOff:
    'Écrivez « désactiver les rappels » pour arrêter mes rappels, ou « réactiver les rappels » pour les recevoir à nouveau.',
  quiet: (day) =>
    `Pas de rappel jusqu’au ${day}. Ce jour-là, je vous envoie encore un rappel s’il vous reste quelque chose d’ouvert.`,
  help: 'Tant qu’il vous reste quelque chose d’ouvert, je vous le rappelle certains jours avant l’échéance. Écrivez « désactiver les rappels » ou « réactiver les rappels ».',
  card: {
    toCollect: (n, locale) =>
      `POE à recueillir pour ${countText(n, { one: 'demande', many: 'de demandes', other: 'demandes' }, locale)}`,
    toUpload: (n, locale) =>
      `${countText(n, { one: 'demande', many: 'de demandes', other: 'demandes' }, locale)} à charger dans Partner Center`,
    alsoToUpload: (n, locale) => `${numberText(n, locale)} à charger dans Partner Center`,
    askedBy: (name) => `${name} m’a demandé de vous envoyer ce rappel.`,
    struck: { 'to collect': 'POE manquante', 'to upload': 'Classé ici', done: 'Terminé' },
    snoozed: (day) => `Pas de rappel jusqu’au ${day}.`,
    off: 'Les rappels sont désactivés.',
    allDone: 'Tout est fait, merci',
    allDoneHint:
      'Il ne vous reste rien à recueillir ni à charger. Tant qu’il en est ainsi, je ne vous envoie pas de rappel.',
    howOff:
      'La mise à jour est recommandée. Pour arrêter ces rappels, écrivez « désactiver les rappels » à tout moment.',
    howOn: 'Pour les recevoir à nouveau, écrivez « réactiver les rappels » à tout moment.',
  },
};

export const reminderProblems: typeof en.reminderProblems = {
  'reminder.not-found': () => 'Je ne trouve pas ce rappel. Écrivez « demandes sans POE » pour vos demandes.',
  'reminder.unknown-owner': () =>
    'Je ne connais pas encore cette personne. Je pourrai lui envoyer des rappels dès qu’elle aura ouvert le bot une fois.',
  'reminder.leads-only': () =>
    'C’est réservé aux responsables. Écrivez « demandes sans POE » pour vos propres demandes.',
};

export const reminderCardWords: typeof en.reminderCardWords = {
  nudge: {
    refresh: 'Actualiser',
    cporReminder: 'Rappel CPOR',
    openOf: 'Ouvrir {customer}, {about}',
    openHint: 'Ouvrir cette demande',
    showAll: 'Tout afficher',
    showAllHint: 'Afficher toutes vos demandes ouvertes',
    tomorrow: 'Demain',
    tomorrowHint: 'Me le rappeler demain',
    nextWeek: 'Semaine prochaine',
    nextWeekHint: 'Me le rappeler la semaine prochaine',
    remindersOff: 'Désactiver les rappels',
    remindersOn: 'Réactiver les rappels',
  },
};
