/**
 * A stand-in for Teams around the tab: a page of `teams.microsoft.com` with the tab in a frame, which answers the messages of teams-js and keeps them.
 * Both pages come by https from their own hosts, as in Teams, so that the tab's policy and the origins that teams-js checks are the real ones.
 */
import type { BrowserContext, Frame, Page } from 'playwright-core';

const TEAMS = 'https://teams.microsoft.com/_';
/** Where a proxy would have the bot, below a path of its own. */
export const PUBLIC = 'https://cpor.contoso.example/bot';

export interface TeamsFrameOptions {
  /** Where the bot listens. */
  readonly botUrl: string;
  /** Undefined: Teams gives none. */
  readonly token: () => Promise<string | undefined>;
  /** Why it gives none. */
  readonly refusal?: string;
  readonly theme?: string;
  /** What a deep link leads to. */
  readonly subPage?: string;
  /** In place of Teams: the host of another page. */
  readonly parent?: string;
  /** Before anything is loaded. */
  readonly before?: (page: Page) => Promise<unknown>;
}

export interface TeamsFrame {
  readonly page: Page;
  /** The tab. */
  readonly tab: Frame;
  /** The names of what the tab said to Teams. */
  calls(): Promise<string[]>;
  setTheme(theme: string): Promise<void>;
  /** What the tab had Teams open. */
  links(): Promise<string[]>;
  /** Presses the back button of Teams. */
  goBack(): Promise<void>;
}

const HOST = (theme: string, refusal: string) => `<!doctype html><html lang="en"><title>Teams</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block; }</style>
<iframe title="tab" src="${PUBLIC}/tab/?theme=${theme}"></iframe>
<script>
  const frame = document.querySelector('iframe');
  window.calls = [];
  window.links = [];
  window.addEventListener('message', async ({ data: { id, uuid, uuidAsString, func, args } }) => {
    calls.push(func);
    if (func === 'executeDeepLink') links.push(args[0]);
    const answer = (...given) => frame.contentWindow.postMessage({ id, uuid, uuidAsString, args: given }, '*');
    if (func === 'executeDeepLink' || func === 'navigateBack') answer(true);
    if (func === 'initialize') answer('content', 'web', JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports: { pages: { backStack: {} } } }), '2.58.0');
    if (func === 'getContext') answer(await window.context());
    if (func === 'authentication.getAuthToken') {
      const token = await window.token();
      answer(token !== undefined, token ?? ${JSON.stringify(refusal)});
    }
  });
  window.goBack = () => frame.contentWindow.postMessage({ func: 'backButtonPress', args: [] }, '*');
  window.setTheme = (theme) => frame.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, '*');
</script>`;

export async function openTeamsFrame(
  context: BrowserContext,
  { botUrl, token, theme = 'default', refusal = 'no token', subPage, parent = TEAMS, before }: TeamsFrameOptions,
): Promise<TeamsFrame> {
  await context.route(`${parent}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: HOST(theme, refusal) }),
  );
  // As a proxy passes it on: the path of its own taken away.
  await context.route(`${PUBLIC}/**`, async (route) => {
    const url = route.request().url().replace(PUBLIC, botUrl);
    await route.fulfill({ response: await route.fetch({ url, maxRedirects: 0 }) });
  });
  await context.route('https://res.cdn.office.net/**', (route) => route.abort());
  const page = await context.newPage();
  // What does not come by then does not come.
  page.setDefaultTimeout(15_000);
  await page.exposeFunction('token', token);
  await page.exposeFunction('context', () => ({
    theme,
    locale: 'en-us',
    entityId: 'claims',
    subEntityId: subPage ?? '',
  }));
  await before?.(page);
  await page.goto(parent);
  const tab = page.frames().find((frame) => frame !== page.mainFrame());
  if (tab === undefined) throw new Error('there is no frame');
  return {
    page,
    tab,
    calls: () => page.evaluate<string[]>('window.calls'),
    links: () => page.evaluate<string[]>('window.links'),
    goBack: () => page.evaluate('window.goBack()'),
    setTheme: (name) => page.evaluate(`window.setTheme(${JSON.stringify(name)})`),
  };
}
