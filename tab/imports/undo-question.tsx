/** What the undo of an import would do, before it is done. */
import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ImportBody } from '../../src/tab/imports/api.ts';
import { useUndoPreview } from '../data/import-queries.ts';
import { useButtons } from '../look/ask-form.tsx';
import { Card } from '../look/card.tsx';
import type { Reader } from '../look/format.ts';
import { ProblemNotice } from '../look/notice.tsx';
import { usePanelLists } from '../look/side-panel.tsx';
import { texts } from '../texts.ts';
import { Outcome } from './outcome.tsx';

export interface UndoQuestionProps {
  readonly job: ImportBody;
  readonly reader: Reader;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
  readonly onKeep: () => void;
}

export function UndoQuestion({ job: { id, file }, reader, isBusy, onUndo, onKeep }: UndoQuestionProps) {
  const [lists, { buttons }] = [usePanelLists(), useButtons()];
  const { data, error, refetch } = useUndoPreview(id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const words = texts.imports;
  return (
    <Card title={words.undoOf(file)} headingRef={heading}>
      <p className={lists.quiet}>{words.undoHint}</p>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Spinner size="tiny" label={words.undoSeeing} labelPosition="after" />}
      {data !== undefined && (
        <div role="status">
          <Outcome outcome={data} reader={reader} />
        </div>
      )}
      <div className={buttons}>
        <Button appearance="primary" disabledFocusable={isBusy || data === undefined} onClick={onUndo}>
          {words.undo}
        </Button>
        <Button onClick={onKeep}>{words.keep}</Button>
      </div>
    </Card>
  );
}
