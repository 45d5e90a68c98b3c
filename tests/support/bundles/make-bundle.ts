import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { headsText, writeHeadsNote, type BundleStatement } from '#shared/ledger/exchange/bundle-statement'
import type { Packing } from '#shared/ledger/exchange/craft'
import { bagTags } from '../../../electron/main/documents/bag/bag-tags'
import { openZip } from '../../../electron/main/documents/zip-file'
import { writeBundle, type BundleWish } from '../../../electron/main/bundles/write-bundle'
import { fuse } from '../../simulation/fuse'
import { keyOfChain, MemoryLedger, type MachineDisk } from '../../simulation/memory-ledger'
import { makeZip, type MadeEntry } from '../documents/make-zip'
import { toyCraft } from '../exchange/toy-craft'

export const office = 'yunhe'
export const [founding, second] = ['1'.repeat(32), '2'.repeat(32)] as [string, string]
export const madeAt = '2026-11-26T07:00:00.000Z'
export const setId = '0b5e1c7e-7c1e-4d6c-9a53-5f8f0f6a2d11'
export const note = { facts: [{ type: 'case.noted@1', open: {} }], subject: 'request:1' }

/** A machine of the office, or of another one. */
export function machineOf(disk: Partial<MachineDisk> = {}, of = office): MemoryLedger {
  let chains = 0
  return new MemoryLedger(
    {
      ...{ office: of, roots: [{ chain: founding, publicKey: keyOfChain(founding).publicKey }], fuse: fuse() },
      ...{ now: () => Date.parse(madeAt), bugs: new Set<string>(), onCut: () => {} },
      nextChain: () => String(++chains).padStart(32, 'a'),
    },
    { ownChain: founding, chains: new Map(), ...disk },
  )
}

/** The founding machine with acts of its own and of the second one, which it admitted. */
export function filledMachine(acts = 6): MemoryLedger {
  const other = machineOf({ ownChain: second })
  other.append([note, note])
  const ledger = machineOf()
  const open = { chain: second, publicKey: keyOfChain(second).publicKey, suite: 1, workstation: 'B', windowName: '2' }
  ledger.append([{ facts: [{ type: 'chain.admitted@1', open }] }, ...Array.from({ length: acts - 1 }, () => note)])
  ledger.take(second, other.read(second, 0, 10))
  return ledger
}

export function wishOf(ledger: MemoryLedger, folder: string, more: Partial<BundleWish> = {}): BundleWish {
  return {
    ...{ ledger, folder, setId, madeAt, craft: toyCraft, theirs: [], blobs: [], lock: null },
    officeName: '云河县档案馆',
    signNote: text => keyOfChain(ledger.ownChain).signNote(text),
    ...more,
  }
}

/** Files of a part by their path in the bag. */
export type PartContents = Record<string, Buffer>

export async function contentsOf(part: string): Promise<PartContents> {
  const zip = await openZip(part)
  if (!zip.ok) throw new Error('no zip')
  const contents: PartContents = {}
  for (const entry of zip.value.entries)
    contents[entry.name.slice(entry.name.indexOf('/') + 1)] = (await zip.value.read(entry, 64 * 1024 * 1024))!
  zip.value.close()
  return contents
}

/** A sound bundle of one part, with a sealed file, as its contents. */
export async function soundPart(folder: string, more: Partial<BundleWish> = {}): Promise<PartContents> {
  const blob = path.join(folder, 'sealed.blob')
  fs.writeFileSync(blob, 'sealed bytes')
  const target = fs.mkdtempSync(path.join(folder, 'made-'))
  const blobs = [{ name: 'ab'.repeat(32), file: blob }]
  const written = await writeBundle(wishOf(filledMachine(), target, { blobs, ...more }))
  if (!written.ok) throw new Error(written.problem.kind)
  return contentsOf(path.join(target, written.value[0]!.name))
}

export interface Resealing {
  /** Changes the statement. */
  readonly said?: (statement: BundleStatement) => unknown
  /** Changes files of the payload and the tags, after which manifests and heads are made anew. */
  readonly files?: (contents: PartContents) => void
  /** Changes tag files after they were made. */
  readonly tags?: (tags: Record<string, string>) => void
  readonly signer?: string
}

/** The same part with something changed, and everything that would give that away made to fit again. */
export function resealed(contents: PartContents, { said, files, tags, signer = founding }: Resealing): PartContents {
  const payload: PartContents = Object.fromEntries(
    Object.entries(contents).filter(([name]) => name.startsWith('data/')),
  )
  const before = JSON.parse(payload['data/bundle.json']!.toString()) as BundleStatement
  const statement = (said ? said(structuredClone(before)) : before) as BundleStatement
  payload['data/bundle.json'] = Buffer.from(JSON.stringify(statement))
  files?.(payload)
  const statementDigest = sha256(payload['data/bundle.json'] ?? Buffer.alloc(0))
  const heads = { office: statement.office, madeAt: statement.madeAt, by: statement.by, statementDigest }
  const text = { ...heads, heads: statement.vector ?? [] }
  const made = bagTags(
    Object.entries(payload).map(([name, bytes]) => ({ path: name, bytes: bytes.length, digest: sha256(bytes) })),
    { 'Source-Organization': 'x' },
    { 'heads.note': writeHeadsNote(text, keyOfChain(signer).signNote(headsText(text))) },
  )
  const texts = Object.fromEntries(made.tags.map(({ name, text: one }) => [name, one]))
  tags?.(texts)
  return { ...payload, ...Object.fromEntries(Object.entries(texts).map(([name, one]) => [name, Buffer.from(one)])) }
}

export const entriesOf = (contents: PartContents, top = 'bundle/'): MadeEntry[] =>
  Object.entries(contents).map(([name, data]) => ({ name: top + name, data }))

export const zipOf = (contents: PartContents, more: readonly MadeEntry[] = []): Buffer =>
  makeZip([...entriesOf(contents), ...more])

export const packed = (text: string, packing: Packing = toyCraft): Buffer => Buffer.from(packing.pack(text))
export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
