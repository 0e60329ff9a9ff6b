/** One thing beside its list: a heading, its parts beneath each other, and a way out. */
import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { useClosedByBack } from '../host/back.ts';
import { texts } from '../texts.ts';
import { keepFocus } from './kept-focus.ts';

const useStyles = makeStyles({
  drawer: { width: 'min(560px, 100vw)' },
  title: { overflowWrap: 'anywhere' },
  subtitle: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXL,
    paddingBottom: tokens.spacingVerticalXXL,
    outlineStyle: 'none',
  },
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    display: 'grid',
    // A long name leaves half to what it names.
    gridTemplateColumns: 'fit-content(50%) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  factName: { minWidth: '7rem', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  factValue: { margin: 0, overflowWrap: 'anywhere' },
});

/** Lists in it. */
export const usePanelLists = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
  },
  wide: { minWidth: 0, overflowWrap: 'anywhere' },
  /** "T-1001" */
  short: { flexShrink: 0 },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

export interface SidePanelProps {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly onClose: () => void;
  /** It stands open by its address. */
  readonly inAddress?: boolean;
  /** What is dropped anywhere on it is for this one. */
  readonly marks?: Readonly<Record<`data-${string}`, string>> | undefined;
  readonly children: ReactNode;
}

export function SidePanel({ title, subtitle, onClose, inAddress = false, marks, children }: SidePanelProps) {
  const styles = useStyles();
  const body = useRef<HTMLDivElement>(null);
  useEffect(keepFocus, []);
  useClosedByBack(onClose, inAddress);
  useEffect(() => catchFocus(body.current), []);
  return (
    <OverlayDrawer
      open
      position="end"
      className={styles.drawer}
      {...marks}
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ className: styles.title }}
          action={
            <Button appearance="subtle" aria-label={texts.panel.close} icon={<Dismiss20Regular />} onClick={onClose} />
          }
        >
          {title}
        </DrawerHeaderTitle>
        {subtitle !== undefined && <p className={styles.subtitle}>{subtitle}</p>}
      </DrawerHeader>
      <DrawerBody>
        <div ref={body} tabIndex={-1} className={styles.body}>
          {children}
        </div>
      </DrawerBody>
    </OverlayDrawer>
  );
}

/** Where what had the focus is gone, a button that did its work say, the panel has it: Escape and Tab go on from there. */
function catchFocus(panel: HTMLElement | null): (() => void) | undefined {
  if (panel === null) return undefined;
  const observer = new MutationObserver(() => {
    if (document.activeElement === document.body) panel.focus();
  });
  observer.observe(panel, { childList: true, subtree: true });
  return () => observer.disconnect();
}

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

/** Names and values; what has none is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (value ? <Fact key={name} name={name} value={value} /> : null))}
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.factName}>{name}</dt>
      <dd className={styles.factValue}>{value}</dd>
    </>
  );
}
