/** An e-mail, whatever it was saved as. */
import type { Line } from '../document.ts';
import { htmlLines } from '../markup/html.ts';
import { textLines } from '../text-lines.ts';

export interface MailMessage {
  readonly subject: string;
  /** Name and address, as far as known. */
  readonly from: string;
  readonly to: string;
  /** The day it was sent, by UTC (ISO). */
  readonly sent?: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Buffer | undefined }[];
}

/** As a mail program prints it. */
export function messageLines({ subject, from, to, sent, text, html }: MailMessage): Line[] {
  const head = [from && `From: ${from}`, to && `To: ${to}`, sent && `Sent: ${sent}`, subject && `Subject: ${subject}`];
  const body = text.trim() === '' ? htmlLines(html) : textLines(text);
  return [
    ...head.filter((line) => line !== undefined && line !== '').flatMap((line) => textLines(line as string)),
    ...body,
  ];
}
