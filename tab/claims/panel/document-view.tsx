/** A document of a claim: whether it counts, what it was filed for, and what it does not show. */
import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { Document20Regular } from '@fluentui/react-icons';
import type { DocumentBody } from '../../../src/tab/api.ts';
import { instantText, listText, type Reader, sizeText } from '../../look/format.ts';
import { lackText } from '../../look/state-mark.tsx';
import { texts } from '../../texts.ts';
import { Quiet } from './parts.tsx';

const useStyles = makeStyles({
  document: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
  },
  documentHead: {
    paddingBottom: tokens.spacingVerticalXXS,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  struck: { textDecorationLine: 'line-through' },
  lacks: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, listStyleType: 'disc' },
});

export function DocumentView({ document, reader }: { readonly document: DocumentBody; readonly reader: Reader }) {
  const styles = useStyles();
  const { panel } = texts;
  const { name, bytes, filedAt, filedBy, checked, lacks, why, withdrawn } = document;
  return (
    <div className={styles.document}>
      <Document20Regular aria-hidden />
      <div>
        <div className={styles.documentHead}>
          <span className={withdrawn && styles.struck}>{name}</span>
          <DocumentBadge document={document} />
        </div>
        <Quiet>{panel.forWorkloads(listText(document.workloads))}</Quiet>
        <Quiet>{panel.filed(filedBy, instantText(filedAt, reader), sizeText(bytes, reader))}</Quiet>
        {withdrawn !== undefined && (
          <Quiet>{panel.withdrawn(withdrawn.by, instantText(withdrawn.at, reader), withdrawn.reason)}</Quiet>
        )}
        {checked && lacks.length === 0 && <Quiet>{panel.nothingLacks}</Quiet>}
        {lacks.length > 0 && (
          <>
            <Quiet>{panel.toLookAt}</Quiet>
            <ul className={styles.lacks}>
              {lacks.map((lack) => (
                <li key={lack.what}>
                  <Quiet>{lackText(lack)}</Quiet>
                </li>
              ))}
            </ul>
          </>
        )}
        {why !== undefined && <Quiet>{panel.why(why)}</Quiet>}
      </div>
    </div>
  );
}

function DocumentBadge({ document: { withdrawn, latestFor, workloads } }: { readonly document: DocumentBody }) {
  const { documentStates, latestFor: latestForSome } = texts.panel;
  if (withdrawn !== undefined)
    return (
      <Badge appearance="tint" color="warning">
        {documentStates.withdrawn}
      </Badge>
    );
  if (latestFor.length === 0)
    return (
      <Badge appearance="tint" color="informative">
        {documentStates.older}
      </Badge>
    );
  const isForAll = latestFor.length === workloads.length;
  return (
    <Badge appearance="tint" color="success">
      {isForAll ? documentStates.latest : latestForSome(listText(latestFor))}
    </Badge>
  );
}
