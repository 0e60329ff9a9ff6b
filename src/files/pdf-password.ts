/**
 * Whether a PDF opens without a password, and what it says then: the empty one is tried as readers do (ISO 32000-1, 7.6.3, algorithms 2, 4 and 5; ISO 32000-2,
 * 7.6.4.3.4, algorithm 2.B). Of our own, since the well-kept packages that know it read whole documents, and weigh 30 MB. Pure.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { PdfDictionary } from './pdf-syntax.ts';

export interface Encryption {
  readonly dictionary: PdfDictionary;
  /** The first identifier of the file; empty where it has none. */
  readonly id: Buffer;
}

export function needsPassword({ dictionary, id }: Encryption): boolean {
  // Others ask for a certificate or another program.
  if (dictionary.get('Filter') !== '/Standard') return dictionary.has('Filter');
  const [revision, user, owner] = [dictionary.get('R'), dictionary.get('U'), dictionary.get('O')];
  if (!Buffer.isBuffer(user) || !Buffer.isBuffer(owner) || typeof revision !== 'number') return false;
  switch (revision) {
    case 2:
      return !user.subarray(0, 32).equals(rc4(oldKey(dictionary, owner, id, 5), PADDING));
    case 3:
    case 4:
      return !user.subarray(0, 16).equals(oldCheck(dictionary, owner, id));
    case 5:
      return !user.subarray(0, 32).equals(sha(256, user.subarray(32, 40)));
    case 6:
      return !user.subarray(0, 32).equals(newCheck(user.subarray(32, 40)));
    default:
      return false;
  }
}

/** Undoes the encryption of a string or a stream of an object, by the numbers of the object. */
export type Decrypt = (bytes: Buffer, number: number, generation: number) => Buffer;

/** For what opens without a password (ISO 32000-1, 7.6.2 and 7.6.5). Undefined where only another program could. */
export function decryption({ dictionary, id }: Encryption): Decrypt | undefined {
  const [revision, user, owner] = [dictionary.get('R'), dictionary.get('U'), dictionary.get('O')];
  if (!Buffer.isBuffer(user) || !Buffer.isBuffer(owner) || typeof revision !== 'number') return undefined;
  const method = methodOf(dictionary);
  if (method === 'None') return (bytes) => bytes;
  if (revision >= 5) {
    const check = user.subarray(40, 48);
    const wrapped = dictionary.get('UE');
    if (!Buffer.isBuffer(wrapped) || method !== 'AESV3') return undefined;
    const opened = createDecipheriv(
      'aes-256-cbc',
      revision === 5 ? sha(256, check) : newCheck(check),
      Buffer.alloc(16),
    );
    const key = opened.setAutoPadding(false).update(wrapped.subarray(0, 32));
    return (bytes) => unciphered('aes-256-cbc', key, bytes);
  }
  const bits = dictionary.get('Length');
  const length = revision === 2 ? 5 : typeof bits === 'number' && bits >= 40 && bits <= 128 ? bits / 8 : 5;
  const key = oldKey(dictionary, owner, id, length);
  return (bytes, number, generation) => {
    const salt = Buffer.alloc(5);
    salt.writeUIntLE(number % 2 ** 24, 0, 3);
    salt.writeUIntLE(generation % 2 ** 16, 3, 2);
    const size = Math.min(16, key.length + 5);
    if (method === 'AESV2')
      return unciphered('aes-128-cbc', md5(Buffer.concat([key, salt, Buffer.from('sAlT')])).subarray(0, size), bytes);
    return rc4(md5(Buffer.concat([key, salt])).subarray(0, size), bytes);
  };
}

/** The method of the filter that streams name. */
function methodOf(dictionary: PdfDictionary): string {
  if (Number(dictionary.get('V')) < 4) return 'V2';
  const [filters, name] = [dictionary.get('CF'), dictionary.get('StmF') ?? '/Identity'];
  const filter = filters instanceof Map ? filters.get(String(name).slice(1)) : undefined;
  return filter instanceof Map ? String(filter.get('CFM') ?? '/None').slice(1) : 'None';
}

/** The first block is where the chain begins. What is cut short or ends in no padding is given as far as it goes. */
function unciphered(cipher: 'aes-128-cbc' | 'aes-256-cbc', key: Buffer, bytes: Buffer): Buffer {
  const whole = bytes.length - (bytes.length % 16);
  if (whole < 32) return Buffer.alloc(0);
  const decipher = createDecipheriv(cipher, key, bytes.subarray(0, 16)).setAutoPadding(false);
  const plain = decipher.update(bytes.subarray(16, whole));
  const padding = plain.at(-1) ?? 0;
  return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain;
}

/** What fills an empty password up. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

function oldCheck(dictionary: PdfDictionary, owner: Buffer, id: Buffer): Buffer {
  const bits = dictionary.get('Length');
  const key = oldKey(dictionary, owner, id, typeof bits === 'number' && bits >= 40 && bits <= 128 ? bits / 8 : 5);
  let check = md5(Buffer.concat([PADDING, id]));
  for (let round = 0; round < 20; round++) check = rc4(Buffer.from(key.map((byte) => byte ^ round)), check);
  return check;
}

function oldKey(dictionary: PdfDictionary, owner: Buffer, id: Buffer, bytes: number): Buffer {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(Number(dictionary.get('P')) | 0);
  const revision = Number(dictionary.get('R'));
  const open = revision >= 4 && dictionary.get('EncryptMetadata') === false ? Buffer.alloc(4, 0xff) : Buffer.alloc(0);
  const length = revision === 4 ? 16 : bytes;
  let key = md5(Buffer.concat([PADDING, owner.subarray(0, 32), permissions, id, open]));
  for (let round = 0; revision >= 3 && round < 50; round++) key = md5(key.subarray(0, length));
  return key.subarray(0, length);
}

function newCheck(salt: Buffer): Buffer {
  let key = sha(256, salt);
  for (let round = 1; ; round++) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const encrypted = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
    const rest = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = sha(([256, 384, 512] as const)[rest] ?? 256, encrypted);
    if (round >= 64 && (encrypted.at(-1) ?? 0) <= round - 32) return key.subarray(0, 32);
  }
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}

function sha(bits: 256 | 384 | 512, bytes: Buffer): Buffer {
  return createHash(`sha${bits}`).update(bytes).digest();
}

/** Node's own comes with OpenSSL's legacy provider alone. */
function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number): number => state[i & 0xff] ?? 0;
  const swap = (i: number, j: number): void => {
    const kept = at(i);
    state[i & 0xff] = at(j);
    state[j & 0xff] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 0xff;
      j = (j + at(i)) & 0xff;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
