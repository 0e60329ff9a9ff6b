/** All scenes, in the order in which they are played. */
import { clockJumps } from './clock-jumps.ts';
import { connector } from './connector.ts';
import { frozen } from './frozen.ts';
import { fullDisk } from './full-disk.ts';
import { kills } from './kills.ts';
import type { Scene } from './scene.ts';
import { storeAway } from './store-away.ts';

export const SCENES: readonly Scene[] = [kills, storeAway, fullDisk, connector, clockJumps, frozen];
