/** The text of a saved e-mail, where it is written as a page, and the attachments. */
import { UserError } from '../../errors.ts';
import { emlPages, readEml } from '../mail/eml.ts';
import { actsByItself } from '../markup/acting.ts';
import type { Inside } from './inside.ts';

/** @throws UserError where the text or an attachment acts, or cannot be looked into */
export async function refuseActiveMail(bytes: Buffer, inside: Inside): Promise<void> {
  if (emlPages(bytes).some(actsByItself)) throw new UserError('file.acts-by-itself');
  for (const { name, bytes: attached } of readEml(bytes).attachments)
    if (attached !== undefined) await inside.inspect(attached, name);
}
