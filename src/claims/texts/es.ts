/** What the bot says about claims, in Spanish. */
import { countText, numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type * as en from './en.ts';

/** Bytes of JSON of a name or an address on a button. */
const NAME_BYTES = 80;

export const claimTexts: typeof en.claimTexts = {
  assigned: (claimId, name) => `La reclamación ${claimId} está ahora a cargo de ${name}.`,
  assignedBefore: (claimId, name) => `La reclamación ${claimId} ya estaba a cargo de ${name}.`,
  assignTo: (name, address) => `Asignar a ${shorten(name, NAME_BYTES)} (${shorten(address, NAME_BYTES)})`,
  whoIsMeant: (claimId) => `Hay nombres que se repiten. ¿Para quién es la reclamación ${claimId}?`,
  whichIsAssigned: '¿Qué reclamación pasa a quién? Escriba «assign», el ID de la reclamación, «to» y una persona.',
  whichOfTheseIsAssigned:
    '¿Cuál de estas pasa a otra persona? Escriba «assign», el ID de la reclamación, «to» y una persona.',
  whoGets: (claimId) =>
    `¿Para quién es? Escriba «assign ${shorten(claimId, NAME_BYTES)} to» y la dirección de correo de la persona.`,
  namedOwners: {
    none: 'De cada responsable de una reclamación abierta se conoce la dirección, o está confirmado quién es.',
    some: (n, locale) =>
      `${countText(n, { one: 'responsable de reclamaciones abiertas figura', many: 'de responsables de reclamaciones abiertas figuran', other: 'responsables de reclamaciones abiertas figuran' }, locale)} solo por su nombre, así que nadie ve aún esas reclamaciones como suyas.`,
    press: 'Pulse las propuestas que sepa que son correctas.',
    more: (n, locale) =>
      `${countText(n, { one: 'propuesta más llega', many: 'de propuestas más llegan', other: 'propuestas más llegan' }, locale)} cuando estas estén decididas.`,
    nobody: (n, locale) =>
      `${countText(n, { one: 'nombre es de alguien que aún no me ha escrito', many: 'de nombres son de personas que aún no me han escrito', other: 'nombres son de personas que aún no me han escrito' }, locale)}: importe la dirección del responsable, o escriba «assign», el ID de la reclamación, «to» y la dirección.`,
    proposal: (name, address, open, locale) =>
      `${shorten(name, NAME_BYTES)} es ${shorten(address, NAME_BYTES)} (${countText(open, { one: 'reclamación abierta', many: 'de reclamaciones abiertas', other: 'reclamaciones abiertas' }, locale)})`,
    confirmed: (name, address) => `Las reclamaciones de ${name} están a cargo de ${address} desde ahora.`,
    undo: 'Deshacer',
    others: 'Otros responsables',
  },
  whichClaim: '¿Qué reclamación? Escriba «claim» y su ID, por ejemplo «claim CLM-1001».',
  title: (n, locale) =>
    n === 0
      ? 'Nada por recopilar'
      : `${countText(n, { one: 'reclamación', many: 'de reclamaciones', other: 'reclamaciones' }, locale)} con POE por recopilar`,
  toUpload: (n, locale) =>
    `${countText(n, { one: 'reclamación tiene', many: 'de reclamaciones tienen', other: 'reclamaciones tienen' }, locale)} aquí archivos aún sin confirmar en Partner Center`,
  nothingImported:
    'Aún no se ha importado ninguna asociación. Un coordinador puede arrastrar a nuestro chat de Teams el archivo exportado de Partner Center (.csv o .xlsx).',
  nothingOpen: 'Aquí no queda nada por recopilar ni por subir.',
  nothingMine: (addresses, unowned, locale) =>
    [
      addresses === ''
        ? 'No tiene ninguna reclamación abierta a su cargo.'
        : `No hay ninguna reclamación abierta a cargo de ${addresses}.`,
      ...(unowned > 0
        ? [
            `${countText(unowned, { one: 'reclamación abierta no tiene', many: 'de reclamaciones abiertas no tienen', other: 'reclamaciones abiertas no tienen' }, locale)} responsable: elija «Sin responsable» en el filtro.`,
          ]
        : []),
    ].join(' '),
  nothingMatches: 'Ninguna reclamación abierta coincide con este filtro.',
  states: {
    'to collect': 'Por recopilar',
    'to upload': 'Por subir',
    done: 'Confirmado en Partner Center',
    'not engaged': 'Sin participación',
  },
  claim: (claimId) => `Reclamación ${claimId}`,
  subscription: (workload, subscriptionId) => `${workload} (${subscriptionId})`,
  workloadPage: (label) => `Cargas de trabajo ${label}`,
  textFilter: (text) => `«${text}»`,
  noOwner: 'Sin responsable',
  you: 'Usted',
  noPoe: 'Sin POE aquí',
  poe: (file, who, when) => `${file}, registrado por ${who} el ${when}`,
  poeLacks: (lacks) => `Por revisar: ${lacks}.`,
  poeWhy: (why) => `Registrado de todos modos: «${why}»`,
  aspects: {
    partner: 'el nombre del partner',
    customer: 'el nombre del cliente',
    tenantOrDomain: 'el dominio o ID de directorio',
    workload: 'la carga de trabajo',
    signature: 'la firma',
    date: 'la fecha de la firma',
    activities: 'lo que se hizo',
  },
  lack: (aspect, state) => (state === 'missing' ? `falta ${aspect}` : `dudas sobre ${aspect}`),
  filedBut: (lack) => `POE registrada, ${lack}`,
  otherDocuments: (n, locale) => `${numberText(n, locale)} más en «Documentos»`,
  confirmTitle: { 'to collect': 'Ya estaba allí', 'to upload': 'Confirmado en Partner Center' },
  notCounting: 'Esta reclamación no está entre las aprobadas y migradas, así que no se recomienda nada para ella.',
  namedOnly:
    'Su responsable figura solo por su nombre, así que nadie la ve aún como suya. Escriba «responsables por confirmar» para decir de quién se trata.',
  namesake:
    'Aquí hay reclamaciones de alguien que se llama como usted. Un coordinador confirma una sola vez que es usted: me escribe «responsables por confirmar».',
  notYours: 'Esta reclamación aún no tiene responsable.',
  allDone: 'Todo hecho en esta reclamación.',
  nobodyEngaged:
    'Ya no participa en ninguna de sus cargas de trabajo. Para desasociarse del cliente, póngase en contacto con soporte con este ID de reclamación.',
  lastStep: 'Último paso: suba los archivos a Partner Center y pulse aquí «Confirmado en Partner Center».',
  stale: 'Esta tarjeta no estaba al día. Así está la reclamación ahora.',
  facts: {
    owner: 'Responsable',
    domain: 'Dominio',
    directory: 'ID de directorio',
    mpnId: 'MPN ID',
    name: 'Nombre de la reclamación',
  },
  ownerChoices: {
    mine: 'Mías',
    none: 'Sin responsable',
    all: 'Todas las que puedo ver',
    lead: 'De todas las personas',
  },
  any: 'Cualquiera',
  nobodyCalledSo:
    'No he encontrado ninguna reclamación ni cliente con ese nombre entre lo que usted puede ver. Escriba «reclamaciones sin POE» para ver su lista.',
  openClaim: (claimId) => `Abrir reclamación ${shorten(claimId, 60)}`,
  help: [
    'Escriba «reclamaciones sin POE» para ver sus reclamaciones abiertas, o «reclamaciones sin POE» y el nombre de un cliente.',
    'Escriba «claim» y su ID para ver una reclamación.',
  ],
  helpAssign: 'Escriba «assign», un ID de reclamación, «to» y una persona para asignarle una reclamación.',
  helpRemoved:
    'Abra una reclamación y pulse «Quitar» para sacarla de la campaña. Escriba «reclamaciones quitadas» para recuperar alguna.',
  helpOwners:
    'Escriba «responsables por confirmar» para decir de quién se trata cuando el archivo exportado da solo el nombre.',
  button: 'POE pendientes',
  removed: (who, day, reason) => `Quitada por ${who} el ${day}: ${reason}`,
  removeWhy: 'Indique por qué se quita esta reclamación y pulse «Quitar reclamación».',
  broughtBack: 'Esta reclamación ha vuelto: aparece en las listas y cuenta de nuevo.',
  removedTitle: (n, locale) =>
    n === 0
      ? 'No se ha quitado ninguna reclamación'
      : countText(
          n,
          { one: 'reclamación quitada', many: 'de reclamaciones quitadas', other: 'reclamaciones quitadas' },
          locale,
        ),
  removedDetail: 'Abra una para leerla o para recuperarla.',
};

export const claimProblems: typeof en.claimProblems = {
  'claim.not-found': ({ claimId }) =>
    `No encuentro ${idText(claimId)} entre las suyas. Revise el ID, o pregunte a su coordinador si se importó.`,
  'claim.gone': () =>
    'No encuentro esta reclamación entre las suyas. Puede que haya cambiado de responsable desde que se creó esta tarjeta.',
  'claim.without-owner': () =>
    'Esta reclamación aún no tiene responsable. Pulse antes «Me encargo» en la reclamación e inténtelo de nuevo.',
  'claim.leads-assign': () =>
    'Solo los coordinadores asignan reclamaciones. Puede hacerse cargo de una que no tenga responsable: ábrala y pulse «Me encargo».',
  'claim.reason-too-long': ({ count, most }, locale) =>
    `El motivo tiene ${countText(count, { one: 'carácter', many: 'de caracteres', other: 'caracteres' }, locale)} y caben hasta ${numberText(most, locale)}. No se ha cambiado nada: acórtelo y pulse de nuevo.`,
  'claim.poe-of-another': () =>
    'Este documento lo registró otra persona. Puede retirarlo ella o un coordinador. No se ha cambiado nada.',
  'claim.leads-remove': () => 'Solo los coordinadores quitan y recuperan reclamaciones. Consulte a su coordinador.',
  'claim.person-not-found': ({ name }) => `No conozco a ${nameText(name)}. Escriba mejor su dirección de correo.`,
  'claim.leads-confirm': () => 'Solo los coordinadores dicen a quién se refiere el nombre de un responsable.',
  'claim.name-of-nobody': () =>
    'Ya no conozco a nadie con este nombre. Escriba «responsables por confirmar» para ver cómo está ahora.',
  'claim.name-of-another': () =>
    'Este nombre se confirmó para otra persona. Escriba «responsables por confirmar» para ver cómo está ahora.',
};

/** Bytes of JSON of an ID that somebody wrote. */
const ID_BYTES = 100;

/** The bot repeats what people wrote only where it looks like an ID, or a name. */
function idText(written: string): string {
  const claimId = shorten(written, ID_BYTES);
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M} _./#:()…-]{0,99}$/u.test(claimId)
    ? `la reclamación ${claimId}`
    : 'ninguna reclamación con este ID';
}

function nameText(name: string): string {
  return /^[\p{L}\p{N}\p{M} .,@_'’+-]{1,100}$/u.test(name) ? `nadie que se llame ${name}` : 'esta persona';
}

export const claimCardWords: typeof en.claimCardWords = {
  claim: {
    workloads: 'Cargas de trabajo',
    documents: 'Documentos',
    documentsHint: 'Todos los documentos de esta reclamación y quién hizo qué',
    download: 'Descargar',
    downloadOf: 'Descargar {name}',
    showChanges: 'Mostrar lo que se puede cambiar en {name}',
    changeOf: 'Cambiar {name}',
    change: 'Cambiar',
    undoConfirmation: 'Deshacer confirmación',
    undoConfirmationOf: 'Deshacer confirmación: {name}',
    noLongerEngaged: 'Ya no participamos',
    noLongerEngagedOf: 'Ya no participamos: {name}',
    engagedAgain: 'Participamos de nuevo',
    engagedAgainOf: 'Participamos de nuevo: {name}',
    previousWorkloads: 'Cargas anteriores',
    moreWorkloads: 'Más cargas de trabajo',
    uploadPoe: 'Subir POE',
    openInPartnerCenter: 'Abrir en Partner Center',
    disassociate: 'Desasociar',
    disassociateHint: 'Abrir un ticket para desasociarse de este cliente',
    take: 'Me encargo',
    takeHint: 'Pasar a ser responsable de esta reclamación',
    backToTheList: 'Volver a la lista',
    remove: 'Quitar',
    bringBack: 'Recuperar',
    bringBackHint: 'Volver a listar y contar esta reclamación, con sus documentos y marcas',
    removedClaims: 'Reclamaciones quitadas',
  },
  'claim-remove': {
    whatFollows:
      'Una reclamación quitada ya no aparece en las listas, no cuenta ni genera recordatorios, y ninguna importación la cambia. Sus documentos y tickets siguen en el registro, y usted puede recuperarla.',
    why: '¿Por qué se quita?',
    removeClaim: 'Quitar reclamación',
    keepClaim: 'Conservar',
  },
  'removed-claims': {
    openOf: 'Abrir la reclamación quitada {claimId} de {customer}',
    previous: 'Anterior',
    next: 'Siguiente',
  },
  'needs-poe': {
    whatNeedsPoe: 'POE pendientes',
    filteredBy: 'Filtro: ',
    filter: 'Filtro',
    filterHint: 'Mostrar u ocultar el filtro',
    clearFilter: 'Borrar filtro',
    program: 'Programa',
    workload: 'Carga de trabajo',
    owner: 'Responsable',
    customerOrClaimId: 'Cliente o ID de reclamación',
    textHint: 'Basta una parte',
    apply: 'Aplicar',
    openOf: 'Abrir la reclamación {claimId} de {customer}',
    open: 'Abrir reclamación {claimId}',
    previous: 'Anterior',
    next: 'Siguiente',
  },
};
