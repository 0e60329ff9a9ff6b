/**
 * What the page begins with, as a script of its own: small, so that the host, and then the server, are asked while the large script is still on
 * its way, and the first rows drawn before a phone has begun to run that.
 */
import type { MeBody, PeopleBody } from '../src/tab/api.ts';
import type { ClaimsBody } from '../src/tab/claims/api.ts';
import { claimsFilterIn, claimsPath } from './claims/claims-filter.ts';
import { type Client, createClient, ME, PEOPLE } from './data/client.ts';
import { speakFirst } from './first-texts.ts';
import { drawFirst, type FirstView } from './first-view.ts';
import { type Host, IS_LOCAL, openHost, paintGround } from './host/host.ts';
import { setLanguage } from './host/language.ts';
import { addressOfLink } from './host/links.ts';
import { personAmong } from './local/chosen.ts';

/** The page waits for the first rows no longer than this. */
const AT_MOST_MS = 2_000;

/** @throws Error where Teams does not answer */
export const opening = openHost().then((host) => {
  followLink(host);
  paintGround(host.theme);
  host.onTheme(paintGround);
  return host;
});

/** One for each who asks: by the id of whom one chose to be, in local mode. */
const clients = new Map<string, Client>();

/** Whoever asks as the same person has the same client, and what was asked ahead with it. */
export function clientFor(host: Host, person = ''): Client {
  const known = clients.get(person);
  if (known !== undefined) return known;
  const client = createClient(host, person === '' ? undefined : person);
  clients.set(person, client);
  return client;
}

function followLink({ subPage }: Host): void {
  const address = addressOfLink(subPage);
  if (address !== undefined) window.history.replaceState(null, '', address);
}

/** What most come for; undefined: another view, which asks for its own by itself, or nobody says who somebody is. */
async function askFirst(host: Host): Promise<FirstView | undefined> {
  if (IS_LOCAL) {
    const { people } = await clientFor(host).askAhead<PeopleBody>(PEOPLE);
    const person = personAmong(people);
    return person && askFor(clientFor(host, person.id), { people, person: person.id });
  }
  // In a browser by itself nobody says who somebody is.
  return window.parent === window ? undefined : askFor(clientFor(host));
}

async function askFor(client: Client, local?: FirstView['local']): Promise<FirstView | undefined> {
  const me = client.askAhead<MeBody>(ME);
  const { pathname, search } = window.location;
  if (!pathname.endsWith('/')) return undefined;
  const params = new URLSearchParams(search);
  const filter = claimsFilterIn(params);
  const claims = client.askAhead<ClaimsBody>(claimsPath(filter, 0));
  // Beside an open claim they have less room.
  return params.has('claim') ? undefined : { me: await me, claims: await claims, filter, local };
}

async function showFirst(host: Host): Promise<void> {
  const view = await askFirst(host);
  const root = document.getElementById('root');
  if (view === undefined || view.claims.total === 0 || root === null) return;
  await speakFirst(view.me.language);
  if (isTaken) return;
  setLanguage(view.me);
  drawFirst(root, view);
  host.ready();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

let isTaken = false;

/** The page is about to show itself: rows that come now are its own. */
export function takeOver(): void {
  isTaken = true;
}

/** The page itself: it takes a phone a second and more to begin with it, so what can be seen is seen before. */
async function begin(): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, AT_MOST_MS));
  // Where Teams or the server does not answer, the page says so.
  const shown = opening.then(showFirst).catch(() => undefined);
  await Promise.race([shown, late]);
  await import('./main.tsx');
}

void begin();
