/** A detached CMS signature (RFC 5652) by a certificate that signs itself: what Acrobat leaves in a signed field. The key comes from the name. */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';

const tlv = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const sequence = (...parts: Uint8Array[]) => tlv(0x30, ...parts);
const set = (...parts: Uint8Array[]) => tlv(0x31, ...parts);
const oid = (hex: string) => tlv(6, Buffer.from(hex, 'hex'));
const whole = (value: number) => tlv(2, Buffer.from([value]));

const ED25519 = sequence(oid('2b6570'));
const SHA512 = sequence(oid('608648016503040203'));
const DATA = oid('2a864886f70d010701');
const SIGNED_DATA = oid('2a864886f70d010702');
const COMMON_NAME = oid('550403');
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export function cmsSignature(signer: string, content: Uint8Array): Buffer {
  const seed = createHash('sha256').update(`corpus ${signer}`).digest();
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const name = sequence(set(sequence(COMMON_NAME, tlv(12, Buffer.from(signer)))));
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const time = (year: string) => tlv(23, Buffer.from(`${year}0101000000Z`));
  const body = sequence(
    tlv(0xa0, whole(2)),
    whole(1),
    ED25519,
    name,
    sequence(time('19'), time('30')),
    name,
    publicKey,
  );
  const certificate = sequence(body, ED25519, tlv(3, Buffer.from([0]), sign(null, body, key)));
  const signature = tlv(4, sign(null, content, key));
  const info = sequence(whole(1), sequence(name, whole(1)), SHA512, ED25519, signature);
  const signed = sequence(whole(1), set(SHA512), sequence(DATA), tlv(0xa0, certificate), set(info));
  return sequence(SIGNED_DATA, tlv(0xa0, signed));
}
