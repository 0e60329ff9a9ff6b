/** The parts of the tab: who has which, and where they are. */
import type { MeBody } from '../../src/tab/api.ts';
import type { firstTexts } from '../first-texts.ts';

export type ViewName = keyof typeof firstTexts.views;

/** By the paths that they have below the tab. */
export const VIEW_PATHS = {
  claims: '/',
  campaign: '/campaign',
  imports: '/imports',
  tickets: '/tickets',
} as const satisfies Record<ViewName, string>;

/** The address of one import. */
export function addressOfImport(id: string, more = ''): string {
  return `${VIEW_PATHS.imports}?import=${encodeURIComponent(id)}${more}`;
}

/** In the order of their links. */
export function viewsFor({ lead }: Pick<MeBody, 'lead'>): readonly ViewName[] {
  return lead ? ['claims', 'campaign', 'imports', 'tickets'] : ['claims', 'tickets'];
}
