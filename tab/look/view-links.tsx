/** The parts of the tab, as one row of links. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { Link, useLocation } from 'wouter';
import { texts } from '../texts.ts';
import { VIEW_PATHS, type ViewName } from './views.ts';

/** Few look for it, and it is not what they came for. */
const LanguageChoice = lazy(() => import('./language-choice.tsx'));

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexShrink: 0,
    justifyContent: 'space-between',
    paddingInlineEnd: tokens.spacingHorizontalM,
  },
  links: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXL,
    // Four words of some languages are wider than a phone.
    flexWrap: 'wrap',
    paddingInline: tokens.spacingHorizontalXL,
    '@media (width < 480px)': {
      columnGap: tokens.spacingHorizontalM,
      paddingInline: `${tokens.spacingHorizontalM} ${tokens.spacingHorizontalXS}`,
    },
  },
  // As wide as what comes there, so that nothing moves when it comes.
  choice: { display: 'flex', flexShrink: 0, width: '28px' },
  link: {
    paddingTop: tokens.spacingVerticalMNudge,
    paddingBottom: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: '2px solid transparent',
    ':hover': { color: tokens.colorNeutralForeground2Hover, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
});

export function ViewLinks({ names }: { readonly names: readonly ViewName[] }) {
  const styles = useStyles();
  const [path] = useLocation();
  return (
    <nav className={styles.row} aria-label={texts.viewsName}>
      <div className={styles.links}>
        {names.map((name) => {
          const isCurrent = path === VIEW_PATHS[name];
          return (
            <Link
              key={name}
              href={VIEW_PATHS[name]}
              className={mergeClasses(styles.link, isCurrent && styles.current)}
              aria-current={isCurrent ? 'page' : undefined}
            >
              {texts.views[name]}
            </Link>
          );
        })}
      </div>
      <div className={styles.choice}>
        <Suspense>
          <LanguageChoice />
        </Suspense>
      </div>
    </nav>
  );
}
