/** The documents of a claim: what each is for and lacks, to save it or to take it out of the count. */
import { Badge, Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload16Regular, Document20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ClaimBody, DocumentBody } from '../../src/tab/claims/api.ts';
import { useClient } from '../data/queries.ts';
import { saveDocument } from '../data/save-document.ts';
import { AskForm, useButtons } from '../look/ask-form.tsx';
import { instantText, listText, type Reader, sizeText } from '../look/format.ts';
import { problemText } from '../look/notice.tsx';
import { usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';
import type { ClaimPress } from './claim-panel.tsx';
import { lackText } from './claim-words.ts';

const useStyles = makeStyles({
  document: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  struck: { textDecorationLine: 'line-through' },
  lacks: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  actions: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalXS,
  },
  legend: { padding: 0 },
  choices: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, border: 'none', minWidth: 0 },
});

export interface ClaimDocumentsProps {
  readonly claim: ClaimBody;
  readonly reader: Reader;
  readonly press: ClaimPress;
}

export function ClaimDocuments({ claim, reader, press }: ClaimDocumentsProps) {
  const lists = usePanelLists();
  if (claim.documents.length === 0) return <p className={lists.quiet}>{texts.panel.noDocuments}</p>;
  return (
    <ul className={lists.list}>
      {claim.documents.map((one) => (
        <li key={one.id} className={lists.item}>
          <DocumentView claim={claim.id} document={one} reader={reader} press={press} />
        </li>
      ))}
    </ul>
  );
}

interface DocumentViewProps {
  /** Of the record. */
  readonly claim: string;
  readonly document: DocumentBody;
  readonly reader: Reader;
  readonly press: ClaimPress;
}

function DocumentView({ claim, document, reader, press }: DocumentViewProps) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const { panel } = texts;
  const { name, bytes, filedAt, filedBy, lacks, why, withdrawn, workloads } = document;
  return (
    <div className={styles.document}>
      <Document20Regular aria-hidden />
      <div>
        <div className={styles.head}>
          <span className={withdrawn && styles.struck}>{name}</span>
          <DocumentBadge document={document} />
        </div>
        <p className={lists.quiet}>{panel.forWorkloads(listText(workloads.map((one) => one.name)))}</p>
        <p className={lists.quiet}>{panel.filed(filedBy, instantText(filedAt, reader), sizeText(bytes, reader))}</p>
        {withdrawn !== undefined && (
          <p className={lists.quiet}>
            {panel.withdrawn(withdrawn.by, instantText(withdrawn.at, reader), withdrawn.reason)}
          </p>
        )}
        {lacks.length > 0 && (
          <>
            <p className={lists.quiet}>{panel.toLookAt}</p>
            <ul className={styles.lacks}>
              {lacks.map((lack) => (
                <li key={lack.what} className={lists.quiet}>
                  {lackText(lack)}
                </li>
              ))}
            </ul>
          </>
        )}
        {why !== undefined && <p className={lists.quiet}>{panel.why(why)}</p>}
        <DocumentActions claim={claim} document={document} press={press} />
      </div>
    </div>
  );
}

function DocumentActions({ claim, document, press }: Omit<DocumentViewProps, 'reader'>) {
  const [styles, lists, { buttons }] = [useStyles(), usePanelLists(), useButtons()];
  const client = useClient();
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<Error>();
  const [isAsked, setAsked] = useState(false);
  const { claimActions: words } = texts;
  const save = async (): Promise<void> => {
    setSaving(true);
    setError(undefined);
    await saveDocument(client, claim, document).catch(setError);
    setSaving(false);
  };
  return (
    <div className={styles.actions}>
      <div className={buttons}>
        <Button
          size="small"
          icon={<ArrowDownload16Regular />}
          aria-label={words.of(words.download, document.name)}
          disabledFocusable={isSaving}
          onClick={() => void save()}
        >
          {words.download}
        </Button>
        {document.mayWithdraw && (
          <Button
            size="small"
            aria-label={words.of(words.withdraw, document.name)}
            aria-expanded={isAsked}
            onClick={() => setAsked(!isAsked)}
          >
            {words.withdraw}
          </Button>
        )}
      </div>
      {error !== undefined && (
        <p role="alert" className={lists.quiet}>
          {problemText(error)}
        </p>
      )}
      {isAsked && document.mayWithdraw && (
        <Withdrawing document={document} press={press} onClose={() => setAsked(false)} />
      )}
    </div>
  );
}

interface WithdrawingProps {
  readonly document: DocumentBody;
  readonly press: ClaimPress;
  readonly onClose: () => void;
}

function Withdrawing({ document: { draft, sha256, workloads }, press, onClose }: WithdrawingProps) {
  const styles = useStyles();
  const { claimActions: words } = texts;
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = workloads.map(({ key }) => key).filter((key) => !left.includes(key));
  return (
    <AskForm
      question={words.whyWithdraw}
      hint={words.withdrawHint}
      submit={words.withdraw}
      cancel={words.keepDocument}
      isBusy={press.isBusy || chosen.length === 0}
      onSubmit={async (reason) => {
        const done = await press.act({ kind: 'withdraw', draft, sha256, workloads: chosen, reason });
        if (done !== undefined) onClose();
      }}
      onCancel={onClose}
    >
      {workloads.length > 1 && (
        <fieldset className={styles.choices}>
          <legend className={styles.legend}>{words.withdrawFrom}</legend>
          {workloads.map(({ key, name }) => (
            <Checkbox
              key={key}
              label={name}
              checked={chosen.includes(key)}
              onChange={(_, { checked }) =>
                setLeft(checked === true ? left.filter((one) => one !== key) : [...left, key])
              }
            />
          ))}
        </fieldset>
      )}
    </AskForm>
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
