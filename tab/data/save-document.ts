/** Saves a file of a claim or a ticket: its bytes come with the person's own token, so that no address of it is worth anything to anybody else. */
import type { Client } from './client.ts';
import { saveFile } from './save-file.ts';

interface NamedFile {
  readonly sha256: string;
  readonly name: string;
}

/** @param claim its record */
export async function saveDocument(client: Client, claim: string, { sha256, name }: NamedFile): Promise<void> {
  saveFile(await client.bytes(`claims/${encodeURIComponent(claim)}/documents/${sha256}`), name);
}

/** @param ticket its name */
export async function saveTicketFile(client: Client, ticket: string, { sha256, name }: NamedFile): Promise<void> {
  saveFile(await client.bytes(`tickets/${encodeURIComponent(ticket)}/files/${sha256}`), name);
}
