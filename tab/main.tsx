/** Where the page begins. */
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { openHost } from './host/host.ts';

const root = document.getElementById('root');
// The host is asked at once: in Teams nothing can be fetched before it has given a token.
if (root !== null) createRoot(root).render(<App opening={openHost()} />);
