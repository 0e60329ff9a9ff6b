/** What the bot says about itself, in German. */
import type * as en from './en.ts';

export const introTexts: typeof en.introTexts = {
  welcomeTitle: 'CPOR und POE an einem Ort',
  welcome:
    'Fragen Sie mich, was in der Mitteilung zu Claims Partner of Record (CPOR) steht. Ich zeige auch, welchen migrierten Kundenzuordnungen noch ein Ausführungsnachweis (Proof of Execution, POE) fehlt, nehme die Dokumente hier im Chat an und nenne Ihnen den letzten Schritt in Partner Center. Microsoft empfiehlt die Aktualisierung.',
  helpTitle: 'Was ich kann',
  helpButton: 'Hilfe',
  notUnderstood: 'Das habe ich nicht verstanden. Das hier kann ich:',
  notYourWords:
    'Ich lese, was Sie selbst schreiben: keine zitierten oder weitergeleiteten Nachrichten, keine Karten und keine Sprachnachrichten. Bitte schreiben Sie es mit eigenen Worten, oder hängen Sie eine Datei an.',
  publicHelp:
    'Erwähnen Sie mich und fragen Sie mit eigenen Worten, was in der Mitteilung steht. Alles zu Ihren Kunden bleibt in unserem persönlichen Chat in Teams.',
  inPersonalChat:
    'Das mache ich in unserem persönlichen Chat in Teams. Bitte öffnen Sie ihn und schreiben Sie mir dort.',
  personalOnly:
    'Kundendaten bleiben in unserem persönlichen Chat in Teams. Bitte öffnen Sie ihn und schreiben Sie mir dort.',
  filesInPersonalChat:
    'Hier nehme ich keine Dateien an: Dokumente von Kunden bleiben zwischen Ihnen und mir. Bitte öffnen Sie unseren persönlichen Chat und ziehen Sie die Datei dorthin.',
  noFilesHere: 'Dateien nehme und gebe ich nur in unserem Chat in Teams.',
  goneButton: 'Diese Schaltfläche gibt es nicht mehr. Schreiben Sie „Hilfe“, um zu sehen, was ich kann.',
};
