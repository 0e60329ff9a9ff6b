/** The whole bot as a process of its own, on fresh data with an export imported. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { exportOf, MANY_TURNS, NOW } from '../../test/e2e/world.ts';
import { newPlace, removePlace } from '../../test/support/engines.ts';
import { TENANT } from '../../test/support/teams.ts';
import { type Bot, startBot } from './bots.ts';

export const OURS = join(import.meta.dirname, '../../src/main.ts');
/** What is run: without TypeScript, which takes memory to be read. */
export const BUILT = join(import.meta.dirname, '../../dist/main.js');
export const CLAIMS = 4_000;
/** Among whom the claims are shared: the first ones of a crowd. */
export const OWNERS = 50;

export interface OursOptions {
  /** `src/main.ts` of this checkout or of another, or what is built of it. */
  readonly entry: string;
  /** Absent: the embedded store. */
  readonly mongodb?: string | undefined;
  /** For Node. */
  readonly nodeArgs?: readonly string[];
}

/** @throws Error where the export cannot be imported */
export async function startOurs({
  entry,
  mongodb,
  nodeArgs = [],
}: OursOptions): Promise<{ readonly bot: Bot; dispose(): Promise<void> }> {
  const place = await newPlace(mongodb);
  const env = {
    DATA_DIR: place.dataDir,
    MONGODB_URI: place.mongodbUri,
    PORT: '0',
    NOW,
    NUDGE_DAYS: 'off',
    LEADS: 'lead@contoso.example',
    TURNS_PER_MINUTE: MANY_TURNS,
  };
  const file = join(place.dataDir, 'claims.csv');
  writeFileSync(
    file,
    exportOf(
      Array.from({ length: CLAIMS }, (_, i) => ({
        claim: `CLM-${i}`,
        customer: `Customer ${i % 900}`,
        owner: `person${i % OWNERS}@contoso.example`,
      })),
    ),
  );
  const args = [join(dirname(entry), `cli/import${extname(entry)}`), file, '--tenant', TENANT];
  const imported = spawnSync(process.execPath, args, { env: { ...process.env, ...env }, encoding: 'utf8' });
  if (imported.status !== 0) throw new Error(imported.stderr);
  const bot = await startBot([...nodeArgs, entry], env);
  return {
    bot,
    async dispose() {
      await bot.stop();
      await removePlace(place);
    },
  };
}
