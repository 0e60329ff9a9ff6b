/** The form of a ticket, as in the chat: what is to be put right stands beside its field. */
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { TicketFormBody } from '../../src/tab/tickets/api.ts';
import type { IssueKey, TopicKey } from '../../src/tickets/ticket.ts';
import { useTicketForm } from '../data/ticket-queries.ts';
import { problemText } from '../look/notice.tsx';
import { usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  steps: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  select: { minWidth: 0, '& > select': { minWidth: 0, textOverflow: 'ellipsis' } },
  input: { minWidth: 0 },
});

const ISSUES = Object.keys(texts.issues) as readonly IssueKey[];
const TOPICS = Object.keys(texts.topics) as readonly TopicKey[];
const LINES = 6;

export interface TicketFormContent {
  readonly topic: TopicKey;
  readonly issue: IssueKey | '';
  readonly claims: string;
  readonly description: string;
}

export type SubmittedTicket = Extract<TicketFormBody, { readonly ticket: object }>;

export interface TicketFormProps {
  /** The name of the ticket that is changed; undefined: a new one. */
  readonly name?: string;
  readonly content: TicketFormContent;
  readonly onSubmitted: (body: SubmittedTicket) => void;
  readonly onBack: () => void;
}

export function TicketForm({ name, content, onSubmitted, onBack }: TicketFormProps) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const words = texts.tickets.form;
  const [entered, setEntered] = useState(content);
  // Of this form, also when it comes back with something to put right.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { mutate, data, error, isPending } = useTicketForm(name);
  const { problems = {}, accepted = '' } = data !== undefined && 'problems' in data ? data : {};
  const set = (change: Partial<TicketFormContent>): void => setEntered((before) => ({ ...before, ...change }));
  const submit = (): void =>
    mutate(
      { ...entered, idempotencyKey, accepted },
      {
        onSuccess(body) {
          if ('ticket' in body) onSubmitted(body);
        },
      },
    );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) submit();
      }}
    >
      {name === undefined && <p className={lists.quiet}>{words.intro}</p>}
      <Field label={words.issue} validationMessage={problems.issue ?? null}>
        <Select
          className={styles.select}
          value={entered.issue}
          onChange={(_, { value }) => set({ issue: ISSUES.find((issue) => issue === value) ?? '' })}
        >
          <option value="">{words.chooseOne}</option>
          {ISSUES.map((issue) => (
            <option key={issue} value={issue}>
              {texts.issues[issue]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.topic}>
        <Select
          className={styles.select}
          value={entered.topic}
          onChange={(_, { value }) => set({ topic: TOPICS.find((topic) => topic === value) ?? 'cpor' })}
        >
          {TOPICS.map((topic) => (
            <option key={topic} value={topic}>
              {texts.topics[topic]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.claims} hint={words.claimsHint} validationMessage={problems.claims ?? null}>
        <Input className={styles.input} value={entered.claims} onChange={(_, { value }) => set({ claims: value })} />
      </Field>
      <Field label={words.description} validationMessage={problems.description ?? null}>
        <Textarea
          resize="vertical"
          rows={LINES}
          value={entered.description}
          onChange={(_, { value }) => set({ description: value })}
        />
      </Field>
      {error !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problemText(error)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.steps}>
        <Button type="submit" appearance="primary" disabledFocusable={isPending}>
          {name === undefined ? words.submit : words.save}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </div>
    </form>
  );
}
