/** `npm start`. Plain JavaScript of long ago, so that any Node can read it and say what is wrong. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const oldest = Number(/\d+/.exec(createRequire(import.meta.url)('../package.json').engines.node)[0]);
const { node } = process.versions;

if (Number.parseInt(node, 10) < oldest) {
  refuse(
    `CPOR Assistant runs on Node ${oldest} or later, and this is Node ${node}: run “npm ci” and then “npm start”, which bring Node ${oldest} along.`,
  );
} else if (!existsSync(new URL('../node_modules', import.meta.url))) {
  refuse('CPOR Assistant is not installed yet: run “npm ci” first.');
} else {
  // Loaded only now: an older Node cannot read TypeScript, and the native parts crash it.
  const { start } = await import('./start/start.ts');
  process.exitCode = await start(process.env);
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
