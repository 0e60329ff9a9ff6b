/** What shows the page: Teams, whose script is fetched only there, or a browser by itself. */

export type ThemeName = 'default' | 'dark' | 'contrast';

export interface Host {
  /** As it is now. */
  readonly theme: ThemeName;
  /** Which part of the page a link led to (`links.ts`); empty: none. */
  readonly subPage: string;
  /** Calls back at each change of the theme. */
  onTheme(listener: (theme: ThemeName) => void): void;
  /** Who signed in, as a token for the server; undefined where nobody signs in. */
  token(): Promise<string | undefined>;
  /** What was asked for is there, or is not: Teams takes its own sign of waiting away. */
  ready(): void;
  failed(reason: string): void;
  /** Calls back when Teams shows the page again after it had put it away. */
  onResume(listener: () => void): void;
  /** Calls back at the back button of Teams, which goes on by itself where the page has nothing to go back to (`false`). */
  onBack(back: () => boolean): void;
  /** Another place in Teams. */
  open(url: string): void;
}

/** Nobody signs in: the bot runs on this machine only. */
export const IS_LOCAL = document.querySelector<HTMLMetaElement>('meta[name="mode"]')?.content === 'local';

/** @throws Error where Teams does not answer */
export async function openHost(): Promise<Host> {
  // The script of Teams waits a minute for a parent that there is not.
  if (window.parent === window) return browserHost();
  const { teamsHost } = await import('./teams.ts');
  return teamsHost(themeInAddress());
}

/** The ground beneath the page goes with its theme, and what is seen before its large script has come. */
export function paintGround(theme: ThemeName): void {
  document.documentElement.dataset.theme = theme;
}

/** What Teams says in the address, before it is asked. */
export function themeInAddress(): ThemeName {
  return themeNamed(new URLSearchParams(window.location.search).get('theme') ?? '');
}

/** New themes of Teams look most like the first. */
export function themeNamed(name: string): ThemeName {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}

function browserHost(): Host {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const asked = new URLSearchParams(window.location.search).get('theme');
  const themeOf = (): ThemeName => (asked === null ? (dark.matches ? 'dark' : 'default') : themeNamed(asked));
  return {
    get theme() {
      return themeOf();
    },
    subPage: new URLSearchParams(window.location.search).get('show') ?? '',
    onTheme: (listener) => dark.addEventListener('change', () => listener(themeOf())),
    token: async () => undefined,
    ready: () => undefined,
    failed: () => undefined,
    onResume: () => undefined,
    onBack: () => undefined,
    open: (url) => void window.open(url, '_blank', 'noopener'),
  };
}
