/** The kinds of documents that are taken. */
export type FileKind =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'doc'
  | 'msg'
  | 'png'
  | 'jpg'
  | 'tiff'
  | 'txt'
  | 'csv'
  | MarkedText;

/** Text that programs make more of: a web page, a mail as it was sent, and Word's own. */
export type MarkedText = 'html' | 'eml' | 'rtf';

const EXECUTABLE_EXTENSIONS = new Set(
  (
    'apk app application appref-ms appx asp aspx bash bat bin chm class cmd com cpl csh dex diagcab dll dmg exe fish gadget hta inf ins ' +
    'iqy iso isp jar js jse jsp ksh lnk mjs cjs msc msi msix msp mst ocx php pif pl ps1 ps1xml ps2 psd1 psm1 py pyc pyw rb reg rgs scf scr ' +
    'sct settingcontent-ms sh slk so sys theme ts url vb vbe vbs vbscript vxd website wsc wsf wsh xbap xll zsh'
  ).split(' '),
);

/** Whether some computer runs a file of this extension when it is opened. The bytes cannot rule that out: a file can be valid in two formats. */
export function isExecutableExtension(extension: string): boolean {
  return EXECUTABLE_EXTENSIONS.has(extension);
}

const EXECUTABLE_STARTS = [
  'MZ', // Windows, DOS
  '\x7fELF',
  '\xfe\xed\xfa\xce', // Mach-O, four ways
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe', // Java class, Mach-O for several processors
  '\0asm',
  'dex\n',
  'L\0\0\0\x01\x14\x02\0', // Windows shortcut
  '#!',
  '\xef\xbb\xbf#!',
];

/** Whether a file that begins so is a program or says that it is a script. */
export function isProgram(head: Buffer): boolean {
  const start = head.toString('latin1');
  return EXECUTABLE_STARTS.some((signature) => start.startsWith(signature));
}
