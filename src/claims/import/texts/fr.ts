/** What the bot says about imports, in French. */
import { countText, numberText } from '../../../format/count.ts';
import { shorten } from '../../../format/shorten.ts';
import type { KeptField } from '../../export-file/fields.ts';
import type { RowPlace } from '../../export-file/row.ts';
import type * as en from './en.ts';

const rowProblems: typeof en.importTexts.rowProblems = {
  'no-claim-id': () => 'pas d’ID de demande',
  'formula-error': ({ field, cell }) => `${fieldText(field)} : erreur de formule (${cell})`,
  'too-long': ({ field, most }, locale) => `${fieldText(field)} : plus de ${numberText(most, locale)} caractères`,
  'lost-digits': ({ claimId }) => `l’ID de demande a perdu des chiffres dans Excel (${claimId})`,
  'date-id': ({ claimId }) => `l’ID de demande est devenu une date dans Excel (${claimId})`,
  'no-claim': ({ claimId }) => `« ${claimId} » ne ressemble pas à un ID de demande, et le reste est presque vide`,
  shifted: ({ field, value }) =>
    `des cellules semblent décalées vers d’autres colonnes (${fieldText(field)} : ${value})`,
  'stray-quotes': () => 'un guillemet mal placé empêche de séparer les cellules',
  'more-cells-than-header': () => 'plus de cellules que dans l’en-tête',
  'too-many-workloads': ({ most }, locale) => `plus de ${numberText(most, locale)} charges de travail dans une demande`,
  differs: ({ field, value, ...place }, locale) =>
    `${field === 'owner' ? 'propriétaire' : fieldText(field)} : différent, voir ${placeText(place, locale)} (${value})`,
};

export const importTexts: typeof en.importTexts = {
  rowProblems,
  how: 'Déposez l’export de vos associations client (.csv ou .xlsx) dans cette conversation. Vous voyez ce qui changerait avant tout enregistrement.',
  help: 'Déposez ici l’export de Partner Center (.csv ou .xlsx) pour importer des associations client.',
  button: 'Importer un export',
  size: (rows, claims, locale) =>
    `${countText(rows, { one: 'ligne', many: 'de lignes', other: 'lignes' }, locale)}, ${countText(claims, { one: 'demande', many: 'de demandes', other: 'demandes' }, locale)}`,
  counts: {
    new: 'Nouvelles',
    changed: 'Modifiées',
    same: 'Inchangées',
    removed: 'Écartées par un responsable (restent écartées)',
    bad: 'Lignes ignorées',
    notInFile: 'Absentes de ce fichier (laissées telles quelles)',
    unknownOwners: 'Propriétaire pas encore connu ici',
  },
  badRow: (place, reason, locale) => `${capitalised(placeText(place, locale))} : ${reason}`,
  columns: (page) => (page === '' ? '' : `Colonnes ${page}`),
  fields: {
    claimId: 'ID de demande',
    claimName: 'Nom de la demande',
    customerName: 'Client',
    customerDomain: 'Domaine du client',
    customerTenantId: 'ID de locataire du client',
    program: 'Programme',
    workload: 'Charge de travail',
    solutionArea: 'Domaine de solution',
    status: 'Statut',
    mpnId: 'MPN ID',
    subscriptionId: 'ID d’abonnement',
    ownerName: 'Propriétaire (nom)',
    ownerUpn: 'Propriétaire (UPN ou e-mail)',
  },
  leaveOut: 'Ignorer',
  noClaimId: 'Aucune colonne ne contient d’ID de demande. Choisissez la bonne, puis appuyez sur « Nouvel aperçu ».',
  previewedAgain:
    'Vous avez fait un autre choix : voici ce qui changerait maintenant. Appuyez sur « Importer » si c’est bon.',
  nothingNew: 'Rien de nouveau ni de modifié. Il n’y a rien à importer.',
  noStatus: 'Il n’y a pas de colonne de statut : toutes les demandes sont considérées comme approuvées.',
  noName: 'Il n’y a pas de colonne pour le nom de la demande : aucune des nouvelles demandes ne compte comme migrée.',
  doubtfulIds: (n, examples, locale) =>
    `${countText(n, { one: 'ID de demande a peut-être été transformé', many: 'd’ID de demande ont peut-être été transformés', other: 'ID de demande ont peut-être été transformés' }, locale)} par Excel, en date ou en nombre abrégé : ${examples.map((one) => `${one.claimId} (${placeText(one, locale)})`).join(', ')}${n > examples.length ? ', …' : '.'} Comparez avec Partner Center avant d’importer.`,
  customers: (names) => `Clients, tels qu’ils ont été lus : ${names}`,
  sheets: (read, others) =>
    others === '' ? `Feuilles lues : ${read}` : `Feuilles lues : ${read}. Non lues : ${others}`,
  hiddenRows: (n, places, locale) =>
    `${countText(n, { one: 'ligne est masquée', many: 'de lignes sont masquées', other: 'lignes sont masquées' }, locale)} dans Excel, par un filtre ou à la main (${placesText(places, locale)}${n > places.length ? ', …' : ''}).`,
  takeHidden: 'Les prendre aussi',
  leaveHiddenOut: 'Les ignorer',
  encodings: {
    'utf-8': 'Unicode (UTF-8)',
    'windows-1252': 'Europe occidentale (Windows-1252)',
    'windows-1250': 'Europe centrale (Windows-1250)',
    'windows-1251': 'Cyrillique (Windows-1251)',
    'windows-1253': 'Grec (Windows-1253)',
    'windows-1254': 'Turc (Windows-1254)',
    macintosh: 'Europe occidentale (Mac)',
    shift_jis: 'Japonais (Shift-JIS)',
    gb18030: 'Chinois simplifié (GB18030)',
    big5: 'Chinois traditionnel (Big5)',
    'euc-kr': 'Coréen (EUC-KR)',
    'utf-16le': 'Unicode (UTF-16)',
    'utf-16be': 'Unicode (UTF-16, big-endian)',
  },
  removedStay: 'Ce qu’un responsable a écarté reste écarté. Écrivez « demandes écartées » pour le voir ou le rétablir.',
  reading: (file) => `Lecture en cours : ${file}`,
  importing: (file) => `Import en cours : ${file}`,
  importingDetail: (done, total, locale) =>
    `${numberText(done, locale)} sur ${countText(total, { one: 'demande', many: 'de demandes', other: 'demandes' }, locale)}`,
  done: (file) => `Importé : ${file}`,
  doneDetail: (counts, locale) =>
    `${countText(counts.new, { one: 'nouvelle demande', many: 'de nouvelles demandes', other: 'nouvelles demandes' }, locale)}, ${countText(counts.changed, { one: 'modifiée', many: 'de modifiées', other: 'modifiées' }, locale)}.`,
  cancelled: (file) => `Non importé : ${file}`,
  cancelledDetail: 'Vous avez annulé. Rien n’a été écrit.',
  failed: (file) => `Interrompu : ${file}`,
  doneLine: (file, counts, locale) =>
    `L’import « ${file} » est terminé : ${countText(counts.new, { one: 'nouvelle', many: 'de nouvelles', other: 'nouvelles' }, locale)}, ${countText(counts.changed, { one: 'modifiée', many: 'de modifiées', other: 'modifiées' }, locale)}.`,
};

export const undoTexts: typeof en.undoTexts = {
  undoing: (file) => `Annulation en cours : ${file}`,
  undoingDetail: (done, total, locale) =>
    `Examen : ${numberText(done, locale)} sur ${countText(total, { one: 'demande', many: 'de demandes', other: 'demandes' }, locale)}`,
  undone: (file) => `Annulé : ${file}`,
  undoneDetail: (removed, restored, locale) =>
    `${countText(removed, { one: 'demande apportée par cet import a disparu', many: 'de demandes apportées par cet import ont disparu', other: 'demandes apportées par cet import ont disparu' }, locale)}, ${countText(restored, { one: 'modifiée est comme avant', many: 'de modifiées sont comme avant', other: 'modifiées sont comme avant' }, locale)}. Déposez à nouveau le fichier pour le réimporter.`,
  undoneLine: (file, removed, restored, kept, locale) =>
    `L’import « ${file} » est annulé : ${countText(removed, { one: 'demande disparue', many: 'de demandes disparues', other: 'demandes disparues' }, locale)}, ${numberText(restored, locale)} comme avant, ${numberText(kept, locale)} avec ce que des personnes ou des imports ultérieurs ont fait.`,
  counts: { removed: 'Disparues', restored: 'Comme avant', kept: 'Il reste quelque chose' },
  stay: (claimId, why) => `${claimId} : ${why}`,
  why: {
    poe: 'une POE a été classée',
    mark: 'une charge de travail a été marquée',
    owner: 'elle a changé de propriétaire depuis',
    worked: 'quelqu’un y a travaillé',
    removed: 'un responsable l’a écartée',
    ticket: 'un ticket la mentionne',
    draft: 'un fichier est proposé pour elle',
    'later import': 'un import ultérieur la contient aussi',
  },
  listTitle: (n, locale) =>
    n === 0
      ? 'Aucun import ces 30 derniers jours'
      : countText(n, { one: 'import', many: 'd’imports', other: 'imports' }, locale),
  listDetail:
    'Les 20 derniers peuvent être annulés pendant 30 jours : ce à quoi personne n’a travaillé depuis disparaît, ou redevient comme avant.',
  byAt: (name, when) => `${name} · ${when}`,
  rowCounts: (counts, locale) =>
    `Nouvelles : ${numberText(counts.new, locale)}, modifiées : ${numberText(counts.changed, locale)}, inchangées : ${numberText(counts.same, locale)}`,
  rowStates: {
    importing: 'En cours',
    done: '',
    failed: 'Interrompu',
    undoing: 'Annulation en cours',
    undone: 'Annulé',
    preview: '',
    cancelled: '',
  },
  help: 'Écrivez « imports » pour voir les derniers imports et en annuler un.',
};

export const importProblems: typeof en.importProblems = {
  'import.leads-only': () =>
    'Seuls les responsables importent des associations client. Je peux prendre ce fichier comme POE.',
  'import.gone': () => 'Cet import n’est plus ouvert. Déposez à nouveau le fichier.',
  'import.file-gone': () => 'Je n’ai plus ce fichier. Déposez-le à nouveau.',
  'import.undo-too-late': () =>
    'Cet import ne peut plus être annulé. Les 20 derniers peuvent l’être, pendant 30 jours : écrivez « imports » pour les voir.',
  'import.nothing-to-undo': () => 'Cet import n’a rien apporté ni modifié : il n’y a rien à annuler.',
  'import.busy': () => 'Un autre import est en cours. Réessayez quand il sera fini : « imports » montre où il en est.',
  'import.nothing-new': () => 'Ce fichier ne contient rien de nouveau ni de modifié : il n’y a rien à importer.',
  'import.no-export': ({ headers }) => knownColumns(headers),
  'import.lacks-columns': ({ headers }) =>
    `Ce n’est pas l’export des associations client. ${knownColumns(headers)} L’export contient des ID de demande et des colonnes telles que Customer, Program, Workload et Status.`,
};

function knownColumns(headers: readonly string[]): string {
  if (headers.length === 0) return 'Je ne connais aucune de ses colonnes.';
  return `De ses colonnes, je ne connais que ${shorten(headers.map((header) => `« ${header} »`).join(', '), 200)}.`;
}

/** "ligne 17", or "feuille « EMEA », ligne 17" where several sheets are read. */
function placeText({ line, sheet }: RowPlace, locale: string): string {
  const text = `ligne ${numberText(line, locale)}`;
  return sheet === undefined ? text : `feuille « ${sheet} », ${text}`;
}

/** "lignes 5, 6", or "« EMEA » lignes 5, 6 ; « APAC » ligne 9" where several sheets are read. */
function placesText(places: readonly RowPlace[], locale: string): string {
  return [...Map.groupBy(places, ({ sheet }) => sheet)]
    .map(([sheet, rows]) => {
      const lines = `${rows.length === 1 ? 'ligne' : 'lignes'} ${rows.map(({ line }) => numberText(line, locale)).join(', ')}`;
      return sheet === undefined ? lines : `« ${sheet} » ${lines}`;
    })
    .join(' ; ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A field within a sentence: "ID de demande", "client", "MPN ID". */
function fieldText(field: KeptField): string {
  const title = importTexts.fields[field];
  return /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

export const importCardWords: typeof en.importCardWords = {
  'import-preview': {
    importPreview: 'Aperçu de l’import',
    encoding: 'Encodage',
    encodingHint: 'Si les noms s’affichent mal, choisissez un autre encodage et appuyez sur « Nouvel aperçu ».',
    hiddenRows: 'Lignes masquées',
    rowsThatCannotBeRead: 'Lignes ignorées, et pourquoi',
    columnsNotRecognised: 'Colonnes non reconnues',
    columnsHint: 'Choisissez ce qu’elles contiennent, ou ignorez-les.',
    example: 'Par exemple : {example}',
    previewAgain: 'Nouvel aperçu',
    previewAgainHint: 'Relire le fichier selon vos choix',
    moreColumns: 'Autres colonnes',
    moreColumnsHint: 'Garder ces choix et afficher d’autres colonnes',
    import: 'Importer',
    cancel: 'Annuler',
    fileAsPoe: 'Classer comme POE',
    fileAsPoeHint: 'Cette feuille de calcul est un document pour une demande, pas un export',
  },
  'import-state': {
    showWhatNeedsPoe: 'Voir les POE manquantes',
    undoThisImport: 'Annuler cet import',
    undoHint: 'Enlever ce qu’il a apporté et à quoi personne n’a travaillé, et remettre ce qu’il a modifié comme avant',
    theseStay: 'Celles-ci restent, avec ce que des personnes ou des imports ultérieurs ont fait',
    allImports: 'Tous les imports',
  },
  imports: {
    openOf: 'Afficher l’import « {file} »',
    undoThisImport: 'Annuler cet import',
    undoOf: 'Annuler l’import « {file} »',
    previous: 'Précédent',
    next: 'Suivant',
  },
};
