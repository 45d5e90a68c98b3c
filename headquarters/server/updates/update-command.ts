import path from 'node:path'
import type { Parts } from '../parts'
import { updateFolder, type UpdateFolder } from './update-folder'
import { faultWords, sayUpdate } from './update-words'

export interface UpdateDone {
  readonly ok: boolean
  readonly says: string
}

/** Where the packages lie; made when the first one comes. */
export const updatesOf = ({ config }: Pick<Parts, 'config'>): UpdateFolder =>
  updateFolder(path.join(config.folder, 'updates'))

/** Null where the words make no command. */
export async function runUpdateCommand(
  parts: Pick<Parts, 'config'>,
  words: readonly string[],
): Promise<UpdateDone | null> {
  const [what, of] = words
  const updates = updatesOf(parts)
  if (what === 'list' && of === undefined) {
    const kept = updates.list()
    return { ok: true, says: kept.length === 0 ? sayUpdate.none : kept.map(sayUpdate.kept).join('\n') }
  }
  if (what === 'add' && of) return add(updates, path.resolve(of))
  if (what === 'remove' && of) {
    const removed = updates.remove(of)
    return removed ? { ok: true, says: sayUpdate.removed(removed) } : { ok: false, says: sayUpdate.noSuch }
  }
  return null
}

async function add(updates: UpdateFolder, file: string): Promise<UpdateDone> {
  const not = (why: string): UpdateDone => ({ ok: false, says: sayUpdate.notAdded(path.basename(file), why) })
  try {
    const added = await updates.add(file)
    return added.ok ? { ok: true, says: sayUpdate.added(added.value) } : not(faultWords[added.problem])
  } catch (cause) {
    return not(sayUpdate.disk((cause as NodeJS.ErrnoException).code ?? 'EIO'))
  }
}
