/** What the bot says about itself, in French. */
import type * as en from './en.ts';

export const introTexts: typeof en.introTexts = {
  welcomeTitle: 'CPOR et POE, au même endroit',
  welcome:
    'Demandez-moi ce que dit le communiqué sur Claims Partner of Record (CPOR). Je montre aussi à quelles associations client migrées il manque encore une preuve d’exécution (Proof of Execution, POE), je reçois les documents ici dans la conversation et je vous indique la dernière étape dans Partner Center. La mise à jour est recommandée par Microsoft.',
  helpTitle: 'Ce que je sais faire',
  helpButton: 'Aide',
  notUnderstood: 'Je n’ai pas compris. Voici ce que je sais faire :',
  notYourWords:
    'Je lis ce que vous écrivez vous-même : ni les messages cités ou transférés, ni les cartes, ni les messages vocaux. Écrivez-le avec vos propres mots, ou joignez un fichier.',
  publicHelp:
    'Mentionnez-moi et demandez ce que dit le communiqué, avec vos propres mots. Tout ce qui touche à vos clients reste dans notre conversation personnelle dans Teams.',
  inPersonalChat: 'Je fais cela dans notre conversation personnelle dans Teams. Ouvrez-la et écrivez-moi là.',
  personalOnly:
    'Les données des clients restent dans notre conversation personnelle dans Teams. Ouvrez-la et écrivez-moi là.',
  filesInPersonalChat:
    'Je ne prends pas de fichiers ici : les documents des clients restent entre vous et moi. Ouvrez notre conversation personnelle et déposez-y le fichier.',
  noFilesHere: 'Les fichiers passent uniquement par notre conversation dans Teams.',
  goneButton: 'Ce bouton ne sert plus. Écrivez « aide » pour voir ce que je sais faire.',
};
