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

/** What the program was opened with, at its start and later while it runs. */
export interface OfferedExports {
  /** Of a further start, which is handed to the one that runs; whether there is a bundle among its words. */
  hear(argv: readonly string[]): boolean
  /** The folder of the latest one. */
  folder(): string | null
  /** Name of the latest one where nobody was told of it yet: to whom it is given here. */
  takeNews(): string | null
}

export function offeredExports(argv: readonly string[]): OfferedExports {
  let folder = offeredExportIn(argv)
  let isNews = folder !== null
  return {
    hear: words => {
      const offered = offeredExportIn(words)
      folder = offered ?? folder
      isNews ||= offered !== null
      return offered !== null
    },
    folder: () => folder,
    takeNews: () => {
      const news = isNews && folder !== null ? path.basename(folder) : null
      isNews = false
      return news
    },
  }
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
