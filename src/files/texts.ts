/** What the intake says when it does not take a file. Each is the whole message of a UserError. */

const SEND_INSTEAD =
  'Please send a PDF, a Word, Excel or PowerPoint file, an Outlook message, a picture (PNG, JPEG or TIFF) or plain text.';

const MIB = 1024 * 1024;

function size(bytes: number): string {
  if (bytes >= MIB) return `${Number((bytes / MIB).toFixed(1))} MB`;
  return bytes >= 1024 ? `${Number((bytes / 1024).toFixed(1))} KB` : `${bytes} bytes`;
}

export const fileTexts = {
  // Fetching
  expiredLink: 'The link to this file has expired. Please send the file again.',
  tooLarge: (maxBytes: number) =>
    `This file is larger than ${size(maxBytes)}, the most I can take. Please send a smaller copy, or only the pages that matter.`,
  hostRefused:
    'I can only fetch files that are attached in this chat (they come from OneDrive or SharePoint). Please attach the file here.',
  pictureHostRefused: 'I can only fetch pictures that are pasted in this chat. Please attach the picture as a file.',
  inlineData: 'This picture came inside the message itself, where I cannot read it. Please attach it as a file.',
  unreachable: 'This file could not be fetched just now. Please send it again in a moment.',
  webPage:
    'The link to this file leads to a web page instead of the file. Please send the file again, from Teams on a computer if it happens twice.',

  // Kinds
  empty: 'This file is empty. Please check it and send it again.',
  damaged: 'This file seems damaged: it cannot be read. Please save it again and send the new copy.',
  executable: `This file is a program or a script, and those are not taken. ${SEND_INSTEAD}`,
  macros: 'This file contains macros, and those are not taken. Please send a copy without macros, or a PDF of it.',
  protected:
    'This file is protected by a password or a sensitivity label, so it cannot be checked. Please save a copy without the protection and send that.',
  saveAs: (what: string, as: string) =>
    `This is ${what}, which I cannot take. Please save it as ${as}, and send the new file.`,
  webMarkup: `This file is a web page or XML, and those are not taken. ${SEND_INSTEAD}`,
  unsupported: (what: string) => `This is ${what}, which I cannot take. ${SEND_INSTEAD}`,
  unknown: `I do not recognise what kind of file this is. ${SEND_INSTEAD}`,
};
