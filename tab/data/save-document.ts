/** Saves a document of a claim: its bytes come with the person's own token, so that no address of it is worth anything to anybody else. */
import type { DocumentBody } from '../../src/tab/api.ts';
import type { Client } from './client.ts';
import { saveFile } from './save-file.ts';

export async function saveDocument(
  client: Client,
  claim: string,
  { sha256, name }: Pick<DocumentBody, 'sha256' | 'name'>,
): Promise<void> {
  saveFile(await client.bytes(`claims/${encodeURIComponent(claim)}/documents/${sha256}`), name);
}
