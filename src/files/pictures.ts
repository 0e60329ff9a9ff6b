import { UserError } from '../errors.ts';
import { isLoopbackUrl } from './address.ts';
import type { RemoteFile } from './download.ts';
import { allowsOwnAddress, type HostPolicy, isSecure, parseUrl } from './hosts.ts';

/**
 * How to fetch a picture pasted into the chat: only from the conversation's own service (same protocol, host and port), the only one
 * that ever gets the bot's token. The policy that comes along keeps redirects there too.
 * @param serviceUrl the authenticated service address of the conversation
 * @param token the bot's token; undefined in local mode, the only one where plain HTTP and loopback are allowed
 */
export function pictureRequest(
  url: string,
  serviceUrl: string,
  token: string | undefined,
): { readonly file: RemoteFile; readonly policy: HostPolicy } {
  const service = URL.parse(serviceUrl);
  const policy: HostPolicy = {
    takesBearer: true,
    check(text) {
      const picture = parseUrl(text, 'file.picture-host-refused');
      const sameOrigin = service !== null && picture.origin !== 'null' && picture.origin === service.origin;
      const allowed = sameOrigin && isSecure(picture) && (token === undefined || !isLoopbackUrl(picture));
      if (!allowed) throw new UserError('file.picture-host-refused');
      return picture;
    },
    allowsAddress: allowsOwnAddress,
  };
  const href = policy.check(url).href;
  return { file: token === undefined ? { url: href } : { url: href, bearer: token }, policy };
}
