/** What the checks are built from. */
import type { Config } from '../config.ts';
import type { Clock } from '../time/clock.ts';

export interface StoreFacts {
  /** `no indexes`: the bot has not been started on it yet, or something removed them. */
  readonly state: 'ready' | 'no indexes' | 'in use' | 'not there';
  /** Those of LEADS that somebody who wrote to the bot is, lower case; undefined: nobody could look. */
  readonly knownLeads?: readonly string[];
}

export interface CheckNeeds {
  readonly config: Config;
  /** What platforms tell beside the configuration: proxies, and where a managed identity gets its tokens. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly realTime: Clock;
  /** Asked once. @throws OperatorError where it cannot be opened or written to */
  readonly store: () => Promise<StoreFacts>;
  /** The app package, or its manifest.json. */
  readonly packageFile: string;
}
