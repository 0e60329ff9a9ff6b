/** Asks for a few words before something is done, in the place where it was asked for. */
import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  input: { minWidth: 0 },
});

/** Buttons beside each other. */
export const useButtons = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface AskFormProps {
  readonly question: string;
  /** What follows from it. */
  readonly hint?: string;
  /** Words of the buttons: to do it, and not to. */
  readonly submit: string;
  readonly cancel: string;
  readonly isBusy: boolean;
  /** A line for a name or an address. */
  readonly isLine?: boolean;
  /** More to choose. */
  readonly children?: ReactNode;
  readonly onSubmit: (text: string) => void;
  readonly onCancel: () => void;
}

export function AskForm(props: AskFormProps) {
  const { question, hint, submit, cancel, isBusy, isLine = false, children, onSubmit, onCancel } = props;
  const [styles, { buttons }] = [useStyles(), useButtons()];
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  const field = { className: styles.input, value: text, autoFocus: true, 'aria-describedby': id };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isBusy) return;
        setMissing(text.trim() === '');
        if (text.trim() !== '') onSubmit(text.trim());
      }}
    >
      {hint !== undefined && (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      )}
      {children}
      <Field label={question} {...(isMissing && { validationMessage: texts.wordsWanted })}>
        {isLine ? (
          <Input {...field} onChange={(_, { value }) => setText(value)} />
        ) : (
          <Textarea {...field} resize="vertical" onChange={(_, { value }) => setText(value)} />
        )}
      </Field>
      <div className={buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{cancel}</Button>
      </div>
    </form>
  );
}
