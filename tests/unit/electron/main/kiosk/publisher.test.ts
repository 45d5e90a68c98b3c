import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { publicDocument } from '#shared/contracts/kiosk-channels'
import { queryCodeFrom } from '#shared/domain/requests/query-code'
import type { PlainFact } from '#shared/ledger/act'
import { publicFaces } from '../../../../../electron/main/authority/public-face'
import { editionFolder } from '../../../../../electron/main/kiosk/edition-folder'
import { publisher, type PublisherParts } from '../../../../../electron/main/kiosk/publisher'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { visitActs, type VisitStep } from '../../../../support/workstation/visit-acts'

const dayMs = 86_400_000

const whoPublishesToo: typeof founding.administrator = {
  ...founding.administrator,
  posts: ['administrator', 'clerk', 'reviewer'],
}

async function office() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'publisher-test-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  const workstation = openTestWorkstation({ folder })
  valueOf(await workstation.establish({ ...founding, administrator: whoPublishesToo }))
  onTestFinished(() => workstation.lock())
  const { vault, clock } = workstation.options
  const kiosk = path.join(folder, 'kiosk')
  const edition = editionFolder(kiosk, () => vault.publicKey)
  const told: number[] = []
  const later = { ms: 0 }
  const parts: PublisherParts = {
    ledger: () => workstation.ledger,
    edition,
    faces: publicFaces,
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

const write = (workstation: Workstation, { subject, role, facts }: Omit<VisitStep, 'by'>): void =>
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

describe('documents', () => {
  const titles = ['低保标准调整的通知', '征地补偿安置办法', '污水处理费征收标准'] as const

  async function shelved() {
    const made = await office()
    const agencyId = agencyOf(made.workstation)
    const subjects = titles.map(title => {
      const subject = `document:${randomUUID()}`
      write(made.workstation, { subject, role: 'reviewer', facts: [catalogued(agencyId, title)] })
      return subject
    })
    /** Folds of documents since it was asked last. */
    let folded = 0
    const counting = {
      ...made.parts,
      faces: {
        ...made.parts.faces,
        documentFaceOf: (...asked: Parameters<typeof publicFaces.documentFaceOf>) => {
          folded++
          return publicFaces.documentFaceOf(...asked)
        },
      },
    }
    const foldsOf = async (work: () => Promise<void>): Promise<number> => {
      folded = 0
      await work()
      return folded
    }
    return { ...made, parts: counting, subjects, foldsOf, ...publisher(counting) }
  }

  const titlesIn = (edition: ReturnType<typeof editionFolder>): string[] =>
    Object.keys(edition.read()?.shelves ?? {})
      .flatMap(shelf => edition.shelf(shelf)!.toString().trim().split('\n'))
      .map(line => (JSON.parse(line) as { title: string }).title)
      .sort()

  test('only what has changed is told anew, also after the next sign-in', async () => {
    const { workstation, edition, parts, subjects, follow, foldsOf, kiosk } = await shelved()
    expect(await foldsOf(follow)).toBe(titles.length)
    expect(titlesIn(edition)).toEqual([...titles].sort())
    expect(edition.read()?.documents).toBe(titles.length)
    expect(fs.readdirSync(kiosk).filter(name => name.endsWith('.draft'))).toEqual([])

    write(workstation, withdrawn(subjects[0]!))
    expect(await foldsOf(follow)).toBe(1)
    workstation.lock()
    valueOf(await signInFirst(workstation))
    write(workstation, withdrawn(subjects[1]!))
    expect(await foldsOf(publisher(parts).follow)).toBe(1)
    expect(titlesIn(edition)).toEqual([titles[2]])
    expect(edition.read()?.documents).toBe(1)
  })

  test('another act of the office tells no document anew; an agency that is renamed is renamed on all', async () => {
    const { workstation, parts, follow, foldsOf } = await shelved()
    await follow()
    const renamed = { type: 'topicClass.renamed@1', open: { code: '05', name: '自然资源、能源' } }
    const answers = { countId: randomUUID(), on: '2026-01-01', satisfied: 1, fair: 0, dissatisfied: 0 }
    write(workstation, { subject: 'office', role: 'clerk', facts: [{ type: 'kiosk.answered@1', open: answers }] })
    expect(await foldsOf(follow)).toBe(0)
    write(workstation, { subject: 'office', role: 'administrator', facts: [renamed] })
    expect(await foldsOf(follow)).toBe(titles.length)
    const told = { ...parts, faces: { ...parts.faces, version: parts.faces.version + 1 } }
    expect(await foldsOf(publisher(told).follow)).toBe(titles.length)
  })

  test('the last day of a document is told, and others have none', async () => {
    const { workstation, edition, follow, subjects } = await shelved()
    const open = { set: { validTo: '2026-12-31' }, base: { validTo: null } }
    write(workstation, { subject: subjects[0]!, role: 'reviewer', facts: [{ type: 'document.changed@1', open }] })
    await follow()
    const told = Object.keys(edition.read()!.shelves)
      .flatMap(shelf => edition.shelf(shelf)!.toString().trim().split('\n'))
      .map(line => publicDocument.parse(JSON.parse(line)))
    expect(new Map(told.map(({ title, validTo }) => [title, validTo]))).toEqual(
      new Map(titles.map((title, n) => [title, n === 0 ? '2026-12-31' : undefined])),
    )
  })

  test('a shelf that was changed on the disk is made of the ledger again', async () => {
    const { workstation, edition, kiosk, parts, subjects, foldsOf } = await shelved()
    await publisher(parts).follow()
    for (const digest of Object.values(edition.read()!.shelves)) fs.writeFileSync(path.join(kiosk, digest), '{}\n')
    write(workstation, withdrawn(subjects[0]!))
    expect(await foldsOf(publisher(parts).follow)).toBe(titles.length)
    expect(titlesIn(edition)).toEqual([titles[1], titles[2]].sort())
  })
})

const catalogued = (agencyId: string, title: string): PlainFact => ({
  type: 'document.catalogued@1',
  open: {
    ...{ indexNo: title, agencyId, topicClass: '05', documentDate: '2026-03-01', validity: 'VALID' },
    ...{ attribute: 'PROACTIVE', publishedOn: '2026-03-02' },
    words: { title, text: `${title}全文` },
  },
})

const withdrawn = (subject: string): Omit<VisitStep, 'by'> => ({
  ...{ subject, role: 'reviewer' },
  facts: [{ type: 'document.withdrawn@1', open: { reason: '误登' } }],
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
