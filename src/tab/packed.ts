/** Long answers go packed: a hundred rows are 20 KB, and 2 KB so, which a phone on a slow network has a good deal sooner. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RouteAnswer, RouteRequest } from '../feature.ts';

const pack = promisify(gzip);
/** What fits into one packet comes no sooner. */
const LONG_BYTES = 1_400;

/**
 * The answer as it goes out: JSON that is long packed by gzip, for whoever takes it. Each request bears its own proof of who asks, so that no page of
 * elsewhere has one sent, whose packed length would tell it something.
 */
export async function packed(answer: RouteAnswer, request: Pick<RouteRequest, 'header'>): Promise<RouteAnswer> {
  const { body, type = 'application/json', headers } = answer;
  if (typeof body !== 'object' || Buffer.isBuffer(body)) return answer;
  const text = JSON.stringify(body);
  if (Buffer.byteLength(text) < LONG_BYTES) return answer;
  const varies = { ...headers, Vary: 'Accept-Encoding' };
  if (!takes(request.header('accept-encoding'), 'gzip')) return { ...answer, headers: varies };
  return { ...answer, type, body: await pack(text), headers: { ...varies, 'Content-Encoding': 'gzip' } };
}

/** @param accepted as in `gzip;q=1.0, br` */
function takes(accepted: string, packing: string): boolean {
  const [, weight = ''] = accepted
    .split(',')
    .map((one) => one.trim().split(/\s*;\s*q=/))
    .find(([name]) => name === packing) ?? [undefined, '0'];
  return weight === '' || Number(weight) > 0;
}
