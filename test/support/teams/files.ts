/** The files that people send: on SharePoint behind pre-authorised addresses, and pictures on the service itself behind a token. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** What a download answers with. */
export type FileBody =
  | Uint8Array
  /** Sends the client elsewhere. */
  | { readonly redirectTo: string }
  /** Never ends; for caps that must hold while streaming. */
  | { readonly endless: true };

interface Offer {
  readonly name: string;
  readonly body: FileBody;
  revoked: boolean;
}

export class Files {
  readonly #offers = new Map<string, Offer>();
  readonly #pictures = new Map<string, Uint8Array>();

  /** Returns the path to download it from. */
  offer(name: string, body: FileBody): string {
    const id = randomUUID();
    this.#offers.set(id, { name, body, revoked: false });
    return `/files/${id}/${encodeURIComponent(name)}?tempauth=v1.${id.slice(0, 8)}`;
  }

  /** The address stops working, as it does after about an hour. */
  revoke(url: string): void {
    const offer = this.#offers.get(new URL(url).pathname.split('/')[2] ?? '');
    if (!offer) throw new Error('no such file was offered');
    offer.revoked = true;
  }

  /** Returns the picture's id. */
  paste(bytes: Uint8Array): string {
    const id = randomUUID();
    this.#pictures.set(id, bytes);
    return id;
  }

  picture(id: string): Uint8Array | undefined {
    return this.#pictures.get(id);
  }

  /** Answers a download; returns the status. SharePoint names no useful type. */
  answer(id: string, response: ServerResponse): number {
    const offer = this.#offers.get(id);
    if (!offer || offer.revoked) return end(response, offer ? 401 : 404);
    if (offer.body instanceof Uint8Array) {
      response.setHeader('content-type', 'application/octet-stream');
      return end(response, 200, offer.body);
    }
    if ('redirectTo' in offer.body) {
      response.setHeader('location', offer.body.redirectTo);
      return end(response, 302);
    }
    pour(response);
    return 200;
  }
}

function end(response: ServerResponse, status: number, bytes?: Uint8Array): number {
  response.statusCode = status;
  response.end(bytes);
  return status;
}

/** Writes as fast as the reader takes it, until the reader goes. */
function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}
