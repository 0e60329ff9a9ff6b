/** The page as a whole: its colours, who it is for, and what stands on it. */
import { createDOMRenderer, FluentProvider, makeStyles, RendererProvider, tokens } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { Component, lazy, type ReactNode, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import type { MeBody, PeopleBody } from '../src/tab/api.ts';
import { ClaimsPage } from './claims/claims-page.tsx';
import { PEOPLE } from './data/client.ts';
import { ClientProvider, createQueries, useMe } from './data/queries.ts';
import { clientFor } from './first.ts';
import { type Host, IS_LOCAL, type ThemeName, themeInAddress } from './host/host.ts';
import { HostProvider } from './host/host-context.ts';
import { onDirection, pageDirection, setLanguage } from './host/language.ts';
import { keepChosen, personAmong, readChosen } from './local/chosen.ts';
import { LocalBanner } from './local/local-banner.tsx';
import { Notice, ProblemNotice } from './look/notice.tsx';
import { THEMES } from './look/theme.ts';
import { ViewLinks } from './look/view-links.tsx';
import { VIEW_PATHS, viewsFor } from './look/views.ts';
import { Waiting } from './look/waiting.tsx';
import { speak, spoken, texts } from './texts.ts';
import { UploadsProvider } from './uploads/uploads.tsx';

const CampaignPage = lazy(() => import('./campaign/campaign-page.tsx'));
const ImportsPage = lazy(() => import('./imports/imports-page.tsx'));
const TicketsPage = lazy(() => import('./tickets/tickets-page.tsx'));

/** Styles are taken from nobody who does not know the word of this answer. */
const NONCE = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const RENDERER = createDOMRenderer(document, { styleElementAttributes: { nonce: NONCE } });
/** Whatever stands before it: `/tab` itself, or a path of a proxy's. */
const BASE = window.location.pathname.replace(/\/[^/]*$/, '');

const useStyles = makeStyles({
  ground: {
    display: 'flex',
    flexDirection: 'column',
    // A window that is too low for the table scrolls as a whole.
    minHeight: '100%',
    height: '100%',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
});

/** @param host undefined: Teams does not answer */
export function App({ host }: { readonly host: Host | undefined }) {
  const [theme, setTheme] = useState<ThemeName>(host?.theme ?? themeInAddress());
  useEffect(() => host?.onTheme(setTheme), [host]);
  const direction = useSyncExternalStore(onDirection, pageDirection);
  return (
    <RendererProvider renderer={RENDERER} targetDocument={document}>
      <FluentProvider theme={THEMES[theme]} dir={direction} style={{ height: '100%' }}>
        <Ground>
          <WhenBroken>
            {host === undefined ? (
              <Notice role="alert" title={texts.problems.noAnswer} hint={texts.problems.noAnswerHint} />
            ) : (
              <Router base={BASE}>{IS_LOCAL ? <Local host={host} /> : <SignedIn host={host} />}</Router>
            )}
          </WhenBroken>
        </Ground>
      </FluentProvider>
    </RendererProvider>
  );
}

function Ground({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().ground}>{children}</div>;
}

/** In Teams, which says who somebody is. In a browser by itself nobody does. */
function SignedIn({ host }: { readonly host: Host }) {
  const isAlone = window.parent === window;
  return isAlone ? <Notice role="alert" title={texts.problems.notInTeams} /> : <ForPerson host={host} />;
}

function Local({ host }: { readonly host: Host }) {
  const [people, setPeople] = useState(() => clientFor(host).takeAhead<PeopleBody>(PEOPLE)?.people);
  const [error, setError] = useState<Error>();
  const [chosen, setChosen] = useState(readChosen);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked again for each try
  useEffect(() => {
    if (people !== undefined) return;
    const over = new AbortController();
    clientFor(host)
      .get<PeopleBody>(PEOPLE, over.signal)
      .then(
        (body) => setPeople(body.people),
        (reason: Error) => over.signal.aborted || setError(reason),
      );
    return () => over.abort();
  }, [host, tries]);
  const retry = (): void => {
    setError(undefined);
    setTries((n) => n + 1);
  };
  if (error !== undefined) return <ProblemNotice error={error} onRetry={retry} />;
  if (people === undefined) return <Waiting />;
  const person = personAmong(people, chosen);
  if (person === undefined) return <Notice title={texts.local.nobody} hint={texts.local.nobodyHint} />;
  const choose = (id: string): void => {
    keepChosen(id);
    setChosen(id);
  };
  return (
    <>
      <LocalBanner people={people} person={person.id} onChoose={choose} />
      <ForPerson key={person.id} host={host} person={person.id} />
    </>
  );
}

/** What is known of the server is one person's: for another it is begun anew. */
function ForPerson({ host, person }: { readonly host: Host; readonly person?: string }) {
  const client = clientFor(host, person);
  const queries = useMemo(createQueries, []);
  return (
    <QueryClientProvider client={queries}>
      <ClientProvider value={client}>
        <HostProvider value={host}>
          <Greeted host={host} />
        </HostProvider>
      </ClientProvider>
    </QueryClientProvider>
  );
}

function Greeted({ host }: { readonly host: Host }) {
  const { data: me, error, refetch } = useMe();
  useEffect(() => {
    if (me === undefined && error !== null) host.failed(error.message);
  }, [host, me, error]);
  const isSpoken = useSpoken(me);
  if (me !== undefined && isSpoken) return <Views host={host} me={me} />;
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return <Waiting />;
}

/** Whether the page has words in this language. What it has begun with it keeps: whoever chooses another one in the chat has it at the next opening. */
function useSpoken({ language, direction }: Partial<MeBody> = {}): boolean {
  const [isSpoken, setSpoken] = useState(language === spoken);
  useEffect(() => {
    if (language === undefined || direction === undefined || isSpoken) return;
    const begin = (): void => setSpoken(true);
    // Words that do not come are said in the language before.
    speak(language)
      .then(() => setLanguage({ language, direction }))
      .then(begin, begin);
  }, [language, direction, isSpoken]);
  return isSpoken;
}

function Views({ host, me }: { readonly host: Host; readonly me: MeBody }) {
  const [path] = useLocation();
  return (
    <UploadsProvider reader={me} isImport={me.lead && path === VIEW_PATHS.imports}>
      <ViewLinks names={viewsFor(me)} />
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path={VIEW_PATHS.tickets}>
            <TicketsPage host={host} me={me} />
          </Route>
          <Route path={VIEW_PATHS.campaign}>
            <CampaignPage host={host} me={me} />
          </Route>
          <Route path={VIEW_PATHS.imports}>
            <ImportsPage host={host} me={me} />
          </Route>
          <Route>
            <ClaimsPage host={host} me={me} />
          </Route>
        </Switch>
      </Suspense>
    </UploadsProvider>
  );
}

/** A page that fails says so. */
class WhenBroken extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return <Notice role="alert" title={texts.problems.broken} hint={texts.problems.noAnswerHint} />;
  }
}
