/** What the bot says about itself, in Brazilian Portuguese. */
import type * as en from './en.ts';

export const introTexts: typeof en.introTexts = {
  welcomeTitle: 'CPOR e POE em um só lugar',
  welcome:
    'Pergunte o que diz o comunicado sobre Claims Partner of Record (CPOR). Também mostro em quais associações de clientes migradas ainda falta a Proof of Execution (POE), recebo os documentos aqui no chat e digo qual é o último passo no Partner Center. A atualização é recomendada pela Microsoft.',
  helpTitle: 'O que posso fazer',
  helpButton: 'Ajuda',
  notUnderstood: 'Não entendi. Isto é o que posso fazer:',
  notYourWords:
    'Leio o que você escreve: não as mensagens que cita ou encaminha, nem cartões ou mensagens de voz. Escreva com as suas palavras, ou anexe um arquivo.',
  publicHelp:
    'Mencione-me e pergunte o que o comunicado diz, com as suas palavras. Tudo sobre os seus clientes fica no nosso chat pessoal do Teams.',
  inPersonalChat: 'Faço isso no nosso chat pessoal do Teams. Abra o chat e escreva para mim lá.',
  personalOnly: 'Os dados de clientes ficam no nosso chat pessoal do Teams. Abra o chat e escreva para mim lá.',
  filesInPersonalChat:
    'Não posso receber arquivos aqui: os documentos de clientes ficam só entre nós. Abra o nosso chat pessoal e solte o arquivo lá.',
  noFilesHere: 'Os arquivos passam somente pelo nosso chat do Teams.',
  goneButton: 'Este botão não é mais usado. Escreva “ajuda” para ver o que posso fazer.',
};
