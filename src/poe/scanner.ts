/** Looks for viruses in what is handed in, where the operator has named a clamd. */
import { UserError } from '../errors.ts';
import { type ClamdAddress, scanFile } from '../files/clamd.ts';

export interface Scanner {
  /**
   * `away`: it cannot be asked now, and nothing is to be read or filed before it has been.
   * @throws UserError where it found something, or takes no file of this size
   */
  scan(path: string): Promise<'clean' | 'away'>;
}

interface Log {
  warn(fields: object, message: string): void;
}

/** Nobody waits for a scanner that was away so short a time ago: one that is silent is waited for long. */
const AWAY_MS = 5_000;

/** @param address undefined: nothing is scanned */
export function createScanner(address: ClamdAddress | undefined, log: Log, realTime: () => Date): Scanner {
  let awayUntil = 0;
  return {
    async scan(path) {
      if (realTime().getTime() < awayUntil) return 'away';
      const result = address === undefined ? { kind: 'clean' as const } : await scanFile(path, address);
      switch (result.kind) {
        case 'clean':
          return 'clean';
        case 'infected':
          log.warn({ signature: result.name }, 'clamd found something in a file, which was refused');
          throw new UserError('file.infected', { name: result.name });
        case 'too large':
          throw new UserError('file.too-large-to-scan');
        case 'away':
          awayUntil = realTime().getTime() + AWAY_MS;
          log.warn({ reason: result.reason }, 'clamd could not be asked; the file waits');
          return 'away';
      }
    },
  };
}
