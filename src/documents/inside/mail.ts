/** The attachments of a saved e-mail. */
import { readEml } from '../mail/eml.ts';
import type { Inside } from './inside.ts';

/** @throws UserError where an attachment acts, or cannot be looked into */
export async function refuseActiveMail(bytes: Buffer, inside: Inside): Promise<void> {
  for (const { name, bytes: attached } of readEml(bytes).attachments)
    if (attached !== undefined) await inside.inspect(attached, name);
}
