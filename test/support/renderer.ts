/** Cards as their JSON says them. */
import { createRenderer } from '../../src/teams/render.ts';
import type { Card } from '../../src/turn.ts';

export function rendererOf(...args: Parameters<typeof createRenderer>): (card: Card) => Record<string, unknown> {
  const render = createRenderer(...args);
  return (card) => render(card).toJSON();
}
