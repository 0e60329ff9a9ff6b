/** What is looked at of a request before its route has it. */
import type { Request, Response } from 'restify';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Says no, with a status. @param words for whoever wrote the client */
export type Refuse = (request: Request, response: Response, status: number, words?: string) => void;

type Next = (proceed?: false) => void;
export type Guard = (request: Request, response: Response, next: Next) => void;

export function pass(_request: Request, _response: Response, next: Next): void {
  next();
}

/** restify joins host and path where nobody catches errors, so an invalid address would end the process. */
export function requireAddress(request: Request, response: Response, next: Next): void {
  const { url = '', headers } = request;
  const base = `http://${headers.host || 'localhost'}`;
  if (url.startsWith('/') ? URL.canParse(base + url) : URL.canParse(url, base)) {
    next();
  } else {
    response.send(400, { error: errorText(400) });
    next(false);
  }
}

/** A web page whose name was pointed at this machine (DNS rebinding) still sends its own name. */
export function requireLoopbackName(refuse: Refuse): Guard {
  return (request, response, next) => {
    const name = URL.parse(`http://${request.header('host', '')}`)?.hostname ?? '';
    if (LOOPBACK_NAMES.has(name)) {
      next();
    } else {
      refuse(request, response, 403, 'in local mode, call this machine by a loopback name');
      next(false);
    }
  };
}

/**
 * A web page can post text to a local port, but not JSON without a preflight request (CORS). Compressed bodies are refused: nobody
 * sends them, the limit would count compressed bytes, and restify's reader throws on broken ones where nobody catches errors.
 */
export function requirePlainJson(refuse: Refuse): Guard {
  return requirePlain(refuse, 'application/json', (request) => request.contentType());
}

/** Nor what says that it is bytes and nothing else. What says nothing, restify takes for that, and a page can send it. */
export function requireBytes(refuse: Refuse): Guard {
  return requirePlain(refuse, 'application/octet-stream', (request) => request.header('content-type', ''));
}

function requirePlain(refuse: Refuse, type: string, typeOf: (request: Request) => string): Guard {
  return (request, response, next) => {
    if (typeOf(request) === type && request.header('content-encoding', 'identity') === 'identity') {
      next();
    } else {
      refuse(request, response, 415, `send ${type}, not compressed`);
      next(false);
    }
  };
}

/** No more than the status says. */
export function errorText(status: number): string {
  const known: Record<number, string> = {
    400: 'bad request',
    404: 'not found',
    405: 'method not allowed',
    413: 'the body is too large',
    415: 'unsupported media type',
  };
  return known[status] ?? (status >= 500 ? 'internal error' : 'refused');
}
