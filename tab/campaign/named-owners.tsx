/** Owners whom an export names by name alone: a lead says once who is meant, as in the chat, and may take it back. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { NamedOwnerBody, NameMeaningParams } from '../../src/tab/owners/api.ts';
import { useNamedOwners, useNameMeaning } from '../data/named-owner-queries.ts';
import { useButtons } from '../look/ask-form.tsx';
import { Card } from '../look/card.tsx';
import { countText, numberText, type Reader } from '../look/format.ts';
import { useLostFocus } from '../look/lost-focus.ts';
import { problemText } from '../look/notice.tsx';
import { texts } from '../texts.ts';
import { useTableStyles } from './standing-table.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '440px', overflowY: 'auto' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  person: { minWidth: 0, overflowWrap: 'anywhere' },
  said: { outlineStyle: 'none', margin: 0 },
});

type Meaning = Pick<NameMeaningParams, 'name' | 'person'>;

/** Nothing where each owner is known by their address, or was confirmed, and nothing was done here. */
export function NamedOwners({ reader }: { readonly reader: Reader }) {
  const [styles, table, { buttons }] = [useStyles(), useTableStyles(), useButtons()];
  const words = texts.namedOwners;
  const { data } = useNamedOwners();
  const meaning = useNameMeaning();
  const [said, setSaid] = useState('');
  const [last, setLast] = useState<Meaning>();
  const say = (kind: NameMeaningParams['kind'], { name, person }: Meaning): void => {
    if (meaning.isPending) return;
    setSaid('');
    setLast(undefined);
    meaning.mutate(
      { idempotencyKey: crypto.randomUUID(), kind, name, person },
      {
        onSuccess({ person: meant }) {
          setSaid(meant === undefined ? words.withdrawn : words.confirmed(meant.name, meant.upn));
          if (meant !== undefined) setLast({ name, person });
        },
        onError: (failure) => setSaid(problemText(failure)),
      },
    );
  };
  const total = data?.total ?? 0;
  // The name that was pressed goes only once the list has come anew.
  const place = useLostFocus<HTMLParagraphElement>(said && `${said} ${total}`);
  if (data === undefined || (total === 0 && said === '')) return null;
  return (
    <Card title={words.title} hint={words.hint} isWide>
      <p ref={place} role="status" tabIndex={-1} className={mergeClasses(styles.said, table.said)}>
        {said}
      </p>
      {last !== undefined && (
        <div className={buttons}>
          <Button size="small" onClick={() => say('withdraw', last)}>
            {words.undo}
          </Button>
        </div>
      )}
      {total === 0 && <p className={table.quiet}>{words.none}</p>}
      {total > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be reached by the keyboard
        <ul className={styles.list} aria-label={words.title} tabIndex={0}>
          {data.names.map((owner) => (
            <li key={owner.key} className={styles.item}>
              <Name owner={owner} reader={reader} />
              <div className={buttons}>
                {owner.people.map(({ id, name, upn }) => (
                  <Button
                    key={id}
                    size="small"
                    className={styles.person}
                    disabledFocusable={meaning.isPending}
                    onClick={() => say('confirm', { name: owner.key, person: id })}
                  >
                    {words.is(name, upn)}
                  </Button>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
      {data.names.length < total && (
        <p className={table.quiet}>
          {words.firstOnly(numberText(data.names.length, reader), numberText(total, reader))}
        </p>
      )}
    </Card>
  );
}

function Name({ owner: { name, open, people }, reader }: { readonly owner: NamedOwnerBody; readonly reader: Reader }) {
  const [styles, table] = [useStyles(), useTableStyles()];
  const words = texts.namedOwners;
  return (
    <div className={styles.name}>
      {name}
      <p className={table.quiet}>{countText(open, words.open, reader)}</p>
      {people.length === 0 && <p className={table.quiet}>{words.nobody}</p>}
    </div>
  );
}
