import type { Handlers } from '#shared/contracts/channel'
import type { importChannels } from '#shared/contracts/import-channels'
import { importBatches } from '../registers/import-batches'
import type { RegisterFiles } from '../registers/register-files'
import type { Workstation } from '../workstation/workstation'

/** What the import desk may ask. Nothing of a batch reaches the ledger before a second person has signed it. */
export function importHandlers(workstation: Workstation, files: RegisterFiles): Handlers<typeof importChannels> {
  const batches = importBatches(workstation)
  return {
    'import:read': async () => files.read(),
    'import:saveReport': async report => files.saveReport(report),
    'import:prepare': async batch => batches.prepare(batch),
    'import:list': async () => ({ ok: true, value: batches.list() }),
    'import:open': async ({ batchId }) => batches.open(batchId),
    'import:discard': async ({ batchId }) => batches.discard(batchId),
    'import:sign': async ({ batchId, digest }) => batches.sign(batchId, digest),
    'import:write': async ({ batchId, from }) => batches.write(batchId, from),
  }
}
