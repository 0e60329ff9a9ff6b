/** Saves a document of a claim: its bytes come with the person's own token, so that no address of it is worth anything to anybody else. */
import type { DocumentBody } from '../../src/tab/api.ts';
import type { Client } from './client.ts';

/** Whoever saves it has taken it by then. */
const KEPT_MS = 60_000;

export async function saveDocument(
  client: Client,
  claim: string,
  { sha256, name }: Pick<DocumentBody, 'sha256' | 'name'>,
): Promise<void> {
  const bytes = await client.bytes(`claims/${encodeURIComponent(claim)}/documents/${sha256}`);
  const href = URL.createObjectURL(bytes);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}
