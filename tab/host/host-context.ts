/** What shows the page, for whatever leads out of it. */
import { createContext, useContext } from 'react';
import type { Host } from './host.ts';

const HostContext = createContext<Host | undefined>(undefined);
export const HostProvider = HostContext.Provider;

export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === undefined) throw new Error('there is no host here');
  return host;
}
