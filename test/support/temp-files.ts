import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files of a test, in a folder that goes when it is disposed of. */
export class TempFiles implements AsyncDisposable {
  readonly dir: string;
  #count = 0;

  private constructor(dir: string) {
    this.dir = dir;
  }

  static async create(): Promise<TempFiles> {
    return new TempFiles(await mkdtemp(join(tmpdir(), 'cpor-test-')));
  }

  /** The path of a new file. */
  async file(content: string | Uint8Array): Promise<string> {
    const path = join(this.dir, `file${this.#count++}`);
    await writeFile(path, content);
    return path;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.dir, { recursive: true, force: true });
  }
}
