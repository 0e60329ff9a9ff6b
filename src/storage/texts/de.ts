/** What is said where the vault does not have a file, in German. */
import type * as en from './en.ts';

export const storageProblems: typeof en.storageProblems = {
  'vault.no-such-file': () => 'Diese Datei ist nicht mehr hier.',
};
