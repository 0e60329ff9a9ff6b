/** What the bot says about documents that are filed as POE, in French. */
import { countText, numberText, plural } from '../../format/count.ts';
import type * as en from './en.ts';

export const poeTexts: typeof en.poeTexts = {
  fileLine: (parts) => parts.filter((part) => part !== '').join(' · '),
  pages: (n, locale) => countText(n, { one: 'page', many: 'de pages', other: 'pages' }, locale),
  files: (n, locale) => countText(n, { one: 'fichier', many: 'de fichiers', other: 'fichiers' }, locale),
  unnamed: { link: 'Le lien', picture: 'L’image', recording: 'L’enregistrement', loop: 'Le composant Loop' },
  refused: (name, reason) => `${name} : ${reason}`,
  noExport: (name, reason) =>
    `${name} n’est pas un export que je peux importer. ${reason} Un export a une colonne d’ID de demande et au moins deux autres, comme Customer, Workload ou Status. Je le prends comme POE.`,
  tooMany: (most) => `Je prends jusqu’à ${most} fichiers à la fois. Envoyez les autres dans un autre message.`,
  reasons: {
    'claim id in it': 'Proposée car son ID de demande figure dans le document.',
    'domain in it': 'Proposée car le domaine ou l’ID d’annuaire du client figure dans le document.',
    'customer in it': 'Proposée car le nom du client figure dans le document.',
    'claim id': 'Proposée car son ID de demande figure dans votre message ou le nom du fichier.',
    customer: 'Proposée car le nom du client figure dans votre message ou le nom du fichier.',
    'opened last': 'Proposée car c’est la dernière demande que vous avez ouverte.',
    only: 'Proposée car c’est votre seule demande ouverte.',
    'dropped on it': 'Proposée car vous avez déposé le document sur cette demande.',
  },
  allStands: 'Le document montre tout ce que les examinateurs recherchent.',
  stands: (aspects) => `Le document montre ${aspects}.`,
  aspects: {
    partner: 'votre société',
    customer: 'le client',
    tenantOrDomain: 'le domaine ou l’ID d’annuaire du client',
    workload: 'les charges de travail',
    signature: 'la signature du client',
    date: 'la date de la signature',
    activities: 'le travail effectué',
  },
  quoted: (words, page) => (page === undefined ? `« ${words} »` : `« ${words} » (page ${page})`),
  lacks: {
    partner: {
      missing: 'Votre société n’est pas nommée. Ajoutez une page qui la nomme.',
      unclear: 'Je ne sais pas si votre société est bien nommée. Jetez un œil avant de classer.',
    },
    customer: {
      missing: (customer, other) =>
        other === undefined
          ? `${customer} n’est pas nommé. Vérifiez que c’est le bon fichier.`
          : `On y lit ${other}, qui semble être une autre société que ${customer}. Vérifiez que c’est le bon fichier.`,
      unclear: (customer) => `Je ne sais pas si le client ${customer} est bien nommé. Jetez un œil avant de classer.`,
    },
    tenantOrDomain: {
      missing: 'Ni le domaine ni l’ID d’annuaire du client n’y figure. Une adresse e-mail du client suffit.',
      unclear: 'Je ne sais pas si le domaine ou l’ID d’annuaire du client y figure. Jetez un œil avant de classer.',
    },
    workload: {
      missing: (names) =>
        `Non nommé : ${names}. Choisissez seulement ce que montre le document, ou ajoutez une page qui nomme le reste.`,
      unclear: (names) => `Je ne sais pas si ceci est bien nommé : ${names}. Jetez un œil avant de classer.`,
    },
    signature: {
      missing: 'La signature du client manque. Faites signer et dater le document, ou ajoutez la page signée.',
      unclear: 'Je ne sais pas si le client a signé. Un nom et une date à côté de la signature l’indiquent clairement.',
    },
    date: {
      missing: (words) =>
        words === undefined
          ? 'Il n’y a pas de date à côté de la signature du client. Faites dater le document, ou ajoutez la page datée.'
          : `La date de la signature, ${words}, ne se situe pas dans les 12 derniers mois. Un document signé plus récent est recommandé.`,
      unclear: (words) =>
        words === undefined
          ? 'Je ne sais pas quand le client a signé. Vérifiez que c’était dans les 12 derniers mois.'
          : `Je ne sais pas quel jour désigne ${words}. Vérifiez qu’il se situe dans les 12 derniers mois.`,
    },
    activities: {
      missing: 'Le document ne dit pas ce qui a été fait. Ajoutez la page qui décrit le travail.',
      unclear: 'Je ne sais pas si le document dit ce qui a été fait. Jetez un œil avant de classer.',
    },
  },
  unread: {
    slow: 'Je n’ai pas pu le lire : vérifiez-le vous-même avant de le classer.',
    kind: 'Je ne peux pas lire ce type de fichier. Un document Word (.docx) ou un PDF me permet de le vérifier ; vous pouvez le classer tel quel.',
    partly: 'Je n’ai pas pu tout lire : ce que je n’ai pas trouvé y est peut-être quand même.',
  },
  waitsForScan: (name) =>
    `${name} : l’antivirus est injoignable pour le moment. Je garde le fichier, je n’en lis rien, et je vous préviens ici quand il aura été analysé.`,
  scanned: (name) => `L’antivirus a analysé ${name}.`,
  scannedSpreadsheet: (name) =>
    `L’antivirus a analysé ${name}. Si c’est un export de Partner Center, déposez-le à nouveau pour l’importer.`,
  reading: (name) => `Je lis ${name}. Les scans prennent quelques secondes par page.`,
  readingSeveral: (n, locale) =>
    `Je lis ${countText(n, { one: 'fichier', many: 'de fichiers', other: 'fichiers' }, locale)}. Les scans prennent quelques secondes par page.`,
  claimChoice: (claimId, customer, program) => `${customer} · ${claimId} · ${program}`,
  submitFile: 'Classer la POE',
  submitNext: 'Suivant',
  severalTitle: (n, locale) =>
    `${countText(n, { one: 'fichier', many: 'de fichiers', other: 'fichiers' }, locale)} pour plusieurs demandes`,
  whichClaim: 'Pour quelle demande ?',
  claimOf: (customer, claimId) => [customer, claimId].filter((part) => part !== '').join(' · '),
  fileSure: (n, locale) =>
    plural(
      n,
      {
        one: 'Classer le document sûr',
        many: `Classer ${numberText(n, locale)} de documents sûrs`,
        other: `Classer les ${numberText(n, locale)} sûrs`,
      },
      locale,
    ),
  notClear: 'Une autre demande est possible : ouvrez-le pour choisir.',
  filedFor: (workloads) => `Classé pour ${workloads}.`,
  notRead: 'Je n’ai pas pu le lire.',
  mayLack: (lacks) => `À regarder : ${lacks}.`,
  alreadyDecided: 'C’est déjà classé.',
  others: (names) => `Le document nomme aussi ${names}. Une fois classé ici, il y sera proposé.`,
  chooseClaim: 'Choisissez une demande, ou écrivez son ID.',
  severalClaims: (text) => `Plusieurs demandes correspondent à « ${text} ». Choisissez-en une.`,
  noClaimLike: (text) =>
    `Je ne trouve pas de demande « ${text} » parmi les vôtres. Vérifiez l’ID, ou demandez à votre responsable si elle a été importée.`,
  noClaimLikeForLead: (text) => `Je ne trouve pas de demande « ${text} ». Vérifiez l’ID, et si elle a été importée.`,
  chooseWorkloads: 'Choisissez au moins une charge de travail.',
  workloadsOf: (customer) => `Voici les charges de travail du client ${customer}. Choisissez, puis classez.`,
  noClaims:
    'Il n’y a pas encore de demande que vous puissiez compléter. Demandez à votre responsable de l’importer ou de vous la confier, puis renvoyez le fichier.',
  noClaimsForLead:
    'Il n’y a pas encore de demande où le classer. Déposez d’abord ici l’export de Partner Center, puis renvoyez le fichier.',
  discarded: 'Abandonné. Rien n’a été classé.',
  filed: (files, workloads, claimId) =>
    `Classé : ${files} pour ${workloads}, demande ${claimId}. Dernière étape : chargez dans Partner Center, puis appuyez sur « Confirmé dans Partner Center ».`,
  alreadyFiled: (name, workload, when) => `${name} a déjà été classé pour ${workload} le ${when}.`,
  alreadyFiledDraft: (claimId) => `Déjà classé dans la demande ${claimId}. La voici telle qu’elle est maintenant.`,
  kinds: {
    pdf: 'PDF',
    docx: 'Document Word',
    xlsx: 'Classeur Excel',
    pptx: 'Présentation PowerPoint',
    doc: 'Document Word',
    msg: 'Message Outlook',
    png: 'Image',
    jpg: 'Image',
    tiff: 'Image',
    txt: 'Texte brut',
    csv: 'Fichier CSV',
    html: 'Page web',
    eml: 'E-mail',
    rtf: 'Document RTF',
    spreadsheet: 'Feuille de calcul',
  },
  dropHere: (claimId, customer) =>
    `Déposez le document de la demande ${claimId} (${customer}) dans cette conversation, ou collez une image. Je proposerai cette demande.`,
  orTicket: 'Ou ajoutez-le à l’un de vos tickets :',
  how: 'Déposez un ou plusieurs documents dans cette conversation, ou collez une image. Je prends PDF, Word, Excel, PowerPoint, messages Outlook, images et texte brut. Vous choisissez la demande ensuite.',
  help: 'Déposez un document ici, ou collez une image, pour le classer comme POE.',
  button: 'Charger un document',
};

export const poeProblems: typeof en.poeProblems = {
  'poe.gone': () => 'Cet envoi n’est plus ouvert. Renvoyez le fichier.',
  'poe.why-too-long': ({ count, most }, locale) =>
    `La raison compte ${countText(count, { one: 'caractère', many: 'de caractères', other: 'caractères' }, locale)}, pour ${numberText(most, locale)} au plus. Rien n’a été classé : raccourcissez-la et appuyez à nouveau.`,
  'poe.nothing-to-file-for': () => poeTexts.noClaims,
  'poe.no-document': () =>
    'Je ne trouve pas ce document parmi les vôtres. Sa demande a peut-être changé de propriétaire depuis l’affichage de cette carte.',
  'poe.offer-gone': () =>
    'Cette proposition a expiré. Pour obtenir le document, ouvrez sa demande et appuyez sur « Télécharger ».',
  'poe.not-yours': () => 'Cet envoi est celui de quelqu’un d’autre, rien n’a donc été classé.',
};

export const poeCardWords: typeof en.poeCardWords = {
  'file-poe-several': {
    fileAsPoe: 'Classer comme POE',
    open: 'Ouvrir',
    openHint: 'Voir {title} avant de classer',
  },
  'file-poe': {
    fileAsPoe: 'Classer comme POE',
    claim: 'Demande',
    chooseAClaim: 'Choisir une demande',
    orAnother: 'Ou une autre demande',
    claimTextHint: 'ID de demande ou nom du client',
    workloadsItShows: 'Charges de travail montrées',
    whyAllTheSame: 'Pourquoi le classer malgré tout',
    whyHint: 'Par exemple : la copie signée suivra',
    discard: 'Abandonner',
    discardHint: 'Ne pas le classer',
  },
};
