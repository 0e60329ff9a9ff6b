/** As a desktop drops files: they are made in the page. */
import type { JSHandle, Locator, Page } from 'playwright-core';

export interface TestFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What is dragged. */
export function transferOf(page: Page, files: readonly TestFile[]): Promise<JSHandle> {
  const all = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
  return page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    for (const { name, base64 } of ${JSON.stringify(all)})
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
    return data;
  })()`);
}

export async function dropFiles(onto: Locator, files: readonly TestFile[]): Promise<void> {
  const dataTransfer = await transferOf(onto.page(), files);
  for (const type of ['dragenter', 'dragover', 'drop'])
    await onto.dispatchEvent(type, { dataTransfer, bubbles: true, cancelable: true });
}
