/** The face: sends what is seen of the bot to a collector of OpenTelemetry where the environment names one. Else nothing of it is loaded. */
import type { TelemetrySettings } from './settings.ts';
import type { Telemetry } from './telemetry.ts';
import { NO_TRACING } from './tracing.ts';

const OFF: Telemetry = { tracing: NO_TRACING, logOptions: {}, begin: () => undefined, stop: async () => undefined };

/** @param settings undefined: off */
export async function openTelemetry(settings: TelemetrySettings | undefined): Promise<Telemetry> {
  if (settings === undefined) return OFF;
  const { openSdk } = await import('./sdk.ts');
  return openSdk(settings);
}
