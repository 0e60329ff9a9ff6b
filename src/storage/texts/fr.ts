/** What is said where the vault does not have a file, in French. */
import type * as en from './en.ts';

export const storageProblems: typeof en.storageProblems = {
  'vault.no-such-file': () => 'Ce fichier n’est plus ici.',
};
