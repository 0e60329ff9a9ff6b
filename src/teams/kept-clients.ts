/** Clients of the SDK, kept: to make one takes longer than to send by it. */
import { AuthenticationConstants, type ClaimsIdentity } from 'botframework-connector';

/** Services are those of authenticated activities: one a region, in practice. */
const MOST = 100;

export class KeptClients<C> {
  readonly #clients = new Map<string, Promise<C>>();

  /** The client that was made for the same, or a new one. One that cannot be made is not kept. */
  get(of: readonly unknown[], make: () => Promise<C>): Promise<C> {
    const key = JSON.stringify(of);
    const kept = this.#clients.get(key);
    if (kept !== undefined) return kept;
    if (this.#clients.size >= MOST) this.#clients.clear();
    const made = make();
    this.#clients.set(key, made);
    made.catch(() => this.#clients.delete(key));
    return made;
  }
}

/** The app in whose name a client speaks; null in local mode, where there is none. */
export function appOf(identity: ClaimsIdentity): string | null {
  const { AudienceClaim, AppIdClaim } = AuthenticationConstants;
  return identity.getClaimValue(AudienceClaim) ?? identity.getClaimValue(AppIdClaim);
}
