/** One claim beside the table. */
import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import type { ClaimBody } from '../../../src/tab/api.ts';
import { useClaim } from '../../data/queries.ts';
import type { Reader } from '../../look/format.ts';
import { ProblemNotice } from '../../look/notice.tsx';
import { texts } from '../../texts.ts';
import { nameOf } from '../claim-row.tsx';
import { ClaimSections } from './claim-sections.tsx';

const useStyles = makeStyles({
  drawer: { width: 'min(560px, 100vw)' },
  title: { overflowWrap: 'anywhere' },
  subtitle: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

export interface ClaimPanelProps {
  /** Of the record. */
  readonly id: string;
  readonly reader: Reader;
  readonly onClose: () => void;
}

export default function ClaimPanel({ id, reader, onClose }: ClaimPanelProps) {
  const styles = useStyles();
  const { data: claim, error, refetch } = useClaim(id);
  return (
    <OverlayDrawer
      open
      position="end"
      className={styles.drawer}
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
          {claim === undefined ? texts.columns.claim : nameOf(claim)}
        </DrawerHeaderTitle>
        {claim !== undefined && <p className={styles.subtitle}>{subtitleOf(claim)}</p>}
      </DrawerHeader>
      <DrawerBody>
        {claim !== undefined ? (
          <ClaimSections claim={claim} reader={reader} />
        ) : error === null ? (
          <Spinner label={texts.loading} />
        ) : (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}

/** "Claim CLM-0001 · OSU Microsoft 365 · Approved" */
function subtitleOf({ claimId, program, status }: ClaimBody): string {
  return [texts.panel.claim(claimId), program, status].filter((part) => part !== '').join(' · ');
}
