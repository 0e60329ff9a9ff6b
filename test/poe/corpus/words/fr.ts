import type { Words } from './words.ts';

export const fr: Words = {
  titles: {
    sow: ['Cahier des charges et bon de commande', 'Énoncé des travaux', 'Contrat de prestation n° 12'],
    form: ["Preuve d'exécution", "Attestation d'exécution (POE)", "Fiche de preuve d'exécution"],
    deck: ['Bilan du projet', 'Comité de pilotage : synthèse', 'Revue du déploiement'],
    hours: ['Relevé des heures', 'Feuille de temps', "Compte rendu d'activité"],
    letter: ['Attestation de prestation', 'Lettre de confirmation', 'À qui de droit'],
    acceptance: ['Procès-verbal de recette', 'Procès-verbal de réception', 'Recette définitive'],
    report: ["Rapport d'intervention", 'Rapport trimestriel', 'Synthèse de la mission'],
  },
  intro: [
    (p, c) => `Le présent document décrit les travaux que ${p} a réalisés pour ${c}.`,
    (p, c) => `${c} (ci-après « le Client ») a confié à ${p} (ci-après « le Prestataire ») la mission suivante.`,
    (p, c) => `Entre ${p} et ${c}, il a été convenu et réalisé ce qui suit.`,
  ],
  somePartner: 'le prestataire',
  someCustomer: 'le client',
  label: {
    partner: 'Partenaire',
    customer: 'Client',
    domain: 'Domaine du client',
    tenant: 'ID du locataire (tenant)',
    contact: 'Interlocuteur',
    products: 'Produits et services',
    done: 'Travaux réalisés',
    scope: 'Périmètre',
    outside: 'Exclusions',
    signatures: 'Signatures',
  },
  sign: {
    name: ['Nom :', 'Nom et prénom :'],
    title: ['Fonction :', 'Qualité :'],
    date: ['Date :', 'Fait le :'],
    signature: ['Signature :', 'Signé :'],
  },
  forCustomer: [(c) => `Pour le client : ${c}`, (c) => `Le Client – ${c}`, (c) => `Bon pour accord, ${c}`],
  forPartner: [(p) => `Pour le partenaire : ${p}`, (p) => `Le Prestataire – ${p}`],
  jobs: ['Directeur informatique', 'Directrice des systèmes d’information', 'Responsable informatique'],
  activities: [
    (w, n) => `Déploiement de ${w} auprès de ${n} utilisateurs en trois vagues et formation des référents.`,
    (w) => `Configuration de ${w} : stratégies, groupes et supervision, avec documentation.`,
    (w) => `Animation de quatre ateliers sur l'usage de ${w} avec les chefs de service.`,
    (w, n) => `Migration de ${n} utilisateurs vers ${w} sur deux week-ends, suivie de dix jours d'assistance.`,
    (w) => `Suivi mensuel de l'usage de ${w} ; l'utilisation active est passée de 31 % à 74 %.`,
  ],
  neutral: [
    "Tous les utilisateurs ont été repris de l'ancien système en deux week-ends, avec une assistance sur site.",
    "Analyse de l'existant, rédaction du plan de migration et mise en œuvre site par site.",
    'Formation de 140 référents en douze séances et rédaction de fiches pratiques.',
  ],
  onlyProducts: 'Le présent document porte sur les produits suivants :',
  vague: 'Les prestations ont été fournies comme convenu.',
  scopeLine: (w) => `Mise en place et adoption de ${w}`,
  outOfScope: [
    (w) => `Hors périmètre : ${w}.`,
    (w) => `${w} ne fait pas partie du projet.`,
    (w) => `Sont exclus de la mission : ${w} et les services d'impression.`,
  ],
  plain: {
    'Exchange Online': ['Un échange de lettres complète le contrat.', 'Les échanges en ligne ont été réguliers.'],
    'Microsoft Teams': ['Les équipes des deux sociétés se sont réunies chaque mardi.'],
  },
  noise: [
    "Les prix s'entendent hors taxes. Les frais de déplacement sont facturés au réel.",
    "Chaque partie tient pour confidentielles les informations de l'autre.",
    'Toute modification du présent document se fait par écrit.',
    'Le support est joignable les jours ouvrés de 8 h à 18 h au poste 4020.',
  ],
  period: (from, to) => `Durée de la mission : du ${from} au ${to}.`,
  thanks: [
    'Super travail, merci à toute l’équipe !',
    'Parfait, merci pour votre aide rapide !',
    'Merci beaucoup et à bientôt !',
  ],
  onFile: ['Signature au dossier', 'Signature déposée au dossier', '(signature originale au dossier)'],
  confirm: [
    (p, c) =>
      `Je confirme par la présente, au nom de ${c}, que ${p} a réalisé les travaux décrits ci-dessous à notre entière satisfaction.`,
    (p, c) =>
      `Au nom de ${c}, nous attestons que les prestations ci-dessous ont été réalisées par ${p} et acceptées par nous.`,
  ],
  greeting: 'Bonjour,',
  regards: 'Cordialement,',
  hours: [['Jour', 'Consultant', 'Travaux', 'Heures'], (w) => `${w} : configuration et formation des utilisateurs`],
  months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
};
