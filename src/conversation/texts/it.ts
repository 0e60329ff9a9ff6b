/** What the bot says about itself, in Italian. */
import type * as en from './en.ts';

export const introTexts: typeof en.introTexts = {
  welcomeTitle: 'CPOR e POE, in un unico posto',
  welcome:
    'Chiedimi che cosa dice l’avviso su Claims Partner of Record (CPOR). Ti mostro anche a quali associazioni di clienti migrate manca ancora la Proof of Execution (POE), ricevo i documenti qui nella chat e ti indico l’ultimo passaggio in Partner Center. L’aggiornamento è consigliato da Microsoft.',
  helpTitle: 'Che cosa posso fare',
  helpButton: 'Guida',
  notUnderstood: 'Non ho capito. Ecco che cosa posso fare:',
  notYourWords:
    'Leggo quello che scrivi tu: non i messaggi che citi o inoltri, né card né messaggi vocali. Scrivilo con parole tue o allega un file.',
  publicHelp:
    'Menzionami e chiedi, con parole tue, che cosa dice l’avviso. Tutto ciò che riguarda i tuoi clienti resta nella nostra chat personale di Teams.',
  inPersonalChat: 'Questo lo faccio nella nostra chat personale di Teams. Aprila e scrivimi lì.',
  personalOnly: 'I dati dei clienti restano nella nostra chat personale di Teams. Aprila e scrivimi lì.',
  filesInPersonalChat:
    'Qui non posso ricevere file: i documenti dei clienti restano tra te e me. Apri la nostra chat personale e trascina lì il file.',
  noFilesHere: 'I file passano solo dalla nostra chat di Teams.',
  goneButton: 'Questo pulsante non è più in uso. Scrivi «aiuto» per vedere che cosa posso fare.',
};
