/** What the bot says of what it keeps about people, in French. */
import { countText } from '../../format/count.ts';
import type * as en from './en.ts';

/** @param other of numbers in full; millions go before it with "de" */
const counted =
  (one: string, other: string) =>
  (n: number, locale: string): string =>
    countText(n, { one, many: `de ${other}`, other }, locale);

export const personalDataTexts: typeof en.personalDataTexts = {
  help: ['Écrivez « what do you keep about me » pour le voir, ou « delete my data » pour le faire supprimer.'],
  title: 'Ce que je conserve sur vous',
  detail: 'Cela sert à vous montrer vos demandes et à vous les rappeler.',
  nothing: 'Je ne conserve rien sur vous, si ce n’est que vous m’écrivez en ce moment.',
  stays: 'Les archives de votre organisation où figure votre nom',
  closing: 'Les documents classés et leur contenu appartiennent à votre organisation.',
  ask: {
    title: 'Supprimer ce que je conserve sur vous ?',
    detail: 'Ceci disparaît, et je ne vous envoie plus de rappels :',
    stays: 'Ceci reste dans votre organisation, sans votre nom. Vos demandes n’ont alors plus de propriétaire :',
    closing: 'Si vous m’écrivez à nouveau ou utilisez l’une de mes cartes, je refais votre connaissance.',
  },
  done: {
    title: 'Suppression en cours',
    detail:
      'Dans quelques minutes, je ne conserve plus rien sur vous ici et je ne vous envoie plus de rappels. Nos messages restent dans Teams jusqu’à ce que vous les supprimiez. Si vous m’écrivez à nouveau ou utilisez l’une de mes cartes, je refais votre connaissance.',
  },
  standIn: 'Utilisateur supprimé',
  kept: {
    people: () => 'Votre nom, vos adresses, votre langue, votre fuseau horaire et comment vous écrire',
    owner_names: counted('nom sous lequel des demandes sont à vous', 'noms sous lesquels des demandes sont à vous'),
    nudges: counted('rappel ou message pour vous', 'rappels et messages pour vous'),
    poe_drafts: counted('fichier que vous pouvez encore classer', 'fichiers envoyés ces 30 derniers jours'),
    quarantined_files: counted('document en attente de l’antivirus', 'documents en attente de l’antivirus'),
    poe_offers: counted(
      'document que vous avez demandé à télécharger',
      'documents que vous avez demandé à télécharger',
    ),
    associations: counted('demande dont vous êtes propriétaire', 'demandes dont vous êtes propriétaire'),
    tickets: counted('ticket que vous avez ouvert', 'tickets que vous avez ouverts'),
    import_jobs: counted('export que vous avez importé', 'exports que vous avez importés'),
    nudge_orders: counted('message que vous avez fait envoyer', 'messages que vous avez fait envoyer'),
  },
};

export const personalDataCardWords: typeof en.personalDataCardWords = {
  'personal-data': {
    delete: 'Supprimer mes données',
    deleteNow: 'Supprimer',
    keep: 'Conserver',
  },
};
