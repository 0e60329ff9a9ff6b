/** What is typed goes on once nobody types any more. */
import { Field, Input, makeStyles } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';

const useStyles = makeStyles({
  search: {
    flexGrow: 1,
    flexBasis: '220px',
    maxWidth: '400px',
    minWidth: 0,
    '@media (width < 600px)': { flexBasis: 0 },
  },
  // Fluent gives it a width of its own, wider than a narrow phone leaves.
  input: { width: '100%', minWidth: 0, '& input': { textOverflow: 'ellipsis' } },
});

/** Whoever types goes on typing for so long. */
const TYPED_MS = 250;

export interface SearchFieldProps {
  readonly name: string;
  readonly hint: string;
  /** What is searched for now. */
  readonly text: string;
  readonly onText: (text: string) => void;
}

export function SearchField({ name, hint, text, onText }: SearchFieldProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  // Changed from elsewhere: by “Clear filters”, or by going back.
  if (known !== text) {
    setKnown(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => {
      setKnown(typed);
      onText(typed);
    }, TYPED_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onText]);
  return (
    <Field className={styles.search}>
      <Input
        className={styles.input}
        type="search"
        aria-label={name}
        placeholder={hint}
        contentBefore={<Search20Regular aria-hidden />}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
      />
    </Field>
  );
}
