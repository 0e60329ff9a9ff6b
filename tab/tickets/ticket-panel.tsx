/** One ticket beside the list: what it says, what became of it, and what the person may do with it. */
import {
  Button,
  Field,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { Link as ViewLink } from 'wouter';
import type { TicketActionParams, TicketBody, TicketEventBody } from '../../src/tab/tickets/api.ts';
import { useTicket, useTicketAction } from '../data/ticket-queries.ts';
import { ChatLink } from '../look/chat-link.tsx';
import { momentText, type Reader } from '../look/format.ts';
import { ProblemNotice, problemText } from '../look/notice.tsx';
import { Facts, Section, SidePanel, usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';
import { HandOver } from './hand-over.tsx';
import { TicketFiles } from './ticket-files.tsx';
import { TicketForm } from './ticket-form.tsx';
import { Undelivered } from './undelivered.tsx';

const useStyles = makeStyles({
  steps: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  comment: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: tokens.spacingVerticalS },
  send: { alignSelf: 'flex-start' },
  when: { flexShrink: 0, textAlign: 'end' },
});

export interface TicketPanelProps {
  readonly name: string;
  readonly reader: Reader;
  /** What has just happened; empty: nothing. */
  readonly note: string;
  readonly onClose: () => void;
}

export default function TicketPanel({ name, reader, note, onClose }: TicketPanelProps) {
  const { data: ticket, error, refetch } = useTicket(name);
  const [isEdited, setEdited] = useState(false);
  const title = ticket === undefined ? name : texts.tickets.title(ticket.name, texts.issues[ticket.issue]);
  return (
    <SidePanel
      inAddress
      title={isEdited ? texts.tickets.form.edit(name) : title}
      subtitle={ticket && !isEdited ? subtitleOf(ticket) : undefined}
      onClose={onClose}
      marks={ticket?.takesFiles ? { 'data-ticket': name } : undefined}
    >
      {ticket === undefined ? (
        error === null ? (
          <Spinner label={texts.loading} />
        ) : (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        )
      ) : isEdited ? (
        <TicketForm
          name={name}
          content={{
            topic: ticket.topic,
            issue: ticket.issue,
            claims: ticket.claims.map(({ claimId }) => claimId).join(', '),
            description: ticket.description,
          }}
          onSubmitted={() => setEdited(false)}
          onBack={() => setEdited(false)}
        />
      ) : (
        <TicketSections ticket={ticket} reader={reader} note={note} onEdit={() => setEdited(true)} />
      )}
    </SidePanel>
  );
}

/** "In progress · From Adele Vance" */
function subtitleOf({ state, requester }: TicketBody): string {
  return texts.tickets.subtitle(texts.ticketStates[state], requester.you ? texts.tickets.you : requester.name);
}

interface TicketSectionsProps extends Pick<TicketPanelProps, 'reader' | 'note'> {
  readonly ticket: TicketBody;
  readonly onEdit: () => void;
}

type Content<A> = A extends unknown ? Omit<A, 'idempotencyKey'> : never;
export type Act = (action: Content<TicketActionParams>) => void;

function TicketSections({ ticket, reader, note, onEdit }: TicketSectionsProps) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const words = texts.tickets;
  const [isHandedOver, setHandedOver] = useState(false);
  const { mutate, data, error, isPending } = useTicketAction(ticket.name);
  // What is done with what one sees is done once, however often it is pressed.
  const [drawing, setDrawing] = useState({ shown: ticket.changedAt, key: crypto.randomUUID() });
  if (drawing.shown !== ticket.changedAt) setDrawing({ shown: ticket.changedAt, key: crypto.randomUUID() });
  const act: Act = (action) => {
    if (!isPending) mutate({ ...action, idempotencyKey: drawing.key });
  };
  const may = (kind: TicketBody['offers'][number]): boolean => ticket.offers.includes(kind);
  const said = error === null && data?.changed === false ? words.stale : note;
  const { caseNumber, assignee, description } = ticket;
  return (
    <>
      {said !== '' && (
        <MessageBar layout="multiline">
          <MessageBarBody>{said}</MessageBarBody>
        </MessageBar>
      )}
      {error !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problemText(error)}</MessageBarBody>
        </MessageBar>
      )}
      <Undelivered ticket={ticket} />
      {ticket.offers.length > 0 && (
        <div className={styles.steps}>
          {(['take', 'resolve', 'reopen'] as const).filter(may).map((kind) => (
            <Button key={kind} disabledFocusable={isPending} onClick={() => act({ kind })}>
              {words.actions[kind]}
            </Button>
          ))}
          {may('hand over') && (
            <Button aria-expanded={isHandedOver} onClick={() => setHandedOver(!isHandedOver)}>
              {words.actions['hand over']}
            </Button>
          )}
          {may('edit') && <Button onClick={onEdit}>{words.actions.edit}</Button>}
          {may('withdraw') && (
            <Button disabledFocusable={isPending} onClick={() => act({ kind: 'withdraw' })}>
              {words.actions.withdraw}
            </Button>
          )}
        </div>
      )}
      {isHandedOver && may('hand over') && (
        <HandOver key={caseNumber} ticket={ticket} act={act} isPending={isPending} />
      )}
      <ChatLink message={texts.chatMessages.ticket(ticket.name)} />
      <Section title={words.description}>
        <p className={styles.text}>{description}</p>
      </Section>
      <Section title={words.claims}>
        {ticket.claims.length === 0 ? (
          <p className={lists.quiet}>{words.noClaims}</p>
        ) : (
          <ul className={lists.list}>
            {ticket.claims.map(({ claimId, customer, id, known }) => (
              <li key={claimId} className={lists.item}>
                <span className={lists.wide}>
                  {id === undefined ? (
                    claimId
                  ) : (
                    <ViewLink href={`/?claim=${encodeURIComponent(id)}`} asChild>
                      <Link>{claimId}</Link>
                    </ViewLink>
                  )}
                </span>
                <span className={lists.quiet}>{known ? customer : words.unknownClaim}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <TicketFiles ticket={ticket} reader={reader} />
      <Section title={texts.panel.details}>
        <Facts
          facts={[
            [words.facts.topic, texts.topics[ticket.topic]],
            [words.facts.assignee, assignee && (assignee.you ? texts.you : assignee.name)],
            [words.facts.caseNumber, caseNumber],
          ]}
        />
      </Section>
      {may('comment') && <Comment key={ticket.events.length} act={act} isPending={isPending} />}
      <Section title={texts.panel.history}>
        <ol className={lists.list}>
          {ticket.events.map((event) => (
            <li key={JSON.stringify(event)} className={lists.item}>
              <span className={lists.wide}>{eventText(event)}</span>
              <time className={`${lists.quiet} ${styles.when}`} dateTime={event.at}>
                {momentText(event.at, reader)}
              </time>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

/** Empty again once the comment is there. */
function Comment({ act, isPending }: { readonly act: Act; readonly isPending: boolean }) {
  const styles = useStyles();
  const [text, setText] = useState('');
  return (
    <form
      className={styles.comment}
      onSubmit={(event) => {
        event.preventDefault();
        act({ kind: 'comment', text });
      }}
    >
      <Field label={texts.tickets.comment}>
        <Textarea resize="vertical" value={text} onChange={(_, { value }) => setText(value)} />
      </Field>
      <Button className={styles.send} type="submit" disabledFocusable={isPending || text.trim() === ''}>
        {texts.tickets.actions.comment}
      </Button>
    </form>
  );
}

function eventText({ kind, by, text = '' }: TicketEventBody): string {
  return texts.tickets.events[kind](by ?? texts.tickets.bot, text);
}
