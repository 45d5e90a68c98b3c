import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { applyBundle } from '../../../electron/main/bundles/apply-bundle'
import { checkBundle } from '../../../electron/main/bundles/check-bundle'
import { writeBundle } from '../../../electron/main/bundles/write-bundle'
import { lastingLedger } from '../../../electron/main/sync/lasting-ledger'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import type { Workstation } from '../../../electron/main/workstation/workstation'
import { founding, valueOf } from '../../support/workstation/test-workstation'
import { copyOf, newSetId, openedOrNot, signedIn, type DeskTemplate } from './desk-on-disk'
import type { Life } from './fail-every-operation'

const stick = (folder: string): string => path.join(folder, 'stick')
const quarantine = (folder: string): string => path.join(folder, 'quarantine')
const madeAt = '2026-11-26T07:00:00.000Z'

/** What a person would take for a part of a bundle, by its name. */
const partsIn = (target: string): string[] => fs.readdirSync(target).filter(name => /\.rdbundle$/.test(name))

async function write(desk: Workstation, target: string) {
  return writeBundle({
    ...{ ledger: desk.exchangeWith(nodeCraft)!, craft: nodeCraft, folder: target, officeName: founding.officeName },
    ...{ theirs: [], blobs: [], lock: null, setId: newSetId(), madeAt },
    signNote: text => desk.sign(Buffer.from(text)).toString('base64'),
  })
}

async function take(desk: Workstation, folder: string) {
  fs.mkdirSync(quarantine(folder), { recursive: true })
  const files = partsIn(stick(folder)).map(name => path.join(stick(folder), name))
  const { office } = desk.exchangeWith(nodeCraft)!
  const ledger = lastingLedger(office, () => desk.exchangeWith(nodeCraft))
  const reader = { office, craft: nodeCraft, keyOf: (chain: string) => ledger.keyOf(chain) }
  const keys = { identities: [], passphrases: [] }
  const into = fs.mkdtempSync(`${quarantine(folder)}${path.sep}`)
  const bundle = await checkBundle({ files, quarantine: into, keys }, reader)
  if (!bundle.ok) return bundle
  const meeting = { ledger, proof: nodeCraft, by: 'bundle', countedUpTo: () => 0, tell: () => undefined } as const
  const blobs = { has: () => true, keep: () => undefined }
  const applied = await applyBundle(bundle.value, meeting, { packing: nodeCraft, blobs })
  bundle.value.close()
  return { ok: true as const, value: applied }
}

/** A desk writes what it holds onto a stick. Nothing there looks complete that is not. `planted`: the stick is cut short after. */
export const exportLife = (template: DeskTemplate, planted = false): Life<{ isWritten: boolean }> => ({
  name: 'export of a bundle',
  prepare: async folder => {
    copyOf(template, folder)
    fs.mkdirSync(stick(folder))
  },
  begin: () => ({ isWritten: false }),
  live: async (folder, told) => {
    const desk = await openedOrNot(folder)
    if (!desk) return
    told.isWritten = (await write(desk, stick(folder))).ok
    desk.lock()
  },
  check: async (folder, { isWritten }) => {
    const names = partsIn(stick(folder))
    if (planted) for (const name of names) fs.truncateSync(path.join(stick(folder), name), 700)
    const desk = await signedIn(folder)
    const read = names.length === 0 ? null : await take(desk, folder)
    desk.lock()
    if (names.length === 0) return isWritten ? ['acknowledged and not there'] : []
    return read?.ok ? [] : [`looks complete and is not: ${JSON.stringify(read?.problem)}`]
  },
})

/** A desk takes in the other machine's visit from a stick. `planted`: the stick is empty when it is asked again. */
export const importLife = (template: DeskTemplate, planted = false): Life<null> => {
  let bundle: Parts | null = null
  return {
    name: 'import of a bundle',
    prepare: async folder => {
      copyOf(template, folder)
      fs.mkdirSync(stick(folder))
      bundle ??= await bundleOf(template)
      for (const [name, bytes] of bundle) fs.writeFileSync(path.join(stick(folder), name), bytes)
    },
    begin: () => null,
    live: async folder => {
      const desk = await openedOrNot(folder)
      if (!desk) return
      await take(desk, folder)
      desk.lock()
    },
    check: async folder => {
      const desk = await signedIn(folder)
      const wrong: string[] = []
      const again = planted ? null : await take(desk, folder)
      if (again && !again.ok) wrong.push(`refused afterwards: ${JSON.stringify(again.problem)}`)
      if (again?.ok && again.value.refused > 0) wrong.push(`${again.value.refused} segments refused afterwards`)
      const held = desk.ledger!.actsOf(template.otherSubject).length
      if (held !== 13) wrong.push(`${held} acts of the other's visit instead of 13`)
      if (desk.ledger!.readOnly) wrong.push(`for reading only: ${JSON.stringify(desk.ledger!.readOnly)}`)
      const known = ['office', 'quarantine', 'second-disk', 'stick']
      const odd = fs.readdirSync(folder).filter(name => !known.includes(name))
      if (odd.length > 0) wrong.push(`written outside: ${odd.join(', ')}`)
      desk.lock()
      return wrong
    },
  }
}

type Parts = ReadonlyMap<string, Buffer>

/** What a desk that holds the other machine's visit writes. */
async function bundleOf(template: DeskTemplate): Promise<Parts> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'io-bundle-'))
  copyOf(template, folder)
  fs.mkdirSync(stick(folder))
  const desk = await signedIn(folder)
  const { acts, chain } = template.other
  valueOf(desk.exchangeWith(nodeCraft)!.take(chain, acts))
  valueOf(await write(desk, stick(folder)))
  desk.lock()
  const parts = partsIn(stick(folder)).map(name => [name, fs.readFileSync(path.join(stick(folder), name))] as const)
  fs.rmSync(folder, { recursive: true })
  return new Map(parts)
}
