/** What those who look into one kind of container hand on: what they find in it. */
export interface Inside {
  /**
   * Looks into something, at any depth.
   * @param name as it is called where it lies; empty where it has none
   * @throws UserError where it acts, or cannot be looked into
   */
  inspect(bytes: Buffer, name: string): Promise<void>;
  /** @throws UserError for the name of a program */
  refuseName(name: string): void;
  /** How many bytes may still be unpacked or read. */
  readonly bytesLeft: number;
  /** Counts bytes that are unpacked or read. @throws UserError where there are more than a document has */
  spend(bytes: number): void;
}
