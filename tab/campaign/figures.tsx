/** Numbers, each above what it counts. */
import { makeStyles, tokens } from '@fluentui/react-components';

export const useFigureStyles = makeStyles({
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    margin: 0,
  },
  figure: { display: 'flex', flexDirection: 'column-reverse' },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { color: tokens.colorNeutralForeground2 },
});

export function Figures({ figures }: { readonly figures: readonly (readonly [string, string])[] }) {
  const styles = useFigureStyles();
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name} className={styles.figure}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
