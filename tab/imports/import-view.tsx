/** One import as it stands: its preview, how far it is, or what came of it. */
import { Button, MessageBar, MessageBarBody, makeStyles, ProgressBar } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ImportBody } from '../../src/tab/imports/api.ts';
import { Figures } from '../campaign/figures.tsx';
import { useImport, useImportDeeds } from '../data/import-queries.ts';
import { useButtons } from '../look/ask-form.tsx';
import { Card } from '../look/card.tsx';
import { countText, momentText, numberText, type Reader } from '../look/format.ts';
import { useLostFocus } from '../look/lost-focus.ts';
import { ProblemNotice, problemText } from '../look/notice.tsx';
import { usePanelLists } from '../look/side-panel.tsx';
import { VIEW_PATHS } from '../look/views.ts';
import { texts } from '../texts.ts';
import { countFigures, Outcome, useSaid } from './outcome.tsx';
import { PreviewForm } from './preview-form.tsx';
import { UndoQuestion } from './undo-question.tsx';

const useStyles = makeStyles({ words: { margin: 0, overflowWrap: 'anywhere' } });

export interface ImportViewProps {
  readonly id: string;
  readonly reader: Reader;
  /** Whether its undo is asked about at once. */
  readonly isUndoAsked: boolean;
}

export function ImportView(props: ImportViewProps) {
  const { asPoe } = useImportDeeds(props.id);
  return (
    <>
      {/* Whatever the import has become by then. */}
      {asPoe.error !== null && (
        <MessageBar layout="multiline" intent="error" role="alert">
          <MessageBarBody>{problemText(asPoe.error)}</MessageBarBody>
        </MessageBar>
      )}
      <AsItStands {...props} asPoe={asPoe} />
    </>
  );
}

interface AsItStandsProps extends ImportViewProps {
  readonly asPoe: ReturnType<typeof useImportDeeds>['asPoe'];
}

function AsItStands({ id, reader, isUndoAsked, asPoe }: AsItStandsProps) {
  const [lists, { buttons }, [, go]] = [usePanelLists(), useButtons(), useLocation()];
  const { data: job, error, refetch } = useImport(id);
  const words = texts.imports;
  if (asPoe.data !== undefined)
    return (
      <Card title={words.filedAsPoe}>
        <div className={buttons}>
          <Button appearance="primary" onClick={() => go(VIEW_PATHS.claims)}>
            {words.toDocuments}
          </Button>
        </div>
      </Card>
    );
  if (job === undefined)
    return error === null ? (
      <ProgressBar aria-label={words.reading} />
    ) : (
      <ProblemNotice error={error} onRetry={() => void refetch()} />
    );
  if (job.preview !== undefined) return <PreviewForm job={job} preview={job.preview} reader={reader} asPoe={asPoe} />;
  if (job.reading)
    return (
      <Card title={words.titles.preview(job.file)}>
        <ProgressBar thickness="large" aria-label={words.progressOf(job.file)} />
        <p role="status" className={lists.quiet}>
          {words.reading}
        </p>
      </Card>
    );
  return <Standing job={job} reader={reader} isUndoAsked={isUndoAsked} />;
}

interface StandingProps {
  readonly job: ImportBody;
  readonly reader: Reader;
  readonly isUndoAsked: boolean;
}

/** One that was decided on, or could not be read. */
function Standing({ job, reader, isUndoAsked }: StandingProps) {
  const [styles, lists, { buttons }, { said }] = [useStyles(), usePanelLists(), useButtons(), useSaid()];
  const [isAsked, setAsked] = useState(isUndoAsked);
  const [, go] = useLocation();
  const { undo, cancel } = useImportDeeds(job.id);
  const { file, by, startedAt, state, counts, progress, canUndo, failure, outcome, undone } = job;
  // The button that did it is gone.
  const heading = useLostFocus<HTMLHeadingElement>(`${state} ${isAsked}`);
  const words = texts.imports;
  const isQuestion = isAsked && canUndo;
  return (
    <>
      <Card title={words.titles[state](file)} headingRef={heading}>
        {startedAt !== undefined && <p className={lists.quiet}>{words.byAt(by, momentText(startedAt, reader))}</p>}
        <div role="status" className={said}>
          {failure !== undefined && (
            <MessageBar layout="multiline" intent="warning">
              <MessageBarBody>{failure}</MessageBarBody>
            </MessageBar>
          )}
          {undone !== undefined && state === 'undone' && (
            <p className={styles.words}>{words.undoneBy(undone.by, momentText(undone.at, reader))}</p>
          )}
          {state === 'cancelled' && <p className={styles.words}>{words.cancelled}</p>}
        </div>
        {progress !== undefined && <Progress job={job} progress={progress} reader={reader} />}
        {(state === 'done' || state === 'failed') && <Figures figures={countFigures(counts, reader)} />}
        {outcome !== undefined && <Outcome outcome={outcome} reader={reader} />}
        {undo.error !== null && (
          <MessageBar layout="multiline" intent="warning" role="alert">
            <MessageBarBody>{problemText(undo.error)}</MessageBarBody>
          </MessageBar>
        )}
        {!isQuestion && progress === undefined && (
          <div className={buttons}>
            {state === 'done' && <Button onClick={() => go(VIEW_PATHS.claims)}>{words.showClaims}</Button>}
            {canUndo && <Button onClick={() => setAsked(true)}>{words.undo}</Button>}
            {state === 'preview' && <Button onClick={() => cancel.mutate()}>{words.dropIt}</Button>}
            <Button onClick={() => go(VIEW_PATHS.imports)}>{words.another}</Button>
          </div>
        )}
      </Card>
      {isQuestion && (
        <UndoQuestion
          job={job}
          reader={reader}
          isBusy={undo.isPending}
          onUndo={() => undo.mutate()}
          onKeep={() => setAsked(false)}
        />
      )}
    </>
  );
}

interface ProgressProps {
  readonly job: ImportBody;
  readonly progress: NonNullable<ImportBody['progress']>;
  readonly reader: Reader;
}

function Progress({ job: { file, state }, progress: { done, total }, reader }: ProgressProps) {
  const [styles, lists] = [useStyles(), usePanelLists()];
  const words = texts.imports;
  const text = state === 'undoing' ? words.lookedAt : words.progress;
  return (
    <>
      <ProgressBar thickness="large" aria-label={words.progressOf(file)} value={done} max={Math.max(1, total)} />
      <p className={styles.words}>{text(numberText(done, reader), countText(total, texts.claims, reader))}</p>
      <p className={lists.quiet}>{words.goesOn}</p>
    </>
  );
}
