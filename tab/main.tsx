/** The page itself. Until the host has answered, what the HTML shows stays, or the first rows. */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { opening, takeOver } from './first.ts';
import { goBack } from './host/back.ts';
import type { Host } from './host/host.ts';
import { pageLanguage } from './host/language.ts';
import { countSteps } from './host/steps.ts';
import { speak } from './texts.ts';

const root = document.getElementById('root');
if (root !== null) {
  const show = (host: Host | undefined): void => {
    takeOver();
    host?.onBack(goBack);
    const before = focusedLink();
    flushSync(() => createRoot(root).render(<App host={host} />));
    if (before !== undefined) [...root.querySelectorAll('a')].find(({ href }) => href === before)?.focus();
  };
  countSteps();
  // Words that did not come are said in English.
  const spoken = speak(pageLanguage()).catch(() => undefined);
  const isOpen = opening.catch(() => undefined);
  void Promise.all([isOpen, spoken]).then(([host]) => show(host));
}

/** Whoever went to one of the first rows goes on from it. */
function focusedLink(): string | undefined {
  return document.activeElement instanceof HTMLAnchorElement ? document.activeElement.href : undefined;
}
