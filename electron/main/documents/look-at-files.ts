import type { BesideFile } from '#shared/contracts/intake-channels'
import { typeCheck } from '../scans/type-check'
import type { AttachedFile, DocumentSource } from './sources/source'

/** A file that the document of a line names, as it names it. */
export interface WantedFile {
  readonly line: number
  readonly name: string
}

/**
 * What there is of these files, each read to its end: what may not be an attachment is said before anything is written.
 * `onStep` hears of every one that is begun.
 */
export async function lookAtFiles(
  source: Pick<DocumentSource, 'attached' | 'documents'>,
  wanted: readonly WantedFile[],
  onStep: (index: number) => void,
): Promise<readonly BesideFile[]> {
  const files: BesideFile[] = []
  for (const each of wanted) {
    onStep(each.line - 1)
    const file = await attachedFile(source, each)
    files.push(file ? lookAt(file) : { found: 'nothing' })
  }
  return files
}

/** Null where there is none. */
export async function attachedFile(
  { attached, documents }: Pick<DocumentSource, 'attached' | 'documents'>,
  { line, name }: WantedFile,
): Promise<AttachedFile | null> {
  return line > documents ? null : ((await attached?.(line - 1, name)) ?? null)
}

function lookAt({ path, bytes }: AttachedFile): BesideFile {
  if (!bytes) return { found: 'refused', path, why: 'tooLarge' }
  const check = typeCheck()
  const no = check.see(bytes)
  const type = no ? { found: no } : check.end()
  return 'found' in type ? { found: 'refused', path, why: type.found } : { found: 'file', path, bytes: bytes.length }
}
