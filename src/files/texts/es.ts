/** What is said of a file that is not taken, or cannot be read, in Spanish. */
import { numberText } from '../../format/count.ts';
import type { ConvertibleKind, UnfetchableForm, UnsupportedKind } from '../../problems/files.ts';
import type * as en from './en.ts';

const SEND_INSTEAD =
  'Envíe un PDF, un archivo de Word, Excel o PowerPoint, un correo (MSG o EML), una imagen (PNG, JPEG o TIFF), una página web, RTF o texto sin formato.';

const CONVERTIBLE: Readonly<Record<ConvertibleKind, { readonly name: string; readonly saveAs: string }>> = {
  xls: { name: 'un libro de Excel antiguo', saveAs: '.xlsx' },
  ppt: { name: 'un archivo de PowerPoint antiguo', saveAs: '.pptx' },
  xlsb: { name: 'un libro binario (.xlsb)', saveAs: '.xlsx' },
  'word-template': { name: 'una plantilla de Word', saveAs: '.docx' },
  'excel-template': { name: 'una plantilla de Excel', saveAs: '.xlsx' },
  'powerpoint-show': { name: 'una plantilla o presentación con diapositivas de PowerPoint', saveAs: '.pptx' },
  eml: { name: 'un correo guardado con otro nombre', saveAs: '.eml' },
};

const UNSUPPORTED: Readonly<Record<UnsupportedKind, string>> = {
  rtf: 'un archivo RTF con otro nombre',
  calendar: 'un elemento de calendario',
  contact: 'una tarjeta de contacto',
  postscript: 'un archivo PostScript',
  'open-document': 'un archivo OpenDocument',
  zip: 'un archivo ZIP o uno parecido',
  'other-office': 'un tipo de archivo de Office',
};

const NO_ADDRESS: Readonly<Record<UnfetchableForm, string>> = {
  link: 'Me ha llegado un vínculo a este archivo, no el archivo, y no puedo abrir vínculos. Descárguelo y adjúntelo aquí desde este dispositivo.',
  picture: 'Esta imagen ha llegado en una forma que no puedo abrir. Adjúntela como archivo desde este dispositivo.',
  recording: 'No puedo escuchar mensajes de voz ni ver grabaciones. Escríbamelo o adjunte un documento.',
  loop: 'Este es un componente de Loop, y no puedo abrirlo. Guárdelo como PDF o archivo de Word, y adjúntelo aquí.',
};

export const fileProblems: typeof en.fileProblems = {
  'file.link-expired': () => 'El vínculo a este archivo ha caducado. Envíe de nuevo el archivo.',
  'file.too-large': ({ maxBytes }, locale) =>
    `Este archivo ocupa más de ${capText(maxBytes, locale)}, lo máximo que puedo aceptar. Envíe una copia más pequeña, o solo las páginas que importan.`,
  'file.day-is-full': ({ maxBytes }, locale) =>
    `Con este archivo enviaría hoy más de ${capText(maxBytes, locale)}, lo máximo que acepto de una persona en un día. Envíelo mañana.`,
  'file.host-refused': () =>
    'Solo puedo recibir archivos adjuntos en este chat (vienen de OneDrive o SharePoint). Adjunte aquí el archivo.',
  'file.picture-host-refused': () =>
    'Solo puedo recibir imágenes pegadas en este chat. Adjunte la imagen como archivo.',
  'file.no-address': ({ form }) => NO_ADDRESS[form],
  'file.inline-data': () =>
    'Esta imagen ha llegado dentro del propio mensaje, donde no puedo leerla. Adjúntela como archivo.',
  'file.unreachable': () => 'Ahora mismo no se ha podido obtener este archivo. Envíelo de nuevo en un momento.',
  'file.web-page': () =>
    'El vínculo a este archivo lleva a una página web en lugar de al archivo. Envíe de nuevo el archivo; si vuelve a ocurrir, desde la aplicación de escritorio de Teams.',

  'file.upload-refused': () =>
    'Solo guardo archivos en OneDrive y SharePoint, y el lugar que se me ha dado es otro. No se ha enviado nada.',
  'file.upload-closed': () => 'El lugar abierto para este archivo ha caducado. Pulse «Descargar» de nuevo.',
  'file.upload-full': () =>
    'En su OneDrive no hay espacio para este archivo. Libere un poco y pulse «Descargar» de nuevo.',
  'file.upload-failed': () =>
    'Ahora mismo no se ha podido guardar el archivo. Pulse «Descargar» de nuevo en un momento.',

  'file.empty': () => 'Este archivo está vacío. Revíselo y envíelo de nuevo.',
  'file.damaged': () => 'Este archivo parece dañado: no se puede leer. Guárdelo de nuevo y envíe la copia nueva.',
  'file.executable': () => `Este archivo es un programa o un script, y esos archivos no se aceptan. ${SEND_INSTEAD}`,
  'file.macros': () =>
    'Este archivo contiene macros, y esos archivos no se aceptan. Envíe una copia sin macros, o un PDF.',
  'file.loads-from-elsewhere': () =>
    'Este archivo carga una parte de sí mismo, como su plantilla, desde otro lugar al abrirse, y esos archivos no se aceptan. Envíe una copia sin ese vínculo, o un PDF.',
  'file.program-inside': () =>
    'Este archivo lleva un programa dentro, y esos archivos no se aceptan. Envíe una copia sin él, o un PDF.',
  'file.infected': ({ name }) =>
    `El antivirus ha encontrado algo en este archivo (${name}), así que no lo he aceptado. Envíe una copia limpia y avise a su departamento de informática.`,
  'file.too-large-to-scan': () =>
    'Este archivo es demasiado grande para el antivirus, así que no puedo aceptarlo. Envíe solo las páginas que importan.',
  'file.acts-by-itself': () =>
    'Este archivo inicia un programa o ejecuta un script por sí solo, y esos archivos no se aceptan. Imprímalo en PDF y envíe ese PDF.',
  'file.unchecked-inside': () =>
    'Este archivo lleva otro dentro que no puedo revisar: está bloqueado, dañado o es un archivo comprimido. Envíe una copia sin él, o un PDF.',
  'file.protected': () =>
    'Este archivo está protegido con contraseña o con una etiqueta de confidencialidad, así que no se puede revisar. Guarde una copia sin la protección y envíela.',
  'file.convertible': ({ kind }) =>
    `Es ${CONVERTIBLE[kind].name}, algo que no puedo aceptar. Guarde el archivo como ${CONVERTIBLE[kind].saveAs} y envíe el archivo nuevo.`,
  'file.markup': () =>
    `Este archivo es XML, o una página web con otro nombre, y esos archivos no se aceptan. ${SEND_INSTEAD}`,
  'file.unsupported': ({ kind }) => cannotTake(UNSUPPORTED[kind]),
  'file.unsupported-extension': ({ extension }) => cannotTake(`un archivo ${extension.toUpperCase()}`),
  'file.unknown': () => `No reconozco qué tipo de archivo es. ${SEND_INSTEAD}`,

  'file.zip-bomb': () =>
    'Al descomprimirse, este archivo ocupa mucho más que un documento normal, así que he dejado de leerlo. Envíe un PDF.',
  'file.too-slow': () =>
    'Leer este archivo tarda demasiado, así que lo he dejado. Envíe solo las páginas que importan, o un PDF.',
  'file.too-many-pages': ({ maxPages }, locale) =>
    `Este documento tiene más de ${numberText(maxPages, locale)} páginas. Envíe solo las páginas que importan.`,
  'file.type-mismatch': ({ extension }) =>
    `Este archivo se llama .${extension}, pero por dentro es otra cosa. Guárdelo de nuevo desde el programa con el que se creó y envíe esa copia.`,

  'sheet.empty': () => 'Esta hoja de cálculo está vacía. Expórtela de nuevo y envíe el archivo nuevo.',
  'sheet.no-header': () =>
    'No se ha encontrado una fila de encabezado en esta hoja de cálculo. Se lee por los nombres de sus columnas, como Claim ID, Customer, Workload y Status; añádalos y envíela de nuevo.',
  'sheet.only-header': () =>
    'Esta hoja de cálculo tiene encabezado, pero ninguna fila debajo. Revise el filtro de la exportación y envíela de nuevo.',
  'sheet.open-quote': ({ line }, locale) =>
    `La fila que empieza en la línea ${numberText(line, locale)} no termina: parece que ahí hay una comilla abierta. Ciérrela, o guarde el archivo como .xlsx, y envíelo de nuevo.`,
  'sheet.too-many-rows': ({ maxRows }, locale) =>
    `Esta hoja de cálculo tiene más de ${numberText(maxRows, locale)} filas. Divídala en archivos más pequeños y envíelos uno tras otro.`,
  'sheet.too-large': () =>
    'Esta hoja de cálculo es demasiado grande para leerla. Divídala en archivos más pequeños y envíelos uno tras otro.',
  'sheet.too-slow': () =>
    'Leer esta hoja de cálculo tarda demasiado. Divídala en archivos más pequeños, o guárdela como .csv, y envíela de nuevo.',
  'sheet.damaged': () =>
    'Este archivo parece dañado y no se ha podido leer. Ábralo en Excel, guárdelo de nuevo como .xlsx o .csv y envíe el archivo nuevo.',
  'sheet.encrypted': () =>
    'Esta hoja de cálculo está protegida con contraseña y no se ha podido leer. Guárdela sin contraseña y envíela de nuevo.',
  'sheet.old-excel': () =>
    'Esta hoja de cálculo tiene el formato antiguo .xls, que aquí no se lee. Guárdela como .xlsx o .csv y envíela de nuevo.',
  'sheet.binary-excel': () =>
    'Esta hoja de cálculo tiene el formato .xlsb, que aquí no se lee. Guárdela como .xlsx o .csv y envíela de nuevo.',
  'sheet.markup': () =>
    'Este archivo es una página web o XML, diga lo que diga su nombre. Ábralo en Excel, guárdelo como .xlsx o .csv y envíe el archivo nuevo.',
  'sheet.other-zip': () =>
    'Esto es un archivo ZIP u otro tipo de documento, no una hoja de cálculo. Envíe el archivo exportado como .xlsx o .csv.',
  'sheet.not-a-spreadsheet': () =>
    'Este archivo no es una hoja de cálculo. Envíe el archivo exportado como .xlsx o .csv.',
};

function cannotTake(what: string): string {
  return `Es ${what}, algo que no puedo aceptar. ${SEND_INSTEAD}`;
}

const MIB = 1024 * 1024;

/** A cap as its setting counts it: 1 MB is 1,048,576 bytes. */
function capText(bytes: number, locale: string): string {
  const number = (n: number): string => n.toLocaleString(locale, { maximumFractionDigits: 1, useGrouping: false });
  if (bytes >= MIB) return `${number(bytes / MIB)} MB`;
  return bytes >= 1024 ? `${number(bytes / 1024)} KB` : `${number(bytes)} bytes`;
}
