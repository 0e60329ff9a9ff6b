/** Code → data of what people can put right about an import. `undefined`: the code says it all. */
export interface ImportProblems {
  'import.leads-only': undefined;
  /** There is no such import, or it is another lead's. */
  'import.gone': undefined;
  /** The vault no longer holds the file. */
  'import.file-gone': undefined;
  'import.nothing-new': undefined;
  /** A spreadsheet that is no export. `headers`: of those of its columns that an export would have. */
  'import.no-export': { readonly headers: readonly string[] };
  /** The same, where an export was asked for. */
  'import.lacks-columns': { readonly headers: readonly string[] };
  /** It is not one of the latest imports any more. */
  'import.undo-too-late': undefined;
  'import.nothing-to-undo': undefined;
  /** Another import, or the undo of one, is under way. */
  'import.busy': undefined;
}
