/** What an export would change, how it was read, and the decision. */
import { Button, Field, MessageBar, MessageBarBody, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { ChoiceBody, ImportBody, ImportChoices, ImportPreviewBody } from '../../src/tab/imports/api.ts';
import { Figures } from '../campaign/figures.tsx';
import { useImportDeeds } from '../data/import-queries.ts';
import { useButtons } from '../look/ask-form.tsx';
import { Card } from '../look/card.tsx';
import { countText, numberText, type Reader } from '../look/format.ts';
import { useLostFocus } from '../look/lost-focus.ts';
import { problemText } from '../look/notice.tsx';
import { Facts, usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';
import { countFigures, Sentences, useSaid } from './outcome.tsx';

const useStyles = makeStyles({
  words: { margin: 0, overflowWrap: 'anywhere' },
  part: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    alignItems: 'start',
  },
  field: { minWidth: 0, overflowWrap: 'anywhere' },
  select: { minWidth: 0, '& > select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

export interface PreviewFormProps {
  readonly job: ImportBody;
  readonly preview: ImportPreviewBody;
  readonly reader: Reader;
  readonly asPoe: ReturnType<typeof useImportDeeds>['asPoe'];
}

export function PreviewForm({ job: { id, file }, preview, reader, asPoe }: PreviewFormProps) {
  const [lists, { buttons }, { said }] = [usePanelLists(), useButtons(), useSaid()];
  const deeds = useImportDeeds(id);
  const [chosen, setChosen] = useState<ImportChoices>({});
  const [note, setNote] = useState('');
  const heading = useLostFocus<HTMLHeadingElement>(preview);
  const words = texts.imports;
  const { rows, claims, counts, hint, bad, badCount, canImport } = preview;
  const isChanged = Object.keys(chosen).length > 0;
  const isBusy = [deeds.preview, deeds.start, deeds.cancel, asPoe].some(({ isPending }) => isPending);
  const error = deeds.preview.error ?? deeds.start.error ?? deeds.cancel.error;
  const choose = (name: string, value: string): void => setChosen({ ...chosen, [name]: value });
  const previewed = (text: string): void => {
    setChosen({});
    setNote(text);
  };
  return (
    <>
      <Card title={words.titles.preview(file)} headingRef={heading}>
        <p className={lists.quiet}>
          {words.size(countText(rows, words.rows, reader), countText(claims, texts.claims, reader))}
        </p>
        <Figures figures={figuresOf(counts, preview, reader)} />
        <div role="status" className={said}>
          {[note, hint].map((text) =>
            text ? (
              <MessageBar key={text} layout="multiline" intent="warning">
                <MessageBarBody>{text}</MessageBarBody>
              </MessageBar>
            ) : null,
          )}
        </div>
        {error !== null && (
          <MessageBar layout="multiline" intent="error" role="alert">
            <MessageBarBody>{problemText(error)}</MessageBarBody>
          </MessageBar>
        )}
        <div className={buttons}>
          <Button
            appearance={isChanged ? 'secondary' : 'primary'}
            disabledFocusable={isBusy || !canImport}
            onClick={() =>
              deeds.start.mutate(
                { ...shownChoices(preview), ...chosen },
                { onSuccess: ({ said: why = '' }) => previewed(why) },
              )
            }
          >
            {words.import}
          </Button>
          <Button disabledFocusable={isBusy} onClick={() => deeds.cancel.mutate()}>
            {words.dropIt}
          </Button>
          <Button disabledFocusable={isBusy} onClick={() => asPoe.mutate()}>
            {words.asPoe}
          </Button>
        </div>
      </Card>
      <HowRead preview={preview} chosen={chosen} onChoose={choose}>
        <Button
          appearance={isChanged ? 'primary' : 'secondary'}
          disabledFocusable={isBusy}
          onClick={() => deeds.preview.mutate(chosen, { onSuccess: () => previewed('') })}
        >
          {words.previewAgain}
        </Button>
      </HowRead>
      {bad.length > 0 && (
        <Card title={words.bad}>
          <Sentences sentences={bad} total={badCount} reader={reader} />
        </Card>
      )}
    </>
  );
}

interface HowReadProps {
  readonly preview: ImportPreviewBody;
  readonly chosen: ImportChoices;
  readonly onChoose: (name: string, value: string) => void;
  /** A button, where there is something to choose. */
  readonly children: ReactNode;
}

function HowRead({ preview, chosen, onChoose, children }: HowReadProps) {
  const [styles, lists, { buttons }] = [useStyles(), usePanelLists(), useButtons()];
  const { notes, columns, fields, recognised, encodings, encoding, hiddenRows, hiddenChoices, hiddenChoice } = preview;
  const words = texts.imports;
  const select = (name: string, label: string, hint: string, choices: readonly ChoiceBody[], value: string) => (
    <Field key={name} className={styles.field} label={label} {...(hint !== '' && { hint })}>
      <Select
        className={styles.select}
        value={chosen[name] ?? value}
        onChange={(_, { value: next }) => onChoose(name, next)}
      >
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.title}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <Card title={words.howRead}>
      {notes.map((text) => (
        <p key={text} className={styles.words}>
          {text}
        </p>
      ))}
      {encodings.length + hiddenRows.length > 0 && (
        <div className={styles.choices}>
          {encodings.length > 0 && select('encoding', words.encoding, words.encodingHint, encodings, encoding)}
          {hiddenRows !== '' && select('hiddenRows', words.hiddenRows, hiddenRows, hiddenChoices, hiddenChoice)}
        </div>
      )}
      {columns.length > 0 && (
        <>
          <h3 className={styles.part}>{words.columns}</h3>
          <p className={lists.quiet}>{words.columnsHint}</p>
          <div className={styles.choices}>
            {columns.map(({ id, header, example, value }) =>
              select(id, header, example === '' ? '' : words.example(example), fields, value),
            )}
          </div>
        </>
      )}
      {columns.length + encodings.length + hiddenRows.length > 0 && <div className={buttons}>{children}</div>}
      {recognised.length > 0 && (
        <>
          <h3 className={styles.part}>{words.recognised}</h3>
          <Facts facts={recognised.map(({ header, field }) => [field, header])} />
        </>
      )}
    </Card>
  );
}

function figuresOf(
  counts: ImportPreviewBody['counts'],
  preview: ImportPreviewBody,
  reader: Reader,
): [string, string][] {
  const words = texts.imports.counts;
  const { badCount, notInFile, unknownOwners } = preview;
  return [
    ...countFigures(counts, reader),
    [words.bad, numberText(badCount, reader)],
    [words.notInFile, numberText(notInFile, reader)],
    ...(unknownOwners > 0 ? [[words.unknownOwners, numberText(unknownOwners, reader)] as [string, string]] : []),
  ];
}

/** All choices as they are shown: where somebody else has chosen since, nobody has seen yet what that would change. */
function shownChoices({ columns, encodings, encoding, hiddenRows, hiddenChoice }: ImportPreviewBody): ImportChoices {
  return {
    ...Object.fromEntries(columns.map(({ id, value }) => [id, value])),
    ...(encodings.length > 0 && { encoding }),
    ...(hiddenRows !== '' && { hiddenRows: hiddenChoice }),
  };
}
