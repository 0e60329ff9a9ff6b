/** The SDK's connector clients as they are used here: one for each service, which makes a single attempt and takes a limited answer. */
import { type ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { literalAddress } from '../files/address.ts';
import { statusAttributes, type Tracing } from '../telemetry/tracing.ts';
import { within } from '../time/within.ts';
import type { KeptClients } from './kept-clients.ts';
import type { LimitedSigning } from './sign-in.ts';

/** Of one answer of the connector: milliseconds until it is whole, and bytes. */
export interface AnswerLimits {
  readonly answerWithinMs: number;
  readonly maxAnswerBytes: number;
}

/** The part of a client's pipeline that is used here. */
interface Pipeline {
  removePolicy(of: { name: string }): unknown;
  addPolicy(policy: { name: string; sendRequest: SendRequest }, options: { phase: 'Sign' }): void;
}

type SendRequest = (request: PipelineRequest, next: (request: PipelineRequest) => Promise<Answer>) => Promise<Answer>;

interface PipelineRequest {
  readonly url: string;
  readonly method: string;
  requestOverrides?: { readonly hostname?: string };
  abortSignal?: AbortSignal;
  onDownloadProgress?: (progress: { readonly loadedBytes: number }) => void;
}

interface Answer {
  readonly status: number;
  bodyAsText?: string | null;
}

export interface SingleAttemptOptions {
  readonly inner: ConnectorFactory;
  readonly limits: AnswerLimits;
  readonly tracing: Tracing;
  readonly signing: LimitedSigning;
  readonly kept: KeptClients<ConnectorClient>;
  /** The app in whose name the clients of the inner factory speak. */
  readonly app: string | null;
}

export class SingleAttemptConnectorFactory extends ConnectorFactory {
  readonly #options: SingleAttemptOptions;

  constructor(options: SingleAttemptOptions) {
    super();
    this.#options = options;
  }

  override create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const { kept, app } = this.#options;
    return kept.get([app, serviceUrl, audience], () => this.#make(serviceUrl, audience));
  }

  async #make(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const { inner, limits, tracing, signing } = this.#options;
    const connector = await inner.create(serviceUrl, audience);
    const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    // The connector is where the activity says: the bot's token goes nowhere else.
    pipeline.removePolicy({ name: 'redirectPolicy' });
    // In the last phase, so that it sees one exchange as it is, before the SDK reads the answer.
    pipeline.addPolicy({ name: 'limits', sendRequest: watched(limitedBy(limits), tracing) }, { phase: 'Sign' });
    Object.assign(connector, { credentials: signing.limit(connector.credentials) });
    return connector;
  }
}

/** The span of one exchange: no address, which names a conversation. */
function watched(send: SendRequest, tracing: Tracing): SendRequest {
  return (request, next) => {
    const { method } = request;
    return tracing.span(
      `Teams ${method}`,
      { kind: 'client', attributes: { 'http.request.method': method } },
      async () => {
        const answer = await send(request, next);
        tracing.annotate(statusAttributes(answer.status, 400));
        return answer;
      },
    );
  };
}

/** The SDK's own limit of time ends with the headers of an answer, and it has none of size. */
function limitedBy({ answerWithinMs, maxAnswerBytes }: AnswerLimits): SendRequest {
  return async (request, next) => {
    const tooLarge = new AbortController();
    const address = literalAddress(new URL(request.url));
    // The SDK would look the brackets of an IPv6 address up as a name.
    if (address !== undefined) request.requestOverrides = { ...request.requestOverrides, hostname: address };
    const answer = await within(answerWithinMs, (signal) => {
      request.abortSignal = AbortSignal.any([signal, tooLarge.signal]);
      request.onDownloadProgress = ({ loadedBytes }) => {
        if (loadedBytes <= maxAnswerBytes) return;
        tooLarge.abort();
        throw new Error('the answer is too large');
      };
      return next(request);
    });
    if (answer.status >= 400) answer.bodyAsText = JSON.stringify({ error: { message: `status ${answer.status}` } });
    return answer;
  };
}
