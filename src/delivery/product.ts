/** What one kind of nudge (a reminder, the digest, an announcement) adds to the engine: who is due one, and what it says. */
import type { Composer } from './composer.ts';
import type { NewNudge } from './ledger.ts';
import type { NudgeKind } from './nudge.ts';
import type { Order } from './orders.ts';

/** A round for one tenant. */
export interface Round {
  readonly tenantId: string;
  /** Campaign clock, the same for the whole round. */
  readonly now: Date;
  /** False where the bot is stopping or another instance has taken over: what is left is for the next round. */
  mayGoOn(): Promise<boolean>;
}

/** Rows for some people, and the last of them. */
export interface OrderPage {
  readonly rows: readonly NewNudge[];
  /** `userId` */
  readonly last: string;
}

export interface Product {
  readonly kind: NudgeKind;
  readonly composer: Composer;
  /** Makes rows of what is due by now. It may be cut off at any line: it decides from the records and never from a round before. */
  plan?(round: Round): Promise<void>;
  /** The orders that it carries out: as rows, page by page, for the people after `order.after`. */
  readonly orders?: {
    readonly kind: Order['kind'];
    expand(order: Order, now: Date): AsyncIterable<OrderPage>;
  };
}

/** The products that the engine serves. Their features add them at start, in the order in which a round plans them. */
export class Products {
  readonly #all: Product[] = [];

  add(product: Product): void {
    this.#all.push(product);
  }

  get all(): readonly Product[] {
    return this.#all;
  }

  composer(kind: NudgeKind): Composer | undefined {
    return this.#all.find((product) => product.kind === kind)?.composer;
  }

  forOrder(kind: Order['kind']): Product['orders'] {
    return this.#all.find(({ orders }) => orders?.kind === kind)?.orders;
  }
}
