/** The tickets that somebody may see: search, filters, the list, and one of them beside it. */
import { Button, Link, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { MeBody } from '../../src/tab/api.ts';
import type { TicketRow, TicketsBody } from '../../src/tab/tickets/api.ts';
import { useLive } from '../data/queries.ts';
import { useTickets } from '../data/ticket-queries.ts';
import type { Host } from '../host/host.ts';
import { canGoBack } from '../host/steps.ts';
import { Choice } from '../look/choice.tsx';
import { Downloads } from '../look/downloads.tsx';
import { countText } from '../look/format.ts';
import { Notice, ProblemNotice } from '../look/notice.tsx';
import { Page } from '../look/page.tsx';
import { SearchField } from '../look/search-field.tsx';
import { texts } from '../texts.ts';
import { UploadsButton, useUploading } from '../uploads/uploads.tsx';
import type { SubmittedTicket } from './ticket-form.tsx';
import { TicketList } from './ticket-list.tsx';
import { UndeliveredBar } from './undelivered.tsx';
import { NEW, TICKET_STATE_NAMES, type TicketView, useTicketView } from './view-params.ts';

const TicketPanel = lazy(() => import('./ticket-panel.tsx'));
const NewTicketPanel = lazy(() => import('./new-ticket-panel.tsx'));

const PHONE = '@media (width < 600px)';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  filters: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    [PHONE]: { display: 'grid', flexBasis: '100%', gridAutoFlow: 'column', gridAutoColumns: 'minmax(0, 1fr)' },
  },
  open: { marginInlineStart: 'auto', [PHONE]: { marginInlineStart: 0 } },
});

export default function TicketsPage({ host, me }: { readonly host: Host; readonly me: MeBody }) {
  const view = useTicketView();
  const { filter, set, ticket } = view;
  const list = useTickets(filter);
  const first = list.data?.pages[0];
  useLive(first?.version, host.onResume);
  const uploads = useUploading();
  const [note, setNote] = useState('');

  const isThere = first !== undefined;
  useEffect(() => {
    if (isThere) host.ready();
  }, [host, isThere]);

  const open = useCallback(
    (name: string) => {
      setNote('');
      set({ ticket: name }, true);
    },
    [set],
  );
  const close = (): void => {
    setNote('');
    set({ ticket: '', claims: '', issue: '' }, canGoBack());
  };
  const submitted = ({ ticket: { name }, hasDesk }: SubmittedTicket): void => {
    setNote((hasDesk ? texts.tickets.opened : texts.tickets.noDesk)(name));
    set({ ticket: name, claims: '', issue: '' });
  };
  return (
    <Page
      isLong
      title={texts.views.tickets}
      count={first === undefined ? '' : countText(first.total, texts.tickets.count, me)}
      more={
        <>
          {view.isFiltered && (
            <Link as="button" onClick={view.clear}>
              {texts.clear}
            </Link>
          )}
          {first !== undefined && first.total > 0 && <Downloads path="tickets" filter={filter} />}
          <UploadsButton isThere={isThere} reader={me} />
        </>
      }
    >
      <Filters view={view} shown={first} isLead={me.lead} onNew={() => open(NEW)} />
      {me.lead && (
        <UndeliveredBar
          count={first?.undelivered ?? 0}
          reader={me}
          isOnly={filter.state === 'undelivered'}
          onShow={() => set({ state: 'undelivered' })}
        />
      )}
      {list.error !== null && first === undefined ? (
        <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : first?.total === 0 ? (
        <NoTickets view={view} />
      ) : (
        <TicketList
          rows={list.data?.pages.flatMap(({ rows }): readonly TicketRow[] => rows)}
          total={first?.total ?? 0}
          reader={me}
          current={ticket}
          addressOf={view.addressOf}
          onOpen={open}
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        />
      )}
      {ticket !== '' && !uploads.isOpen && (
        // It goes with the panel: else what is behind stays hidden from screen readers once the panel is closed.
        <Suspense key={ticket} fallback={null}>
          {ticket === NEW ? (
            <NewTicketPanel claims={view.claims} issue={view.issue} onClose={close} onSubmitted={submitted} />
          ) : (
            <TicketPanel key={ticket} name={ticket} reader={me} note={note} onClose={close} />
          )}
        </Suspense>
      )}
    </Page>
  );
}

interface FiltersProps {
  readonly view: TicketView;
  readonly shown: TicketsBody | undefined;
  readonly isLead: boolean;
  readonly onNew: () => void;
}

function Filters({ view: { filter, set }, shown, isLead, onNew }: FiltersProps) {
  const styles = useStyles();
  const focusTarget = useRestoreFocusTarget();
  const { tickets } = texts;
  const onText = useCallback((text: string) => set({ text }), [set]);
  return (
    <search className={styles.bar}>
      <SearchField name={tickets.search} hint={tickets.searchHint} text={filter.text ?? ''} onText={onText} />
      <div className={styles.filters}>
        {shown?.seesAll === true && (
          <Choice
            name={tickets.filterNames.of}
            value={filter.of ?? shown?.of ?? 'all'}
            choices={[
              { value: 'all', title: tickets.of.all },
              { value: 'mine', title: tickets.of.mine },
            ]}
            onChoose={(of) => set({ of: of === 'all' ? '' : of })}
          />
        )}
        <Choice
          name={tickets.filterNames.state}
          value={filter.state ?? ''}
          any
          choices={TICKET_STATE_NAMES.filter((value) => isLead || value !== 'undelivered').map((value) => ({
            value,
            title:
              value === 'unfinished' || value === 'undelivered' ? tickets.states[value] : texts.ticketStates[value],
          }))}
          onChoose={(state) => set({ state })}
        />
      </div>
      <Button className={styles.open} appearance="primary" icon={<Add20Regular />} {...focusTarget} onClick={onNew}>
        {tickets.open}
      </Button>
    </search>
  );
}

/** Why there is none, and what to do next. */
function NoTickets({ view }: { readonly view: TicketView }) {
  const { empty } = texts.tickets;
  if (view.isFiltered)
    return (
      <Notice title={empty.filtered}>
        <Button onClick={view.clear}>{texts.clear}</Button>
      </Notice>
    );
  return <Notice title={empty.none} hint={empty.noneHint} />;
}
