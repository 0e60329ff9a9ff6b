/** One question of the list: what was asked, what is known of it, and what is decided on it. */
import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { DecideParams, QuestionRow, QuestionsBody } from '../../src/tab/questions/api.ts';
import { useButtons } from '../look/ask-form.tsx';
import { countText, listText, type Reader, shortDayText } from '../look/format.ts';
import { texts } from '../texts.ts';
import { useTableStyles } from './standing-table.tsx';

const useStyles = makeStyles({
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
  },
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  text: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  toggle: { flexShrink: 0 },
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  details: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  select: { minWidth: 0, '& > select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

export interface QuestionItemProps {
  readonly row: QuestionRow;
  readonly topics: QuestionsBody['topics'];
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly reader: Reader;
  readonly onToggle: () => void;
  readonly onDecide: (params: DecideParams) => void;
}

export function QuestionItem({ row, isOpen, reader, onToggle, ...more }: QuestionItemProps) {
  const [styles, table] = [useStyles(), useTableStyles()];
  const words = texts.questions;
  const id = useId();
  const [hint] = hintTexts(row);
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <div>
          <p className={styles.text}>{row.text}</p>
          <p className={table.quiet}>
            {row.decision === undefined || row.open ? askedText(row, reader) : decidedText(row, reader)}
          </p>
          {!isOpen && hint !== undefined && <p className={table.quiet}>{hint}</p>}
        </div>
        <Button
          className={styles.toggle}
          size="small"
          aria-label={words.of(isOpen ? words.close : words.open, row.text)}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          {isOpen ? words.close : words.open}
        </Button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && <Decision key={row.version} row={row} reader={reader} {...more} />}
      </div>
    </li>
  );
}

function Decision({ row, topics, isBusy, onDecide }: Omit<QuestionItemProps, 'isOpen' | 'onToggle'>) {
  const [styles, table, { buttons }] = [useStyles(), useTableStyles(), useButtons()];
  const words = texts.questions;
  const [topic, setTopic] = useState(row.guess);
  const [isMissing, setMissing] = useState(false);
  const { key, version, decision, open } = row;
  const details = [...row.others.map(words.alsoAsked), ...hintTexts(row), ...row.comments.map(words.comment)];
  return (
    <div className={styles.form}>
      {details.length > 0 && (
        <ul className={styles.details}>
          {details.map((detail) => (
            <li key={detail} className={table.quiet}>
              {detail}
            </li>
          ))}
        </ul>
      )}
      <Field label={words.topic} {...(isMissing && { validationMessage: words.whichTopic })}>
        <Select className={styles.select} value={topic} onChange={(_, { value }) => setTopic(value)}>
          <option value="">{words.chooseTopic}</option>
          {topics.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <div className={buttons}>
        <Button
          appearance="primary"
          disabledFocusable={isBusy}
          onClick={() => {
            setMissing(topic === '');
            if (topic !== '') onDecide({ key, version, state: 'attached', topic });
          }}
        >
          {words.attach}
        </Button>
        {open && (
          <Button disabledFocusable={isBusy} onClick={() => onDecide({ key, version, state: 'dismissed' })}>
            {words.dismiss}
          </Button>
        )}
        {decision !== undefined && (
          <Button disabledFocusable={isBusy} onClick={() => onDecide({ key, version, state: 'open' })}>
            {words.undo}
          </Button>
        )}
      </div>
    </div>
  );
}

function askedText({ count, askedAt }: QuestionRow, reader: Reader): string {
  const words = texts.questions;
  if (askedAt === undefined) return words.notAsked;
  const day = shortDayText(askedAt, reader);
  if (count === 0) return words.askedAndAnswered(day);
  return count === 1 ? words.askedOnce(day) : words.asked(countText(count, words.times, reader), day);
}

function decidedText({ decision }: QuestionRow, reader: Reader): string {
  const words = texts.questions;
  if (decision === undefined) return '';
  const day = shortDayText(decision.at, reader);
  return decision.state === 'dismissed' ? words.dismissedOn(day) : words.attachedOn(decision.topic ?? '', day);
}

function hintTexts({ hints }: QuestionRow): string[] {
  return hints.map(({ kind, topics }) => texts.questions.hints[kind](listText(topics)));
}
