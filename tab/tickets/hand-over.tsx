/** What Partner Center's form is filled with, ready to paste, and the case number that comes back. */
import { Button, Field, Input, Link, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { Copy20Regular, Open16Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { TicketBody } from '../../src/tab/tickets/api.ts';
import { Section, usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';
import type { Act } from './ticket-panel.tsx';

const useStyles = makeStyles({
  copy: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  steps: { margin: 0 },
  external: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    alignSelf: 'flex-start',
  },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  number: { flexGrow: 1, minWidth: 0 },
  input: { minWidth: 0 },
});

const TITLE_LINES = 2;
const TEXT_LINES = 9;

export interface HandOverProps {
  readonly ticket: TicketBody;
  readonly act: Act;
  readonly isPending: boolean;
}

export function HandOver({ ticket: { handOver, caseNumber: known = '' }, act, isPending }: HandOverProps) {
  const styles = useStyles();
  const words = texts.tickets.handOver;
  const [caseNumber, setCaseNumber] = useState(known);
  return (
    <Section title={words.title}>
      <p className={styles.steps}>{words.steps}</p>
      <CopyField name={words.subject} text={handOver.title} lines={TITLE_LINES} />
      <CopyField name={words.text} text={handOver.text} lines={TEXT_LINES} />
      <Link className={styles.external} href={handOver.url} target="_blank" rel="noreferrer">
        {words.support} <Open16Regular aria-hidden />
      </Link>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          act({ kind: 'hand over', caseNumber });
        }}
      >
        <Field className={styles.number} label={words.caseNumber}>
          <Input className={styles.input} value={caseNumber} onChange={(_, { value }) => setCaseNumber(value)} />
        </Field>
        <Button type="submit" disabledFocusable={isPending || caseNumber.trim() === ''}>
          {words.save}
        </Button>
      </form>
    </Section>
  );
}

/** A text to take along. Where the browser lets nothing be copied it is selected. */
function CopyField({
  name,
  text,
  lines = 1,
}: {
  readonly name: string;
  readonly text: string;
  readonly lines: number;
}) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const id = useId();
  const [said, setSaid] = useState('');
  const words = texts.tickets.handOver;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied(name));
    } catch {
      document.querySelector<HTMLTextAreaElement>(`#${CSS.escape(id)}`)?.select();
      setSaid(words.copyByHand);
    }
  };
  return (
    <div className={styles.copy}>
      <div className={styles.head}>
        <label htmlFor={id}>{name}</label>
        <Button
          appearance="subtle"
          size="small"
          icon={<Copy20Regular />}
          aria-label={words.copy(name)}
          onClick={() => void copy()}
        />
      </div>
      <Textarea id={id} readOnly rows={lines} value={text} />
      <span role="status" className={lists.quiet}>
        {said}
      </span>
    </div>
  );
}
