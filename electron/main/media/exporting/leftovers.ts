import path from 'node:path'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Problem } from '#shared/contracts/problems'
import { isExportFolderName, isLeftoverName } from './export-names'
import { faultOf, mediumProblem } from './export-problem'
import type { MediaFiles } from './media-files'

export interface OnMedium {
  /** Folders that have the name of an export; whether one is whole is another question (`checkBag`). */
  readonly exports: readonly string[]
  /** What an export that was cut short left behind; never offered for import. */
  readonly leftovers: readonly string[]
}

const none: ReadonlySet<string> = new Set()

/** `inWork`: folders that exports are being written into just now; they look like leftovers and are none. */
export async function lookAtMedium(files: MediaFiles, root: string, inWork = none): Promise<Result<OnMedium, Problem>> {
  return orProblem(async () => {
    const folders = (await files.list(root)).filter(({ isFolder }) => isFolder).map(({ name }) => name)
    const leftovers = folders.filter(name => isLeftoverName(name) && !inWork.has(name))
    return { exports: folders.filter(isExportFolderName).sort(), leftovers: leftovers.sort() }
  })
}

/** Only a folder that has the name of a leftover, right at the top of the medium. */
export async function removeLeftover(
  files: MediaFiles,
  { root, name, inWork = none }: { readonly root: string; readonly name: string; readonly inWork?: typeof none },
): Promise<Result<void, Problem>> {
  const there = await lookAtMedium(files, root, inWork)
  if (!there.ok) return there
  if (!there.value.leftovers.includes(name)) return err({ kind: 'notFound' })
  return orProblem(async () => {
    await files.removeFolder(path.join(root, name))
    await files.syncFolder(root)
  })
}

async function orProblem<T>(work: () => Promise<T>): Promise<Result<T, Problem>> {
  try {
    return ok(await work())
  } catch (cause) {
    const why = faultOf(cause)
    if (why === null) throw cause
    return err(mediumProblem(why))
  }
}
