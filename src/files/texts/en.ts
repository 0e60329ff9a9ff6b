/** What is said of a file that is not taken, or cannot be read. Each is shown as it stands, or behind the file's name. */
import { numberText } from '../../format/count.ts';
import type { ConvertibleKind, FileProblems, UnfetchableForm, UnsupportedKind } from '../../problems/files.ts';
import type { ProblemTexts } from '../../problems/index.ts';

const SEND_INSTEAD =
  'Please send a PDF, a Word, Excel or PowerPoint file, an e-mail (MSG or EML), a picture (PNG, JPEG or TIFF), a web page, RTF or plain text.';

const CONVERTIBLE: Readonly<Record<ConvertibleKind, { readonly name: string; readonly saveAs: string }>> = {
  xls: { name: 'an old Excel workbook', saveAs: '.xlsx' },
  ppt: { name: 'an old PowerPoint file', saveAs: '.pptx' },
  xlsb: { name: 'a binary workbook (.xlsb)', saveAs: '.xlsx' },
  'word-template': { name: 'a Word template', saveAs: '.docx' },
  'excel-template': { name: 'an Excel template', saveAs: '.xlsx' },
  'powerpoint-show': { name: 'a PowerPoint template or show', saveAs: '.pptx' },
  eml: { name: 'a saved e-mail under another name', saveAs: '.eml' },
};

const UNSUPPORTED: Readonly<Record<UnsupportedKind, string>> = {
  rtf: 'an RTF file under another name',
  calendar: 'a calendar item',
  contact: 'a contact card',
  postscript: 'a PostScript file',
  'open-document': 'an OpenDocument file',
  zip: 'a zip file or a kind of one',
  'other-office': 'a kind of Office file',
};

const NO_ADDRESS: Readonly<Record<UnfetchableForm, string>> = {
  link: 'I got a link to this file, not the file, and I cannot open links. Please download it and attach it here from this device.',
  picture: 'This picture came in a form that I cannot fetch. Please attach it as a file from this device.',
  recording: 'I cannot listen to voice messages or watch recordings. Please write it to me, or attach a document.',
  loop: 'This is a Loop component, which I cannot open. Please save it as a PDF or a Word file, and attach that here.',
};

export const fileProblems: ProblemTexts<FileProblems> = {
  'file.link-expired': () => 'The link to this file has expired. Please send the file again.',
  'file.too-large': ({ maxBytes }, locale) =>
    `This file is larger than ${capText(maxBytes, locale)}, the most I can take. Please send a smaller copy, or only the pages that matter.`,
  'file.day-is-full': ({ maxBytes }, locale) =>
    `With this file you would send more than ${capText(maxBytes, locale)} today, the most I take from one person in a day. Please send it tomorrow.`,
  'file.host-refused': () =>
    'I can only fetch files that are attached in this chat (they come from OneDrive or SharePoint). Please attach the file here.',
  'file.picture-host-refused': () =>
    'I can only fetch pictures that are pasted in this chat. Please attach the picture as a file.',
  'file.no-address': ({ form }) => NO_ADDRESS[form],
  'file.inline-data': () =>
    'This picture came inside the message itself, where I cannot read it. Please attach it as a file.',
  'file.unreachable': () => 'This file could not be fetched just now. Please send it again in a moment.',
  'file.web-page': () =>
    'The link to this file leads to a web page instead of the file. Please send the file again, from Teams on a computer if it happens twice.',

  'file.upload-refused': () =>
    'I save files to OneDrive and SharePoint alone, and the place that was given to me is elsewhere. Nothing was sent.',
  'file.upload-closed': () => 'The place that was opened for this file has run out. Please press “Download” again.',
  'file.upload-full': () => 'Your OneDrive has no room for this file. Please make some, then press “Download” again.',
  'file.upload-failed': () => 'The file could not be saved just now. Please press “Download” again in a moment.',

  'file.empty': () => 'This file is empty. Please check it and send it again.',
  'file.damaged': () => 'This file seems damaged: it cannot be read. Please save it again and send the new copy.',
  'file.executable': () => `This file is a program or a script, and those are not taken. ${SEND_INSTEAD}`,
  'file.macros': () =>
    'This file contains macros, and those are not taken. Please send a copy without macros, or a PDF of it.',
  'file.loads-from-elsewhere': () =>
    'This file loads a part of itself, such as its template, from another place when it is opened, and those are not taken. Please send a copy without that link, or a PDF of it.',
  'file.program-inside': () =>
    'This file has a program inside, and those are not taken. Please send a copy without it, or a PDF of it.',
  'file.infected': ({ name }) =>
    `The virus scanner found something in this file (${name}), so I have not taken it. Please send a clean copy, and tell your IT department.`,
  'file.too-large-to-scan': () =>
    'This file is too large for the virus scanner, so I cannot take it. Please send only the pages that matter.',
  'file.acts-by-itself': () =>
    'This file starts a program or runs a script by itself, and those are not taken. Please print it to a PDF, and send that.',
  'file.unchecked-inside': () =>
    'This file has another one inside that I cannot check: it is locked, damaged, or an archive. Please send a copy without it, or a PDF of it.',
  'file.protected': () =>
    'This file is protected by a password or a sensitivity label, so it cannot be checked. Please save a copy without the protection and send that.',
  'file.convertible': ({ kind }) =>
    `This is ${CONVERTIBLE[kind].name}, which I cannot take. Please save it as ${CONVERTIBLE[kind].saveAs}, and send the new file.`,
  'file.markup': () => `This file is XML, or a web page under another name, and those are not taken. ${SEND_INSTEAD}`,
  'file.unsupported': ({ kind }) => cannotTake(UNSUPPORTED[kind]),
  'file.unsupported-extension': ({ extension }) => cannotTake(`a ${extension.toUpperCase()} file`),
  'file.unknown': () => `I do not recognise what kind of file this is. ${SEND_INSTEAD}`,

  'file.zip-bomb': () =>
    'This file unpacks to far more than a document should, so I have stopped reading it. Please send a PDF of it.',
  'file.too-slow': () =>
    'Reading this file takes too long, so I have stopped. Please send only the pages that matter, or a PDF of it.',
  'file.too-many-pages': ({ maxPages }, locale) =>
    `This document has more than ${numberText(maxPages, locale)} pages. Please send only the pages that matter.`,
  'file.type-mismatch': ({ extension }) =>
    `This file is called .${extension}, but it is something else inside. Please save it again from the program that made it, and send that.`,

  'sheet.empty': () => 'This spreadsheet is empty. Please export it again and send the new file.',
  'sheet.no-header': () =>
    'No header row was found in this spreadsheet. It is read by the names of its columns, such as Claim ID, Customer, Workload and Status; please add them and send it again.',
  'sheet.only-header': () =>
    'This spreadsheet has a header but no rows below it. Please check the filter of the export and send it again.',
  'sheet.open-quote': ({ line }, locale) =>
    `The row that starts on line ${numberText(line, locale)} does not end: a quotation mark seems to be open there. Please close it, or save the file as .xlsx, and send it again.`,
  'sheet.too-many-rows': ({ maxRows }, locale) =>
    `This spreadsheet has more than ${numberText(maxRows, locale)} rows. Please split it into smaller files and send them one after the other.`,
  'sheet.too-large': () =>
    'This spreadsheet is too large to read. Please split it into smaller files and send them one after the other.',
  'sheet.too-slow': () =>
    'Reading this spreadsheet takes too long. Please split it into smaller files, or save it as .csv, and send it again.',
  'sheet.damaged': () =>
    'This file seems to be damaged and could not be read. Please open it in Excel, save it again as .xlsx or .csv, and send the new file.',
  'sheet.encrypted': () =>
    'This spreadsheet is protected with a password and could not be read. Please save it without a password and send it again.',
  'sheet.old-excel': () =>
    'This is a spreadsheet in the old .xls format, which is not read here. Please save it as .xlsx or .csv and send it again.',
  'sheet.binary-excel': () =>
    'This is a spreadsheet in the .xlsb format, which is not read here. Please save it as .xlsx or .csv and send it again.',
  'sheet.markup': () =>
    'This file is a web page or XML, whatever its name says. Please open it in Excel, save it as .xlsx or .csv, and send the new file.',
  'sheet.other-zip': () =>
    'This is a ZIP archive or another kind of document, not a spreadsheet. Please send the export as .xlsx or .csv.',
  'sheet.not-a-spreadsheet': () => 'This file is not a spreadsheet. Please send the export as .xlsx or .csv.',
};

function cannotTake(what: string): string {
  return `This is ${what}, which I cannot take. ${SEND_INSTEAD}`;
}

const MIB = 1024 * 1024;

/** A cap as its setting counts it: 1 MB is 1,048,576 bytes. */
function capText(bytes: number, locale: string): string {
  const number = (n: number): string => n.toLocaleString(locale, { maximumFractionDigits: 1, useGrouping: false });
  if (bytes >= MIB) return `${number(bytes / MIB)} MB`;
  return bytes >= 1024 ? `${number(bytes / 1024)} KB` : `${number(bytes)} bytes`;
}
