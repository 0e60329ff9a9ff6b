/** Search and filters above the table; on a phone the filters fold away behind a button. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSort20Regular, Filter20Regular } from '@fluentui/react-icons';
import { useCallback, useId, useState } from 'react';
import type { FiltersBody, OwnerParam } from '../../src/tab/claims/api.ts';
import { Choice } from '../look/choice.tsx';
import { numberText, type Reader } from '../look/format.ts';
import { SearchField } from '../look/search-field.tsx';
import { texts } from '../texts.ts';
import { SORT_NAMES, STATE_NAMES } from './claims-filter.ts';
import type { ViewControl } from './view-params.ts';

const PHONE = '@media (width < 600px)';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  toggle: { display: 'none', [PHONE]: { display: 'inline-flex' } },
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    [PHONE]: { display: 'none' },
  },
  unfolded: {
    [PHONE]: { display: 'grid', flexBasis: '100%', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  sort: {
    display: 'none',
    [PHONE]: { display: 'flex', gridColumn: '1 / -1', alignItems: 'flex-end', columnGap: tokens.spacingHorizontalM },
  },
  sortChoice: { flexGrow: 1, minWidth: 0 },
});

/** What stands before an address or a name in the key of an owner. */
const KEY = /^owner:(?:upn:|name:)?/;

export interface FilterBarProps {
  readonly view: ViewControl;
  /** Undefined: they are on their way. */
  readonly choices: FiltersBody | undefined;
  readonly isLead: boolean;
  /** Whose claims are shown, also where nobody said. */
  readonly owner: OwnerParam | undefined;
  readonly reader: Reader;
}

export function FilterBar({ view, choices, isLead, owner, reader }: FilterBarProps) {
  const styles = useStyles();
  const [isUnfolded, setUnfolded] = useState(false);
  const id = useId();
  const { filter, filterCount, set } = view;
  const onText = useCallback((text: string) => set({ text }), [set]);
  const owners = [
    ...ownerChoices(isLead),
    ...(choices?.owners ?? []).map(({ key, name }) => ({ value: `owner:${key}`, title: name })),
  ];
  return (
    <search className={styles.bar}>
      <SearchField name={texts.search} hint={texts.searchHint} text={filter.text ?? ''} onText={onText} />
      <Button
        className={styles.toggle}
        icon={<Filter20Regular />}
        aria-expanded={isUnfolded}
        aria-controls={id}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        {filterCount === 0 ? texts.filters : texts.filtersOn(numberText(filterCount, reader))}
      </Button>
      <div id={id} className={mergeClasses(styles.filters, isUnfolded && styles.unfolded)}>
        <Choice
          name={texts.filterNames.owner}
          value={filter.owner ?? owner ?? ''}
          choices={owners}
          titleOf={(key) => key.replace(KEY, '')}
          onChoose={(value) => set({ owner: value })}
        />
        <Choice
          name={texts.filterNames.state}
          value={filter.state ?? ''}
          any
          choices={STATE_NAMES.filter((state) => isLead || state !== 'removed').map((state) => ({
            value: state,
            title: texts.states[state],
          }))}
          onChoose={(state) => set({ state })}
        />
        <Choice
          name={texts.filterNames.program}
          value={filter.program ?? ''}
          any
          choices={(choices?.programs ?? []).map((program) => ({ value: program, title: program }))}
          onChoose={(program) => set({ program })}
        />
        <Choice
          name={texts.filterNames.workload}
          value={filter.workload ?? ''}
          any
          choices={(choices?.workloads ?? []).map(({ key, name }) => ({ value: key, title: name }))}
          onChoose={(workload) => set({ workload })}
        />
        <Sorting view={view} />
      </div>
    </search>
  );
}

/** On a phone, where the table has no head to press. */
function Sorting({ view: { filter, set } }: { readonly view: ViewControl }) {
  const styles = useStyles();
  const { sort = 'urgency', order = 'up' } = filter;
  return (
    <div className={styles.sort}>
      <div className={styles.sortChoice}>
        <Choice
          name={texts.filterNames.sort}
          value={sort}
          choices={SORT_NAMES.map((name) => ({ value: name, title: texts.sorts[name] }))}
          onChoose={(name) => set({ sort: name === 'urgency' ? '' : name, order: '' })}
        />
      </div>
      <Button
        icon={<ArrowSort20Regular />}
        aria-label={texts.reverse}
        aria-pressed={order === 'down'}
        onClick={() => set({ order: order === 'up' ? 'down' : '' })}
      />
    </div>
  );
}

function ownerChoices(isLead: boolean): readonly { readonly value: OwnerParam; readonly title: string }[] {
  const { owners } = texts;
  return [
    { value: 'mine', title: owners.mine },
    { value: 'none', title: owners.none },
    { value: 'all', title: isLead ? owners.everybody : owners.all },
  ];
}
