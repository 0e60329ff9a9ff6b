/** Open claims without an owner: several of them are given to somebody at once, each as in the chat. */
import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ClaimRow } from '../../src/tab/claims/api.ts';
import { WhoIsMeant } from '../claims/assign-form.tsx';
import { useChosenAction } from '../claims/chosen-action.tsx';
import { claimStateText, nameOf } from '../claims/claim-words.ts';
import { useUnowned } from '../data/campaign-queries.ts';
import { useFilters } from '../data/queries.ts';
import { countText, numberText, type Reader } from '../look/format.ts';
import { ProblemNotice } from '../look/notice.tsx';
import { StateMark } from '../look/state-mark.tsx';
import { texts } from '../texts.ts';
import { useTableStyles } from './standing-table.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  whom: { flexGrow: 1, maxWidth: '400px', minWidth: 0 },
  input: { minWidth: 0 },
  box: { width: '2.75rem', padding: 0, verticalAlign: 'middle' },
  state: { width: '9rem', '@media (width < 600px)': { width: '6.6rem' } },
  rows: { maxHeight: '440px', overflowY: 'auto' },
});

const OWNER_PREFIX = 'upn:';

export function Unowned({ reader }: { readonly reader: Reader }) {
  const [styles, table] = [useStyles(), useTableStyles()];
  const words = texts.campaign;
  const [toCollect, toUpload] = [useUnowned('to collect'), useUnowned('to upload')];
  const { data: choices } = useFilters();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [whom, setWhom] = useState('');
  const id = useId();
  const error = toCollect.error ?? toUpload.error;
  const rows = [...(toCollect.data?.rows ?? []), ...(toUpload.data?.rows ?? [])];
  const total = (toCollect.data?.total ?? 0) + (toUpload.data?.total ?? 0);
  const picked = rows.filter((row) => chosen.has(row.id));
  const claims = (n: number): string => countText(n, texts.claims, reader);

  // Those that were not given stay chosen.
  const letGo = (ids: readonly string[]): void =>
    setChosen((now) => new Set([...now].filter((id) => !ids.includes(id))));
  const { press, proposed, isBusy, outcome } = useChosenAction({ rows: picked, letGo }, reader);
  const give = (to: string): void => void press({ kind: 'assign', to });

  return (
    <>
      <div role="status" className={table.said}>
        {outcome?.said}
      </div>
      {error !== null ? (
        <ProblemNotice error={error} />
      ) : total === 0 ? (
        <p className={table.quiet}>{words.noUnowned}</p>
      ) : (
        <>
          <p className={table.quiet}>{words.unownedHint}</p>
          <form
            className={styles.bar}
            onSubmit={(event) => {
              event.preventDefault();
              if (!isBusy && picked.length > 0 && whom.trim() !== '') give(whom);
            }}
          >
            <Field className={styles.whom} label={words.giveTo}>
              <Input
                className={styles.input}
                list={id}
                placeholder={words.giveToHint}
                value={whom}
                onChange={(_, { value }) => setWhom(value)}
              />
            </Field>
            <datalist id={id}>
              {(choices?.owners ?? [])
                .filter(({ key }) => key.startsWith(OWNER_PREFIX))
                .map(({ key, name }) => (
                  <option key={key} value={key.slice(OWNER_PREFIX.length)}>
                    {name}
                  </option>
                ))}
            </datalist>
            <Button
              type="submit"
              appearance="primary"
              disabledFocusable={isBusy || picked.length === 0 || whom.trim() === ''}
            >
              {words.give(claims(picked.length))}
            </Button>
          </form>
          <WhoIsMeant proposed={proposed} onChoose={give} />
          {isBusy && <ProgressBar aria-label={words.give(claims(picked.length))} />}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be reached by the keyboard */}
          <section className={styles.rows} aria-label={words.unownedTitle} tabIndex={0}>
            <UnownedTable
              rows={rows}
              chosen={chosen}
              onChoose={setChosen}
              isBusy={isBusy}
              number={(n) => numberText(n, reader)}
            />
          </section>
          {rows.length < total && (
            <p className={table.quiet}>
              {words.giving(numberText(rows.length, reader), countText(total, texts.claims, reader))}
            </p>
          )}
        </>
      )}
    </>
  );
}

interface UnownedTableProps {
  readonly rows: readonly ClaimRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly isBusy: boolean;
  readonly number: (n: number) => string;
}

function UnownedTable({ rows, chosen, onChoose, isBusy, number }: UnownedTableProps) {
  const [styles, table] = [useStyles(), useTableStyles()];
  const words = texts.campaign;
  const n = rows.filter(({ id }) => chosen.has(id)).length;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(table.head, styles.box)}>
            <Checkbox
              aria-label={words.chooseAll}
              checked={n === rows.length ? true : n === 0 ? false : 'mixed'}
              disabled={isBusy}
              onChange={(_, { checked }) => onChoose(new Set(checked === true ? rows.map(({ id }) => id) : []))}
            />
          </th>
          <th scope="col" className={table.head}>
            {words.claim}
          </th>
          <th scope="col" className={mergeClasses(table.head, styles.state)}>
            {texts.columns.state}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={mergeClasses(table.cell, styles.box)}>
              <Checkbox
                aria-label={words.choose(row.claimId)}
                checked={chosen.has(row.id)}
                disabled={isBusy}
                onChange={(_, { checked }) => {
                  const next = new Set(chosen);
                  if (checked === true) next.add(row.id);
                  else next.delete(row.id);
                  onChoose(next);
                }}
              />
            </td>
            <th scope="row" className={table.cell}>
              {nameOf(row)}
              <p className={table.quiet}>{row.claimId}</p>
            </th>
            <td className={table.cell}>
              <StateMark state={row.state} text={claimStateText(row.state, [], number)} isWhole />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
