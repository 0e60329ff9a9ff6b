/**
 * The Agents Playground's own endpoints. It has no file upload, but forwards any activity that it is handed, so a file goes in
 * in the shape that Teams gives to bots (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4).
 */
import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { OperatorError } from '../../src/errors.ts';
import type { Offered } from './offer.ts';

export class Playground {
  readonly #url: string;

  constructor(port: number) {
    this.#url = `http://127.0.0.1:${port}`;
  }

  /** The id of the chat between the current user and the bot. @throws OperatorError when nothing answers */
  async personalChat(): Promise<string> {
    const { config } = (await this.#ask('/_internal/v1/testConfig')) as {
      config?: { personalChat?: { id?: string } };
    };
    const id = config?.personalChat?.id;
    if (id === undefined) throw new OperatorError(`What answers at ${this.#url} is not the Agents Playground.`);
    return id;
  }

  /** One message with these files, and words if there are any. @throws OperatorError when it is not taken */
  async send(chat: string, files: readonly Pick<Offered, 'name' | 'url'>[], text: string): Promise<void> {
    const query = new URLSearchParams({ conversationId: chat, type: 'install' });
    const template = await this.#ask(`/_internal/v1/customActivities/template?${query}`);
    // Who, where and by which service; the rest is a message's.
    const { action: _, ...envelope } = template as Record<string, unknown>;
    await this.#ask('/_internal/v1/customActivities', {
      ...envelope,
      id: randomUUID(),
      type: 'message',
      textFormat: 'plain',
      text,
      attachments: [...files.map(fileAttachment), { contentType: 'text/html', content: '' }],
    });
  }

  async #ask(path: string, body?: unknown): Promise<unknown> {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${this.#url}${path}`, body === undefined ? {} : post).catch(() => undefined);
    if (response === undefined)
      throw new OperatorError(
        `The Agents Playground does not answer at ${this.#url}. Start it with “npm start”, or set PLAYGROUND_PORT to where it is.`,
      );
    if (!response.ok)
      throw new OperatorError(`The Agents Playground did not take the message (status ${response.status}).`);
    const answer = await response.text();
    try {
      return answer === '' ? {} : JSON.parse(answer);
    } catch {
      return {};
    }
  }
}

function fileAttachment({ name, url }: Pick<Offered, 'name' | 'url'>): object {
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: `https://contoso-my.sharepoint.com/personal/documents/${encodeURIComponent(name)}`,
    name,
    content: { downloadUrl: url, uniqueId: randomUUID(), fileType: extname(name).slice(1).toLowerCase() },
  };
}
