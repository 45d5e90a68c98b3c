import { createHash } from 'node:crypto'
import {
  beginMediumExport,
  type MediumExport,
  type MediumExportParts,
  type SealedExport,
} from '../../../electron/main/media/exporting/medium-export'
import { isExportFolderName } from '../../../electron/main/media/exporting/export-names'
import { exportTags } from '../../../electron/main/media/exporting/export-tags'
import { lookAtMedium, removeLeftover } from '../../../electron/main/media/exporting/leftovers'
import type { MediaFiles } from '../../../electron/main/media/exporting/media-files'
import { ok, type Result } from '../../../shared/kernel/result'
import type { Problem } from '../../../shared/contracts/problems'
import { faultyMedium, type MediumFaultKind } from './faulty-medium'
import { memoryMedium, type MemoryMedium, type Tree } from './memory-medium'

export const mediumRoot = '/media/stick'

/** A case with a paper, a scan that is cut into parts, a table and the page that opens them. */
export const exportedFiles: readonly { readonly path: string; readonly pieces: readonly Uint8Array[] }[] = [
  { path: 'data/index.html', pieces: [Buffer.from('<!doctype html><title>x</title>'), Buffer.from('<p>y</p>')] },
  { path: 'data/papers/001-receipt.pdf', pieces: [Buffer.alloc(3_000, 7)] },
  { path: 'data/scans/001.jpg', pieces: [Buffer.alloc(900, 1), Buffer.alloc(1_800, 2), Buffer.alloc(700, 3)] },
  { path: 'data/cases.csv', pieces: [] },
]

export interface Round {
  readonly result: Result<unknown, Problem>
  readonly operations: number
  readonly wasMet: boolean
  readonly recorded: readonly SealedExport[]
  readonly undone: readonly SealedExport[]
  readonly medium: MemoryMedium
}

/** Changes how the export is driven, so that a planted fault can be tried against the checks. */
export type Plant = (files: MediaFiles) => MediaFiles

/** One export from the first to the last operation, with at most one fault. */
export async function exportRound(
  fault: { readonly kind: MediumFaultKind; readonly at: number } | null,
  plant: Plant = files => files,
): Promise<Round> {
  const medium = memoryMedium({ root: mediumRoot, bytes: 64 << 20 })
  const other = memoryMedium({ root: mediumRoot, bytes: 64 << 20, name: 'another' })
  const recorded: SealedExport[] = []
  const undone: SealedExport[] = []
  let running: MediumExport | null = null
  const onCancel = (): void => void running?.cancel()
  const faulty = faultyMedium(medium, fault && { ...fault, other, onCancel })
  const result = await exportAll(plant(faulty), { recorded, undone }, begun => (running = begun))
  // Swapped before anything was asked, the other one is the medium.
  const written = fault?.kind === 'swapped' && fault.at === 1 ? other : medium
  return { result, operations: faulty.operations(), wasMet: faulty.wasMet(), recorded, undone, medium: written }
}

async function exportAll(
  files: MediaFiles,
  ledger: { readonly recorded: SealedExport[]; readonly undone: SealedExport[] },
  onBegun: (running: MediumExport) => void,
): Promise<Result<unknown, Problem>> {
  const parts: MediumExportParts = {
    ...{ files, root: mediumRoot, exportId: '0a1b2c3d-0000-4000-8000-000000000000', on: '2026-11-26', now: () => 0 },
    ...{ expected: { files: 4, bytes: 6_439 }, partBytes: 1_500 },
    tagsOf: written => exportTags(written, { ...tagParts, sign: bytes => createHash('sha512').update(bytes).digest() }),
    record: sealed => {
      ledger.recorded.push(sealed)
      return ok(undefined)
    },
    recordNothingLeft: sealed => void ledger.undone.push(sealed),
  }
  const begun = await beginMediumExport(parts)
  if (!begun.ok) return begun
  onBegun(begun.value)
  for (const file of exportedFiles) {
    const added = await begun.value.add(file)
    if (!added.ok) return added
  }
  return begun.value.finish()
}

const tagParts = {
  ...{ officeName: '云溪县档案馆', on: '2026-11-26', exportId: '0a1b2c3d-0000-4000-8000-000000000000' },
  ...{ mediumNo: 'JZ-2026-001', isMasked: true, chain: 'c0ffee' },
}

/** What is wrong with a round, in words; empty: nothing. */
export async function faultsOfRound(round: Round): Promise<readonly string[]> {
  const { result, medium, recorded, undone } = round
  const faults: string[] = []
  // Then, and only then, the export may be there, whole, and its act stays.
  const isUncertain = !result.ok && result.problem.kind === 'exportUncertain'
  for (const [view, tree] of [
    ['live', medium.live()],
    ['after a pull', medium.durable()],
  ] as const) {
    const named = namedExports(tree)
    for (const folder of named) if (!isWhole(tree, folder)) faults.push(`${view}: ${folder} looks complete and is not`)
    if (named.length > 0 && recorded.length - undone.length !== 1)
      faults.push(`${view}: an export that no act tells of`)
    if (result.ok && named.length !== 1) faults.push(`${view}: acknowledged and not there`)
    if (!result.ok && named.length > 0 && !isUncertain)
      faults.push(`${view}: refused (${JSON.stringify(result.problem)}) and there`)
  }
  if (!result.ok && recorded.length > undone.length && !isUncertain)
    faults.push('recorded, refused, and not taken back')
  return [...faults, ...(await leftoverFaults(medium, result.ok))]
}

async function leftoverFaults(medium: MemoryMedium, isDone: boolean): Promise<readonly string[]> {
  const there = await lookAtMedium(medium, mediumRoot)
  if (!there.ok) return ['the medium cannot be looked at']
  if (isDone && there.value.leftovers.length > 0) return ['acknowledged, and a leftover is there']
  for (const name of there.value.leftovers) await removeLeftover(medium, { root: mediumRoot, name })
  const left = [...medium.live().keys()].filter(file => file.startsWith('.part-'))
  return left.length > 0 ? ['a leftover that one click does not remove'] : []
}

export const namedExports = (tree: Tree): readonly string[] =>
  [...tree.keys()].filter(file => /^[^/]+\/$/u.test(file) && isExportFolderName(file.slice(0, -1)))

/** By the manifests alone, as a stranger would check it; and holding all that was handed over. */
export function isWhole(tree: Tree, folder: string): boolean {
  const read = (name: string): Buffer | undefined => tree.get(`${folder}${name}`)
  const lines = (name: string) => [...(read(name)?.toString() ?? '').matchAll(/^([0-9a-f]{64}) {2}(.+)$/gmu)]
  const tags = lines('tagmanifest-sha256.txt')
  const payload = lines('manifest-sha256.txt')
  const isSound = [...tags, ...payload].every(([, digest, name]) => {
    const bytes = read(name!)
    return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === digest
  })
  const signature = read('signature.txt')?.toString() ?? ''
  const bytes = payload.reduce((sum, [, , name]) => sum + (read(name!)?.length ?? 0), 0)
  const expected = exportedFiles.flatMap(({ pieces }) => pieces).reduce((sum, { length }) => sum + length, 0)
  return isSound && tags.length === 4 && /\n[A-Za-z0-9+/]{86}==\n$/u.test(signature) && bytes === expected
}
