/**
 * Watches the driver's own look-out for its servers. A look (a heartbeat) that is written to a connection which has just gone waits for ever for it to
 * take more (mongodb 7.9.0, `Connection.writeCommand`): the driver then sees no server any more, though there is one, until the client is
 * opened anew.
 */
import type { MongoClient } from 'mongodb';

/** A look takes as long as the server may wait for news, and to connect: this many times that is no look any more. */
const STUCK_AFTER = 2;

export class Heartbeats {
  readonly #client: MongoClient;
  readonly #monotonic: () => number;
  /** By the server's address: since when its look is under way. */
  readonly #since = new Map<string, number>();
  readonly #stuckAfterMs: number;
  #renewed: Promise<void> = Promise.resolve();
  #isRenewing = false;
  /** A client that was closed connects by itself no more. */
  #isClosed = false;

  /** @param monotonic milliseconds */
  constructor(client: MongoClient, monotonic: () => number = () => performance.now()) {
    this.#client = client;
    this.#monotonic = monotonic;
    const { heartbeatFrequencyMS, connectTimeoutMS } = client.options;
    this.#stuckAfterMs = STUCK_AFTER * (heartbeatFrequencyMS + connectTimeoutMS);
    client.on('serverHeartbeatStarted', ({ connectionId }) => this.#since.set(connectionId, this.#monotonic()));
    client.on('serverHeartbeatSucceeded', ({ connectionId }) => this.#since.delete(connectionId));
    client.on('serverHeartbeatFailed', ({ connectionId }) => this.#since.delete(connectionId));
    client.on('serverClosed', ({ address }) => this.#since.delete(address));
  }

  /** Resolves when the last renewal has ended, well or not. */
  get renewed(): Promise<void> {
    return this.#renewed;
  }

  /**
   * Opens the client anew where a look has not come to an end, or where the server was still away when that was tried before. To be called where a
   * server is out of reach: what is under way ends with an error.
   */
  renewIfStuck(): void {
    const latest = this.#monotonic() - this.#stuckAfterMs;
    const isStuck = [...this.#since.values()].some((since) => since <= latest);
    if (this.#isRenewing || !(isStuck || this.#isClosed)) return;
    this.#isRenewing = true;
    this.#renewed = this.#renew().finally(() => {
      this.#isRenewing = false;
    });
  }

  async #renew(): Promise<void> {
    this.#since.clear();
    this.#isClosed = true;
    await this.#client.close().catch(() => undefined);
    // Where there is no server either, whoever meets that next tries again.
    await this.#client.connect().then(
      () => {
        this.#isClosed = false;
      },
      () => undefined,
    );
  }
}
