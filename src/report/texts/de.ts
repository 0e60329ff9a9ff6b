/** What leads read about the campaign, in German: the report, the digest, and reminders that they ask for. */
import type { Reason } from '../../delivery/nudge.ts';
import { countText, numberText, plural } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { UnreachedOwner } from '../digest.ts';
import type * as en from './en.ts';

/** Bytes of JSON. */
const NAME = 100;

/** Why somebody got nothing, as the end of "nicht gesendet: …". */
const reasons: Readonly<Record<Reason, string>> = {
  'nothing open': 'nichts war mehr zu tun',
  unreachable: 'der Bot ist nicht installiert oder wurde entfernt oder blockiert',
  'no lead': 'sie ist nur für Leads',
  off: 'Erinnerungen sind ausgeschaltet',
  snoozed: 'ein späterer Tag war gewünscht',
  'outside hours': 'es war außerhalb der Arbeitszeit',
  'not yet': 'der Tag kommt noch',
  'already sent': 'sie war schon da',
  'being sent': 'sie war schon unterwegs',
  unknown: 'sie kam vielleicht schon vorher an',
  failed: 'sie war nicht zustellbar',
  superseded: 'eine neuere trat an ihre Stelle',
  over: 'der letzte Tag dafür war vorbei',
};

/** Why a lead's reminder is not sent: with the name, as a sentence. */
const whyNot: Partial<Record<Reason, (name: string) => string>> = {
  'nothing open': (name) => `${name} hat nichts mehr einzuholen oder hochzuladen.`,
  unreachable: (name) =>
    `Ich kann ${name} nicht erreichen: Der Bot ist dort nicht installiert oder wurde entfernt oder blockiert.`,
  off: (name) => `${name} hat Erinnerungen ausgeschaltet, daher erinnere ich nicht.`,
  'being sent': (name) => `Eine Erinnerung für ${name} ist schon unterwegs.`,
  failed: (name) => `Die heutige Erinnerung für ${name} war nicht zustellbar. Morgen kann wieder eine gesendet werden.`,
  unknown: (name) =>
    `Eine Erinnerung für ${name} wurde heute gesendet, aber es kam keine Antwort. Vielleicht ist sie angekommen, daher sende ich keine zweite.`,
};

const reach: Readonly<Record<UnreachedOwner['reach'], string>> = {
  'never installed': 'hat den Bot nicht installiert',
  blocked: 'hat den Bot entfernt oder blockiert',
  'by name alone': 'ist nur mit Namen genannt: Schreiben Sie „Zuständige ohne Konto“',
};

export const reportTexts: typeof en.reportTexts = {
  help: 'Schreiben Sie „Bericht“, um zu sehen, wie es bei allen steht, und sie zu erinnern, und „Mitteilung teilen“, um die Mitteilung zu teilen.',
  button: 'Bericht zeigen',
  digest: {
    unowned: (n, locale) => `${countText(n, { one: 'offener Claim', other: 'offene Claims' }, locale)} ohne Zuständige`,
    unownedHint: (open) =>
      `${open}. Ohne Zuständige wird keine Erinnerung gesendet. Um jemandem einen Claim zu geben, schreiben Sie „assign“, die ID, „to“ und den Namen.`,
    unreached: (n, locale) =>
      `${countText(n, { one: 'zuständige Person', other: 'zuständige Personen' }, locale)} für mich nicht erreichbar`,
    unreachedHint:
      'Erinnerungen an sie beginnen, sobald sie den Bot öffnen oder ihm schreiben. Die Teams-Administration kann ihn für sie installieren.',
    unreachedDetail: (open, why, locale) =>
      `${countText(open, { one: 'offener Claim', other: 'offene Claims' }, locale)}, ${reach[why]}`,
    stalled: (n, locale) =>
      `${countText(n, { one: 'zuständige Person freut', other: 'zuständige Personen freuen' }, locale)} sich vielleicht über Hilfe`,
    stalledHint: 'Zwei Erinnerungen wurden gesendet, und es ist noch so viel offen wie vorher.',
    stalledDetail: (open, locale) => countText(open, { one: 'offener Claim', other: 'offene Claims' }, locale),
    moreNames: (n, locale) => countText(n, { one: 'weiterer Name', other: 'weitere Namen' }, locale),
    notNamed: (n, locale) =>
      `und ${plural(n, { one: 'noch 1', other: `${numberText(n, locale)} weitere` }, locale)}, hier nicht genannt`,
    empty: 'Für jeden offenen Claim ist jemand zuständig, und ich kann alle erreichen.',
  },
  card: {
    claims: {
      toCollect: 'noch ohne POE',
      toUpload: 'noch in Partner Center hochzuladen',
      lacking: 'mit POE, der vielleicht nicht reicht',
      nothingLeft: 'vollständig erledigt',
      unowned: 'davon offen und ohne Zuständige',
    },
    sent: 'gesendet',
    waiting: 'noch zu senden',
    waitingSince: (age) => `noch zu senden, längste Wartezeit ${age}`,
    perSecond: 'werden pro Sekunde gesendet',
    perMinute: 'werden pro Minute gesendet',
    unknown: 'ohne Bestätigung: vielleicht angekommen, daher wird nicht noch einmal gesendet',
    failed: (why) => `nicht zugestellt: ${why}`,
    skipped: (why) => `nicht gesendet: ${why}`,
    owners: (n, locale) =>
      n === 0
        ? 'Für keinen offenen Claim ist jemand zuständig'
        : countText(n, { one: 'Person mit offenen Claims', other: 'Personen mit offenen Claims' }, locale),
    nothingOpen: 'Nichts offen',
    lastSent: (day) => `Letzte Erinnerung am ${day}`,
    neverSent: 'Noch nicht erinnert',
    notes: {
      'never installed': 'Hat den Bot nicht installiert',
      blocked: 'Hat den Bot entfernt oder blockiert',
      'by name alone': 'Nur mit Namen genannt: Schreiben Sie „Zuständige ohne Konto“',
      off: 'Hat Erinnerungen ausgeschaltet',
    },
    snoozed: (day) => `Wünscht Ruhe bis ${day}`,
    remindAll: (n, locale) =>
      plural(n, { one: '1 Person erinnern', other: `Alle ${numberText(n, locale)} erinnern` }, locale),
  },
  remindedNow: (name) => `${short(name)} bekommt jetzt eine Erinnerung.`,
  remindedLater: (name, when) =>
    `${short(name)} bekommt eine Erinnerung zu Beginn der eigenen Arbeitszeit: ${when} nach Ihrer Uhr.`,
  snoozed: (name, day) => `${short(name)} wünscht Ruhe bis zum ${day}, so lange warte ich.`,
  notReminded: (name, why) => (whyNot[why] ?? ((who: string) => `${who} wurde heute schon erinnert.`))(short(name)),
  remindingAll:
    'Ich erinnere alle mit offenen Claims, die ich erreichen kann, jeweils in ihrer Arbeitszeit und höchstens einmal am Tag.',
  remindingAllBefore:
    'Das haben Sie schon einmal gewünscht, daher beginne ich nicht von vorn. Unten sehen Sie, wie weit es ist.',
  toCollect: (n, locale) => `${numberText(n, locale)} ohne POE`,
  toUpload: (n, locale) => `${numberText(n, locale)} hochzuladen`,
  age: {
    moments: 'weniger als eine Minute',
    minutes: (n, locale) => countText(n, { one: 'Minute', other: 'Minuten' }, locale),
    hours: (n, locale) => countText(n, { one: 'Stunde', other: 'Stunden' }, locale),
    days: (n, locale) => countText(n, { one: 'Tag', other: 'Tage' }, locale),
  },
  reasons,
  /** Why a message was refused, as the end of "nicht zugestellt: …". */
  refusals: {
    gone: 'der Chat ist nicht mehr da',
    status: (status) => `Teams hat sie abgelehnt (${status})`,
    expired: 'Teams hat sie 24 Stunden lang nicht angenommen',
    other: 'andere Gründe',
  },
};

export const reportProblems: typeof en.reportProblems = {
  'report.leads-only': () => 'Das ist nur für Leads. Schreiben Sie „Claims ohne POE“ für Ihre eigenen Claims.',
};

function short(name: string): string {
  return shorten(name, NAME);
}

export const reportCardWords: typeof en.reportCardWords = {
  digest: {
    forLeads: 'Für Leads',
    heading: 'Wo ein Lead helfen kann',
    moreNamesHint: 'Weitere Namen zeigen oder verbergen',
    openTheReport: 'Bericht öffnen',
    claimsWithoutAnOwner: 'Claims ohne Zuständige',
    howOff: 'Möchten Sie keine solchen Karten mehr bekommen, schreiben Sie jederzeit „Erinnerungen aus“.',
  },
  report: {
    report: 'Bericht',
    heading: 'Wo die Kampagne steht',
    claims: 'Claims',
    remindersSoFar: 'Erinnerungen bisher',
    remind: 'Erinnern',
    remindOf: '{name} erinnern',
    shareTheNotice: 'Mitteilung teilen',
    previous: 'Vorherige',
    next: 'Nächste',
  },
};
