/**
 * Loaded by `--import` before a process of a test: hosts of the internet that REROUTE (JSON, host → origin on this machine) names are asked
 * there, and all others have no address.
 */
import dns from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

const routes = JSON.parse(process.env.REROUTE ?? '{}');
/** Any that counts as public. */
const PUBLIC_ADDRESS = '8.8.8.8';

const noAddress = (host) => Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });

const plainly = http.request;
https.request = (address, { lookup, ...options }) => {
  const url = new URL(address);
  const origin = routes[url.host];
  const nowhere = (_name, _options, callback) => callback(noAddress(url.host));
  return origin === undefined
    ? plainly('http://nowhere.invalid/', { ...options, agent: false, lookup: nowhere })
    : plainly(new URL(url.pathname + url.search, origin), {
        ...options,
        headers: { ...options.headers, host: url.host },
      });
};
/** For what Azure has on an address of its own. */
http.request = (address, ...others) => {
  const url = URL.parse(String(address));
  const origin = routes[url?.host];
  return plainly(origin === undefined ? address : new URL(url.pathname + url.search, origin), ...others);
};
dns.lookup = async (host) => {
  if (routes[host] === undefined) throw noAddress(host);
  return [{ address: PUBLIC_ADDRESS, family: 4 }];
};
syncBuiltinESMExports();
