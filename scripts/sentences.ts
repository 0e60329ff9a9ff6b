/** Writes the lists of all that the bot can say, one a language, which a test holds: `npm run sentences`, and look at what changed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../src/language/language.ts';
import { allSentences } from '../test/support/sentences.ts';

const FOLDER = join(import.meta.dirname, '../test/sentences');

mkdirSync(FOLDER, { recursive: true });
for (const language of LANGUAGES) writeFileSync(join(FOLDER, `${language}.txt`), allSentences(language));
