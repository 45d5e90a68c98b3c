import fs from 'node:fs'
import path from 'node:path'
import { z } from '#shared/contracts/zod'
import type { MediumMark } from '../../bundles/find-bundles'
import type { FileText } from '../../bundles/quarantine'

/** Parts of a bundle, and what is known of where they came from. */
export interface BundleSource {
  readonly name: string
  readonly files: readonly string[]
  readonly medium: MediumMark | null
}

const markFile = 'from.json'
const mark = z.object({
  name: z.string().max(64),
  medium: z.object({ exportId: z.uuid(), digest: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
})

/** Beside the parts, before the first of them: whoever goes on after a crash knows what they are. */
export const markOf = ({ name, medium }: Omit<BundleSource, 'files'>): FileText => ({
  name: markFile,
  text: JSON.stringify({ name, medium }),
})

export interface LeftBundle extends BundleSource {
  readonly folder: string
}

/**
 * What imports and checks that were ended in the middle left in quarantine, oldest first; checked again, as if it came from the
 * stick. Two, where a lock came over the check of a second.
 */
export function leftIn(quarantine: string): readonly LeftBundle[] {
  const begunAt = (folder: string): number => fs.statSync(folder).birthtimeMs
  const folders = [...foldersIn(quarantine)].sort((one, other) => begunAt(one) - begunAt(other))
  return folders.flatMap(folder => {
    const files = partsLeftIn(folder)
    const said = readMark(path.join(folder, markFile))
    if (!said || files.length === 0) return []
    return [{ ...said, folder, files: files.sort().map(file => path.join(folder, file)) }]
  })
}

/** Folders of other bundles than this one, of which a crash may have left a second copy. */
export function othersLeft(quarantine: string, one: BundleSource): readonly string[] {
  return leftIn(quarantine).flatMap(left => (markOf(left).text === markOf(one).text ? [] : [left.folder]))
}

/** A part that lies there as it came, encrypted, beside the opened one was still being opened: it is opened anew. */
function partsLeftIn(folder: string): string[] {
  const files = fs.readdirSync(folder).filter(file => /^part-\d+\.(?:in|zip)$/u.test(file))
  return files.filter(file => !(file.endsWith('.zip') && files.includes(file.replace(/zip$/u, 'in'))))
}

function readMark(file: string): z.output<typeof mark> | null {
  try {
    const read = mark.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')))
    return read.success ? read.data : null
  } catch {
    return null // ended before it was written whole
  }
}

export function foldersIn(folder: string): readonly string[] {
  try {
    const entries = fs.readdirSync(folder, { withFileTypes: true })
    return entries.flatMap(entry => (entry.isDirectory() ? [path.join(folder, entry.name)] : []))
  } catch {
    return [] // none was made yet
  }
}
