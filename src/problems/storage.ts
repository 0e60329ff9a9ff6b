/** Code → data of what people can put right. `undefined`: the code says it all. */
export interface StorageProblems {
  /** The vault does not have the file, or not any more. */
  readonly 'vault.no-such-file': undefined;
}
