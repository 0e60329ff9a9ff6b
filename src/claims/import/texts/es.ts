/** What the bot says about imports, in Spanish. */
import { countText, numberText } from '../../../format/count.ts';
import { shorten } from '../../../format/shorten.ts';
import type { KeptField } from '../../export-file/fields.ts';
import type { RowPlace } from '../../export-file/row.ts';
import type * as en from './en.ts';

/** Why a row is left out: a remark behind its line number. */
const rowProblems: typeof en.importTexts.rowProblems = {
  'no-claim-id': () => 'sin ID de reclamación',
  'formula-error': ({ field, cell }) => `${fieldText(field)}: error de fórmula (${cell})`,
  'too-long': ({ field, most }, locale) => `${fieldText(field)}: más de ${numberText(most, locale)} caracteres`,
  'lost-digits': ({ claimId }) => `el ID de reclamación perdió cifras en Excel (${claimId})`,
  'date-id': ({ claimId }) => `el ID de reclamación se convirtió en fecha en Excel (${claimId})`,
  'no-claim': ({ claimId }) => `«${claimId}» no parece un ID de reclamación, y casi no hay nada más rellenado`,
  shifted: ({ field, value }) =>
    `las celdas parecen estar en columnas que no son las suyas (${fieldText(field)}: ${value})`,
  'stray-quotes': () => 'hay una comilla fuera de su sitio, así que no se distinguen las celdas',
  'more-cells-than-header': () => 'más celdas que el encabezado',
  'too-many-workloads': ({ most }, locale) => `más de ${numberText(most, locale)} cargas de trabajo en una reclamación`,
  differs: ({ field, value, ...place }, locale) =>
    `${field === 'owner' ? 'responsable' : fieldText(field)}: no coincide con la ${placeText(place, locale)} (${value})`,
};

export const importTexts: typeof en.importTexts = {
  rowProblems,
  how: 'Arrastre a este chat el archivo exportado con sus asociaciones de clientes (.csv o .xlsx). Verá qué cambiaría antes de que se escriba nada.',
  help: 'Arrastre aquí el archivo exportado de Partner Center (.csv o .xlsx) para importar asociaciones.',
  button: 'Importar un archivo',
  size: (rows, claims, locale) =>
    `${countText(rows, { one: 'fila', many: 'de filas', other: 'filas' }, locale)}, ${countText(claims, { one: 'reclamación', many: 'de reclamaciones', other: 'reclamaciones' }, locale)}`,
  counts: {
    new: 'Nuevas',
    changed: 'Modificadas',
    same: 'Iguales',
    removed: 'Quitadas por un coordinador (siguen quitadas)',
    bad: 'Filas omitidas',
    notInFile: 'No están en este archivo (sin cambios)',
    unknownOwners: 'Responsable aún desconocido aquí',
  },
  badRow: (place, reason, locale) => `${capitalised(placeText(place, locale))}: ${reason}`,
  columns: (page) => (page === '' ? '' : `Columnas ${page}`),
  fields: {
    claimId: 'ID de reclamación',
    claimName: 'Nombre de la reclamación',
    customerName: 'Cliente',
    customerDomain: 'Dominio del cliente',
    customerTenantId: 'ID de inquilino del cliente',
    program: 'Programa',
    workload: 'Carga de trabajo',
    solutionArea: 'Área de solución',
    status: 'Estado',
    mpnId: 'MPN ID',
    subscriptionId: 'ID de suscripción',
    ownerName: 'Responsable (nombre)',
    ownerUpn: 'Responsable (UPN o correo)',
  },
  leaveOut: 'Omitir',
  noClaimId: 'Ninguna columna contiene ID de reclamación. Elija la que los contiene y pulse «Nueva vista previa».',
  previewedAgain: 'Ha elegido otra cosa, así que esto es lo que cambiaría ahora. Pulse «Importar» cuando esté bien.',
  nothingNew: 'No hay nada nuevo ni modificado. No hay nada que importar.',
  noStatus: 'No hay columna de estado, así que todas las reclamaciones se toman como aprobadas.',
  noName: 'No hay columna con el nombre de la reclamación, así que ninguna de las nuevas cuenta como migrada.',
  doubtfulIds: (n, examples, locale) =>
    `${countText(n, { one: 'ID de reclamación puede ser', many: 'de ID de reclamación pueden ser', other: 'ID de reclamación pueden ser' }, locale)} lo que Excel hizo de otro, una fecha o un número abreviado: ${examples.map((one) => `${one.claimId} (${placeText(one, locale)})`).join(', ')}${n > examples.length ? ', …' : '.'} Compare con Partner Center antes de importar.`,
  customers: (names) => `Clientes, tal como se leyeron: ${names}`,
  sheets: (read, others) => (others === '' ? `Hojas leídas: ${read}` : `Hojas leídas: ${read}. Sin leer: ${others}`),
  hiddenRows: (n, places, locale) =>
    `${countText(n, { one: 'fila está oculta', many: 'de filas están ocultas', other: 'filas están ocultas' }, locale)} en Excel, por un filtro o a mano (${placesText(places, locale)}${n > places.length ? ', …' : ''}).`,
  takeHidden: 'Incluirlas también',
  leaveHiddenOut: 'Omitirlas',
  encodings: {
    'utf-8': 'Unicode (UTF-8)',
    'windows-1252': 'Europeo occidental (Windows-1252)',
    'windows-1250': 'Centroeuropeo (Windows-1250)',
    'windows-1251': 'Cirílico (Windows-1251)',
    'windows-1253': 'Griego (Windows-1253)',
    'windows-1254': 'Turco (Windows-1254)',
    macintosh: 'Europeo occidental (Mac)',
    shift_jis: 'Japonés (Shift-JIS)',
    gb18030: 'Chino simplificado (GB18030)',
    big5: 'Chino tradicional (Big5)',
    'euc-kr': 'Coreano (EUC-KR)',
    'utf-16le': 'Unicode (UTF-16)',
    'utf-16be': 'Unicode (UTF-16, big-endian)',
  },
  removedStay:
    'Lo que ha quitado un coordinador sigue quitado. Escriba «reclamaciones quitadas» para verlo o para recuperarlo.',
  reading: (file) => `Leyendo ${file}`,
  importing: (file) => `Importando ${file}`,
  importingDetail: (done, total, locale) =>
    `${numberText(done, locale)} de ${countText(total, { one: 'reclamación', many: 'de reclamaciones', other: 'reclamaciones' }, locale)}`,
  done: (file) => `Importado: ${file}`,
  doneDetail: (counts, locale) =>
    `${countText(counts.new, { one: 'reclamación nueva', many: 'de reclamaciones nuevas', other: 'reclamaciones nuevas' }, locale)}, ${numberText(counts.changed, locale)} con cambios.`,
  cancelled: (file) => `Sin importar: ${file}`,
  cancelledDetail: 'Se ha cancelado. No se ha escrito nada.',
  failed: (file) => `Detenido: ${file}`,
  doneLine: (file, counts, locale) =>
    `La importación de ${file} ha terminado. Nuevas: ${numberText(counts.new, locale)}, con cambios: ${numberText(counts.changed, locale)}.`,
};

export const undoTexts: typeof en.undoTexts = {
  undoing: (file) => `Deshaciendo la importación de ${file}`,
  undoingDetail: (done, total, locale) =>
    `Revisión: ${numberText(done, locale)} de ${countText(total, { one: 'reclamación', many: 'de reclamaciones', other: 'reclamaciones' }, locale)}`,
  undone: (file) => `Deshecho: ${file}`,
  undoneDetail: (removed, restored, locale) =>
    `${countText(removed, { one: 'reclamación que trajo ya no está', many: 'de reclamaciones que trajo ya no están', other: 'reclamaciones que trajo ya no están' }, locale)}; ${countText(restored, { one: 'que cambió está como antes', many: 'de las que cambió están como antes', other: 'que cambió están como antes' }, locale)}. Arrastre de nuevo el archivo para volver a importarlo.`,
  undoneLine: (file, removed, restored, kept, locale) =>
    `La importación de ${file} está deshecha: ${countText(removed, { one: 'reclamación eliminada', many: 'de reclamaciones eliminadas', other: 'reclamaciones eliminadas' }, locale)}, ${numberText(restored, locale)} como antes, ${numberText(kept, locale)} con lo que hicieron personas o importaciones posteriores.`,
  counts: { removed: 'Eliminadas', restored: 'Como antes', kept: 'Queda algo' },
  stay: (claimId, why) => `${claimId}: ${why}`,
  why: {
    poe: 'se registró POE',
    mark: 'se marcó una carga de trabajo',
    owner: 'desde entonces cambió de responsable',
    worked: 'alguien trabajó en ella',
    removed: 'la quitó un coordinador',
    ticket: 'un ticket la menciona',
    draft: 'hay un archivo propuesto para ella',
    'later import': 'también está en una importación posterior',
  },
  listTitle: (n, locale) =>
    n === 0
      ? 'No se ha importado nada en los últimos 30 días'
      : countText(n, { one: 'importación', many: 'de importaciones', other: 'importaciones' }, locale),
  listDetail:
    'Las últimas 20 se pueden deshacer durante 30 días: lo que nadie ha tocado desde entonces desaparece, o queda como antes.',
  byAt: (name, when) => `${name} · ${when}`,
  rowCounts: (counts, locale) =>
    `Nuevas: ${numberText(counts.new, locale)}, con cambios: ${numberText(counts.changed, locale)}, iguales: ${numberText(counts.same, locale)}`,
  rowStates: {
    importing: 'En curso',
    done: '',
    failed: 'Detenida',
    undoing: 'Deshaciéndose',
    undone: 'Deshecha',
    preview: '',
    cancelled: '',
  },
  help: 'Escriba «importaciones» para ver las últimas importaciones y deshacer alguna.',
};

export const importProblems: typeof en.importProblems = {
  'import.leads-only': () =>
    'Solo los coordinadores importan asociaciones. En su lugar, puedo tomar este archivo como POE.',
  'import.gone': () => 'Esta importación ya no está abierta. Arrastre de nuevo el archivo.',
  'import.file-gone': () => 'Ya no tengo este archivo. Arrástrelo de nuevo.',
  'import.undo-too-late': () =>
    'Esta importación ya no se puede deshacer. Se pueden deshacer las últimas 20, durante 30 días: escriba «importaciones» para verlas.',
  'import.nothing-to-undo': () => 'Esta importación no trajo ni cambió nada, así que no hay nada que deshacer.',
  'import.busy': () =>
    'Hay otra importación en curso. Inténtelo de nuevo cuando termine: «importaciones» muestra por dónde va.',
  'import.nothing-new': () => 'Este archivo no tiene nada nuevo ni modificado, así que no hay nada que importar.',
  'import.no-export': ({ headers }) => knownColumns(headers),
  'import.lacks-columns': ({ headers }) =>
    `Este no es el archivo exportado de asociaciones de clientes. ${knownColumns(headers)} Ese archivo tiene ID de reclamación y columnas como Customer, Program, Workload y Status.`,
};

function knownColumns(headers: readonly string[]): string {
  if (headers.length === 0) return 'No conozco ninguna de sus columnas.';
  return `De sus columnas conozco solo ${shorten(headers.map((header) => `«${header}»`).join(', '), 200)}.`;
}

/** "línea 17", or "hoja «EMEA», línea 17" where several sheets are read. */
function placeText({ line, sheet }: RowPlace, locale: string): string {
  const text = `línea ${numberText(line, locale)}`;
  return sheet === undefined ? text : `hoja «${sheet}», ${text}`;
}

/** "líneas 5, 6", or "«EMEA» líneas 5, 6; «APAC» línea 9" where several sheets are read. */
function placesText(places: readonly RowPlace[], locale: string): string {
  return [...Map.groupBy(places, ({ sheet }) => sheet)]
    .map(([sheet, rows]) => {
      const lines = `${rows.length === 1 ? 'línea' : 'líneas'} ${rows.map(({ line }) => numberText(line, locale)).join(', ')}`;
      return sheet === undefined ? lines : `«${sheet}» ${lines}`;
    })
    .join('; ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A field within a sentence: "ID de reclamación", "cliente", "MPN ID". */
function fieldText(field: KeptField): string {
  const title = importTexts.fields[field];
  return /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

export const importCardWords: typeof en.importCardWords = {
  'import-preview': {
    importPreview: 'Vista previa de la importación',
    encoding: 'Codificación',
    encodingHint: 'Si los nombres no se ven bien, elija otra y pulse «Nueva vista previa».',
    hiddenRows: 'Filas ocultas',
    rowsThatCannotBeRead: 'Filas omitidas y por qué',
    columnsNotRecognised: 'Columnas no reconocidas',
    columnsHint: 'Elija qué contienen, u omítalas.',
    example: 'Por ejemplo: {example}',
    previewAgain: 'Nueva vista previa',
    previewAgainHint: 'Leer de nuevo el archivo según lo elegido',
    moreColumns: 'Más columnas',
    moreColumnsHint: 'Guardar estas elecciones y mostrar otras columnas',
    import: 'Importar',
    cancel: 'Cancelar',
    fileAsPoe: 'Registrar como POE',
    fileAsPoeHint: 'Esta hoja de cálculo es un documento de una reclamación, no un archivo exportado',
  },
  'import-state': {
    showWhatNeedsPoe: 'Ver POE pendientes',
    undoThisImport: 'Deshacer importación',
    undoHint: 'Quitar lo que trajo y nadie ha tocado, y dejar como estaba lo que cambió',
    theseStay: 'Estas se quedan, con lo que hicieron personas o importaciones posteriores',
    allImports: 'Todas las importaciones',
  },
  imports: {
    openOf: 'Ver la importación de {file}',
    undoThisImport: 'Deshacer importación',
    undoOf: 'Deshacer la importación de {file}',
    previous: 'Anterior',
    next: 'Siguiente',
  },
};
