/** The Playground's page as a person uses it: the personal chat with the bot, its cards, and files handed in beside the page. */
import { randomUUID } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.ts';
import { PERSONAL_CHAT_ID } from '../../scripts/sample/playground-config.ts';
import { clientInfo, fileAttachment, htmlTwin } from '../support/teams/activities.ts';
import { type Playground, TIME_ZONE } from './driver.ts';

/** Chromium's own background requests lead nowhere in a closed network. */
const SILENT = [
  ...['--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

const LOCALE = 'en-US';

export interface SeenCard {
  /** All of its visible text, blanks joined. */
  readonly text: string;
  readonly buttons: readonly string[];
  /** For what is not offered here. */
  readonly locator: Locator;
}

/** Opens the page; returns when the bot has been told of its installation. Close it when done. */
export async function openChat(playground: Playground): Promise<PlaygroundChat> {
  const browser = await launchChromium(SILENT);
  try {
    const viewport = { width: 1280, height: 1000 };
    const page = await browser.newPage({ viewport, locale: LOCALE, timezoneId: TIME_ZONE });
    await page.goto(playground.url);
    await page.getByText(/^conversationUpdate \d+$/).waitFor();
    return new PlaygroundChat(browser, page, playground.url);
  } catch (error) {
    await browser.close();
    throw new Error(`the Playground's page did not open: ${playground.log()}`, { cause: error });
  }
}

export class PlaygroundChat {
  /** For what is not offered here. */
  readonly page: Page;
  readonly #browser: Browser;
  readonly #url: string;
  #heading: string | undefined;

  constructor(browser: Browser, page: Page, url: string) {
    this.#browser = browser;
    this.page = page;
    this.#url = url;
  }

  /** Types a message and sends it; wait for the answer by `sees`. */
  async say(text: string): Promise<void> {
    const sent = this.page.waitForResponse((response) => response.url().endsWith('/messages'));
    await this.page.getByRole('textbox').last().fill(text);
    await this.page.keyboard.press('Enter');
    await sent;
  }

  /** Waits until the chat shows a text. @returns where it stands */
  async sees(text: string | RegExp): Promise<Locator> {
    const place = this.page.locator('.fai-OutputCard').getByText(text).last();
    await place.waitFor();
    return place;
  }

  /** From here on the newest card is the newest one with this text: what comes by itself may come before the answer to what was said. */
  looksAtCardsWith(heading: string): void {
    this.#heading = heading;
  }

  /** The newest card; waits until there is one. */
  async lastCard(): Promise<SeenCard> {
    const locator = this.#card();
    await locator.waitFor();
    // Rendered text: what one sees, blocks apart.
    // biome-ignore lint/performance/useDomNodeTextContent: textContent runs blocks together and knows no visibility
    const text = (await locator.innerText()).replace(/\s+/g, ' ').trim();
    const buttons = await locator.locator('button.ac-pushButton, .ac-actionSet button').allInnerTexts();
    return { text, buttons: buttons.map((title) => title.trim()), locator };
  }

  /**
   * Presses a button of the newest card; returns when the bot has answered.
   *
   * @param index which of several equal ones, from 0
   * @throws Error with the page's own when its renderer fails: it does for each button whose data has a property `key`
   */
  async press(title: string, index = 0): Promise<void> {
    const failed = Promise.withResolvers<never>();
    this.page.once('pageerror', failed.reject);
    const answered = this.page.waitForResponse((response) => /\/v1\/(invoke|submit)$/.test(response.url()));
    // Only one of both is waited for in the end.
    for (const either of [answered, failed.promise]) either.catch(() => undefined);
    try {
      await this.#card().getByRole('button', { name: title, exact: true }).nth(index).click();
      await Promise.race([answered, failed.promise]);
    } finally {
      this.page.off('pageerror', failed.reject);
    }
  }

  /** Fills an input of the newest card, found by its label: text as it is, choices by their titles. */
  async choose(label: string, value: string | readonly string[]): Promise<void> {
    const wanted = typeof value === 'string' ? [value] : value;
    const labelled = this.#card().getByLabel(exactly(label, '\\*?'));
    const input = labelled.first();
    const kind = (await input.getAttribute('role')) ?? (await input.getAttribute('type'));
    if (kind === 'combobox') await this.#pick(input, wanted);
    else if (kind === 'radiogroup') await input.getByLabel(wanted[0] ?? '', { exact: true }).check();
    else if (kind !== 'checkbox') await input.fill(wanted.join(','));
    // Each box is labelled by the whole's label and carries its own as an attribute.
    else for (const one of wanted) await labelled.and(this.page.locator(`[aria-label=${JSON.stringify(one)}]`)).check();
  }

  /** Hands a file to the bot in the shape that Teams uses: the Playground itself has no file upload. */
  async sendFile(name: string, downloadUrl: string, text?: string): Promise<void> {
    const query = new URLSearchParams({ conversationId: PERSONAL_CHAT_ID, type: 'install' });
    const template = await fetch(`${this.#url}/_internal/v1/customActivities/template?${query}`);
    const { action: _, ...envelope } = (await template.json()) as Record<string, unknown>;
    const activity = {
      ...envelope,
      id: randomUUID(),
      type: 'message',
      ...(text === undefined ? {} : { text }),
      textFormat: 'plain',
      localTimezone: TIME_ZONE,
      entities: [clientInfo({ locale: LOCALE, timeZone: TIME_ZONE })],
      attachments: [
        fileAttachment(name, downloadUrl, randomUUID()),
        htmlTwin(text === undefined ? '' : `<p>${text}</p>`),
      ],
    };
    const response = await fetch(`${this.#url}/_internal/v1/customActivities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    if (!response.ok) throw new Error(`the Playground refused the file: ${response.status} ${await response.text()}`);
  }

  /** A PNG of the page as it is now. */
  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  #card(): Locator {
    const cards = this.page.locator('.ac-preview-panel > .ac-adaptiveCard');
    return (this.#heading === undefined ? cards : cards.filter({ hasText: this.#heading })).last();
  }

  /** A list of one choice closes by itself, one of several stays open. */
  async #pick(input: Locator, titles: readonly string[]): Promise<void> {
    await input.click();
    const options = this.page.locator('[role=option], [role=menuitemcheckbox]');
    for (const title of titles) await options.filter({ hasText: exactly(title) }).click();
    if ((await input.getAttribute('aria-expanded')) === 'true') await input.press('Escape');
  }
}

/** A pattern for a whole text, with a mark that may follow it. */
function exactly(text: string, mark = ''): RegExp {
  return new RegExp(`^\\s*${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\\s*${mark}\\s*$`);
}
