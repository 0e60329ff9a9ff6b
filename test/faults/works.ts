/** All kinds of work that something may go wrong with. */
import type { Works } from './work.ts';
import { documentWorks } from './works/documents.ts';
import { recordWorks } from './works/records.ts';
import { sentWorks } from './works/sent.ts';

export const WORKS: Works = { ...recordWorks, ...documentWorks, ...sentWorks };
