/** Host configurations and colours that resemble Teams, so that the gallery shows cards about as people see them. */

interface Palette {
  readonly page: string;
  readonly card: string;
  readonly border: string;
  readonly emphasis: string;
  readonly attentionFill: string;
  readonly warningFill: string;
  readonly field: string;
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly button: string;
  readonly primary: string;
}

const light: Palette = {
  page: '#f5f5f5',
  card: '#ffffff',
  border: '#d1d1d1',
  emphasis: '#f5f5f5',
  attentionFill: '#fcf4f6',
  warningFill: '#fbf6d9',
  field: '#ffffff',
  text: '#242424',
  subtle: '#616161',
  accent: '#5b5fc7',
  good: '#237b4b',
  warning: '#835c00',
  attention: '#c4314b',
  button: '#ffffff',
  primary: '#5b5fc7',
};

const dark: Palette = {
  page: '#1f1f1f',
  card: '#292929',
  border: '#525252',
  emphasis: '#383838',
  attentionFill: '#3e1f25',
  warningFill: '#463100',
  field: '#1f1f1f',
  text: '#ffffff',
  subtle: '#adadad',
  accent: '#aeb2fb',
  good: '#92c353',
  warning: '#f2c661',
  attention: '#f9526b',
  button: '#292929',
  primary: '#4f52b2',
};

export const themes = { light, dark } as const;

/** Segoe UI is not on build machines; the condensed DejaVu is the closest in width that Debian brings. */
const FONT = '"Segoe UI", "Segoe UI Web", Selawik, "DejaVu Sans Condensed", "Liberation Sans", sans-serif';

export function hostConfig(p: Palette): object {
  const shade = (color: string) => ({ default: color, subtle: color });
  const colors = {
    default: { default: p.text, subtle: p.subtle },
    dark: shade(p.text),
    light: shade(p.subtle),
    accent: shade(p.accent),
    good: shade(p.good),
    warning: shade(p.warning),
    attention: shade(p.attention),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors: colors });
  return {
    fontFamily: FONT,
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 12 },
    separator: { lineThickness: 1, lineColor: p.border },
    supportsInteractivity: true,
    containerStyles: {
      default: style(p.card),
      emphasis: style(p.emphasis),
      attention: style(p.attentionFill),
      warning: style(p.warningFill),
    },
    inputs: { label: { optionalInputs: { color: 'default', size: 'small' }, inputSpacing: 'small' } },
    actions: {
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      buttonSpacing: 8,
      spacing: 'default',
      maxActions: 6,
    },
  };
}

export function themeCss(name: string, p: Palette): string {
  const s = `.${name}`;
  return `
${s} { background: ${p.page}; color: ${p.text}; }
${s} .card { background: ${p.card}; border-color: ${p.border}; }
${s} .ac-pushButton { background: ${p.button}; color: ${p.text}; border-color: ${p.border}; }
${s} .ac-pushButton.style-positive { background: ${p.primary}; border-color: ${p.primary}; color: #ffffff; }
${s} input.ac-input, ${s} textarea.ac-input, ${s} select.ac-input { background: ${p.field}; color: ${p.text}; border-color: ${p.border}; }
${s} .ac-selectable:hover { background: ${p.emphasis} !important; }
`;
}

export const baseCss = `
body { margin: 0; padding: 24px; font-family: ${FONT}; background: #e8e8e8; color: #242424; }
h1 { font-size: 22px; } h2 { font-size: 16px; margin: 32px 0 8px; }
.row { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 16px; }
.frame { padding: 12px; border-radius: 8px; }
.card { border: 1px solid; border-radius: 6px; overflow: hidden; }
.narrow .card { width: 320px; } .wide .card { width: 700px; } .card, .card * { box-sizing: border-box; }
.ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
.ac-actionSet > div { display: none; }
.ac-actionSet { column-gap: 8px; }
.ac-pushButton { font: 600 14px/20px ${FONT}; padding: 5px 12px; min-width: 64px; border: 1px solid; border-radius: 4px; cursor: pointer; max-width: 100%; overflow: hidden; text-overflow: ellipsis; }
.ac-input { font: 14px/20px ${FONT}; }
input.ac-input, textarea.ac-input, select.ac-input { width: 100%; padding: 5px 8px; border: 1px solid; border-radius: 4px; }
.ac-choiceSetInput-multiSelect { line-height: 28px; }
.ac-selectable { cursor: pointer; }
a { color: inherit; }
`;
