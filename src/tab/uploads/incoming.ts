/** Files that the page sends, as the services take them: no more than a few of one person at a time. */
import { UserError } from '../../errors.ts';
import type { IncomingBytes, RouteRequest } from '../../feature.ts';
import type { Person } from '../../people/person.ts';
import type { FileOnPage } from '../../poe/page-uploads.ts';

/** Of one person. The page sends one after the other. */
const MOST_AT_ONCE = 2;
const BUSY_SECONDS = 5;
const MOST_NAME = 2_000;

export class IncomingFiles {
  /** By person. */
  readonly #underWay = new Map<string, number>();

  /** @param take what becomes of the file @throws UserError where too many are under way */
  async take<T>(
    { _id }: Person,
    { length, signal, open }: IncomingBytes,
    { query }: RouteRequest,
    take: (file: FileOnPage) => Promise<T>,
  ): Promise<T> {
    const count = this.#underWay.get(_id) ?? 0;
    if (count >= MOST_AT_ONCE) throw new UserError('tab.too-many', { seconds: BUSY_SECONDS });
    this.#underWay.set(_id, count + 1);
    try {
      const name = (query.get('name') ?? '').slice(-MOST_NAME) || 'file';
      return await take({ name, length, signal, open: async () => open() });
    } finally {
      const left = (this.#underWay.get(_id) ?? 1) - 1;
      if (left === 0) this.#underWay.delete(_id);
      else this.#underWay.set(_id, left);
    }
  }
}
