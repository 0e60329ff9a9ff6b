/** What the bot says about claims, in German. Updating is recommended, never required. */
import { countText, numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { PoeLack } from '../claim.ts';
import type * as en from './en.ts';

/** Bytes of JSON of a name or an address on a button. */
const NAME_BYTES = 80;

const lackStates: Readonly<Record<PoeLack['state'], string>> = { missing: 'fehlt', unclear: 'unklar' };

export const claimTexts: typeof en.claimTexts = {
  assigned: (claimId, name) => `Claim ${claimId} liegt jetzt bei ${name}.`,
  assignedBefore: (claimId, name) => `Claim ${claimId} lag schon bei ${name}.`,
  assignTo: (name, address) => `An ${shorten(name, NAME_BYTES)} zuweisen (${shorten(address, NAME_BYTES)})`,
  whoIsMeant: (claimId) => `Namen sind nicht eindeutig. Wer bekommt Claim ${claimId}?`,
  whichIsAssigned: 'Welcher Claim geht an wen? Schreiben Sie „assign“, die Claim-ID, „to“ und eine Person.',
  whichOfTheseIsAssigned:
    'Welcher davon geht an jemand anderen? Schreiben Sie „assign“, die Claim-ID, „to“ und eine Person.',
  whoGets: (claimId) =>
    `Wer bekommt ihn? Schreiben Sie „assign ${shorten(claimId, NAME_BYTES)} to“ und die E-Mail-Adresse.`,
  namedOwners: {
    none: 'Alle Zuständigen offener Claims sind über ihre Adresse bekannt oder bestätigt.',
    some: (n, locale) =>
      `${countText(n, { one: 'Person ist', other: 'Personen sind' }, locale)} bei offenen Claims nur mit Namen genannt, daher sieht noch niemand diese Claims als die eigenen.`,
    press: 'Drücken Sie auf die Vorschläge, bei denen Sie sicher sind.',
    more: (n, locale) =>
      `${countText(n, { one: 'weiterer Vorschlag folgt', other: 'weitere Vorschläge folgen' }, locale)}, sobald über diese entschieden ist.`,
    nobody: (n, locale) =>
      `Unter ${countText(n, { one: 'Namen', other: 'Namen' }, locale)} hat mir noch niemand geschrieben: Importieren Sie die Adresse dazu, oder schreiben Sie „assign“, die Claim-ID, „to“ und die Adresse.`,
    proposal: (name, address, open, locale) =>
      `${shorten(name, NAME_BYTES)} ist ${shorten(address, NAME_BYTES)} (${countText(open, { one: 'offener Claim', other: 'offene Claims' }, locale)})`,
    confirmed: (name, address) => `Claims von ${name} liegen ab jetzt bei ${address}.`,
    undo: 'Rückgängig',
    others: 'Weitere Namen',
  },
  whichClaim: 'Welcher Claim? Schreiben Sie „claim“ und die ID, zum Beispiel „claim CLM-1001“.',
  title: (n, locale) =>
    n === 0 ? 'Es fehlt kein POE' : `POE fehlt noch für ${countText(n, { one: 'Claim', other: 'Claims' }, locale)}`,
  toUpload: (n, locale) =>
    `${countText(n, { one: 'Claim hat', other: 'Claims haben' }, locale)} hier Dateien, die in Partner Center noch nicht bestätigt sind`,
  nothingImported:
    'Es sind noch keine Kundenzuordnungen importiert. Ein Lead kann den Export aus Partner Center (.csv oder .xlsx) in unseren Chat in Teams ziehen.',
  nothingOpen: 'Hier ist nichts mehr einzuholen oder hochzuladen.',
  nothingMine: (addresses, unowned, locale) =>
    [
      addresses === '' ? 'Bei Ihnen liegt kein offener Claim.' : `Bei ${addresses} liegt kein offener Claim.`,
      ...(unowned > 0
        ? [
            `Für ${countText(unowned, { one: 'offenen Claim', other: 'offene Claims' }, locale)} ist niemand zuständig: Wählen Sie im Filter „Ohne Zuständige“.`,
          ]
        : []),
    ].join(' '),
  nothingMatches: 'Kein offener Claim passt zu diesem Filter.',
  states: {
    'to collect': 'POE fehlt',
    'to upload': 'Noch hochladen',
    done: 'In Partner Center bestätigt',
    'not engaged': 'Nicht mehr tätig',
  },
  claim: (claimId) => `Claim ${claimId}`,
  subscription: (workload, subscriptionId) => `${workload} (${subscriptionId})`,
  workloadPage: (label) => `Workloads ${label}`,
  textFilter: (text) => `„${text}“`,
  noOwner: 'Niemand zuständig',
  you: 'Sie',
  noPoe: 'Hier liegt kein POE',
  poe: (file, who, when) => `${file}, abgelegt von ${who} am ${when}`,
  poeLacks: (lacks) => `Bitte ansehen: ${lacks}.`,
  poeWhy: (why) => `Trotzdem abgelegt: „${why}“`,
  aspects: {
    partner: 'Name des Partners',
    customer: 'Name des Kunden',
    tenantOrDomain: 'Domain oder Verzeichnis-ID',
    workload: 'Workload',
    signature: 'Unterschrift',
    date: 'Datum der Unterschrift',
    activities: 'Beschreibung der Arbeit',
  },
  lack: (aspect, state) => `${aspect} ${lackStates[state]}`,
  filedBut: (lack) => `POE abgelegt, ${lack}`,
  otherDocuments: (n, locale) => `${countText(n, { one: 'weiteres', other: 'weitere' }, locale)} unter „Dokumente“`,
  confirmTitle: { 'to collect': 'War schon dort', 'to upload': 'In Partner Center bestätigt' },
  notCounting: 'Dieser Claim ist nicht zugleich genehmigt und migriert, daher wird für ihn nichts empfohlen.',
  namedOnly:
    'Die zuständige Person ist nur mit Namen genannt, daher sieht noch niemand den Claim als den eigenen. Schreiben Sie „Zuständige ohne Konto“, um zu sagen, wer gemeint ist.',
  namesake:
    'Hier sind Claims von jemandem mit Ihrem Namen. Ein Lead bestätigt einmal, dass Sie das sind, und schreibt mir dazu „Zuständige ohne Konto“.',
  notYours: 'Für diesen Claim ist noch niemand zuständig.',
  allDone: 'Für diesen Claim ist alles erledigt.',
  nobodyEngaged:
    'Sie sind für keinen seiner Workloads mehr tätig. Um die Zuordnung zum Kunden aufheben zu lassen, wenden Sie sich mit dieser Claim-ID an den Support.',
  lastStep:
    'Letzter Schritt: Laden Sie die Dateien in Partner Center hoch und drücken Sie dann hier auf „In Partner Center bestätigt“.',
  stale: 'Diese Karte war veraltet. Hier ist der aktuelle Stand.',
  facts: { owner: 'Zuständig', domain: 'Domain', directory: 'Verzeichnis-ID', mpnId: 'MPN ID', name: 'Claim-Name' },
  ownerChoices: { mine: 'Meine', none: 'Ohne Zuständige', all: 'Alle, die ich sehe', lead: 'Alle Claims' },
  any: 'Alle',
  nobodyCalledSo:
    'Unter den Claims, die Sie sehen dürfen, fand ich keinen Claim oder Kunden mit diesem Namen. Schreiben Sie „Claims ohne POE“ für Ihre Liste.',
  openClaim: (claimId) => `Claim ${shorten(claimId, 60)} öffnen`,
  help: [
    'Schreiben Sie „Claims ohne POE“ für Ihre offenen Claims oder „Claims ohne POE“ und den Namen eines Kunden.',
    'Schreiben Sie „claim“ und eine ID, um einen Claim zu sehen.',
  ],
  helpAssign: 'Schreiben Sie „assign“, eine Claim-ID, „to“ und eine Person, um jemandem einen Claim zu geben.',
  helpRemoved:
    'Öffnen Sie einen Claim und drücken Sie auf „Entfernen“, um ihn aus der Kampagne zu nehmen. Schreiben Sie „entfernte Claims“, um einen zurückzuholen.',
  helpOwners:
    'Schreiben Sie „Zuständige ohne Konto“, um zu sagen, wer gemeint ist, wo ein Export nur einen Namen nennt.',
  button: 'Wo POE fehlt',
  removed: (who, day, reason) => `Entfernt von ${who} am ${day}: ${reason}`,
  removeWhy: 'Sagen Sie, warum dieser Claim entfernt wird, und drücken Sie dann auf „Claim entfernen“.',
  broughtBack: 'Dieser Claim ist zurück: Er steht wieder in den Listen und zählt wieder.',
  removedTitle: (n, locale) =>
    n === 0
      ? 'Kein Claim ist entfernt'
      : countText(n, { one: 'Claim ist entfernt', other: 'Claims sind entfernt' }, locale),
  removedDetail: 'Öffnen Sie einen, um ihn zu lesen oder zurückzuholen.',
};

export const claimProblems: typeof en.claimProblems = {
  'claim.not-found': ({ claimId }) =>
    `Bei Ihnen finde ich keinen Claim ${idText(claimId)}. Prüfen Sie die ID, oder fragen Sie Ihren Lead, ob er importiert wurde.`,
  'claim.gone': () => 'Diesen Claim finde ich bei Ihnen nicht. Vielleicht ist inzwischen jemand anderes zuständig.',
  'claim.without-owner': () =>
    'Für diesen Claim ist noch niemand zuständig. Drücken Sie beim Claim erst auf „Ich übernehme“ und versuchen Sie es dann noch einmal.',
  'claim.leads-assign': () =>
    'Nur Leads weisen Claims zu. Einen Claim ohne Zuständige können Sie übernehmen: Öffnen Sie ihn und drücken Sie auf „Ich übernehme“.',
  'claim.reason-too-long': ({ count, most }, locale) =>
    `Der Grund hat ${countText(count, { one: 'Zeichen', other: 'Zeichen' }, locale)}, es passen bis zu ${numberText(most, locale)}. Es wurde nichts geändert: Bitte kürzen Sie ihn und drücken Sie noch einmal.`,
  'claim.poe-of-another': () =>
    'Dieses Dokument hat jemand anderes abgelegt. Diese Person oder ein Lead kann es zurückziehen. Es wurde nichts geändert.',
  'claim.leads-remove': () => 'Nur Leads entfernen Claims und holen sie zurück. Fragen Sie Ihren Lead.',
  'claim.person-not-found': ({ name }) =>
    `Ich kenne ${nameText(name)} nicht. Schreiben Sie stattdessen die E-Mail-Adresse.`,
  'claim.leads-confirm': () => 'Nur Leads sagen, wer mit einem Namen gemeint ist.',
  'claim.name-of-nobody': () =>
    'Ich kenne niemanden mehr mit diesem Namen. Schreiben Sie „Zuständige ohne Konto“, um zu sehen, wie es steht.',
  'claim.name-of-another': () =>
    'Dieser Name wurde für jemand anderen bestätigt. Schreiben Sie „Zuständige ohne Konto“, um zu sehen, wie es steht.',
};

/** Bytes of JSON of an ID that somebody wrote. */
const ID_BYTES = 100;

/** The bot repeats what people wrote only where it looks like an ID, or a name. */
function idText(written: string): string {
  const claimId = shorten(written, ID_BYTES);
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M} _./#:()…-]{0,99}$/u.test(claimId) ? claimId : 'mit dieser ID';
}

function nameText(name: string): string {
  return /^[\p{L}\p{N}\p{M} .,@_'’+-]{1,100}$/u.test(name) ? name : 'diese Person';
}

export const claimCardWords: typeof en.claimCardWords = {
  claim: {
    workloads: 'Workloads',
    documents: 'Dokumente',
    documentsHint: 'Alle Dokumente dieses Claims, und wer was getan hat',
    download: 'Herunterladen',
    downloadOf: '{name} herunterladen',
    showChanges: 'Zeigen, was sich bei {name} ändern lässt',
    changeOf: '{name} ändern',
    change: 'Ändern',
    undoConfirmation: 'Bestätigung zurücknehmen',
    undoConfirmationOf: 'Bestätigung zurücknehmen: {name}',
    noLongerEngaged: 'Nicht mehr tätig',
    noLongerEngagedOf: 'Nicht mehr tätig: {name}',
    engagedAgain: 'Wieder tätig',
    engagedAgainOf: 'Wieder tätig: {name}',
    previousWorkloads: 'Vorherige Workloads',
    moreWorkloads: 'Weitere Workloads',
    uploadPoe: 'POE hochladen',
    openInPartnerCenter: 'In Partner Center öffnen',
    disassociate: 'Zuordnung aufheben',
    disassociateHint: 'Ein Ticket öffnen, um die Zuordnung zu diesem Kunden aufheben zu lassen',
    take: 'Ich übernehme',
    takeHint: 'Für diesen Claim zuständig werden',
    backToTheList: 'Zurück zur Liste',
    remove: 'Entfernen',
    bringBack: 'Zurückholen',
    bringBackHint: 'Diesen Claim mit Dokumenten und Markierungen wieder listen und zählen',
    removedClaims: 'Entfernte Claims',
  },
  'claim-remove': {
    whatFollows:
      'Ein entfernter Claim steht in keiner Liste mehr, zählt nicht mehr, löst keine Erinnerungen aus, und kein Import ändert ihn. Seine Dokumente und Tickets bleiben in den Aufzeichnungen, und Sie können ihn zurückholen.',
    why: 'Warum wird er entfernt?',
    removeClaim: 'Claim entfernen',
    keepClaim: 'Behalten',
  },
  'removed-claims': {
    openOf: 'Entfernten Claim {claimId} von {customer} öffnen',
    previous: 'Vorherige',
    next: 'Nächste',
  },
  'needs-poe': {
    whatNeedsPoe: 'Wo POE fehlt',
    filteredBy: 'Filter: ',
    filter: 'Filter',
    filterHint: 'Filter zeigen oder verbergen',
    clearFilter: 'Filter löschen',
    program: 'Programm',
    workload: 'Workload',
    owner: 'Zuständig',
    customerOrClaimId: 'Kunde oder Claim-ID',
    textHint: 'Ein Teil genügt',
    apply: 'Anwenden',
    openOf: 'Claim {claimId} von {customer} öffnen',
    open: 'Claim {claimId} öffnen',
    previous: 'Vorherige',
    next: 'Nächste',
  },
};
