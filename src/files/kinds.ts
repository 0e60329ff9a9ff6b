/** The kinds of documents that are taken, with the title people see. */
export const fileKinds = {
  pdf: { kind: 'pdf', title: 'PDF', mime: 'application/pdf' },
  docx: {
    kind: 'docx',
    title: 'Word document',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    kind: 'xlsx',
    title: 'Excel workbook',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  pptx: {
    kind: 'pptx',
    title: 'PowerPoint presentation',
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  doc: { kind: 'doc', title: 'Word document', mime: 'application/msword' },
  msg: { kind: 'msg', title: 'Outlook message', mime: 'application/vnd.ms-outlook' },
  png: { kind: 'png', title: 'Picture', mime: 'image/png' },
  jpg: { kind: 'jpg', title: 'Picture', mime: 'image/jpeg' },
  tiff: { kind: 'tiff', title: 'Picture', mime: 'image/tiff' },
  txt: { kind: 'txt', title: 'Plain text', mime: 'text/plain' },
} as const;

export type FileKindName = keyof typeof fileKinds;

export interface FileKind {
  readonly kind: FileKindName;
  /** For people; a `txt` with a name that says so is a "CSV file". */
  readonly title: string;
  readonly mime: string;
}

const EXECUTABLE_EXTENSIONS = new Set(
  (
    'apk app application appref-ms appx asp aspx bash bat bin chm class cmd com cpl csh dex diagcab dll dmg exe fish gadget hta inf ins ' +
    'iqy iso isp jar js jse jsp ksh lnk mjs cjs msc msi msix msp mst ocx php pif pl ps1 ps1xml ps2 psd1 psm1 py pyc pyw rb reg rgs scf scr ' +
    'sct settingcontent-ms sh slk so sys theme ts url vb vbe vbs vbscript vxd website wsc wsf wsh xbap xll zsh'
  ).split(' '),
);

/** Whether some computer runs a file of this extension when it is opened. The bytes cannot rule that out: a file can be valid in two formats. */
export function runsWhenOpened(extension: string): boolean {
  return EXECUTABLE_EXTENSIONS.has(extension);
}
