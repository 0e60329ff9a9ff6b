/** What the bot says about documents that are filed as POE, in Spanish. */
import { countText, numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const poeTexts: typeof en.poeTexts = {
  fileLine: (parts) => parts.filter((part) => part !== '').join(' · '),
  pages: (n, locale) => countText(n, { one: 'página', many: 'de páginas', other: 'páginas' }, locale),
  files: (n, locale) => countText(n, { one: 'archivo', many: 'de archivos', other: 'archivos' }, locale),
  unnamed: { link: 'El vínculo', picture: 'La imagen', recording: 'La grabación', loop: 'El componente de Loop' },
  refused: (name, reason) => `${name}: ${reason}`,
  noExport: (name, reason) =>
    `${name} no es un archivo exportado que pueda importar. ${reason} Un archivo exportado tiene una columna de ID de reclamación y al menos dos más, como Customer, Workload o Status. Lo tomo como POE.`,
  tooMany: (most) => `Acepto hasta ${most} archivos a la vez. Envíe los demás en otro mensaje.`,
  reasons: {
    'claim id in it': 'Propuesta porque su ID aparece en el documento.',
    'domain in it': 'Propuesta porque el dominio o el ID de directorio del cliente aparece en el documento.',
    'customer in it': 'Propuesta porque el nombre del cliente aparece en el documento.',
    'claim id': 'Propuesta porque su ID aparece en su mensaje o en el nombre del archivo.',
    customer: 'Propuesta porque el nombre del cliente aparece en su mensaje o en el nombre del archivo.',
    'opened last': 'Propuesta porque es la última reclamación que abrió.',
    only: 'Propuesta porque es su única reclamación abierta.',
    'dropped on it': 'Propuesta porque lo arrastró a esta reclamación.',
  },
  allStands: 'Muestra todo lo que buscan los revisores.',
  stands: (aspects) => `Muestra ${aspects}.`,
  aspects: {
    partner: 'su empresa',
    customer: 'el cliente',
    tenantOrDomain: 'el dominio o ID de directorio del cliente',
    workload: 'las cargas de trabajo',
    signature: 'la firma del cliente',
    date: 'cuándo se firmó',
    activities: 'lo que se hizo',
  },
  quoted: (words, page) => (page === undefined ? `«${words}»` : `«${words}» (página ${page})`),
  lacks: {
    partner: {
      missing: 'No se nombra a su empresa. Añada una página que la nombre.',
      unclear: 'No sé con seguridad si se nombra a su empresa. Échele un vistazo antes de registrarlo.',
    },
    customer: {
      missing: (customer, other) =>
        other === undefined
          ? `No se nombra a ${customer}. Compruebe que este es el archivo correcto.`
          : `Dice ${other}, que parece una empresa distinta de ${customer}. Compruebe que este es el archivo correcto.`,
      unclear: (customer, _) =>
        `No sé con seguridad si se nombra a ${customer}. Échele un vistazo antes de registrarlo.`,
    },
    tenantOrDomain: {
      missing:
        'No contiene el dominio del cliente ni su ID de directorio. Basta con una dirección de correo del cliente.',
      unclear:
        'No sé con seguridad si contiene el dominio o el ID de directorio del cliente. Échele un vistazo antes de registrarlo.',
    },
    workload: {
      missing: (names) => `Sin nombrar: ${names}. Elija solo lo que muestra, o añada una página que nombre el resto.`,
      unclear: (names) => `No sé con seguridad si se nombran: ${names}. Échele un vistazo antes de registrarlo.`,
    },
    signature: {
      missing: 'No hay firma del cliente. Pida que lo firme con fecha, o añada la página firmada.',
      unclear: 'No sé con seguridad si el cliente ha firmado. Un nombre y una fecha junto a la firma lo dejan claro.',
    },
    date: {
      missing: (words) =>
        words === undefined
          ? 'La firma del cliente no tiene fecha. Pida que se le ponga, o añada la página con la fecha.'
          : `La fecha de la firma, ${words}, no está dentro de los últimos 12 meses. Se recomienda un documento firmado más reciente.`,
      unclear: (words) =>
        words === undefined
          ? 'No sé con seguridad cuándo firmó el cliente. Compruebe que fue en los últimos 12 meses.'
          : `No sé con seguridad qué día es ${words}. Compruebe que está dentro de los últimos 12 meses.`,
    },
    activities: {
      missing: 'No dice lo que se hizo. Añada la página que describe el trabajo.',
      unclear: 'No sé con seguridad si dice lo que se hizo. Échele un vistazo antes de registrarlo.',
    },
  },
  unread: {
    slow: 'No he podido leerlo, así que revíselo usted antes de registrarlo.',
    kind: 'No puedo leer este tipo de archivo. Un documento de Word (.docx) o un PDF sí podría revisarlo; también puede registrarlo tal cual.',
    partly: 'No he podido leerlo entero, así que lo que no encontré puede estar ahí.',
  },
  waitsForScan: (name) =>
    `${name}: ahora mismo no hay conexión con el antivirus. Guardo el archivo, no leo nada de él y le aviso aquí cuando se haya analizado.`,
  scanned: (name) => `${name} ya ha pasado por el antivirus.`,
  scannedSpreadsheet: (name) =>
    `${name} ya ha pasado por el antivirus. Si es un archivo exportado de Partner Center, arrástrelo de nuevo para importarlo.`,
  reading: (name) => `Estoy leyendo ${name}. Los documentos escaneados tardan unos segundos por página.`,
  readingSeveral: (n, locale) =>
    `Estoy leyendo ${countText(n, { one: 'archivo', many: 'de archivos', other: 'archivos' }, locale)}. Los documentos escaneados tardan unos segundos por página.`,
  claimChoice: (claimId, customer, program) => `${customer} · ${claimId} · ${program}`,
  submitFile: 'Registrar POE',
  submitNext: 'Siguiente',
  severalTitle: (n, locale) =>
    `${countText(n, { one: 'archivo', many: 'de archivos', other: 'archivos' }, locale)} para varias reclamaciones`,
  whichClaim: '¿Para qué reclamación es?',
  claimOf: (customer, claimId) => [customer, claimId].filter((part) => part !== '').join(' · '),
  fileSure: (n, locale) => (n === 1 ? 'Registrar el claro' : `Registrar los ${numberText(n, locale)} claros`),
  notClear: 'Podría ser para otra reclamación: ábralo para elegir.',
  filedFor: (workloads) => `Registrado para ${workloads}.`,
  notRead: 'No he podido leerlo.',
  mayLack: (lacks) => `Por revisar: ${lacks}.`,
  alreadyDecided: 'Ya se ha registrado.',
  others: (names) => `También nombra a ${names}. Una vez registrado aquí, lo propongo también allí.`,
  chooseClaim: 'Elija una reclamación o escriba su ID.',
  severalClaims: (text) => `Varias reclamaciones coinciden con «${text}». Elija una.`,
  noClaimLike: (text) =>
    `No encuentro ninguna reclamación «${text}» entre las suyas. Revise el ID, o pregunte a su coordinador si se importó.`,
  noClaimLikeForLead: (text) => `No encuentro ninguna reclamación «${text}». Revise el ID, o compruebe si se importó.`,
  chooseWorkloads: 'Elija al menos una carga de trabajo.',
  workloadsOf: (customer) => `Estas son las cargas de trabajo de ${customer}. Elija y luego registre.`,
  noClaims:
    'Aún no hay ninguna reclamación en la que pueda registrar documentos. Pida a su coordinador que la importe o se la asigne, y envíe de nuevo el archivo.',
  noClaimsForLead:
    'Aún no hay ninguna reclamación en la que registrarlo. Arrastre antes aquí el archivo exportado de Partner Center, y envíe de nuevo este archivo.',
  discarded: 'Descartado. No se ha registrado nada.',
  filed: (files, workloads, claimId) =>
    `Registrado en la reclamación ${claimId} para ${workloads}: ${files}. Último paso: súbalo a Partner Center y pulse «Confirmado en Partner Center».`,
  alreadyFiled: (name, workload, when) => `${name} ya se registró para ${workload} el ${when}.`,
  alreadyFiledDraft: (claimId) => `Ya está registrado en la reclamación ${claimId}. Así está ahora.`,
  kinds: {
    pdf: 'PDF',
    docx: 'Documento de Word',
    xlsx: 'Libro de Excel',
    pptx: 'Presentación de PowerPoint',
    doc: 'Documento de Word',
    msg: 'Mensaje de Outlook',
    png: 'Imagen',
    jpg: 'Imagen',
    tiff: 'Imagen',
    txt: 'Texto sin formato',
    csv: 'Archivo CSV',
    html: 'Página web',
    eml: 'Correo electrónico',
    rtf: 'Documento RTF',
    spreadsheet: 'Hoja de cálculo',
  },
  dropHere: (claimId, customer) =>
    `Arrastre a este chat el documento de la reclamación ${claimId} (${customer}), o pegue una imagen. Le propondré esta reclamación.`,
  orTicket: 'O añádalo a uno de sus tickets:',
  how: 'Arrastre uno o varios documentos a este chat, o pegue una imagen. Acepto PDF, Word, Excel, PowerPoint, mensajes de Outlook, imágenes y texto sin formato. La reclamación la elige después.',
  help: 'Arrastre aquí un documento, o pegue una imagen, para registrarlo como POE.',
  button: 'Subir un documento',
};

export const poeProblems: typeof en.poeProblems = {
  'poe.gone': () => 'Este envío ya no está abierto. Envíe de nuevo el archivo.',
  'poe.why-too-long': ({ count, most }, locale) =>
    `El motivo tiene ${countText(count, { one: 'carácter', many: 'de caracteres', other: 'caracteres' }, locale)} y caben hasta ${numberText(most, locale)}. No se ha registrado nada: acórtelo y pulse de nuevo.`,
  'poe.nothing-to-file-for': () => poeTexts.noClaims,
  'poe.no-document': () =>
    'No encuentro este documento entre los suyos. Puede que su reclamación haya cambiado de responsable desde que se creó esta tarjeta.',
  'poe.offer-gone': () =>
    'Esta descarga ha caducado. Para obtener el documento, abra su reclamación y pulse «Descargar».',
  'poe.not-yours': () => 'Este envío es de otra persona, así que no se ha registrado nada.',
};

export const poeCardWords: typeof en.poeCardWords = {
  'file-poe-several': {
    fileAsPoe: 'Registrar como POE',
    open: 'Abrir',
    openHint: 'Revisar {title} antes de registrarlo',
  },
  'file-poe': {
    fileAsPoe: 'Registrar como POE',
    claim: 'Reclamación',
    chooseAClaim: 'Elija una reclamación',
    orAnother: 'U otra reclamación',
    claimTextHint: 'ID de reclamación o nombre del cliente',
    workloadsItShows: 'Cargas de trabajo que muestra',
    whyAllTheSame: 'Por qué se registra de todos modos',
    whyHint: 'Por ejemplo: la copia firmada llega después',
    discard: 'Descartar',
    discardHint: 'No registrarlo',
  },
};
