/** Foreign bytes may stand in front of a document. */

const SIGNATURES = {
  zip: Buffer.from('PK\x03\x04', 'latin1'),
  compound: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
} as const;

/** From where the document itself begins. */
export function fromSignature(bytes: Buffer, container: keyof typeof SIGNATURES): Buffer {
  return bytes.subarray(Math.max(0, bytes.indexOf(SIGNATURES[container])));
}
