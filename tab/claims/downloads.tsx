/** What the table shows, whole, as a file: made by the server, within the same rights. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type ClaimsFilter, queryOf, useClient } from '../data/queries.ts';
import { saveFile } from '../data/save-file.ts';
import { problemText } from '../look/notice.tsx';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  row: { display: 'inline-flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  sign: { flexShrink: 0, alignSelf: 'center', color: tokens.colorNeutralForeground2 },
});

const KINDS = ['xlsx', 'csv'] as const;

export interface DownloadsProps {
  readonly filter: ClaimsFilter;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export function Downloads({ filter, today }: DownloadsProps) {
  const styles = useStyles();
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  // The server has to know who asks, which a link would not tell it.
  const download = async (kind: (typeof KINDS)[number]): Promise<void> => {
    setBusy(true);
    setSaid('');
    try {
      saveFile(await client.bytes(`claims.${kind}?${queryOf(filter)}`), texts.downloadName(today, kind));
    } catch (error) {
      setSaid(problemText(error as Error));
    }
    setBusy(false);
  };
  return (
    <span className={styles.row}>
      <ArrowDownload16Regular className={styles.sign} aria-hidden />
      {KINDS.map((kind) => (
        <Link
          key={kind}
          as="button"
          disabledFocusable={isBusy}
          aria-label={texts.download(kind)}
          onClick={() => void download(kind)}
        >
          {texts.downloadShort(kind)}
        </Link>
      ))}
      <span role="status">{said}</span>
    </span>
  );
}
