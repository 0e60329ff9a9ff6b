/**
 * The trained weights as bytes, little-endian: the length of a JSON head, the head, then for each feature its key (uint32),
 * then for each feature its rarity (float32), then features × classes int8, then dimensions of meaning × classes int8, a class's
 * scales being in the head.
 */
import { OperatorError } from '../../errors.ts';
import { FEATURES_VERSION } from './features.ts';
import type { Vocabulary } from './spelling.ts';

export interface Weights {
  /** Of the data that they were trained on. */
  readonly fingerprint: string;
  readonly classes: readonly string[];
  readonly bias: readonly number[];
  /** What 1 stands for, a class each. */
  readonly scales: readonly number[];
  readonly vocabulary: Vocabulary;
  readonly keys: Uint32Array;
  readonly rarity: Float32Array;
  /** Row after row, one a feature. */
  readonly values: Int8Array;
  /** Absent where nothing is known of what the words mean. */
  readonly meaning?: MeaningWeights;
}

/** Of the regression over what the words mean on average. */
export interface MeaningWeights {
  /** Of the training, a dimension each: its mean and its standard deviation. */
  readonly centre: readonly number[];
  readonly spread: readonly number[];
  readonly bias: readonly number[];
  readonly scales: readonly number[];
  /** Row after row, one a dimension. */
  readonly values: Int8Array;
}

interface Head extends Pick<Weights, 'fingerprint' | 'classes' | 'bias' | 'scales' | 'vocabulary'> {
  readonly features: number;
  readonly version: number;
  readonly meaning?: Omit<MeaningWeights, 'values'>;
}

export function encodeWeights({ keys, rarity, values, meaning, ...rest }: Weights): Uint8Array {
  const { values: ofMeaning = new Int8Array(), ...ofSpans } = meaning ?? {};
  const json = JSON.stringify({
    ...rest,
    ...(meaning !== undefined && { meaning: ofSpans as Omit<MeaningWeights, 'values'> }),
    features: keys.length,
    version: FEATURES_VERSION,
  } satisfies Head);
  // The arrays behind the head start at a multiple of four.
  const text = Buffer.from(json + ' '.repeat((4 - (Buffer.byteLength(json) % 4)) % 4));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text, bytesOf(keys), bytesOf(rarity), bytesOf(values), bytesOf(ofMeaning)]);
}

/** Throws an OperatorError where the bytes are not weights of this version. */
export function decodeWeights(file: Uint8Array): Weights {
  // A copy of its own: pooled buffers may start anywhere.
  const { buffer } = Uint8Array.from(file);
  const headEnd = 4 + (buffer.byteLength < 4 ? 0 : new DataView(buffer).getUint32(0, true));
  const { features, version, meaning, ...head } = readHead(buffer, headEnd);
  if (version !== FEATURES_VERSION) throw unreadable();
  const classes = head.classes.length;
  const dimensions = meaning?.centre.length ?? 0;
  const ofMeaning = headEnd + features * (8 + classes);
  if (buffer.byteLength !== ofMeaning + dimensions * classes) throw unreadable();
  return {
    ...head,
    keys: new Uint32Array(buffer, headEnd, features),
    rarity: new Float32Array(buffer, headEnd + 4 * features, features),
    values: new Int8Array(buffer, headEnd + 8 * features, features * classes),
    ...(meaning && { meaning: { ...meaning, values: new Int8Array(buffer, ofMeaning, dimensions * classes) } }),
  };
}

function readHead(buffer: ArrayBuffer, end: number): Head {
  try {
    return JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, end - 4))) as Head;
  } catch {
    throw unreadable();
  }
}

function unreadable(): OperatorError {
  return new OperatorError(
    'The weights in knowledge/ are not readable by this version. Run "npm run knowledge" to write them anew.',
  );
}

function bytesOf(array: Uint32Array | Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
