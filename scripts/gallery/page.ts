/** The gallery as one page that needs nothing else: the Adaptive Cards renderer, the cards, and the script that draws them. */
import { baseCss, hostConfig, themeCss, themes } from './themes.ts';

export interface Sample {
  /** "claim.done": the template, and the case where there are several. */
  readonly name: string;
  readonly card: object;
}

export const WIDTHS = { narrow: 320, wide: 700 } as const;

/** JSON that can stand inside a script element. */
const embed = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * Runs in the page. Cards with hidden parts are drawn a second time with all of them shown.
 * TextBlocks get the markdown that Teams reads (bold, italics, links), so that data put there by mistake shows.
 */
const draw = `
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  const plain = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  result.outputHtml = plain
    .replace(/\\[([^\\]]*)\\]\\(([^)]*)\\)/g, '<a href="$2">$1</a>')
    .replace(/\\*\\*?([^*]+)\\*\\*?/g, '<b>$1</b>')
    .replace(/(?<![\\w\\u200B])_([^_]+)_(?![\\w\\u200B])/g, '<i>$1</i>');
  result.didProcess = true;
};
const hasHidden = (node) => typeof node === 'object' && node !== null
  && (node.isVisible === false || Object.values(node).some(hasHidden));
const shown = (card) => JSON.parse(JSON.stringify(card, (key, value) => (key === 'isVisible' ? true : value)));
for (const { name, card } of samples) {
  const section = document.createElement('section');
  section.innerHTML = '<h2></h2><div class="row"></div>';
  section.firstChild.textContent = name;
  const states = hasHidden(card) ? { closed: card, opened: shown(card) } : { closed: card };
  for (const [state, json] of Object.entries(states)) for (const theme of themes) for (const width of widths) {
    const frame = document.createElement('div');
    frame.className = 'frame ' + theme + ' ' + width;
    frame.id = [name, ...(state === 'opened' ? ['opened'] : []), theme, width].join('-');
    const box = document.createElement('div');
    box.className = 'card';
    const adaptive = new AdaptiveCards.AdaptiveCard();
    adaptive.hostConfig = new AdaptiveCards.HostConfig(configs[theme]);
    adaptive.parse(json);
    box.append(adaptive.render());
    frame.append(box);
    section.lastChild.append(frame);
  }
  document.body.append(section);
}
`;

/** @param renderer the text of adaptivecards' UMD file */
export function galleryPage(samples: readonly Sample[], renderer: string): string {
  const configs = Object.fromEntries(Object.entries(themes).map(([name, palette]) => [name, hostConfig(palette)]));
  const css =
    baseCss +
    Object.entries(themes)
      .map(([name, palette]) => themeCss(name, palette))
      .join('');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>CPOR Assistant: cards</title><style>${css}</style></head>
<body><h1>CPOR Assistant: every card with its samples</h1>
<script>${renderer.replaceAll('</script', '<\\/script')}</script>
<script>
const samples = ${embed(samples)};
const configs = ${embed(configs)};
const themes = ${embed(Object.keys(themes))};
const widths = ${embed(Object.keys(WIDTHS))};
${draw}
</script>
</body>
</html>
`;
}

/**
 * Evaluates in the page to a list of what reaches into its card's margin, or is cut off. Native fields scroll their own text, and what they show while
 * they are empty is to fit.
 */
export const overflows = `
(() => {
  const padding = 12;
  const found = [];
  const paper = document.createElement('canvas').getContext('2d');
  for (const frame of document.querySelectorAll('.frame')) {
    const card = frame.querySelector('.card');
    const right = card.getBoundingClientRect().right - padding;
    for (const field of card.querySelectorAll('input[placeholder]')) {
      const style = getComputedStyle(field);
      paper.font = style.font;
      const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      if (room > 0 && paper.measureText(field.placeholder).width > room) found.push(frame.id + ': ' + field.placeholder);
    }
    for (const element of card.querySelectorAll('*')) {
      if (element.matches('.ac-adaptiveCard, input, select, option')) continue;
      const out = element.getBoundingClientRect().right - right;
      const cut = element.scrollWidth - element.clientWidth;
      const clips = element.clientWidth > 0 && getComputedStyle(element).overflowX !== 'visible';
      if (out > 0.5 || (clips && cut > 1)) {
        found.push(frame.id + ': ' + (element.className || element.tagName) + ' "' + element.textContent.slice(0, 40) + '"');
      }
    }
  }
  return found;
})()
`;
