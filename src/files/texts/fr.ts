/** What is said of a file that is not taken, or cannot be read, in French. Each is shown as it stands, or behind the file's name. */
import { numberText } from '../../format/count.ts';
import type { ConvertibleKind, UnfetchableForm, UnsupportedKind } from '../../problems/files.ts';
import type * as en from './en.ts';

const SEND_INSTEAD =
  'Envoyez un PDF, un fichier Word, Excel ou PowerPoint, un e-mail (MSG ou EML), une image (PNG, JPEG ou TIFF), une page web, du RTF ou du texte brut.';

const CONVERTIBLE: Readonly<Record<ConvertibleKind, { readonly name: string; readonly saveAs: string }>> = {
  xls: { name: 'un ancien classeur Excel', saveAs: '.xlsx' },
  ppt: { name: 'un ancien fichier PowerPoint', saveAs: '.pptx' },
  xlsb: { name: 'un classeur binaire (.xlsb)', saveAs: '.xlsx' },
  'word-template': { name: 'un modèle Word', saveAs: '.docx' },
  'excel-template': { name: 'un modèle Excel', saveAs: '.xlsx' },
  'powerpoint-show': { name: 'un modèle ou un diaporama PowerPoint', saveAs: '.pptx' },
  eml: { name: 'un e-mail enregistré sous un autre nom', saveAs: '.eml' },
};

const UNSUPPORTED: Readonly<Record<UnsupportedKind, string>> = {
  rtf: 'un fichier RTF sous un autre nom',
  calendar: 'un élément de calendrier',
  contact: 'une carte de visite',
  postscript: 'un fichier PostScript',
  'open-document': 'un fichier OpenDocument',
  zip: 'un fichier ZIP ou semblable',
  'other-office': 'un autre type de fichier Office',
};

const NO_ADDRESS: Readonly<Record<UnfetchableForm, string>> = {
  link: 'J’ai reçu un lien vers ce fichier, pas le fichier, et je ne peux pas ouvrir de liens. Téléchargez-le et joignez-le ici depuis cet appareil.',
  picture:
    'Cette image est arrivée sous une forme que je ne peux pas récupérer. Joignez-la comme fichier depuis cet appareil.',
  recording:
    'Je ne peux ni écouter les messages vocaux ni regarder les enregistrements. Écrivez-le-moi, ou joignez un document.',
  loop: 'C’est un composant Loop, que je ne peux pas ouvrir. Enregistrez-le en PDF ou en fichier Word, et joignez-le ici.',
};

export const fileProblems: typeof en.fileProblems = {
  'file.link-expired': () => 'Le lien vers ce fichier a expiré. Renvoyez le fichier.',
  'file.too-large': ({ maxBytes }, locale) =>
    `Ce fichier dépasse ${capText(maxBytes, locale)}, le maximum que je peux prendre. Envoyez une copie plus légère, ou seulement les pages utiles.`,
  'file.day-is-full': ({ maxBytes }, locale) =>
    `Avec ce fichier, vous enverriez plus de ${capText(maxBytes, locale)} aujourd’hui, le maximum que je prends d’une personne en un jour. Envoyez-le demain.`,
  'file.host-refused': () =>
    'Je ne peux récupérer que les fichiers joints dans cette conversation (ils viennent de OneDrive ou SharePoint). Joignez le fichier ici.',
  'file.picture-host-refused': () =>
    'Je ne peux récupérer que les images collées dans cette conversation. Joignez l’image comme fichier.',
  'file.no-address': ({ form }) => NO_ADDRESS[form],
  'file.inline-data': () =>
    'Cette image est arrivée dans le message lui-même, où je ne peux pas la lire. Joignez-la comme fichier.',
  'file.unreachable': () => 'Ce fichier n’a pas pu être récupéré. Envoyez-le à nouveau dans un instant.',
  'file.web-page': () =>
    'Le lien vers ce fichier mène à une page web au lieu du fichier. Renvoyez le fichier, depuis Teams sur un ordinateur si cela se répète.',

  'file.upload-refused': () =>
    'J’enregistre des fichiers dans OneDrive et SharePoint uniquement, et l’emplacement que j’ai reçu est ailleurs. Rien n’a été envoyé.',
  'file.upload-closed': () => 'L’emplacement ouvert pour ce fichier a expiré. Appuyez à nouveau sur « Télécharger ».',
  'file.upload-full': () =>
    'Votre OneDrive n’a plus de place pour ce fichier. Libérez-en, puis appuyez à nouveau sur « Télécharger ».',
  'file.upload-failed': () =>
    'Le fichier n’a pas pu être enregistré. Appuyez à nouveau sur « Télécharger » dans un instant.',

  'file.empty': () => 'Ce fichier est vide. Vérifiez-le et envoyez-le à nouveau.',
  'file.damaged': () =>
    'Ce fichier semble endommagé : il est illisible. Enregistrez-le à nouveau et envoyez la nouvelle copie.',
  'file.executable': () => `Ce fichier est un programme ou un script, ce qui n’est pas accepté. ${SEND_INSTEAD}`,
  'file.macros': () =>
    'Ce fichier contient des macros, ce qui n’est pas accepté. Envoyez une copie sans macros, ou un PDF.',
  'file.loads-from-elsewhere': () =>
    'À l’ouverture, ce fichier charge une partie de lui-même, comme son modèle, depuis un autre endroit, ce qui n’est pas accepté. Envoyez une copie sans ce lien, ou un PDF.',
  'file.program-inside': () =>
    'Ce fichier contient un programme, ce qui n’est pas accepté. Envoyez une copie sans ce programme, ou un PDF.',
  'file.infected': ({ name }) =>
    `L’antivirus a trouvé quelque chose dans ce fichier (${name}), je ne l’ai donc pas pris. Envoyez une copie saine, et prévenez votre service informatique.`,
  'file.too-large-to-scan': () =>
    'Ce fichier est trop volumineux pour l’antivirus, je ne peux donc pas le prendre. Envoyez seulement les pages utiles.',
  'file.acts-by-itself': () =>
    'Ce fichier lance de lui-même un programme ou un script, ce qui n’est pas accepté. Imprimez-le en PDF, et envoyez ce PDF.',
  'file.unchecked-inside': () =>
    'Ce fichier en contient un autre que je ne peux pas vérifier : il est verrouillé, endommagé ou c’est une archive. Envoyez une copie sans lui, ou un PDF.',
  'file.protected': () =>
    'Ce fichier est protégé par un mot de passe ou une étiquette de confidentialité, il ne peut donc pas être vérifié. Enregistrez une copie sans protection et envoyez-la.',
  'file.convertible': ({ kind }) =>
    `C’est ${CONVERTIBLE[kind].name}, que je ne peux pas prendre. Enregistrez-le en ${CONVERTIBLE[kind].saveAs}, et envoyez le nouveau fichier.`,
  'file.markup': () =>
    `Ce fichier est du XML, ou une page web sous un autre nom, ce qui n’est pas accepté. ${SEND_INSTEAD}`,
  'file.unsupported': ({ kind }) => cannotTake(UNSUPPORTED[kind]),
  'file.unsupported-extension': ({ extension }) => cannotTake(`un fichier ${extension.toUpperCase()}`),
  'file.unknown': () => `Je ne reconnais pas ce type de fichier. ${SEND_INSTEAD}`,

  'file.zip-bomb': () =>
    'Une fois décompressé, ce fichier est bien plus gros que ce qu’on attend d’un document, j’ai donc arrêté de le lire. Envoyez un PDF.',
  'file.too-slow': () =>
    'La lecture de ce fichier prend trop de temps, je l’ai donc arrêtée. Envoyez seulement les pages utiles, ou un PDF.',
  'file.too-many-pages': ({ maxPages }, locale) =>
    `Ce document compte plus de ${numberText(maxPages, locale)} pages. Envoyez seulement les pages utiles.`,
  'file.type-mismatch': ({ extension }) =>
    `Ce fichier porte l’extension .${extension}, mais c’est autre chose à l’intérieur. Enregistrez-le à nouveau depuis le programme qui l’a créé, et envoyez-le.`,

  'sheet.empty': () => 'Cette feuille de calcul est vide. Exportez-la à nouveau et envoyez le nouveau fichier.',
  'sheet.no-header': () =>
    'Aucune ligne d’en-tête n’a été trouvée dans cette feuille de calcul. Elle est lue d’après les noms de ses colonnes, comme Claim ID, Customer, Workload et Status ; ajoutez-les et envoyez-la à nouveau.',
  'sheet.only-header': () =>
    'Cette feuille de calcul a un en-tête mais aucune ligne dessous. Vérifiez le filtre de l’export et envoyez-la à nouveau.',
  'sheet.open-quote': ({ line }, locale) =>
    `La ligne qui commence à la ligne ${numberText(line, locale)} ne se termine pas : un guillemet semble y rester ouvert. Fermez-le, ou enregistrez le fichier en .xlsx, et envoyez-le à nouveau.`,
  'sheet.too-many-rows': ({ maxRows }, locale) =>
    `Cette feuille de calcul compte plus de ${numberText(maxRows, locale)} lignes. Divisez-la en fichiers plus petits et envoyez-les l’un après l’autre.`,
  'sheet.too-large': () =>
    'Cette feuille de calcul est trop volumineuse pour être lue. Divisez-la en fichiers plus petits et envoyez-les l’un après l’autre.',
  'sheet.too-slow': () =>
    'La lecture de cette feuille de calcul prend trop de temps. Divisez-la en fichiers plus petits, ou enregistrez-la en .csv, et envoyez-la à nouveau.',
  'sheet.damaged': () =>
    'Ce fichier semble endommagé et n’a pas pu être lu. Ouvrez-le dans Excel, enregistrez-le à nouveau en .xlsx ou .csv, et envoyez le nouveau fichier.',
  'sheet.encrypted': () =>
    'Cette feuille de calcul est protégée par un mot de passe et n’a pas pu être lue. Enregistrez-la sans mot de passe et envoyez-la à nouveau.',
  'sheet.old-excel': () =>
    'C’est une feuille de calcul à l’ancien format .xls, qui n’est pas lu ici. Enregistrez-la en .xlsx ou .csv et envoyez-la à nouveau.',
  'sheet.binary-excel': () =>
    'C’est une feuille de calcul au format .xlsb, qui n’est pas lu ici. Enregistrez-la en .xlsx ou .csv et envoyez-la à nouveau.',
  'sheet.markup': () =>
    'Ce fichier est une page web ou du XML, quel que soit son nom. Ouvrez-le dans Excel, enregistrez-le en .xlsx ou .csv, et envoyez le nouveau fichier.',
  'sheet.other-zip': () =>
    'C’est une archive ZIP ou un autre type de document, pas une feuille de calcul. Envoyez l’export en .xlsx ou .csv.',
  'sheet.not-a-spreadsheet': () => 'Ce fichier n’est pas une feuille de calcul. Envoyez l’export en .xlsx ou .csv.',
};

function cannotTake(what: string): string {
  return `C’est ${what}, un type que je ne peux pas prendre. ${SEND_INSTEAD}`;
}

const MIB = 1024 * 1024;

/** A cap as its setting counts it: 1 MB is 1,048,576 bytes. */
function capText(bytes: number, locale: string): string {
  const number = (n: number): string => n.toLocaleString(locale, { maximumFractionDigits: 1, useGrouping: false });
  if (bytes >= MIB) return `${number(bytes / MIB)} Mo`;
  return bytes >= 1024 ? `${number(bytes / 1024)} Ko` : `${number(bytes)} octets`;
}
