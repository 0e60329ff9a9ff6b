/** What the bot says of turns themselves, in Italian: those that fail, take long, or come from elsewhere. */
import type * as en from './en.ts';

export const teamsTexts: typeof en.teamsTexts = {
  ourFault: (reference) =>
    `Qualcosa è andato storto da parte mia. Prima di riprovare, controlla se è già stato fatto; se si ripete, comunica all’amministratore il riferimento ${reference}.`,
  storeAway: (reference) =>
    `In questo momento non riesco ad accedere ai miei dati. Riprova tra qualche minuto e controlla prima se è già stato fatto; quello che dice l’avviso posso dirtelo comunque. Se si ripete, comunica all’amministratore il riferimento ${reference}.`,
  answerUnsure: 'La mia risposta potrebbe non esserti arrivata. Se non la vedi, riprova.',
  wrongTenant: 'Lavoro per un’altra organizzazione, quindi qui non posso aiutarti. Chiedi all’amministratore.',
  tooFast: 'Sono troppe cose insieme per me, quindi questa l’ho lasciata da parte. Riprova tra un minuto.',
  answerBelow: 'La risposta è qui sotto.',
  searchLate: 'La ricerca ha impiegato troppo tempo. Riprova.',
  takesLonger: 'Ci vuole un po’ più di tempo. Ti rispondo qui quando è fatto.',
};

/** What the bot says where something is not to be had that Teams has. */
export const surfaceTexts: typeof en.surfaceTexts = {
  files: 'Accetto e consegno file solo nella nostra chat di Teams. Continua lì, per favore.',
  toldInTeams: 'Ti scrivo al riguardo nella nostra chat di Teams.',
  writeInTeams:
    'Di mia iniziativa posso scriverti solo in Teams: scrivimi lì «ciao» una volta, così posso raggiungerti.',
  onlySearch: 'Qui faccio solo ricerche. Per tutto il resto, apri la nostra chat di Teams.',
};
