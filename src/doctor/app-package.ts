/** The app package for Teams, where one was made here: whether it is for this bot. */
import { readFile } from 'node:fs/promises';
import { openZip } from '../files/zip.ts';
import { type Check, type Diagnosis, fault, ok } from './check.ts';
import type { CheckNeeds } from './needs.ts';
import { checkNames, doctorTexts } from './texts.ts';

/** A few files, and none of them large. */
const LIMITS = {
  maxEntries: 50,
  maxTotalBytes: 5 * 1024 * 1024,
  refusals: { damaged: 'file.damaged', encrypted: 'file.protected', tooLarge: 'file.zip-bomb' },
} as const;

/** The parts of a manifest that are looked at. */
interface Manifest {
  readonly bots?: readonly { readonly botId?: string }[];
  readonly composeExtensions?: readonly { readonly botId?: string }[];
  readonly copilotAgents?: { readonly customEngineAgents?: readonly { readonly id?: string }[] };
  readonly webApplicationInfo?: { readonly id?: string };
  readonly validDomains?: readonly string[];
}

export function packageChecks({ config, packageFile }: CheckNeeds): readonly Check[] {
  if (config.app === undefined) return [];
  return [{ name: checkNames.appPackage, run: () => packageOf(packageFile, config) }];
}

async function packageOf(file: string, config: CheckNeeds['config']): Promise<Diagnosis> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return ok(doctorTexts.noPackage);
  const manifest = await manifestIn(bytes);
  if (manifest === undefined) return fault(doctorTexts.packageUnreadable(file), doctorTexts.packageCure);
  const wrong = differenceOf(manifest, config);
  return wrong === undefined
    ? ok(doctorTexts.packageFits)
    : fault(doctorTexts.packageDiffers(wrong), doctorTexts.packageCure);
}

/** Of a package, or the manifest.json itself. */
async function manifestIn(bytes: Buffer): Promise<Manifest | undefined> {
  try {
    if (!bytes.toString('latin1', 0, 2).startsWith('PK')) return JSON.parse(bytes.toString()) as Manifest;
    using zip = await openZip(bytes, LIMITS);
    return JSON.parse((await zip.bytes('manifest.json')).toString()) as Manifest;
  } catch {
    return undefined;
  }
}

/** The part of the manifest that is for something else. */
function differenceOf(manifest: Manifest, { app, tabAppId, publicUrl }: CheckNeeds['config']): string | undefined {
  const id = app?.id.toLowerCase();
  const botIds = [...(manifest.bots ?? []), ...(manifest.composeExtensions ?? [])].map(({ botId }) => botId);
  if (botIds.length === 0 || botIds.some((botId) => botId?.toLowerCase() !== id)) return 'botId';
  const agents = manifest.copilotAgents?.customEngineAgents ?? [];
  if (agents.some((agent) => agent.id?.toLowerCase() !== id)) return 'copilotAgents.customEngineAgents.id';
  if (manifest.webApplicationInfo?.id?.toLowerCase() !== (tabAppId?.toLowerCase() ?? id))
    return 'webApplicationInfo.id';
  if (publicUrl !== undefined && !manifest.validDomains?.includes(new URL(publicUrl).hostname)) return 'validDomains';
  return undefined;
}
