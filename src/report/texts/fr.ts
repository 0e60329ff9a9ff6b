/** What leads read about the campaign, in French: the report, the digest, and reminders that they ask for. */
import type { Reason } from '../../delivery/nudge.ts';
import { countText, numberText, plural } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { UnreachedOwner } from '../digest.ts';
import type * as en from './en.ts';

/** Bytes of JSON. */
const NAME = 100;

/** Why somebody got nothing, as the end of "non envoyés : …". */
const reasons: Readonly<Record<Reason, string>> = {
  'nothing open': 'il ne restait rien à faire',
  unreachable: 'le bot n’est pas installé, ou a été supprimé ou bloqué',
  'no lead': 'c’est réservé aux responsables',
  off: 'les rappels sont désactivés',
  snoozed: 'un jour plus tardif a été demandé',
  'outside hours': 'c’était hors des heures de travail',
  'not yet': 'le jour n’est pas encore venu',
  'already sent': 'il était déjà là',
  'being sent': 'il était déjà en cours d’envoi',
  unknown: 'il est peut-être déjà arrivé',
  failed: 'il n’a pas pu être remis',
  superseded: 'un plus récent l’a remplacé',
  over: 'le dernier jour prévu était passé',
};

/** Why a lead's reminder is not sent: with the name, as a sentence. */
const whyNot: Partial<Record<Reason, (name: string) => string>> = {
  'nothing open': (name) => `${name} n’a plus rien à recueillir ni à charger.`,
  unreachable: (name) => `Je ne peux pas joindre ${name} : le bot n’y est pas installé, ou a été supprimé ou bloqué.`,
  off: (name) => `${name} a désactivé les rappels, je n’en envoie donc pas.`,
  'being sent': (name) => `Un rappel pour ${name} est déjà en route.`,
  failed: (name) => `Le rappel du jour pour ${name} n’a pas pu être remis. Un autre peut partir demain.`,
  unknown: (name) =>
    `Un rappel pour ${name} est parti aujourd’hui, mais je n’ai pas reçu de réponse. Il est peut-être arrivé, je n’en envoie donc pas de second.`,
};

const reach: Readonly<Record<UnreachedOwner['reach'], string>> = {
  'never installed': 'n’a pas installé le bot',
  blocked: 'a supprimé ou bloqué le bot',
  'by name alone': 'n’est connu que par le nom : écrivez « propriétaires à confirmer »',
};

export const reportTexts: typeof en.reportTexts = {
  help: 'Écrivez « rapport » pour voir où en est chacun et envoyer des rappels, et « partager le communiqué » pour diffuser le communiqué.',
  button: 'Voir le rapport',
  digest: {
    unowned: (n, locale) =>
      `${countText(n, { one: 'demande ouverte', many: 'de demandes ouvertes', other: 'demandes ouvertes' }, locale)} sans propriétaire`,
    unownedHint: (open) =>
      `${open}. Sans propriétaire, aucun rappel ne part. Pour confier une demande à quelqu’un, écrivez « assign », son ID, « to » et le nom.`,
    unreached: (n, locale) =>
      `${countText(n, { one: 'propriétaire', many: 'de propriétaires', other: 'propriétaires' }, locale)} que je ne peux pas joindre`,
    unreachedHint:
      'Leurs rappels commencent dès que ces personnes ouvrent le bot ou lui écrivent. Un administrateur Teams peut l’installer pour elles.',
    unreachedDetail: (open, why, locale) =>
      `${countText(open, { one: 'demande ouverte', many: 'de demandes ouvertes', other: 'demandes ouvertes' }, locale)}, ${reach[why]}`,
    stalled: (n, locale) =>
      `${countText(n, { one: 'propriétaire apprécierait', many: 'de propriétaires apprécieraient', other: 'propriétaires apprécieraient' }, locale)} peut-être un coup de main`,
    stalledHint: 'Deux rappels sont partis, et il reste autant de demandes ouvertes qu’avant.',
    stalledDetail: (open, locale) =>
      countText(open, { one: 'demande ouverte', many: 'de demandes ouvertes', other: 'demandes ouvertes' }, locale),
    moreNames: (n, locale) => countText(n, { one: 'autre nom', many: 'd’autres noms', other: 'autres noms' }, locale),
    notNamed: (n, locale) =>
      `et ${countText(n, { one: 'autre, non nommé', many: 'd’autres, non nommés', other: 'autres, non nommés' }, locale)} ici`,
    empty: 'Chaque demande ouverte a un propriétaire, et je peux tous les joindre.',
  },
  card: {
    claims: {
      toCollect: 'avec POE à recueillir',
      toUpload: 'à charger dans Partner Center',
      lacking: 'avec une POE qui ne suffit peut-être pas',
      nothingLeft: 'où il ne reste rien à faire',
      unowned: 'dont ouvertes sans propriétaire',
    },
    sent: 'envoyés',
    waiting: 'en attente d’envoi',
    waitingSince: (age) => `en attente d’envoi, au plus depuis ${age}`,
    perSecond: 'envois par seconde',
    perMinute: 'envois par minute',
    unknown: 'sans confirmation : peut-être arrivés, donc pas de nouvel envoi',
    failed: (why) => `non remis : ${why}`,
    skipped: (why) => `non envoyés : ${why}`,
    owners: (n, locale) =>
      n === 0
        ? 'Aucune demande ouverte n’a de propriétaire'
        : countText(
            n,
            {
              one: 'propriétaire de demandes ouvertes',
              many: 'de propriétaires de demandes ouvertes',
              other: 'propriétaires de demandes ouvertes',
            },
            locale,
          ),
    nothingOpen: 'Rien d’ouvert',
    lastSent: (day) => `Dernier rappel le ${day}`,
    neverSent: 'Pas encore de rappel',
    notes: {
      'never installed': 'N’a pas installé le bot',
      blocked: 'A supprimé ou bloqué le bot',
      'by name alone': 'Connu seulement par le nom : écrivez « propriétaires à confirmer »',
      off: 'A désactivé les rappels',
    },
    snoozed: (day) => `Pas de rappel jusqu’au ${day}, à sa demande`,
    remindAll: (n, locale) =>
      plural(
        n,
        {
          one: 'Relancer 1 personne',
          many: `Relancer ${numberText(n, locale)} de personnes`,
          other: `Relancer ${numberText(n, locale)} personnes`,
        },
        locale,
      ),
  },
  remindedNow: (name) => `${short(name)} reçoit un rappel maintenant.`,
  remindedLater: (name, when) =>
    `${short(name)} recevra un rappel au début de ses heures de travail : le ${when} à votre heure.`,
  snoozed: (name, day) => `${short(name)} ne souhaite pas de rappel jusqu’au ${day}, j’attends donc cette date.`,
  notReminded: (name, why) =>
    (whyNot[why] ?? ((who: string) => `${who} a déjà reçu un rappel aujourd’hui.`))(short(name)),
  remindingAll:
    'J’envoie un rappel à toutes les personnes avec des demandes ouvertes que je peux joindre, pendant leurs heures de travail et une fois par jour au plus.',
  remindingAllBefore: 'Vous l’avez déjà demandé, je ne recommence donc pas. Vous voyez ci-dessous où cela en est.',
  toCollect: (n, locale) => `${numberText(n, locale)} à recueillir`,
  toUpload: (n, locale) => `${numberText(n, locale)} à charger`,
  age: {
    moments: 'moins d’une minute',
    minutes: (n, locale) => countText(n, { one: 'minute', many: 'de minutes', other: 'minutes' }, locale),
    hours: (n, locale) => countText(n, { one: 'heure', many: 'd’heures', other: 'heures' }, locale),
    days: (n, locale) => countText(n, { one: 'jour', many: 'de jours', other: 'jours' }, locale),
  },
  reasons,
  /** Why a message was refused, as the end of "non remis : …". */
  refusals: {
    gone: 'la conversation n’existe plus',
    status: (status) => `Teams l’a refusé (${status})`,
    expired: 'Teams ne l’a pas accepté pendant 24 heures',
    other: 'autres raisons',
  },
};

export const reportProblems: typeof en.reportProblems = {
  'report.leads-only': () => 'C’est réservé aux responsables. Écrivez « demandes sans POE » pour vos propres demandes.',
};

function short(name: string): string {
  return shorten(name, NAME);
}

export const reportCardWords: typeof en.reportCardWords = {
  digest: {
    forLeads: 'Pour les responsables',
    heading: 'Où un responsable peut aider',
    moreNamesHint: 'Afficher ou masquer d’autres noms',
    openTheReport: 'Ouvrir le rapport',
    claimsWithoutAnOwner: 'Sans propriétaire',
    howOff: 'Pour ne plus recevoir ce genre de carte, écrivez « désactiver les rappels » à tout moment.',
  },
  report: {
    report: 'Rapport',
    heading: 'Où en est la campagne',
    claims: 'Demandes',
    remindersSoFar: 'Rappels jusqu’ici',
    remind: 'Relancer',
    remindOf: 'Relancer {name}',
    shareTheNotice: 'Diffuser le communiqué',
    previous: 'Précédent',
    next: 'Suivant',
  },
};
