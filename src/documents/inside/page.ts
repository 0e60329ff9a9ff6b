/** What acts in a web page when it is opened. */
import { UserError } from '../../errors.ts';
import { decodeText } from '../../files/decode-text.ts';
import { actsByItself } from '../markup/acting.ts';
import { isScriptedMarkup } from './signatures.ts';

/** @throws UserError for one that acts by itself */
export async function refuseActivePage(bytes: Buffer): Promise<void> {
  const { text } = (await decodeText(bytes)) ?? { text: bytes.toString('latin1') };
  if (isScriptedMarkup(bytes) || actsByItself(text)) throw new UserError('file.acts-by-itself');
}
