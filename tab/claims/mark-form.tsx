/** Marks a workload of the chosen claims, as it is marked on one: those that do not have it are named. */
import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { WorkloadAction } from '../../src/claims/rules.ts';
import type { SharedClaimAction } from '../../src/tab/claims/api.ts';
import { useFilters } from '../data/queries.ts';
import { useButtons } from '../look/ask-form.tsx';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  field: { flexGrow: 1, minWidth: '12rem', maxWidth: '24rem' },
  select: { minWidth: 0, '& > select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

const MARKS = Object.keys(texts.claimActions.marks) as readonly WorkloadAction[];

export interface MarkFormProps {
  readonly isBusy: boolean;
  readonly onMark: (action: SharedClaimAction) => void;
  readonly onCancel: () => void;
}

export function MarkForm({ isBusy, onMark, onCancel }: MarkFormProps) {
  const [styles, { buttons }] = [useStyles(), useButtons()];
  const { data } = useFilters();
  const workloads = data?.workloads ?? [];
  const [kind, setKind] = useState<WorkloadAction>('confirm');
  const [chosen, setChosen] = useState<string>();
  const workload = chosen ?? workloads[0]?.key;
  const { choose: words, claimActions } = texts;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && workload !== undefined) onMark({ kind, workload });
      }}
    >
      <Field className={styles.field} label={words.markWorkload}>
        <Select
          autoFocus
          className={styles.select}
          value={workload ?? ''}
          onChange={(_, { value }) => setChosen(value)}
        >
          {workloads.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label={words.markAs}>
        <Select
          className={styles.select}
          value={kind}
          onChange={(_, { value }) => setKind(MARKS.find((mark) => mark === value) ?? 'confirm')}
        >
          {MARKS.map((mark) => (
            <option key={mark} value={mark}>
              {claimActions.marks[mark]}
            </option>
          ))}
        </Select>
      </Field>
      <div className={buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {words.mark}
        </Button>
        <Button onClick={onCancel}>{claimActions.cancel}</Button>
      </div>
    </form>
  );
}
