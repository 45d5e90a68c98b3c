import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { applyBundle } from '../../../../../electron/main/bundles/apply-bundle'
import { checkBundle } from '../../../../../electron/main/bundles/check-bundle'
import { previewBundle } from '../../../../../electron/main/bundles/bundle-preview'
import { writeBundle } from '../../../../../electron/main/bundles/write-bundle'
import type { ExchangeFinding } from '../../../../../electron/main/sync/exchange-findings'
import { lastingLedger } from '../../../../../electron/main/sync/lasting-ledger'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { visitActs } from '../../../../support/workstation/visit-acts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'between-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const keys = { identities: [], passphrases: [] }

/** What this desk holds, on a stick. */
async function stickOf(workstation: Workstation): Promise<string[]> {
  const target = fs.mkdtempSync(path.join(folder, 'stick-'))
  const written = await writeBundle({
    ...{
      ledger: workstation.exchangeWith(nodeCraft)!,
      craft: nodeCraft,
      folder: target,
      officeName: founding.officeName,
    },
    ...{ theirs: [], blobs: [], lock: null, setId: randomUUID(), madeAt: '2026-11-26T07:00:00.000Z' },
    signNote: text => workstation.sign(Buffer.from(text)).toString('base64'),
  })
  return valueOf(written).map(({ name }) => path.join(target, name))
}

async function take(workstation: Workstation, files: readonly string[]) {
  const quarantine = fs.mkdtempSync(path.join(folder, 'quarantine-'))
  const { office } = workstation.exchangeWith(nodeCraft)!
  const ledger = lastingLedger(office, () => workstation.exchangeWith(nodeCraft))
  const reader = { office, craft: nodeCraft, keyOf: (chain: string) => ledger.keyOf(chain) }
  const bundle = valueOf(await checkBundle({ files, quarantine, keys }, reader))
  const findings: ExchangeFinding[] = []
  const preview = previewBundle(bundle, ledger, () => true)
  const applied = await applyBundle(
    bundle,
    {
      ...{ ledger, proof: nodeCraft, by: 'bundle', countedUpTo: () => 0 },
      tell: finding => findings.push(finding),
    },
    { packing: nodeCraft, blobs: { has: () => true, keep: () => {} } },
  )
  bundle.close()
  return { preview, applied, findings }
}

/** The steps of a first request, as they are recorded at the counter. */
function stepsOf(workstation: Workstation) {
  const agency = workstation.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!
  const { agencyId } = agency.open as { agencyId: string }
  return visitActs({ agencyId, today: workstation.options.clock.today(), requestSerial: 1, letterSerial: 1 })
}

it('a desk that was put back gets its own later acts from a stick, and what it wrote since stays beside them', async () => {
  const home = path.join(folder, 'office')
  const backup = path.join(folder, 'backup')
  const desk = openTestWorkstation({ folder: home })
  valueOf(await desk.establish(founding))
  const [first] = stepsOf(desk)
  desk.lock()
  fs.cpSync(home, backup, { recursive: true })
  valueOf(await signInFirst(desk))
  valueOf(desk.append(first!))
  const later = await stickOf(desk)
  const heads = desk.exchangeWith(nodeCraft)!.heads()
  desk.lock()

  const back = openTestWorkstation({ folder: backup })
  valueOf(await signInFirst(back))
  const [other] = stepsOf(back)
  valueOf(back.append(other!))
  const old = back.ledger!.head
  const { preview, applied, findings } = await take(back, later)
  expect(preview.chains).toMatchObject([{ chain: old.chain, hasParted: true }])
  expect(findings.map(({ kind }) => kind)).toEqual(['rolledOver', 'came'])
  expect(applied.refused).toBe(0)

  const exchange = back.exchangeWith(nodeCraft)!
  expect(exchange.ownChain).not.toBe(old.chain)
  expect(exchange.heads().find(({ chain }) => chain === old.chain)).toEqual(heads[0])
  for (const subject of [first!.subject, other!.subject]) expect(back.ledger!.actsOf(subject)).toHaveLength(1)
  expect(await take(back, later)).toMatchObject({ preview: { isNews: false }, applied: { came: 0, refused: 0 } })

  // And back on the next stick: the first desk learns of the new chain by the key of its own.
  const returned = await stickOf(back)
  back.lock()
  const again = openTestWorkstation({ folder: home })
  valueOf(await signInFirst(again))
  const news = await take(again, returned)
  expect(news.findings.map(({ kind }) => kind)).toEqual(['came'])
  expect(again.ledger!.actsOf(other!.subject)).toHaveLength(1)
  again.lock()
})
