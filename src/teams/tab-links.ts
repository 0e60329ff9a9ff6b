/** Links from cards to the tab. */

import type { TabPart } from '../cards/tab-link.ts';
import type { Config } from '../config.ts';

/** The tab as the app's manifest names it. */
const ENTITY = 'claims';

/**
 * The address that opens a part of the tab: in Teams, by its id of the app there, which is not the manifest's once the app came from the catalogue of an
 * organisation; in local mode in a browser.
 * @returns undefined where the tab cannot be linked to, since nobody knows yet on which port it is
 */
export function tabLinks({
  app,
  teamsAppId = app?.id,
  host,
  port,
}: Pick<Config, 'app' | 'teamsAppId' | 'host' | 'port'>) {
  if (teamsAppId === undefined || app === undefined) return port === 0 ? undefined : localLinks(host, port);
  return (part: TabPart): string => {
    const url = `https://teams.microsoft.com/l/entity/${teamsAppId}/${ENTITY}`;
    return part === '' ? url : `${url}?context=${encodeURIComponent(JSON.stringify({ subEntityId: part }))}`;
  };
}

function localLinks(host: string, port: number) {
  const name = host.includes(':') ? `[${host}]` : host;
  return (part: TabPart): string =>
    `http://${name}:${port}/tab/${part === '' ? '' : `?show=${encodeURIComponent(part)}`}`;
}
