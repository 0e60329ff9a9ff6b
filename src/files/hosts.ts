import { OperatorError, UserError } from '../errors.ts';
import { isLoopbackAddress, isLoopbackUrl, isPublicAddress } from './address.ts';

/**
 * Where files in a chat come from: OneDrive for Business (`contoso-my.sharepoint.com`) and SharePoint (`contoso.sharepoint.com`).
 * Sources: "Send and receive files using bot" (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4) and
 * "Microsoft 365 URLs and IP address ranges" (learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges).
 * Clouds with domains of their own (GCC High, DoD, 21Vianet) give bots no files.
 */
const FILE_HOST = /^(?:[a-z0-9-]+\.)+sharepoint\.com$/;

/** SharePoint's pre-authorised addresses are 1 to 3 thousand characters. */
const MAX_URL_LENGTH = 8192;

/** Decides where a download may go. Asked anew for each redirect, and for each address that a name resolves to. */
export interface HostPolicy {
  /** The URL to fetch. @throws UserError for any that it does not allow */
  check(url: string): URL;
  /** May the connection for this (checked) URL go to this address? */
  allowsAddress(url: URL, address: string): boolean;
  /** Whether the first request may carry the bot's token. */
  readonly takesBearer: boolean;
}

/**
 * The policy for files: Microsoft 365 hosts by HTTPS on the default port, and the operator's extra hosts.
 * @param extraHosts each "host" (default port) or "host:port"; a loopback one may also be plain HTTP
 * @throws OperatorError for any other form of an extra host
 */
export function createHostPolicy({ extraHosts }: { readonly extraHosts: readonly string[] }): HostPolicy {
  const extras = extraHosts.map(parseExtraHost);
  return {
    takesBearer: false,
    check(text) {
      const url = parseUrl(text, 'file.host-refused');
      const extra = extras.some((host) => matches(host, url));
      const allowed = extra ? isSecure(url) : url.protocol === 'https:' && isFileHost(url);
      if (!allowed) throw new UserError('file.host-refused');
      return url;
    },
    allowsAddress: allowsOwnAddress,
  };
}

/**
 * What an activity gave as a URL, without its fragment. @throws UserError for what no download may have, whatever the policy
 * @param refusal the code for it
 */
export function parseUrl(text: string, refusal: 'file.host-refused' | 'file.picture-host-refused'): URL {
  if (/^\s*data:/i.test(text)) throw new UserError('file.inline-data');
  const url = text.length <= MAX_URL_LENGTH ? URL.parse(text) : null;
  if (!url || url.username + url.password !== '') throw new UserError(refusal);
  url.hash = '';
  return url;
}

/** HTTPS, or plain HTTP that does not leave this machine. */
export function isSecure(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackUrl(url));
}

/** Loopback for URLs that name this machine themselves (the policy has let them through), the open internet for all others. */
export function allowsOwnAddress(url: URL, address: string): boolean {
  return isLoopbackUrl(url) ? isLoopbackAddress(address) : isPublicAddress(address);
}

/** `URL` has already lower-cased the name, turned it to ASCII, and written any number as an address; a trailing dot does not match. */
function isFileHost(url: URL): boolean {
  return url.port === '' && FILE_HOST.test(url.hostname);
}

interface ExtraHost {
  readonly hostname: string;
  /** Empty: the default port of the protocol. */
  readonly port: string;
}

function parseExtraHost(entry: string): ExtraHost {
  const url = URL.parse(`https://${entry}`);
  if (!url?.hostname || url.href !== `https://${url.host}/` || /[/?#@*\\\s]/.test(entry)) {
    throw new OperatorError(`FILE_HOSTS: "${entry}" is not a host. Write "host" or "host:port", separated by commas.`);
  }
  return { hostname: url.hostname, port: url.port };
}

function matches(host: ExtraHost, url: URL): boolean {
  const port = url.port === '' && host.port !== '' ? defaultPort(url) : url.port;
  return url.hostname === host.hostname && port === host.port;
}

function defaultPort(url: URL): string {
  return url.protocol === 'http:' ? '80' : '443';
}
