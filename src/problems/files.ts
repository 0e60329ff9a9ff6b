/** Code → data of what people can put right about a file. `undefined`: the code says it all. */
export interface FileProblems {
  // Fetching
  'file.link-expired': undefined;
  'file.too-large': { readonly maxBytes: number };
  /** `maxBytes`: what one person may upload in a day. */
  'file.day-is-full': { readonly maxBytes: number };
  'file.host-refused': undefined;
  'file.picture-host-refused': undefined;
  /** It was sent in a form without an address to fetch it from. */
  'file.no-address': { readonly form: UnfetchableForm };
  /** A picture that came as a data URL, inside of the message itself. */
  'file.inline-data': undefined;
  'file.unreachable': undefined;
  /** The link leads to a page around the file. */
  'file.web-page': undefined;

  // Saving to a place that a person opened
  /** It is none of Microsoft 365's. */
  'file.upload-refused': undefined;
  /** It was used before, or has run out. */
  'file.upload-closed': undefined;
  'file.upload-full': undefined;
  'file.upload-failed': undefined;

  // Documents
  'file.empty': undefined;
  'file.damaged': undefined;
  /** A program, a script, or a document with one inside. */
  'file.executable': undefined;
  'file.macros': undefined;
  /** A document that loads a template or another part from another machine when it is opened. */
  'file.loads-from-elsewhere': undefined;
  /** A document of which a part is a program. */
  'file.program-inside': undefined;
  /** `name`: what the virus scanner calls it. */
  'file.infected': { readonly name: string };
  'file.too-large-to-scan': undefined;
  /** A document that starts a program, or runs a script, without being asked. */
  'file.acts-by-itself': undefined;
  /** Something in it cannot be looked into: it is locked, damaged, or an archive of another kind. */
  'file.unchecked-inside': undefined;
  'file.protected': undefined;
  /** The program that made it can save it as a kind that is taken. */
  'file.convertible': { readonly kind: ConvertibleKind };
  /** HTML, XML or SVG. */
  'file.markup': undefined;
  'file.unsupported': { readonly kind: UnsupportedKind };
  /** Any other format of which only the usual extension is known; lower case, without its dot. */
  'file.unsupported-extension': { readonly extension: string };
  'file.unknown': undefined;

  // Documents whose words are read
  /** Unpacks to more than a document may. */
  'file.zip-bomb': undefined;
  /** To read it takes longer than a document may. */
  'file.too-slow': undefined;
  'file.too-many-pages': { readonly maxPages: number };
  /** Its name says another kind than its bytes; the extension in lower case, without its dot. */
  'file.type-mismatch': { readonly extension: string };

  // Spreadsheets that are read, not only kept
  'sheet.empty': undefined;
  'sheet.no-header': undefined;
  'sheet.only-header': undefined;
  /** `line`: where the row starts whose quotation mark is never closed. */
  'sheet.open-quote': { readonly line: number };
  'sheet.too-many-rows': { readonly maxRows: number };
  'sheet.too-large': undefined;
  'sheet.too-slow': undefined;
  'sheet.damaged': undefined;
  'sheet.encrypted': undefined;
  /** .xls */
  'sheet.old-excel': undefined;
  /** .xlsb */
  'sheet.binary-excel': undefined;
  'sheet.markup': undefined;
  'sheet.other-zip': undefined;
  'sheet.not-a-spreadsheet': undefined;
}

/** `link`: to a file that stays where it is, in the cloud. `recording`: a voice message or another sound or film. `loop`: a Loop component. */
export type UnfetchableForm = 'link' | 'picture' | 'recording' | 'loop';

export type ConvertibleKind = 'xls' | 'ppt' | 'xlsb' | 'word-template' | 'excel-template' | 'powerpoint-show' | 'eml';

export type UnsupportedKind =
  | 'rtf'
  | 'calendar'
  | 'contact'
  | 'postscript'
  | 'open-document'
  | 'zip'
  /** An Office package that is none of Word, Excel and PowerPoint. */
  | 'other-office';
