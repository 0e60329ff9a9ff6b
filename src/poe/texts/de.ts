/** What the bot says about documents that are filed as POE, in German. */
import { countText, numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const poeTexts: typeof en.poeTexts = {
  fileLine: (parts) => parts.filter((part) => part !== '').join(' · '),
  pages: (n, locale) => countText(n, { one: 'Seite', other: 'Seiten' }, locale),
  files: (n, locale) => countText(n, { one: 'Datei', other: 'Dateien' }, locale),
  unnamed: { link: 'Der Link', picture: 'Das Bild', recording: 'Die Aufzeichnung', loop: 'Die Loop-Komponente' },
  refused: (name, reason) => `${name}: ${reason}`,
  noExport: (name, reason) =>
    `${name} ist kein Export, den ich importieren kann. ${reason} Ein Export hat eine Spalte mit Claim-IDs und mindestens zwei weitere, etwa Customer, Workload oder Status. Ich nehme die Datei als POE.`,
  tooMany: (most) =>
    `Ich nehme bis zu ${most} Dateien auf einmal. Bitte senden Sie die anderen in einer weiteren Nachricht.`,
  reasons: {
    'claim id in it': 'Vorgeschlagen, weil die Claim-ID im Dokument steht.',
    'domain in it': 'Vorgeschlagen, weil die Domain oder Verzeichnis-ID des Kunden im Dokument steht.',
    'customer in it': 'Vorgeschlagen, weil der Name des Kunden im Dokument steht.',
    'claim id': 'Vorgeschlagen, weil die Claim-ID in Ihrer Nachricht oder im Dateinamen steht.',
    customer: 'Vorgeschlagen, weil der Name des Kunden in Ihrer Nachricht oder im Dateinamen steht.',
    'opened last': 'Vorgeschlagen, weil Sie diesen Claim zuletzt geöffnet haben.',
    only: 'Vorgeschlagen, weil es Ihr einziger offener Claim ist.',
    'dropped on it': 'Vorgeschlagen, weil Sie das Dokument auf diesen Claim gezogen haben.',
  },
  allStands: 'Es zeigt alles, worauf bei der Prüfung geachtet wird.',
  stands: (aspects) => `Es zeigt ${aspects}.`,
  aspects: {
    partner: 'Ihr Unternehmen',
    customer: 'den Kunden',
    tenantOrDomain: 'die Domain oder Verzeichnis-ID des Kunden',
    workload: 'die Workloads',
    signature: 'die Unterschrift des Kunden',
    date: 'das Datum der Unterschrift',
    activities: 'was getan wurde',
  },
  quoted: (words, page) => (page === undefined ? `„${words}“` : `„${words}“ (Seite ${page})`),
  lacks: {
    partner: {
      missing: 'Ihr Unternehmen ist nicht genannt. Fügen Sie eine Seite hinzu, die es nennt.',
      unclear: 'Ich bin nicht sicher, ob Ihr Unternehmen genannt ist. Sehen Sie vor dem Ablegen nach.',
    },
    customer: {
      missing: (customer, other) =>
        other === undefined
          ? `${customer} ist nicht genannt. Prüfen Sie, ob es die richtige Datei ist.`
          : `Da steht ${other}, das sieht nach einem anderen Unternehmen aus als ${customer}. Prüfen Sie, ob es die richtige Datei ist.`,
      unclear: (customer) => `Ich bin nicht sicher, ob ${customer} genannt ist. Sehen Sie vor dem Ablegen nach.`,
    },
    tenantOrDomain: {
      missing:
        'Weder die Domain noch die Verzeichnis-ID des Kunden steht darin. Eine E-Mail-Adresse des Kunden genügt.',
      unclear:
        'Ich bin nicht sicher, ob die Domain oder Verzeichnis-ID des Kunden darin steht. Sehen Sie vor dem Ablegen nach.',
    },
    workload: {
      missing: (names) =>
        `Nicht genannt: ${names}. Wählen Sie nur, was das Dokument zeigt, oder fügen Sie eine Seite hinzu, die den Rest nennt.`,
      unclear: (names) => `Ich bin nicht sicher, ob dies genannt ist: ${names}. Sehen Sie vor dem Ablegen nach.`,
    },
    signature: {
      missing:
        'Es fehlt die Unterschrift des Kunden. Lassen Sie es mit Datum unterschreiben, oder fügen Sie die unterschriebene Seite hinzu.',
      unclear:
        'Ich bin nicht sicher, ob der Kunde unterschrieben hat. Name und Datum neben der Unterschrift machen es klar.',
    },
    date: {
      missing: (words) =>
        words === undefined
          ? 'Bei der Unterschrift des Kunden steht kein Datum. Lassen Sie es ergänzen, oder fügen Sie die Seite mit Datum hinzu.'
          : `Das Datum der Unterschrift, ${words}, liegt nicht in den letzten 12 Monaten. Ein neueres unterschriebenes Dokument wird empfohlen.`,
      unclear: (words) =>
        words === undefined
          ? 'Ich bin nicht sicher, wann der Kunde unterschrieben hat. Prüfen Sie, ob es in den letzten 12 Monaten war.'
          : `Ich bin nicht sicher, welcher Tag ${words} ist. Prüfen Sie, ob er in den letzten 12 Monaten liegt.`,
    },
    activities: {
      missing: 'Darin steht nicht, was getan wurde. Fügen Sie die Seite hinzu, die die Arbeit beschreibt.',
      unclear: 'Ich bin nicht sicher, ob darin steht, was getan wurde. Sehen Sie vor dem Ablegen nach.',
    },
  },
  unread: {
    slow: 'Ich konnte es nicht lesen. Bitte prüfen Sie es vor dem Ablegen selbst.',
    kind: 'Diese Art von Datei kann ich nicht lesen. Ein Word-Dokument (.docx) oder eine PDF-Datei könnte ich prüfen. Sie können die Datei auch so ablegen.',
    partly: 'Ich konnte nicht alles lesen. Was ich nicht fand, steht vielleicht trotzdem darin.',
  },
  waitsForScan: (name) =>
    `${name}: Der Virenscanner ist gerade nicht erreichbar. Ich bewahre die Datei auf, lese nichts darin und melde mich hier, sobald sie geprüft ist.`,
  scanned: (name) => `${name} ist auf Viren geprüft.`,
  scannedSpreadsheet: (name) =>
    `${name} ist auf Viren geprüft. Ist es ein Export aus Partner Center, ziehen Sie ihn bitte noch einmal hierher, um ihn zu importieren.`,
  reading: (name) => `Ich lese ${name}. Bei Scans dauert jede Seite ein paar Sekunden.`,
  readingSeveral: (n, locale) =>
    `Ich lese ${countText(n, { one: 'Datei', other: 'Dateien' }, locale)}. Bei Scans dauert jede Seite ein paar Sekunden.`,
  claimChoice: (claimId, customer, program) => `${customer} · ${claimId} · ${program}`,
  submitFile: 'POE ablegen',
  submitNext: 'Weiter',
  severalTitle: (n, locale) => `${countText(n, { one: 'Datei', other: 'Dateien' }, locale)} für mehrere Claims`,
  whichClaim: 'Für welchen Claim ist das?',
  claimOf: (customer, claimId) => [customer, claimId].filter((part) => part !== '').join(' · '),
  fileSure: (n, locale) => (n === 1 ? 'Das eindeutige ablegen' : `${numberText(n, locale)} eindeutige ablegen`),
  notClear: 'Auch ein anderer Claim kommt infrage: Öffnen Sie es, um zu wählen.',
  filedFor: (workloads) => `Abgelegt für ${workloads}.`,
  notRead: 'Ich konnte es nicht lesen.',
  mayLack: (lacks) => `Bitte ansehen: ${lacks}.`,
  alreadyDecided: 'Es ist schon abgelegt.',
  others: (names) => `Es nennt auch ${names}. Ist es hier abgelegt, biete ich es dort an.`,
  chooseClaim: 'Wählen Sie einen Claim, oder schreiben Sie seine ID.',
  severalClaims: (text) => `Mehrere Claims passen zu „${text}“. Wählen Sie einen.`,
  noClaimLike: (text) =>
    `Bei Ihnen finde ich keinen Claim „${text}“. Prüfen Sie die ID, oder fragen Sie Ihren Lead, ob er importiert wurde.`,
  noClaimLikeForLead: (text) => `Ich finde keinen Claim „${text}“. Prüfen Sie die ID, und ob er importiert wurde.`,
  chooseWorkloads: 'Wählen Sie mindestens einen Workload.',
  workloadsOf: (customer) => `Das sind die Workloads von ${customer}. Wählen Sie, und legen Sie dann ab.`,
  noClaims:
    'Es gibt noch keinen Claim, für den Sie ablegen können. Bitten Sie Ihren Lead, ihn zu importieren oder Ihnen zuzuweisen, und senden Sie die Datei dann noch einmal.',
  noClaimsForLead:
    'Es gibt noch keinen Claim dafür. Ziehen Sie erst den Export aus Partner Center hierher, und senden Sie die Datei dann noch einmal.',
  discarded: 'Verworfen. Es wurde nichts abgelegt.',
  filed: (files, workloads, claimId) =>
    `${files} abgelegt für ${workloads} bei Claim ${claimId}. Letzter Schritt: In Partner Center hochladen und dann auf „In Partner Center bestätigt“ drücken.`,
  alreadyFiled: (name, workload, when) => `${name} wurde für ${workload} schon am ${when} abgelegt.`,
  alreadyFiledDraft: (claimId) => `Schon bei Claim ${claimId} abgelegt. Hier ist der aktuelle Stand.`,
  kinds: {
    pdf: 'PDF',
    docx: 'Word-Dokument',
    xlsx: 'Excel-Arbeitsmappe',
    pptx: 'PowerPoint-Präsentation',
    doc: 'Word-Dokument',
    msg: 'Outlook-Nachricht',
    png: 'Bild',
    jpg: 'Bild',
    tiff: 'Bild',
    txt: 'Reiner Text',
    csv: 'CSV-Datei',
    html: 'Webseite',
    eml: 'E-Mail',
    rtf: 'RTF-Dokument',
    spreadsheet: 'Tabelle',
  },
  dropHere: (claimId, customer) =>
    `Ziehen Sie das Dokument für Claim ${claimId} (${customer}) in diesen Chat, oder fügen Sie ein Bild ein. Ich schlage dafür diesen Claim vor.`,
  orTicket: 'Oder fügen Sie es einem Ihrer Tickets hinzu:',
  how: 'Ziehen Sie ein oder mehrere Dokumente in diesen Chat, oder fügen Sie ein Bild ein. Ich nehme PDF, Word, Excel, PowerPoint, Outlook-Nachrichten, Bilder und reinen Text. Den Claim wählen Sie danach.',
  help: 'Ziehen Sie ein Dokument hierher, oder fügen Sie ein Bild ein, um es als POE abzulegen.',
  button: 'Dokument hochladen',
};

export const poeProblems: typeof en.poeProblems = {
  'poe.gone': () => 'Dieser Upload ist nicht mehr offen. Bitte senden Sie die Datei noch einmal.',
  'poe.why-too-long': ({ count, most }, locale) =>
    `Der Grund hat ${countText(count, { one: 'Zeichen', other: 'Zeichen' }, locale)}, es passen bis zu ${numberText(most, locale)}. Es wurde nichts abgelegt: Bitte kürzen Sie ihn und drücken Sie noch einmal.`,
  'poe.nothing-to-file-for': () => poeTexts.noClaims,
  'poe.no-document': () =>
    'Dieses Dokument finde ich bei Ihnen nicht. Vielleicht ist inzwischen jemand anderes für den Claim zuständig.',
  'poe.offer-gone': () =>
    'Dieses Angebot ist abgelaufen. Für das Dokument öffnen Sie den Claim und drücken auf „Herunterladen“.',
  'poe.not-yours': () => 'Dieser Upload gehört jemand anderem, daher wurde nichts abgelegt.',
};

export const poeCardWords: typeof en.poeCardWords = {
  'file-poe-several': {
    fileAsPoe: 'Als POE ablegen',
    open: 'Öffnen',
    openHint: '{title} vor dem Ablegen ansehen',
  },
  'file-poe': {
    fileAsPoe: 'Als POE ablegen',
    claim: 'Claim',
    chooseAClaim: 'Claim wählen',
    orAnother: 'Oder ein anderer Claim',
    claimTextHint: 'Claim-ID oder Name des Kunden',
    workloadsItShows: 'Workloads, die es zeigt',
    whyAllTheSame: 'Warum es trotzdem abgelegt wird',
    whyHint: 'Zum Beispiel: Die unterschriebene Kopie folgt',
    discard: 'Verwerfen',
    discardHint: 'Nicht ablegen',
  },
};
