/** What is said where the vault does not have a file. */
import type { ProblemTexts } from '../../problems/index.ts';
import type { StorageProblems } from '../../problems/storage.ts';

export const storageProblems: ProblemTexts<StorageProblems> = {
  'vault.no-such-file': () => 'That file is not here any more.',
};
