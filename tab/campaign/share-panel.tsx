/** The notice shared: for whom, a look at whom it reaches, and then it is sent, once. */
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
import { useMemo, useState } from 'react';
import type { Audience, AudienceCounts } from '../../src/announcements/announcement.ts';
import type { ShareBody } from '../../src/tab/campaign/api.ts';
import { useShare, useShareCheck } from '../data/campaign-queries.ts';
import { useFilters } from '../data/queries.ts';
import { countText, numberText, type Reader } from '../look/format.ts';
import { problemText } from '../look/notice.tsx';
import { SidePanel, usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';
import { Figures } from './figures.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  steps: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  select: { minWidth: 0, '& > select': { minWidth: 0, textOverflow: 'ellipsis' } },
  input: { minWidth: 0 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

const AUDIENCES = Object.keys(texts.campaign.share.audiences) as readonly Audience['kind'][];
type Figure = keyof typeof texts.campaign.share.figures;
const FIGURES = Object.keys(texts.campaign.share.figures) as readonly Figure[];

interface Draft {
  readonly audience: Audience['kind'];
  readonly name: string;
  readonly line: string;
}

export interface SharePanelProps {
  readonly campaign: string;
  readonly reader: Reader;
  readonly onClose: () => void;
}

export default function SharePanel({ campaign, reader, onClose }: SharePanelProps) {
  const words = texts.campaign.share;
  const [draft, setDraft] = useState<Draft>({ audience: 'everyone', name: '', line: '' });
  const [check, share] = [useShareCheck(), useShare()];
  // What is entered anew is another notice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes by the draft
  const idempotencyKey = useMemo(() => crypto.randomUUID(), [draft]);
  const params = { ...draft, campaign, idempotencyKey };
  const counts = check.data !== undefined && 'people' in check.data ? check.data : undefined;
  const problem = [check.data, share.data].find((answer) => answer !== undefined && 'problem' in answer);
  const error = share.error ?? check.error;
  const said =
    error !== null ? problemText(error) : problem !== undefined && 'problem' in problem ? problem.problem : '';
  const sent = share.data !== undefined && 'waiting' in share.data ? share.data : undefined;
  return (
    <SidePanel title={words.title} onClose={onClose}>
      {said !== '' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{said}</MessageBarBody>
        </MessageBar>
      )}
      {sent !== undefined ? (
        <Sent body={sent} reader={reader} />
      ) : counts === undefined ? (
        <DraftForm draft={draft} onChange={setDraft} isPending={check.isPending} onCheck={() => check.mutate(params)} />
      ) : (
        <Checked
          draft={draft}
          counts={counts}
          reader={reader}
          isPending={share.isPending}
          onSend={() => share.mutate(params)}
          onChange={() => {
            check.reset();
            share.reset();
          }}
        />
      )}
    </SidePanel>
  );
}

interface DraftFormProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly isPending: boolean;
  readonly onCheck: () => void;
}

function DraftForm({ draft, onChange, isPending, onCheck }: DraftFormProps) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const words = texts.campaign.share;
  const { data: choices } = useFilters();
  const { audience, name, line } = draft;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) onCheck();
      }}
    >
      <p className={lists.quiet}>{words.intro}</p>
      <Field label={words.audience}>
        <Select
          className={styles.select}
          value={audience}
          onChange={(_, { value }) =>
            onChange({ ...draft, name: '', audience: AUDIENCES.find((kind) => kind === value) ?? 'everyone' })
          }
        >
          {AUDIENCES.map((kind) => (
            <option key={kind} value={kind}>
              {words.audiences[kind]}
            </option>
          ))}
        </Select>
      </Field>
      {audience === 'program' && (
        <Field label={words.program}>
          <Select
            className={styles.select}
            value={name}
            onChange={(_, { value }) => onChange({ ...draft, name: value })}
          >
            <option value="">{texts.tickets.form.chooseOne}</option>
            {(choices?.programs ?? []).map((program) => (
              <option key={program} value={program}>
                {program}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {audience === 'customer' && (
        <Field label={words.customer}>
          <Input
            className={styles.input}
            value={name}
            onChange={(_, { value }) => onChange({ ...draft, name: value })}
          />
        </Field>
      )}
      <Field label={words.line}>
        <Textarea
          resize="vertical"
          rows={3}
          value={line}
          onChange={(_, { value }) => onChange({ ...draft, line: value })}
        />
      </Field>
      <div className={styles.steps}>
        <Button type="submit" appearance="primary" disabledFocusable={isPending}>
          {words.check}
        </Button>
      </div>
    </form>
  );
}

interface CheckedProps {
  readonly draft: Draft;
  readonly counts: AudienceCounts;
  readonly reader: Reader;
  readonly isPending: boolean;
  readonly onSend: () => void;
  readonly onChange: () => void;
}

function Checked({ draft, counts, reader, isPending, onSend, onChange }: CheckedProps) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const words = texts.campaign.share;
  const people = (n: number): string => countText(n, words.people, reader);
  const rest = counts.unreachedInAll - counts.unreached.length;
  return (
    <>
      <p className={styles.text} role="status">
        {counts.people === 0 ? words.reachesNobody : words.reaches(people(counts.people))}
        {counts.remindersOff > 0 && ` ${words.off(people(counts.remindersOff))}`}
      </p>
      {draft.line.trim() !== '' && <p className={styles.text}>{draft.line.trim()}</p>}
      {counts.unreachedInAll > 0 && (
        <div>
          <p className={lists.quiet}>{words.unreached(people(counts.unreachedInAll))}</p>
          <ul className={lists.list}>
            {counts.unreached.map(({ name, reach }) => (
              <li key={name} className={lists.quiet}>
                {words.named(name, texts.campaign.notes[reach])}
              </li>
            ))}
            {rest > 0 && <li className={lists.quiet}>{texts.andMore(numberText(rest, reader))}</li>}
          </ul>
        </div>
      )}
      <div className={styles.steps}>
        {counts.people > 0 && (
          <Button
            appearance="primary"
            disabledFocusable={isPending}
            onClick={() => {
              if (!isPending) onSend();
            }}
          >
            {words.send}
          </Button>
        )}
        <Button onClick={onChange}>{words.change}</Button>
      </div>
    </>
  );
}

function Sent({ body, reader }: { readonly body: Extract<ShareBody, { waiting: number }>; readonly reader: Reader }) {
  const styles = useStyles();
  const words = texts.campaign.share;
  return (
    <>
      <p className={styles.text} role="status">
        {words.sent}
      </p>
      <Figures
        figures={FIGURES.filter((name) => body[name] > 0).map((name) => [
          words.figures[name],
          numberText(body[name], reader),
        ])}
      />
    </>
  );
}
