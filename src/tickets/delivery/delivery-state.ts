/** How a ticket stands in a place after something was sent there. Pure. */
import type { DeliveryState, Ticket } from '../ticket.ts';

/** The state with where the ticket was sent to. Where that is another place than before, no message of it is there yet. */
export function stateAtPlace(
  { messageId, where: before, ...state }: DeliveryState,
  where: string | undefined,
): DeliveryState {
  const moved = where !== undefined && before !== undefined && where !== before;
  const kept = messageId === undefined || moved ? {} : { messageId };
  const at = where ?? before;
  return { ...state, ...kept, ...(at !== undefined && { where: at }), ...(moved && { unknown: 0 }) };
}

/** This version arrived; tries are counted from zero for the next one. */
export function stateAfterDelivery({ messageId, where, lease }: DeliveryState, { version }: Ticket): DeliveryState {
  return {
    version,
    tries: 0,
    unknown: 0,
    ...(messageId !== undefined && { messageId }),
    ...(where !== undefined && { where }),
    ...(lease !== undefined && { lease }),
  };
}
