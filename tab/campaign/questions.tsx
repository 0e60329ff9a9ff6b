/** Questions that got no answer that helped: each gets a topic that answers it from then on, or is dismissed. As in the chat. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReviewList } from '../../src/knowledge/review/review.ts';
import type { DecideBody, DecideParams, QuestionsBody } from '../../src/tab/questions/api.ts';
import { useDecide, useQuestions } from '../data/question-queries.ts';
import { Card } from '../look/card.tsx';
import { Choice } from '../look/choice.tsx';
import { Downloads } from '../look/downloads.tsx';
import { numberText, type Reader } from '../look/format.ts';
import { useLostFocus } from '../look/lost-focus.ts';
import { ProblemNotice, problemText } from '../look/notice.tsx';
import { texts } from '../texts.ts';
import { QuestionItem } from './question-item.tsx';
import { useTableStyles } from './standing-table.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  pages: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  said: { outlineStyle: 'none', margin: 0, ':empty': { marginTop: `calc(-1 * ${tokens.spacingVerticalS})` } },
});

const LISTS = Object.keys(texts.questions.lists) as readonly ReviewList[];

export interface QuestionsProps {
  /** As the address says. */
  readonly list: string;
  readonly reader: Reader;
  readonly onList: (list: string) => void;
}

export function Questions({ list: named, reader, onList }: QuestionsProps) {
  const [styles, table] = [useStyles(), useTableStyles()];
  const words = texts.questions;
  const list = LISTS.find((name) => name === named) ?? 'open';
  const [page, setPage] = useState(0);
  const { data, error, refetch } = useQuestions({ list, page });
  const [opened, setOpened] = useState('');
  const [said, setSaid] = useState('');
  const decide = useDecide();
  const place = useLostFocus<HTMLParagraphElement>(said);
  const number = (n: number): string => numberText(n, reader);
  const onDecide = (params: DecideParams): void => {
    if (decide.isPending) return;
    setSaid('');
    decide.mutate(params, {
      onSuccess(body) {
        setOpened('');
        setSaid(saidOf(body));
      },
      onError: (failure) => setSaid(problemText(failure)),
    });
  };
  const show = (to: number): void => {
    setOpened('');
    setPage(to);
  };
  return (
    <Card
      title={words.title}
      hint={words.hint}
      isWide
      end={data !== undefined && data.total > 0 && <Downloads path="questions" filter={{ list }} list={words.title} />}
    >
      <Choice
        name={texts.campaign.who}
        value={list}
        choices={LISTS.map((name) => ({ value: name, title: titleOf(name, data, number) }))}
        onChoose={(name) => {
          setSaid('');
          show(0);
          onList(name);
        }}
      />
      <p ref={place} role="status" tabIndex={-1} className={mergeClasses(styles.said, table.said)}>
        {said}
      </p>
      {error !== null && data === undefined && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data?.total === 0 && <p className={table.quiet}>{words.none[list]}</p>}
      {data !== undefined && data.rows.length > 0 && (
        <ul className={styles.list}>
          {data.rows.map((row) => (
            <QuestionItem
              key={row.key}
              row={row}
              topics={data.topics}
              isOpen={opened === row.key}
              isBusy={decide.isPending}
              reader={reader}
              onToggle={() => setOpened(opened === row.key ? '' : row.key)}
              onDecide={onDecide}
            />
          ))}
        </ul>
      )}
      {data !== undefined && data.total > data.pageSize && (
        <div className={styles.pages}>
          <Button size="small" disabledFocusable={data.page === 0} onClick={() => show(Math.max(0, data.page - 1))}>
            {words.previous}
          </Button>
          <Button
            size="small"
            disabledFocusable={(data.page + 1) * data.pageSize >= data.total}
            onClick={() => show(data.page + 1)}
          >
            {words.next}
          </Button>
          <span className={table.quiet}>{pageText(data, number)}</span>
        </div>
      )}
    </Card>
  );
}

/** "Open questions (12)", as far as it is known. */
function titleOf(name: ReviewList, data: QuestionsBody | undefined, number: (n: number) => string): string {
  const title = texts.questions.lists[name];
  const n = name === 'decided' ? data?.decided : data?.list === 'open' ? data.total : undefined;
  return n === undefined ? title : texts.campaign.whoCount(title, number(n));
}

function pageText({ page, pageSize, rows, total }: QuestionsBody, number: (n: number) => string): string {
  const from = page * pageSize;
  return texts.questions.page(number(from + 1), number(from + rows.length), number(total));
}

function saidOf({ question: { decision }, decided }: DecideBody): string {
  const words = texts.questions;
  if (!decided) return words.stale;
  if (decision === undefined) return words.undone;
  return decision.state === 'dismissed' ? words.dismissed : words.attached(decision.topic ?? '');
}
