/** `npm run bot`: the bot alone, configured by the environment. */
import { nodeIsTooOld } from './node-version.ts';

if (nodeIsTooOld(process.versions.node)) {
  process.stderr.write(
    `CPOR Assistant runs on Node 24 or later, and this is Node ${process.versions.node}. Start it with “npm run bot”, which brings Node 24 along.\n`,
  );
  process.exit(1);
}
// Loaded only now: the native parts crash an older Node.
const { run } = await import('./run.ts');
process.exit(await run(process.env));
