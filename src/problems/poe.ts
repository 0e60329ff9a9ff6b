/** Code → data of what people can put right. `undefined`: the code says it all. */
export interface PoeProblems {
  /** The upload was filed, discarded, or forgotten after its time. */
  'poe.gone': undefined;
  /** The upload is another person's. */
  'poe.not-yours': undefined;
  /** Characters of the word of why. */
  'poe.why-too-long': { readonly count: number; readonly most: number };
  /** There is neither a claim nor a ticket that the file could go to: it is not kept. */
  'poe.nothing-to-file-for': undefined;
  /** The claim has no such document, or it is not theirs to see. */
  'poe.no-document': undefined;
  /** A document that was offered for download: the offer was forgotten after its time, or is another's. */
  'poe.offer-gone': undefined;
}
