import path from 'node:path'
import { isExportFolderName } from '../exporting/export-names'
import type { Medium } from '../medium'

/**
 * The folder of the export whose bundle is among the words that the program was started with: a double click on it in a file manager.
 * A bundle that lies elsewhere, without what it was written with, cannot be checked, and is none.
 */
export function offeredExportIn(argv: readonly string[]): string | null {
  const bundle = argv.slice(1).find(word => word.toLowerCase().endsWith('.rdbundle') && path.isAbsolute(word))
  const folder = bundle && path.dirname(path.dirname(bundle))
  return folder && path.basename(path.dirname(bundle)) === 'data' && isExportFolderName(path.basename(folder))
    ? folder
    : null
}

/** What is found, and the offered folder beside it where it lies on none of them. */
export async function withOffered(
  found: Promise<readonly Medium[]>,
  folder: string | null,
  folderAt: (folder: string) => Medium,
): Promise<readonly Medium[]> {
  const media = await found
  const isThere = folder === null || media.some(({ root }) => !path.relative(root, folder).startsWith('..'))
  return isThere ? media : [...media, folderAt(folder)]
}
