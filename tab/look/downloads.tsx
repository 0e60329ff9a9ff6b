/** What a list shows, whole, as a file: made by the server, within the same rights. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { queryOf } from '../data/client.ts';
import { useClient } from '../data/queries.ts';
import { saveFile } from '../data/save-file.ts';
import { texts } from '../texts.ts';
import { problemText } from './notice.tsx';

const useStyles = makeStyles({
  row: { display: 'inline-flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  said: { ':empty': { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` } },
  sign: { flexShrink: 0, alignSelf: 'center', color: tokens.colorNeutralForeground2 },
});

const KINDS = ['xlsx', 'csv'] as const;

export interface DownloadsProps {
  /** Of the list, below the API. */
  readonly path: string;
  /** What the list is asked for with. */
  readonly filter?: object;
  /** Which of the lists of its page it is; empty where that has one. */
  readonly list?: string;
}

export function Downloads({ path, filter = {}, list = '' }: DownloadsProps) {
  const styles = useStyles();
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  // The server has to know who asks, which a link would not tell it.
  const download = async (kind: (typeof KINDS)[number]): Promise<void> => {
    setBusy(true);
    setSaid('');
    try {
      const { bytes, name } = await client.file(`${path}.${kind}?${queryOf(filter)}`);
      saveFile(bytes, name);
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
          aria-label={list === '' ? texts.download(kind) : texts.downloadOf(list, kind)}
          onClick={() => void download(kind)}
        >
          {texts.downloadShort(kind)}
        </Link>
      ))}
      <span role="status" className={styles.said}>
        {said}
      </span>
    </span>
  );
}
