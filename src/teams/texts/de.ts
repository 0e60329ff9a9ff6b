/** What the bot says of turns themselves, in German: those that fail, take long, or come from elsewhere. */
import type * as en from './en.ts';

export const teamsTexts: typeof en.teamsTexts = {
  ourFault: (reference) =>
    `Bei mir ist etwas schiefgegangen. Bitte sehen Sie nach, ob es schon erledigt ist, bevor Sie es noch einmal versuchen. Bleibt es dabei, nennen Sie Ihrer IT-Administration die Referenz ${reference}.`,
  storeAway: (reference) =>
    `Ich komme gerade nicht an meine Daten. Bitte versuchen Sie es in ein paar Minuten noch einmal und sehen Sie vorher nach, ob es schon erledigt ist. Was in der Mitteilung steht, kann ich Ihnen trotzdem sagen. Bleibt es dabei, nennen Sie Ihrer IT-Administration die Referenz ${reference}.`,
  answerUnsure:
    'Vielleicht hat meine Antwort Sie nicht erreicht. Wenn Sie sie nicht sehen, versuchen Sie es bitte noch einmal.',
  wrongTenant:
    'Ich arbeite für eine andere Organisation und kann hier nicht helfen. Bitte fragen Sie Ihre IT-Administration.',
  tooFast:
    'Das ist mehr auf einmal, als ich schaffe, daher habe ich dies liegen lassen. Bitte versuchen Sie es in einer Minute noch einmal.',
  answerBelow: 'Die Antwort steht unten.',
  searchLate: 'Die Suche hat zu lange gedauert. Bitte versuchen Sie es noch einmal.',
  takesLonger: 'Das dauert etwas länger. Ich antworte hier, sobald es fertig ist.',
};

/** What the bot says where something is not to be had that Teams has. */
export const surfaceTexts: typeof en.surfaceTexts = {
  files: 'Dateien nehme und gebe ich nur in unserem Chat in Teams. Bitte machen Sie dort weiter.',
  toldInTeams: 'Ich schreibe Ihnen dazu in unserem Chat in Teams.',
  writeInTeams:
    'Von mir aus kann ich Ihnen nur in Teams schreiben: Bitte schreiben Sie mir dort einmal „Hallo“, damit ich Sie erreiche.',
  onlySearch: 'Hier suche ich nur. Für alles andere öffnen Sie bitte unseren Chat in Teams.',
};
