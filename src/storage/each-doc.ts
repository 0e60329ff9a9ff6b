/** All documents of a filter, page by page, while others get their turns. */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Collection, Doc, Filter } from './port.ts';

const PAGE = 500;

/** By `_id`. What is written meanwhile may be among them or not. @param filter without `_id` */
export async function* eachDoc<T extends Doc>(
  collection: Collection<T>,
  tenantId: string,
  filter: Filter = {},
): AsyncGenerator<T> {
  for (let last = ''; ; ) {
    const page = await collection.find(tenantId, { ...filter, _id: { $gt: last } }, { sort: { _id: 1 }, limit: PAGE });
    yield* page;
    const [end] = page.slice(-1);
    if (end === undefined || page.length < PAGE) return;
    last = end._id;
    await nextTick();
  }
}
