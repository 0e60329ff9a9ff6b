/** What leads read about the campaign, in Italian: the report, the digest, and reminders that they ask for. */
import type { Reason } from '../../delivery/nudge.ts';
import { countText, numberText, plural } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { UnreachedOwner } from '../digest.ts';
import type * as en from './en.ts';

/** Bytes of JSON. */
const NAME = 100;

/** Why somebody got nothing, as the end of "non inviati: …". */
const reasons: typeof en.reportTexts.reasons = {
  'nothing open': 'non restava nulla da fare',
  unreachable: 'il bot non è installato, o è stato rimosso o bloccato',
  'no lead': 'è riservato ai coordinatori',
  off: 'i promemoria sono disattivati',
  snoozed: 'era stato chiesto un giorno successivo',
  'outside hours': 'era fuori dall’orario di lavoro',
  'not yet': 'il giorno non è ancora arrivato',
  'already sent': 'c’era già',
  'being sent': 'l’invio era già in corso',
  unknown: 'forse era già arrivato',
  failed: 'non è stato possibile consegnarlo',
  superseded: 'uno più recente ne ha preso il posto',
  over: 'l’ultimo giorno utile era passato',
};

/** Why a lead's reminder is not sent: with the name, as a sentence. */
const whyNot: Partial<Record<Reason, (name: string) => string>> = {
  'nothing open': (name) => `${name} non ha più nulla da raccogliere o da caricare.`,
  unreachable: (name) => `Non riesco a raggiungere ${name}: non ha installato il bot, o lo ha rimosso o bloccato.`,
  off: (name) => `${name} ha disattivato i promemoria, quindi non disturbo.`,
  'being sent': (name) => `Un promemoria per ${name} è già in arrivo.`,
  failed: (name) => `Il promemoria di oggi per ${name} non è stato consegnato. Domani può partirne un altro.`,
  unknown: (name) =>
    `Oggi è partito un promemoria per ${name}, ma non è arrivata conferma. Potrebbe essere arrivato, quindi non ne invio un secondo.`,
};

const reach: Readonly<Record<UnreachedOwner['reach'], string>> = {
  'never installed': 'non ha installato il bot',
  blocked: 'ha rimosso o bloccato il bot',
  'by name alone': 'figura solo per nome: scrivi «responsabili da confermare»',
};

export const reportTexts: typeof en.reportTexts = {
  help: 'Scrivi «stato della campagna» per vedere a che punto sono tutti e inviare promemoria, e «condividi l’avviso» per condividere l’avviso.',
  button: 'Vedi il report',
  digest: {
    unowned: (n, locale) =>
      `${countText(n, { one: 'richiesta aperta', many: 'di richieste aperte', other: 'richieste aperte' }, locale)} senza responsabile`,
    unownedHint: (open) =>
      `${open}. Senza un responsabile non parte nessun promemoria. Per assegnare una richiesta a qualcuno, scrivi «assign», il suo ID, «to» e il nome della persona.`,
    unreached: (n, locale) =>
      countText(
        n,
        {
          one: 'responsabile che non riesco a raggiungere',
          many: 'di responsabili che non riesco a raggiungere',
          other: 'responsabili che non riesco a raggiungere',
        },
        locale,
      ),
    unreachedHint:
      'I promemoria iniziano non appena aprono il bot o gli scrivono. Un amministratore di Teams può installarlo per loro.',
    unreachedDetail: (open, why, locale) =>
      `${countText(open, { one: 'richiesta aperta', many: 'di richieste aperte', other: 'richieste aperte' }, locale)}, ${reach[why]}`,
    stalled: (n, locale) =>
      countText(
        n,
        {
          one: 'responsabile che forse gradirebbe una mano',
          many: 'di responsabili che forse gradirebbero una mano',
          other: 'responsabili che forse gradirebbero una mano',
        },
        locale,
      ),
    stalledHint: 'Sono partiti due promemoria, e quanto resta aperto non è cambiato.',
    stalledDetail: (open, locale) =>
      countText(open, { one: 'richiesta aperta', many: 'di richieste aperte', other: 'richieste aperte' }, locale),
    moreNames: (n, locale) => countText(n, { one: 'altro nome', many: 'di altri nomi', other: 'altri nomi' }, locale),
    notNamed: (n, locale) =>
      `e ${countText(n, { one: 'altra persona, che qui non compare', many: 'di altre persone, che qui non compaiono', other: 'altre persone, che qui non compaiono' }, locale)}`,
    empty: 'Ogni richiesta aperta ha un responsabile, e riesco a raggiungerli tutti.',
  },
  card: {
    claims: {
      toCollect: 'con POE da raccogliere',
      toUpload: 'da caricare in Partner Center',
      lacking: 'con POE che potrebbe non bastare',
      nothingLeft: 'senza nulla in sospeso',
      unowned: 'di quelle aperte, senza responsabile',
    },
    sent: 'inviati',
    waiting: 'in attesa di invio',
    waitingSince: (age) => `in attesa di invio, il meno recente da ${age}`,
    perSecond: 'al secondo in partenza',
    perMinute: 'al minuto in partenza',
    unknown: 'senza conferma: potrebbero essere arrivati, quindi non vengono inviati di nuovo',
    failed: (why) => `non consegnati: ${why}`,
    skipped: (why) => `non inviati: ${why}`,
    owners: (n, locale) =>
      n === 0
        ? 'Nessuna richiesta aperta ha un responsabile'
        : countText(
            n,
            {
              one: 'responsabile di richieste aperte',
              many: 'di responsabili di richieste aperte',
              other: 'responsabili di richieste aperte',
            },
            locale,
          ),
    nothingOpen: 'Nulla di aperto',
    lastSent: (day) => `Ultimo promemoria: ${day}`,
    neverSent: 'Ancora nessun promemoria',
    notes: {
      'never installed': 'Non ha installato il bot',
      blocked: 'Ha rimosso o bloccato il bot',
      'by name alone': 'Figura solo per nome: scrivi «responsabili da confermare»',
      off: 'Ha disattivato i promemoria',
    },
    snoozed: (day) => `Ha chiesto una pausa fino a ${day}`,
    remindAll: (n, locale) =>
      plural(
        n,
        {
          one: 'Promemoria a 1 persona',
          many: `Promemoria a tutti (${numberText(n, locale)})`,
          other: `Promemoria a tutti (${numberText(n, locale)})`,
        },
        locale,
      ),
  },
  remindedNow: (name) => `${short(name)} riceve ora un promemoria.`,
  remindedLater: (name, when) =>
    `${short(name)} riceve un promemoria quando inizia il suo orario di lavoro: ${when}, secondo il tuo fuso orario.`,
  snoozed: (name, day) => `${short(name)} ha chiesto una pausa fino a questa data: ${day}. Aspetto fino ad allora.`,
  notReminded: (name, why) =>
    (whyNot[why] ?? ((who: string) => `${who} ha già ricevuto un promemoria oggi.`))(short(name)),
  remindingAll:
    'Invio un promemoria a chiunque abbia richieste aperte e sia raggiungibile, nel suo orario di lavoro e al massimo una volta al giorno.',
  remindingAllBefore: 'L’avevi già chiesto, quindi non ricomincio. Qui sotto vedi a che punto è.',
  toCollect: (n, locale) => `${numberText(n, locale)} da raccogliere`,
  toUpload: (n, locale) => `${numberText(n, locale)} da caricare`,
  age: {
    moments: 'meno di un minuto',
    minutes: (n, locale) => countText(n, { one: 'minuto', many: 'di minuti', other: 'minuti' }, locale),
    hours: (n, locale) => countText(n, { one: 'ora', many: 'di ore', other: 'ore' }, locale),
    days: (n, locale) => countText(n, { one: 'giorno', many: 'di giorni', other: 'giorni' }, locale),
  },
  reasons,
  refusals: {
    gone: 'la chat non c’è più',
    status: (status) => `Teams l’ha rifiutato (${status})`,
    expired: 'Teams non l’ha accettato per 24 ore',
    other: 'altri motivi',
  },
};

export const reportProblems: typeof en.reportProblems = {
  'report.leads-only': () =>
    'Questo è riservato ai coordinatori. Scrivi «richieste senza POE» per vedere le tue richieste.',
};

function short(name: string): string {
  return shorten(name, NAME);
}

export const reportCardWords: typeof en.reportCardWords = {
  digest: {
    forLeads: 'Per i coordinatori',
    heading: 'Dove un coordinatore può aiutare',
    moreNamesHint: 'Mostra o nascondi altri nomi',
    openTheReport: 'Apri il report',
    claimsWithoutAnOwner: 'Senza responsabile',
    howOff: 'Per non ricevere più card come questa, scrivi «promemoria off» in qualsiasi momento.',
  },
  report: {
    report: 'Report',
    heading: 'A che punto è la campagna',
    claims: 'Richieste',
    remindersSoFar: 'Promemoria finora',
    remind: 'Invia promemoria',
    remindOf: 'Invia un promemoria a {name}',
    shareTheNotice: 'Condividi l’avviso',
    previous: 'Precedente',
    next: 'Successiva',
  },
};
