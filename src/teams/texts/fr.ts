/** What the bot says of turns themselves, in French: those that fail, take long, or come from elsewhere. */
import type * as en from './en.ts';

export const teamsTexts: typeof en.teamsTexts = {
  ourFault: (reference) =>
    `Un problème est survenu de mon côté. Vérifiez si c’est déjà fait avant de réessayer ; si le problème persiste, donnez à votre administrateur la référence ${reference}.`,
  storeAway: (reference) =>
    `Je n’ai pas accès à mes données pour le moment. Réessayez dans quelques minutes, en vérifiant d’abord si c’est déjà fait ; je peux toujours vous dire ce que contient le communiqué. Si le problème persiste, donnez à votre administrateur la référence ${reference}.`,
  answerUnsure: 'Ma réponse ne vous est peut-être pas parvenue. Si vous ne la voyez pas, réessayez.',
  wrongTenant:
    'Je travaille pour une autre organisation et ne peux pas vous aider ici. Adressez-vous à votre administrateur.',
  tooFast: 'C’est plus que je ne peux suivre en une fois, j’ai donc laissé ceci de côté. Réessayez dans une minute.',
  answerBelow: 'La réponse est ci-dessous.',
  searchLate: 'La recherche a pris trop de temps. Réessayez.',
  takesLonger: 'Cela prend un peu plus de temps. Je répondrai ici dès que c’est fait.',
};

/** What the bot says where something is not to be had that Teams has. */
export const surfaceTexts: typeof en.surfaceTexts = {
  files:
    'Je prends et donne des fichiers uniquement dans notre conversation dans Teams. Continuez là-bas, s’il vous plaît.',
  toldInTeams: 'Je vous écris à ce sujet dans notre conversation dans Teams.',
  writeInTeams:
    'De moi-même, je peux vous écrire uniquement dans Teams : écrivez-moi là-bas une fois « bonjour », pour que je puisse vous joindre.',
  onlySearch: 'Ici, je fais seulement des recherches. Pour tout le reste, ouvrez notre conversation dans Teams.',
};
