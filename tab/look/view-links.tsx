/** The parts of the tab, as one row of links. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link, useLocation } from 'wouter';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalXL,
    paddingInline: tokens.spacingHorizontalXL,
    '@media (width < 480px)': { paddingInline: tokens.spacingHorizontalM },
  },
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

export type ViewName = keyof typeof texts.views;

/** By the paths that they have below the tab. */
export const VIEW_PATHS = { claims: '/', tickets: '/tickets', campaign: '/campaign' } as const satisfies Record<
  ViewName,
  string
>;

export function ViewLinks({ names }: { readonly names: readonly ViewName[] }) {
  const styles = useStyles();
  const [path] = useLocation();
  return (
    <nav className={styles.row} aria-label={texts.viewsName}>
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
    </nav>
  );
}
