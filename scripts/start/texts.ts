/** What `npm start` says. */
import { relative } from 'node:path';
import { dayText } from '../../src/format/day.ts';
import type { Settings } from './settings.ts';

export const texts = {
  sample: 'The sample data is in: 60 associations of five people.',
  stopped: 'Stopped.',
  ended: (name: string) => `${name} has ended by itself, so all of it is stopped. Start again with “npm start”.`,
  running: ({ config, playgroundPort, botEnv }: Settings, poeFile: string, env: string) => `
CPOR Assistant is running.

  Chat with it:  http://127.0.0.1:${playgroundPort}  (the Agents Playground, in your browser)
  Its tab:       http://127.0.0.1:${config.port}/tab/  (claims as a page, in your browser)
  The bot:       http://127.0.0.1:${config.port}

Four things to try:
  1. In the chat, write: what needs POE
  2. Drop a document: in a second terminal, ${env}npm run send-file -- sample/${poeFile}
  3. Look at the same claims as a page: open the tab, and choose another sample person at its top
  4. Import an export: the second step again, with sample/export-for-import.csv

Its calendar shows ${dayText(String(botEnv.NOW).slice(0, 10), 'en-US')}. All data lies in ${shown(config.dataDir)}. Ctrl-C stops both.
`,
} as const;

function shown(dir: string): string {
  const short = relative(process.cwd(), dir);
  return short.startsWith('..') ? dir : short;
}
