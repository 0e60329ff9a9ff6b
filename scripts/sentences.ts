/** Writes the list of all that the bot can say, which a test holds: `npm run sentences`, and look at what changed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allSentences } from '../test/support/sentences.ts';

writeFileSync(join(import.meta.dirname, '../test/sentences.txt'), allSentences());
