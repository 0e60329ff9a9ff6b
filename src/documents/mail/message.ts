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
  const body = bodyLines(text, html);
  return [
    ...head.filter((line) => line !== undefined && line !== '').flatMap((line) => textLines(line as string)),
    ...body,
  ];
}

/** Of both the page is what people see, where the text has not more: programs make texts of pages badly, or only say that there is a page. */
function bodyLines(text: string, html: string): Line[] {
  const page = html.trim() === '' ? [] : htmlLines(html);
  const words = (lines: readonly Line[]): number =>
    lines.flat().reduce((sum, segment) => sum + segment.text.split(/\s+/).length, 0);
  const plain = textLines(text);
  return words(page) >= ENOUGH * words(plain) ? page : plain;
}

/** Of the words of the text. */
const ENOUGH = 0.9;
