import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { queryCodeFrom } from '#shared/domain/requests/query-code'
import type { PlainFact } from '#shared/ledger/act'
import { documentFaceOf, officeFaceOf, requestFaceOf } from '../../../../../electron/main/authority/public-face'
import { editionFolder } from '../../../../../electron/main/kiosk/edition-folder'
import { publisher, type PublisherParts } from '../../../../../electron/main/kiosk/publisher'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { visitActs, type VisitStep } from '../../../../support/workstation/visit-acts'

const dayMs = 86_400_000

async function office() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'publisher-test-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  const workstation = openTestWorkstation({ folder })
  valueOf(await workstation.establish(founding))
  onTestFinished(() => workstation.lock())
  const { vault, clock } = workstation.options
  const kiosk = path.join(folder, 'kiosk')
  const edition = editionFolder(kiosk, () => vault.publicKey)
  const told: number[] = []
  const later = { ms: 0 }
  const parts: PublisherParts = {
    ledger: () => workstation.ledger,
    edition,
    faces: { requestFaceOf, documentFaceOf, officeFaceOf },
    sign: bytes => workstation.sign(bytes),
    officeName: () => vault.status().officeName,
    now: () => clock.now() + later.ms,
    breathe: () => new Promise(resolve => setImmediate(resolve)),
    onPublished: () => told.push(told.length),
  }
  const steps = visitActs({ agencyId: agencyOf(workstation), today: clock.today(), requestSerial: 1, letterSerial: 1 })
  return { workstation, edition, parts, told, steps, kiosk, later, ...publisher(parts) }
}

const agencyOf = (workstation: Workstation): string => {
  const facts = workstation.ledger!.actsOf('office').flatMap(act => act.facts)
  return (facts.find(({ type }) => type === 'agency.added@1')!.open as { agencyId: string }).agencyId
}

const write = (workstation: Workstation, { subject, role, facts }: VisitStep): void =>
  void valueOf(workstation.append({ subject, role, facts }))

test('a request becomes one keyed row with stage and day, and follows its acts', async () => {
  const { workstation, edition, follow, steps, told } = await office()
  const withCode = validCode(steps[0]!)
  write(workstation, withCode.step)
  await follow()
  const tag = edition.tagOf(withCode.code, '0182')
  const today = workstation.options.clock.today()
  expect([...edition.rows().values()]).toEqual([[tag, 'handling', today]])
  expect(edition.read()).toMatchObject({ statusRows: 1, documents: 0, officeName: founding.officeName })

  const withdrawn = { type: 'request.withdrawn@1', open: { withdrawnOn: today }, personal: { note: '本人撤回' } }
  write(workstation, { ...withCode.step, facts: [withdrawn] })
  await follow()
  expect([...edition.rows().values()]).toEqual([[tag, 'withdrawn', today]])
  await follow()
  expect(told).toHaveLength(2) // nothing new, nothing written
})

test('an ended request is shown for ninety days more', async () => {
  const { workstation, edition, parts, steps, later } = await office()
  const { step } = validCode(steps[0]!)
  write(workstation, step)
  const withdrawnOn = workstation.options.clock.today()
  write(workstation, {
    ...step,
    facts: [{ type: 'request.withdrawn@1', open: { withdrawnOn }, personal: { note: '本人撤回' } }],
  })
  later.ms = 89 * dayMs
  await publisher(parts).follow()
  expect(edition.rows().size).toBe(1)
  later.ms = 92 * dayMs
  await publisher(parts).follow()
  expect(edition.rows().size).toBe(0)
})

test('locked in the middle, the edition before stays whole; a sign-in makes the next', async () => {
  const { workstation, edition, parts, steps } = await office()
  await publisher(parts).follow()
  const before = edition.read()
  write(workstation, validCode(steps[0]!).step)
  const locking = publisher({
    ...parts,
    breathe: async () => workstation.lock(),
  })
  await locking.follow()
  expect(edition.read()).toEqual(before)
  valueOf(await signInFirst(workstation))
  await locking.follow() // locks again at its first breath
  expect(edition.read()).toEqual(before)
  valueOf(await signInFirst(workstation))
  await publisher(parts).follow()
  expect(edition.read()?.statusRows).toBe(1)
})

test('nothing of a person reaches the folder, and the search for it would see it', async () => {
  const { workstation, follow, steps, kiosk } = await office()
  for (const step of steps.slice(0, 6))
    write(workstation, step.facts[0]!.type === 'request.registered@1' ? validCode(step).step : step)
  await follow()
  const traces = ['张㛃䶮', '110101190001010014', '13900000182', code, '白鹭村', 'G-014', '祁工', 'YX-A-']
  expect(found(kiosk, traces)).toEqual([])
  fs.writeFileSync(path.join(kiosk, 'planted'), '申请人张㛃䶮')
  expect(found(kiosk, traces)).toEqual(['张㛃䶮'])
})

const code = queryCodeFrom(new Uint8Array(16).fill(7))

/** With a code that passes its own check. */
function validCode(step: VisitStep): { step: VisitStep; code: string } {
  const [fact, ...rest] = step.facts
  const registered = { ...fact!, personal: { ...(fact!.personal as object), queryCode: code } } as PlainFact
  return { code, step: { ...step, facts: [registered, ...rest] } }
}

function found(folder: string, traces: readonly string[]): string[] {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const bytes = files.map(entry => fs.readFileSync(path.join(entry.parentPath, entry.name)))
  expect(bytes.length).toBeGreaterThan(2)
  return traces.filter(trace =>
    bytes.some(each => each.includes(trace) || each.includes(Buffer.from(trace, 'utf16le'))),
  )
}
