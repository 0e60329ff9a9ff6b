/** How the claims of a campaign stood, day by day: areas on top of each other, and the numbers that they draw as a table. */
import { Button, makeStyles, mergeClasses, tokens, useFluent } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { CampaignDay } from '../../src/report/days.ts';
import { useCampaignDays } from '../data/campaign-queries.ts';
import { numberText, type Reader, shortDayText } from '../look/format.ts';
import { ProblemNotice } from '../look/notice.tsx';
import { texts } from '../texts.ts';
import { areaOf } from './areas.ts';
import { type StandingColumn, StandingTable, Swatch, useTableStyles } from './standing-table.tsx';

/** In a picture that is stretched to its place. */
const [WIDTH, HEIGHT] = [1000, 200];

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  chart: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  scale: { display: 'flex', flexDirection: 'column', justifyContent: 'space-between', textAlign: 'end' },
  picture: {
    display: 'block',
    width: '100%',
    height: '180px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    // In the colours of the system the areas are nothing but their colours.
    forcedColorAdjust: 'none',
  },
  // The days begin where a line does.
  mirrored: { transform: 'scaleX(-1)' },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: '1px' },
  area: { stroke: tokens.colorNeutralBackground1, strokeWidth: '1px' },
  toCollect: { fill: tokens.colorPaletteMarigoldBorderActive },
  toUpload: { fill: tokens.colorBrandForegroundLink },
  done: { fill: tokens.colorStatusSuccessForeground3 },
  days: { gridColumnStart: 2, display: 'flex', justifyContent: 'space-between' },
  one: { justifyContent: 'center' },
  toggle: { alignSelf: 'flex-start' },
  rows: { maxHeight: '320px', overflowY: 'auto' },
});

export interface OverTimeProps {
  readonly campaign: string;
  readonly columns: readonly StandingColumn[];
  readonly reader: Reader;
}

export function OverTime({ campaign, columns, reader }: OverTimeProps) {
  const [styles, table] = [useStyles(), useTableStyles()];
  const { data, error, refetch } = useCampaignDays(campaign);
  const [isUnfolded, setUnfolded] = useState(false);
  const id = useId();
  const words = texts.campaign;
  if (data === undefined)
    return error === null ? (
      <p className={table.quiet}>{texts.loading}</p>
    ) : (
      <ProblemNotice error={error} onRetry={() => void refetch()} />
    );
  const { days } = data;
  return (
    <>
      <ul className={styles.legend}>
        {columns.map(({ title, shade }) => (
          <li key={title} className={table.quiet}>
            <Swatch shade={shade} />
            {title}
          </li>
        ))}
      </ul>
      <Chart days={days} reader={reader} />
      {days.length < 2 && <p className={table.quiet}>{words.firstDay}</p>}
      <Button
        className={styles.toggle}
        size="small"
        aria-expanded={isUnfolded}
        aria-controls={id}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        {isUnfolded ? words.hideTable : words.showTable}
      </Button>
      <div id={id} hidden={!isUnfolded}>
        {isUnfolded && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be reached by the keyboard
          <section className={styles.rows} aria-label={words.overTime} tabIndex={0}>
            <StandingTable
              title={words.day}
              columns={columns}
              reader={reader}
              rows={days.toReversed().map(({ day, toCollect, toUpload, done }) => ({
                key: day,
                name: dayName(day, reader),
                values: [toCollect, toUpload, done],
              }))}
            />
          </section>
        )}
      </div>
    </>
  );
}

function Chart({ days, reader }: { readonly days: readonly CampaignDay[]; readonly reader: Reader }) {
  const styles = useStyles();
  const { dir } = useFluent();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const most = Math.max(1, ...days.map(totalOf));
  const area = (below: (day: CampaignDay) => number, height: (day: CampaignDay) => number): string =>
    areaOf(
      days.map((day) => ({ at: Date.parse(day.day), from: below(day) / most, to: (below(day) + height(day)) / most })),
      WIDTH,
      HEIGHT,
    );
  const middle = days.length > 2 ? halfway(first.day, last.day) : undefined;
  return (
    <div className={styles.chart}>
      <div className={styles.scale} aria-hidden>
        <span>{numberText(most, reader)}</span>
        <span>{numberText(0, reader)}</span>
      </div>
      <svg
        className={mergeClasses(styles.picture, dir === 'rtl' && styles.mirrored)}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={summaryOf(first, last, reader)}
      >
        {[0, HEIGHT / 2].map((y) => (
          <line key={y} className={styles.grid} x1={0} x2={WIDTH} y1={y} y2={y} vectorEffect="non-scaling-stroke" />
        ))}
        <path
          className={mergeClasses(styles.area, styles.done)}
          d={area(
            () => 0,
            ({ done }) => done,
          )}
          vectorEffect="non-scaling-stroke"
        />
        <path
          className={mergeClasses(styles.area, styles.toUpload)}
          d={area(
            ({ done }) => done,
            ({ toUpload }) => toUpload,
          )}
          vectorEffect="non-scaling-stroke"
        />
        <path
          className={mergeClasses(styles.area, styles.toCollect)}
          d={area(
            ({ done, toUpload }) => done + toUpload,
            ({ toCollect }) => toCollect,
          )}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <div className={mergeClasses(styles.days, days.length === 1 && styles.one)} aria-hidden>
        <span>{dayName(first.day, reader)}</span>
        {middle !== undefined && <span>{dayName(middle, reader)}</span>}
        {days.length > 1 && <span>{dayName(last.day, reader)}</span>}
      </div>
    </div>
  );
}

/** "On Jun 1, 2020, 0 of 60 claims had POE; on Jun 16, 2020, 12 of 60." */
function summaryOf(first: CampaignDay, last: CampaignDay, reader: Reader): string {
  const words = texts.campaign;
  const on = (day: CampaignDay) =>
    [
      dayName(day.day, reader),
      numberText(totalOf(day) - day.toCollect, reader),
      numberText(totalOf(day), reader),
    ] as const;
  return first === last ? words.stoodOn(...on(last)) : words.stoodFromTo(on(first), on(last));
}

function totalOf({ toCollect, toUpload, done }: CampaignDay): number {
  return toCollect + toUpload + done;
}

function halfway(first: string, last: string): string {
  return new Date((Date.parse(first) + Date.parse(last)) / 2).toISOString().slice(0, 10);
}

function dayName(day: string, { locale }: Reader): string {
  return shortDayText(`${day}T00:00:00Z`, { locale, timeZone: 'UTC' });
}
