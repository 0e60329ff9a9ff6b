/** Teams, by its own script. In a chunk of its own: a browser by itself never fetches it. */
import { app, authentication, pages } from '@microsoft/teams-js';
import { type Host, type ThemeName, themeNamed } from './host.ts';

/** A parent that is not Teams never answers. */
const ANSWER_WITHIN_MS = 10_000;

/** @param theme until Teams says another @throws Error where nobody answers */
export async function teamsHost(theme: ThemeName): Promise<Host> {
  await inTime(app.initialize());
  const listeners: ((theme: ThemeName) => void)[] = [];
  let current = theme;
  app.registerOnThemeChangeHandler((name) => {
    current = themeNamed(name);
    for (const listener of listeners) listener(current);
  });
  // Nothing can be fetched before there is one.
  let first: Promise<string> | undefined = authentication.getAuthToken();
  first.catch(() => undefined);
  const context = await inTime(app.getContext());
  if (context.app.theme !== undefined) current = themeNamed(context.app.theme);
  return {
    get theme() {
      return current;
    },
    subPage: context.page.subPageId ?? '',
    onTheme: (listener) => void listeners.push(listener),
    token() {
      const token = first ?? authentication.getAuthToken();
      first = undefined;
      return token;
    },
    ready: () => app.notifySuccess(),
    failed: (message) => app.notifyFailure({ reason: app.FailedReason.Other, message }),
    onResume: (listener) => app.lifecycle.registerOnResumeHandler(listener),
    onBack(back) {
      if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(back);
    },
    open: (url) => void app.openLink(url).catch(() => undefined),
  };
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('Teams did not answer')), ANSWER_WITHIN_MS);
  });
  return Promise.race([answer, late]);
}
