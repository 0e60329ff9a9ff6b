/** The page as a whole: its colours, who it is for, and what stands on it. */
import { createDOMRenderer, FluentProvider, makeStyles, RendererProvider, tokens } from '@fluentui/react-components';
import { QueryClientProvider, usePrefetchQuery } from '@tanstack/react-query';
import { Component, lazy, type ReactNode, Suspense, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import type { MeBody, PeopleBody } from '../src/tab/api.ts';
import { ClaimsPage } from './claims/claims-page.tsx';
import { useView } from './claims/view-params.ts';
import { createClient } from './data/client.ts';
import { ClientProvider, createQueries, useClaimsPages, useMe } from './data/queries.ts';
import { type Host, IS_LOCAL, type ThemeName, themeInAddress } from './host/host.ts';
import { keepChosen, readChosen } from './local/chosen.ts';
import { LocalBanner } from './local/local-banner.tsx';
import { Notice, ProblemNotice } from './look/notice.tsx';
import { paintGround, THEMES } from './look/theme.ts';
import { VIEW_PATHS, ViewLinks } from './look/view-links.tsx';
import { Waiting } from './look/waiting.tsx';
import { texts } from './texts.ts';

const CampaignPage = lazy(() => import('./campaign/campaign-page.tsx'));
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

export function App({ opening }: { readonly opening: Promise<Host> }) {
  const [host, setHost] = useState<Host>();
  const [isSilent, setSilent] = useState(false);
  const [theme, setTheme] = useState<ThemeName>(themeInAddress);
  useEffect(() => {
    opening.then(
      (opened) => {
        setTheme(opened.theme);
        opened.onTheme(setTheme);
        setHost(opened);
      },
      () => setSilent(true),
    );
  }, [opening]);
  useLayoutEffect(() => paintGround(theme), [theme]);
  return (
    <RendererProvider renderer={RENDERER} targetDocument={document}>
      <FluentProvider theme={THEMES[theme]} style={{ height: '100%' }}>
        <Ground>
          <WhenBroken>
            {isSilent && <Notice role="alert" title={texts.problems.noAnswer} hint={texts.problems.noAnswerHint} />}
            {host === undefined && !isSilent && <Waiting />}
            {host !== undefined && (
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
  const [people, setPeople] = useState<PeopleBody['people']>();
  const [error, setError] = useState<Error>();
  const [chosen, setChosen] = useState(readChosen);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked again for each try
  useEffect(() => {
    const over = new AbortController();
    createClient(host, undefined)
      .get<PeopleBody>('people', over.signal)
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
  const person = people.find(({ id }) => id === chosen) ?? people[0];
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
  const client = useMemo(() => createClient(host, person), [host, person]);
  const queries = useMemo(createQueries, []);
  return (
    <QueryClientProvider client={queries}>
      <ClientProvider value={client}>
        <Greeted host={host} />
      </ClientProvider>
    </QueryClientProvider>
  );
}

function Greeted({ host }: { readonly host: Host }) {
  const { data: me, error, refetch } = useMe();
  const [path] = useLocation();
  useEffect(() => {
    if (me === undefined && error !== null) host.failed(error.message);
  }, [host, me, error]);
  if (me !== undefined) return <Views host={host} me={me} />;
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {path === VIEW_PATHS.claims && <FirstClaims />}
      <Waiting />
    </>
  );
}

/** Asked for at once, not only when it is known who asks. */
function FirstClaims() {
  usePrefetchQuery(useClaimsPages()(useView().filter, 0));
  return null;
}

/** What a link of Teams names as the part of the tab that it leads to. */
const TICKET_LINK = /^ticket\/(.+)$/;

function Views({ host, me }: { readonly host: Host; readonly me: MeBody }) {
  const [, go] = useLocation();
  const { subPage } = host;
  useEffect(() => {
    const [, ticket] = TICKET_LINK.exec(subPage) ?? [];
    if (ticket !== undefined) go(`${VIEW_PATHS.tickets}?ticket=${encodeURIComponent(ticket)}`, { replace: true });
  }, [subPage, go]);
  return (
    <>
      <ViewLinks names={me.lead ? ['claims', 'campaign', 'tickets'] : ['claims', 'tickets']} />
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path={VIEW_PATHS.tickets}>
            <TicketsPage host={host} me={me} />
          </Route>
          <Route path={VIEW_PATHS.campaign}>
            <CampaignPage host={host} me={me} />
          </Route>
          <Route>
            <ClaimsPage host={host} me={me} />
          </Route>
        </Switch>
      </Suspense>
    </>
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
