import { err, ok, type Result } from '#shared/kernel/result'
import type { BagProblem } from '#shared/contracts/bag-problem'
import { limits } from '../limits'
import { decodedPath, foldedPath, pathFault } from './bag-paths'
import type { BagFiles } from './bag-files'

export interface SoundBag {
  /** Paths below `data/`, in the order of the manifest. */
  readonly payload: readonly string[]
  /** Hex SHA-256 of each of them, as it was read. */
  readonly digests: ReadonlyMap<string, string>
  /** bag-info.txt; a label that stands twice is joined. */
  readonly info: Readonly<Record<string, string>>
}

/**
 * A bag is read only when it is complete and valid (RFC 8493, 3): every file of it is named, none is missing, and all
 * have the digest that was written. Checked from cheap to dear, so that a hostile one is refused before it is read.
 * `onBytes` is told of every piece; what it throws ends the check.
 */
export async function checkBag(
  bag: BagFiles,
  onBytes?: (count: number) => void,
): Promise<Result<SoundBag, BagProblem>> {
  if (bag.hostile) return err({ kind: 'bagHostile', why: bag.hostile.kind, path: bag.hostile.path })
  const names = namesFault(bag)
  if (names) return err(names)
  const declared = await declaration(bag)
  if (declared) return err(declared)
  const payload = await manifestOf(bag, 'manifest-sha256.txt')
  if (!payload.ok) return payload
  const gap = completeness(bag, payload.value)
  if (gap) return err(gap)
  const tags = bag.files.some(({ path }) => path === tagManifest) ? await manifestOf(bag, tagManifest) : ok([])
  if (!tags.ok) return tags
  const changed = await firstChanged(bag, [...tags.value, ...payload.value], onBytes)
  if (changed) return err(changed)
  const info = await bagInfo(bag)
  const counted = oxumFault(bag, info['Payload-Oxum'])
  if (counted) return err(counted)
  const digests = new Map(payload.value.map(({ path, digest }) => [path, digest]))
  return ok({ payload: [...digests.keys()], digests, info })
}

const tagManifest = 'tagmanifest-sha256.txt'
const isPayload = (path: string): boolean => path.startsWith('data/')

/** Also of files that no manifest names: they lie there all the same. */
function namesFault(bag: BagFiles): BagProblem | null {
  if (bag.files.some(({ path }) => foldedPath(path) === 'fetch.txt')) return { kind: 'bagFetches' }
  const seen = new Map<string, string>()
  for (const { path } of bag.files) {
    const fault = pathFault(path)
    if (fault) return { kind: 'bagHostile', why: fault, path: path.slice(0, 200) }
    const folded = foldedPath(path)
    const twin = seen.get(folded)
    if (twin !== undefined) return { kind: 'bagTwins', path, other: twin }
    seen.set(folded, path)
  }
  return null
}

async function declaration(bag: BagFiles): Promise<BagProblem | null> {
  const text = await tagText(bag, 'bagit.txt')
  const match =
    text === null ? null : /^BagIt-Version: *(\d+\.\d+)\n+Tag-File-Character-Encoding: *UTF-8\s*$/iu.exec(text)
  if (!match) return { kind: 'bagUndeclared' }
  return ['1.0', '0.97'].includes(match[1]!) ? null : { kind: 'bagVersion', version: match[1]! }
}

interface Named {
  readonly path: string
  readonly digest: string
}

async function manifestOf(bag: BagFiles, name: string): Promise<Result<readonly Named[], BagProblem>> {
  const text = await tagText(bag, name)
  if (text === null) return err({ kind: 'bagManifestMissing' })
  const named: Named[] = []
  const seen = new Set<string>()
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const match = /^([0-9a-f]{64})[ \t]+\*?(?:\.\/)?(.+)$/iu.exec(line)
    if (!match) return err({ kind: 'bagManifestLine', line: index + 1 })
    const path = decodedPath(match[2]!)
    const fault = pathFault(path)
    if (fault) return err({ kind: 'bagHostile', why: fault, path: path.slice(0, 200) })
    const isOfPayload = name !== tagManifest
    if (isOfPayload !== isPayload(path) || seen.has(path)) return err({ kind: 'bagManifestLine', line: index + 1 })
    seen.add(path)
    named.push({ path, digest: match[1]!.toLowerCase() })
  }
  return ok(named)
}

function completeness(bag: BagFiles, named: readonly Named[]): BagProblem | null {
  const present = new Set(bag.files.map(({ path }) => path))
  const missing = named.find(({ path }) => !present.has(path))
  if (missing) return { kind: 'bagFileMissing', path: missing.path }
  const known = new Set(named.map(({ path }) => path))
  const stray = bag.files.find(({ path }) => isPayload(path) && !known.has(path))
  return stray ? { kind: 'bagFileUnnamed', path: stray.path } : null
}

async function firstChanged(
  bag: BagFiles,
  named: readonly Named[],
  onBytes?: (count: number) => void,
): Promise<BagProblem | null> {
  for (const { path, digest } of named) {
    const actual = await bag.digest(path, 'sha256', onBytes)
    if (actual === null) return { kind: 'bagFileMissing', path }
    if (actual !== digest) return { kind: 'bagFileChanged', path }
  }
  return null
}

/** Label: value, continued on lines that begin with a blank (RFC 8493, 2.2.2). */
async function bagInfo(bag: BagFiles): Promise<Record<string, string>> {
  const text = (await tagText(bag, 'bag-info.txt')) ?? ''
  const info = Object.create(null) as Record<string, string> // a label may be `constructor`
  for (const line of text.replace(/\n[ \t]+/gu, ' ').split('\n')) {
    const [, label, value] = /^([^:]+?)\s*:\s*(.*?)\s*$/u.exec(line) ?? []
    if (label && value !== undefined) info[label] = info[label] === undefined ? value : `${info[label]}；${value}`
  }
  return info
}

function oxumFault(bag: BagFiles, oxum: string | undefined): BagProblem | null {
  if (oxum === undefined) return null
  const payload = bag.files.filter(({ path }) => isPayload(path))
  const actual = `${payload.reduce((sum, { bytes }) => sum + bytes, 0)}.${payload.length}`
  return oxum.trim() === actual ? null : { kind: 'bagCount', said: oxum, actual }
}

/** Tag files are UTF-8; a mark at their start is let pass. */
async function tagText(bag: BagFiles, name: string): Promise<string | null> {
  const bytes = await bag.read(name, limits.tagFileBytes)
  if (bytes === null) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/gu, '\n')
  } catch {
    return null
  }
}
