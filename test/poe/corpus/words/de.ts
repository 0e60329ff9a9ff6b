import type { Words } from './words.ts';

export const de: Words = {
  titles: {
    sow: ['Leistungsbeschreibung', 'Einzelauftrag und Leistungsbeschreibung', 'Leistungsschein Nr. 7'],
    form: ['Leistungsnachweis (Proof of Execution)', 'Nachweis der Durchführung', 'Ausführungsnachweis'],
    deck: ['Projektabschluss', 'Lenkungsausschuss: Zusammenfassung', 'Rückblick auf die Einführung'],
    hours: ['Stundennachweis', 'Tätigkeitsnachweis', 'Zeiterfassung'],
    letter: ['Bestätigung der erbrachten Leistungen', 'Bestätigungsschreiben', 'Referenzschreiben'],
    acceptance: ['Abnahmeprotokoll', 'Abnahmeerklärung', 'Protokoll der Abnahme'],
    report: ['Leistungsbericht', 'Statusbericht', 'Quartalsbericht'],
  },
  intro: [
    (p, c) => `Dieses Dokument hält die Arbeiten fest, die ${p} für ${c} ausgeführt hat.`,
    (p, c) => `${c} (im Folgenden „Auftraggeber“) hat ${p} (im Folgenden „Auftragnehmer“) wie folgt beauftragt.`,
    (p, c) => `Zwischen ${p} und ${c} wurde Folgendes vereinbart und geleistet.`,
  ],
  somePartner: 'der Dienstleister',
  someCustomer: 'der Kunde',
  label: {
    partner: 'Partner',
    customer: 'Kunde',
    domain: 'Domäne des Kunden',
    tenant: 'Mandanten-ID (Tenant)',
    contact: 'Ansprechpartner',
    products: 'Produkte und Dienste',
    done: 'Erbrachte Leistungen',
    scope: 'Leistungsumfang',
    outside: 'Abgrenzung',
    signatures: 'Unterschriften',
  },
  sign: {
    name: ['Name:', 'Name in Druckbuchstaben:'],
    title: ['Funktion:', 'Position:'],
    date: ['Datum:', 'Ort, Datum:'],
    signature: ['Unterschrift:', 'Unterzeichnet:', 'Gez.:'],
  },
  forCustomer: [(c) => `Für den Kunden: ${c}`, (c) => `Auftraggeber: ${c}`, (c) => `Abgenommen durch ${c}`],
  forPartner: [(p) => `Für den Partner: ${p}`, (p) => `Auftragnehmer: ${p}`],
  jobs: ['IT-Leiter', 'Leiterin Informatik', 'Geschäftsführer', 'Bereichsleiterin IT'],
  activities: [
    (w, n) => `${w} wurde in drei Wellen für ${n} Benutzer eingeführt; die Schlüsselanwender wurden geschult.`,
    (w) => `Konfiguration von ${w} mit Richtlinien, Gruppen und Überwachung, einschließlich Dokumentation.`,
    (w) => `Vier Workshops zur Nutzung von ${w} mit den Abteilungsleitungen durchgeführt.`,
    (w, n) => `Migration von ${n} Benutzern nach ${w} an zwei Wochenenden, danach zehn Tage Begleitung.`,
    (w) => `Monatliche Auswertung der Nutzung von ${w}; die aktive Nutzung stieg von 31 % auf 74 %.`,
    (w) => `Zielarchitektur für ${w} entworfen und die Administratoren beim Produktivstart unterstützt.`,
  ],
  neutral: [
    'Alle Benutzer wurden an zwei Wochenenden aus dem Altsystem übernommen und in den ersten Tagen vor Ort betreut.',
    'Bestehende Umgebung untersucht, Migrationsplan erstellt und Standort für Standort umgesetzt.',
    'In zwölf Terminen wurden 140 Schlüsselanwender geschult; Kurzanleitungen wurden erstellt.',
  ],
  onlyProducts: 'Dieses Dokument betrifft folgende Produkte:',
  vague: 'Die Leistungen wurden wie vereinbart erbracht.',
  scopeLine: (w) => `Einführung und Betrieb von ${w}`,
  outOfScope: [
    (w) => `Nicht Bestandteil dieses Auftrags: ${w}.`,
    (w) => `${w} ist nicht Teil des Projekts.`,
    (w) => `Ausgeschlossen sind ${w} sowie Druckdienste.`,
  ],
  plain: {
    'Microsoft Teams': [
      'Die Teams beider Seiten trafen sich jeden Dienstag im Werk.',
      'Beide Teams arbeiteten an vier Standorten zusammen.',
    ],
  },
  noise: [
    'Alle Preise verstehen sich netto zuzüglich der gesetzlichen Umsatzsteuer.',
    'Beide Parteien behandeln Informationen der anderen Partei vertraulich.',
    'Änderungen dieses Dokuments bedürfen der Schriftform. Gerichtsstand ist der Sitz des Auftragnehmers.',
    'Die Hotline ist werktags von 8 bis 18 Uhr unter der Durchwahl 4020 erreichbar.',
  ],
  period: (from, to) => `Projektzeitraum: ${from} bis ${to}.`,
  thanks: [
    'Super gemacht, vielen Dank an alle!',
    'Klasse, danke für die schnelle Hilfe!',
    'Prima, herzlichen Dank und bis bald!',
  ],
  onFile: ['Unterschrift liegt vor', 'Unterschrift bei den Akten', '(Originalunterschrift liegt vor)'],
  confirm: [
    (p, c) =>
      `Hiermit bestätige ich im Namen von ${c}, dass ${p} die nachfolgend beschriebenen Arbeiten zu unserer Zufriedenheit ausgeführt hat.`,
    (p, c) =>
      `Im Namen von ${c} bestätigen wir, dass die unten aufgeführten Leistungen von ${p} erbracht und von uns abgenommen wurden.`,
  ],
  greeting: 'Guten Tag,',
  regards: 'Mit freundlichen Grüßen',
  hours: [['Tag', 'Berater', 'Tätigkeit', 'Stunden'], (w) => `${w}: Konfiguration und Anwenderschulung`],
  months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
};
