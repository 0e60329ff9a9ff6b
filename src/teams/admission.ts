/** Which activities the bot works for: those of its own tenants. */
import { isLoopbackUrl } from '../files/address.ts';
import { type IncomingActivity, tenantOf } from './activity.ts';

export interface AdmissionOptions {
  /** Lower case; undefined: all (local mode). */
  readonly allowedTenants: readonly string[] | undefined;
  /** Test clients name no tenant. */
  readonly localMode: boolean;
}

/** The tenant of an activity, in lower case; undefined where the bot does not work for it. */
export function admittedTenant(
  activity: IncomingActivity,
  { allowedTenants, localMode }: AdmissionOptions,
): string | undefined {
  const tenantId = tenantOf(activity)?.toLowerCase() ?? (localMode ? 'local' : '');
  return tenantId !== '' && allowedTenants?.includes(tenantId) !== false ? tenantId : undefined;
}

/** Whether the service of an activity is on this machine. */
export function isLoopback(serviceUrl: string): boolean {
  return isLoopbackUrl(new URL(serviceUrl));
}
