/** Local mode: nobody signs in, so one chooses who one is. */
import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import { useId } from 'react';
import type { PeopleBody } from '../../src/tab/api.ts';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (width < 480px)': { paddingInline: tokens.spacingHorizontalM },
  },
  choice: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, marginInlineStart: 'auto' },
});

export interface LocalBannerProps {
  readonly people: PeopleBody['people'];
  readonly person: string;
  readonly onChoose: (person: string) => void;
}

export function LocalBanner({ people, person, onChoose }: LocalBannerProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <aside className={styles.banner}>
      <Info16Regular aria-hidden />
      <span>{texts.local.banner}</span>
      <div className={styles.choice}>
        <label htmlFor={id}>{texts.local.you}</label>
        <Select id={id} size="small" value={person} onChange={(_, { value }) => onChoose(value)}>
          {people.map(({ id: key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </div>
    </aside>
  );
}
