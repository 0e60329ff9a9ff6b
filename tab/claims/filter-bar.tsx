/** Search and filters above the table; on a phone the filters fold away behind a button. */
import { Button, Field, Input, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { ArrowSort20Regular, Filter20Regular, Search20Regular } from '@fluentui/react-icons';
import { useEffect, useId, useState } from 'react';
import type { FiltersBody, OwnerParam } from '../../src/tab/api.ts';
import { numberText, type Reader } from '../look/format.ts';
import { texts } from '../texts.ts';
import { SORT_NAMES, STATE_NAMES, type ViewControl } from './view-params.ts';

const PHONE = '@media (width < 600px)';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  search: { flexGrow: 1, flexBasis: '220px', maxWidth: '400px', minWidth: 0, [PHONE]: { flexBasis: 0 } },
  // Fluent gives it a width of its own, wider than a narrow phone leaves.
  input: { width: '100%', minWidth: 0 },
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
  choice: { width: '152px', [PHONE]: { width: 'auto' } },
  select: { minWidth: 0, '& > select': { minWidth: 0, textOverflow: 'ellipsis' } },
  sort: {
    display: 'none',
    [PHONE]: { display: 'flex', gridColumn: '1 / -1', alignItems: 'flex-end', columnGap: tokens.spacingHorizontalM },
  },
  sortChoice: { flexGrow: 1, minWidth: 0 },
});

/** What stands before an address or a name in the key of an owner. */
const KEY = /^owner:(?:upn:|name:)?/;
/** Whoever types goes on typing for so long. */
const TYPED_MS = 250;

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
  const owners = [
    ...ownerChoices(isLead),
    ...(choices?.owners ?? []).map(({ key, name }) => ({ value: `owner:${key}`, title: name })),
  ];
  return (
    <search className={styles.bar}>
      <SearchField view={view} />
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
          onChoose={(value) => set({ owner: value })}
        />
        <Choice
          name={texts.filterNames.state}
          value={filter.state ?? ''}
          any
          choices={STATE_NAMES.map((state) => ({ value: state, title: texts.states[state] }))}
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

/** What is typed goes into the address once nobody types any more. */
function SearchField({ view: { filter, set } }: { readonly view: ViewControl }) {
  const styles = useStyles();
  const { text = '' } = filter;
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  // Changed from elsewhere: by “Clear filters”, or by going back.
  if (known !== text) {
    setKnown(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => {
      setKnown(typed);
      set({ text: typed });
    }, TYPED_MS);
    return () => clearTimeout(timer);
  }, [typed, text, set]);
  return (
    <Field className={styles.search}>
      <Input
        className={styles.input}
        type="search"
        aria-label={texts.search}
        placeholder={texts.searchHint}
        contentBefore={<Search20Regular aria-hidden />}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
      />
    </Field>
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

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  /** Whether none of them may be chosen. */
  readonly any?: boolean;
  readonly choices: readonly { readonly value: string; readonly title: string }[];
  readonly onChoose: (value: string) => void;
}

/** What the address names and nobody knows of stays to be seen. */
function Choice({ name, value, any = false, choices, onChoose }: ChoiceProps) {
  const styles = useStyles();
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  return (
    <Field label={name} size="small" className={styles.choice}>
      <Select className={styles.select} size="medium" value={value} onChange={(_, chosen) => onChoose(chosen.value)}>
        {any && <option value="">{texts.any}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
        {!isKnown && <option value={value}>{value.replace(KEY, '')}</option>}
      </Select>
    </Field>
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
