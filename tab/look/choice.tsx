/** One of several, beside what it is about. What the address names and nobody knows of stays to be seen. */
import { Field, makeStyles, Select } from '@fluentui/react-components';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  choice: { width: '152px', '@media (width < 600px)': { width: 'auto' } },
  select: { minWidth: 0, '& > select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

export interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  /** Whether none of them may be chosen. */
  readonly any?: boolean;
  readonly choices: readonly { readonly value: string; readonly title: string }[];
  readonly onChoose: (value: string) => void;
}

export function Choice({ name, value, any = false, choices, onChoose }: ChoiceProps) {
  const styles = useStyles();
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  return (
    <Field label={name} size="small" className={styles.choice}>
      <Select className={styles.select} size="medium" value={value} onChange={(_, chosen) => onChoose(chosen.value)}>
        {any && <option value="">{texts.any}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
        {!isKnown && <option value={value}>{value}</option>}
      </Select>
    </Field>
  );
}
