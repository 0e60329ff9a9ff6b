/** What is chosen before documents are filed: the claim, its workloads, and a word of why where something lacks. */
import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  Spinner,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { FilingBody, UploadClaimBody, UploadFormBody } from '../../src/tab/uploads/api.ts';
import { useClient } from '../data/queries.ts';
import { findClaims, useUploadForm } from '../data/upload-queries.ts';
import { useButtons } from '../look/ask-form.tsx';
import { ProblemNotice } from '../look/notice.tsx';
import { usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  filing: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  select: { minWidth: 0, '& > select': { minWidth: 0, textOverflow: 'ellipsis' } },
  search: { display: 'flex', alignItems: 'flex-end', columnGap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, minWidth: 0 },
  input: { minWidth: 0, width: '100%', '& input': { textOverflow: 'ellipsis' } },
  legend: { padding: 0 },
  choices: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, border: 'none', minWidth: 0 },
  advice: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  words: { margin: 0, overflowWrap: 'anywhere' },
  lacks: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

export interface UploadFormProps {
  readonly id: string;
  readonly isBusy: boolean;
  readonly onFile: (filing: FilingBody) => Promise<void>;
}

/** Another claim has other workloads, and its documents show something else of it. */
export function UploadForm({ id, isBusy, onFile }: UploadFormProps) {
  const styles = useStyles();
  const [claim, setClaim] = useState('');
  const [found, setFound] = useState<readonly UploadClaimBody[]>([]);
  const { data, error, refetch } = useUploadForm(id, claim);
  // The choices are known from before, while another claim is looked at.
  const first = useUploadForm(id, '').data;
  const { uploads: words } = texts;
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (first === undefined) return <Spinner size="tiny" label={words.reading} />;
  const choices = uniqueClaims([...first.candidates, ...found]);
  return (
    <div className={styles.form}>
      <Field label={words.claim}>
        <Select
          className={styles.select}
          value={claim || (first.claim ?? '')}
          onChange={(_, { value }) => setClaim(value)}
        >
          {first.claim === undefined && <option value="">{words.chooseClaim}</option>}
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {[one.customer, one.claimId, one.program].filter((part) => part !== '').join(' · ')}
            </option>
          ))}
        </Select>
      </Field>
      <AnotherClaim
        onFound={(claims) => {
          setFound(claims);
          if (claims[0] !== undefined) setClaim(claims[0].id);
        }}
      />
      {data === undefined ? (
        <Spinner size="tiny" label={words.reading} />
      ) : (
        data.claim !== undefined && (
          <Filing key={data.claim} form={data} claim={data.claim} isBusy={isBusy} onFile={onFile} />
        )
      )}
    </div>
  );
}

function AnotherClaim({ onFound }: { readonly onFound: (claims: readonly UploadClaimBody[]) => void }) {
  const styles = useStyles();
  const client = useClient();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const { uploads: words } = texts;
  const find = async (): Promise<void> => {
    if (text.trim() === '') return;
    const claims = await findClaims(client, text.trim()).catch(() => undefined);
    setProblem(claims === undefined ? texts.problems.unreachable : claims.length === 0 ? words.noneFound : '');
    if (claims !== undefined && claims.length > 0) onFound(claims);
  };
  return (
    <form
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <Field
        className={styles.field}
        label={words.anotherClaim}
        {...(problem !== '' && { validationMessage: problem, validationState: 'warning' })}
      >
        <Input
          className={styles.input}
          placeholder={words.anotherHint}
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <Button type="submit">{words.find}</Button>
    </form>
  );
}

interface FilingProps {
  readonly form: UploadFormBody;
  readonly claim: string;
  readonly isBusy: boolean;
  readonly onFile: (filing: FilingBody) => Promise<void>;
}

function Filing({ form, claim, isBusy, onFile }: FilingProps) {
  const [styles, lists, { buttons }] = [useStyles(), usePanelLists(), useButtons()];
  const [chosen, setChosen] = useState(form.workloads.filter(({ selected }) => selected).map(({ key }) => key));
  const [why, setWhy] = useState('');
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  const { uploads: words } = texts;
  const { workloads, reason, stands, lacks, unread, others, askWhy } = form;
  return (
    <form
      className={styles.filing}
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(chosen.length === 0);
        if (chosen.length > 0 && !isBusy) void onFile({ claim, workloads: chosen, ...(why.trim() !== '' && { why }) });
      }}
    >
      <div className={styles.advice}>
        {reason !== '' && <p className={lists.quiet}>{reason}</p>}
        {stands !== '' && <p className={styles.words}>{stands}</p>}
        {unread !== '' && <p className={styles.words}>{unread}</p>}
        {lacks.length > 0 && (
          <ul className={styles.lacks}>
            {lacks.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        {others !== '' && <p className={styles.words}>{others}</p>}
      </div>
      <fieldset className={styles.choices} aria-describedby={isMissing ? id : undefined}>
        <legend className={styles.legend}>{words.workloads}</legend>
        {workloads.map(({ key, name }) => (
          <Checkbox
            key={key}
            label={name}
            checked={chosen.includes(key)}
            onChange={(_, { checked }) =>
              setChosen(checked === true ? [...chosen, key] : chosen.filter((one) => one !== key))
            }
          />
        ))}
        {isMissing && (
          <p id={id} role="alert" className={styles.words}>
            {words.chooseWorkloads}
          </p>
        )}
      </fieldset>
      {askWhy && (
        <Field label={words.why} hint={words.whyHint}>
          <Textarea resize="vertical" value={why} onChange={(_, { value }) => setWhy(value)} />
        </Field>
      )}
      <div className={buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {words.file}
        </Button>
      </div>
    </form>
  );
}

function uniqueClaims(claims: readonly UploadClaimBody[]): readonly UploadClaimBody[] {
  return [...new Map(claims.map((one) => [one.id, one])).values()];
}
