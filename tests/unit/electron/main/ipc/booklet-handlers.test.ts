import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookletChannels } from '#shared/contracts/booklet-channels'
import { officeSubject } from '#shared/ledger/subject'
import { officeClock } from '../../../../../electron/main/clock/office-clock'
import { bookletHandlers } from '../../../../../electron/main/ipc/booklet-handlers'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { founding, openTestWorkstation, valueOf } from '../../../../support/workstation/test-workstation'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'booklets-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const clock = () => officeClock({ wall: () => Date.parse('2026-03-02T04:00:00Z'), monotonic: () => 0 })

async function desk(outcome: 'done' | 'cancelled' = 'done') {
  const workstation = openTestWorkstation({ folder, clock: clock() })
  valueOf(await workstation.establish(founding))
  const out: string[] = []
  const answer = <T>(what: string, value: T) => {
    if (outcome === 'done') out.push(what)
    return { ok: true, value: outcome === 'done' ? value : { outcome: 'cancelled' as const } } as const
  }
  const ask = bookletHandlers({
    workstation,
    letters: {
      print: async ({ pages }) => answer(`printed ${pages.length}`, { outcome: 'printed' as const }),
      save: async ({ fileName }, record) => {
        const problem = outcome === 'done' && record?.()
        return problem
          ? { ok: false, problem }
          : answer(fileName, { outcome: 'saved' as const, path: '/x', digest: '' })
      },
    },
  })
  const agencyId = factsOf(workstation).find(({ type }) => type === 'agency.added@1')!.open['agencyId'] as string
  return { workstation, ask, out, booklet: { ...booklet, agencyId } }
}

const factsOf = (workstation: Workstation) =>
  workstation
    .ledger!.actsOf(officeSubject)
    .flatMap(({ facts }) => facts.map(({ type, open }) => ({ type, open: open as Record<string, unknown> })))
const producedIn = (workstation: Workstation) =>
  factsOf(workstation).filter(({ type }) => type === 'booklet.produced@1')

const pdf = Buffer.from('%PDF-1.7 a guide')
const booklet = {
  booklet: 'guide' as const,
  agencyId: '00000000-0000-4000-8000-0000000000aa',
  title: '指南',
  fileName: 'guide-2026-03-02.pdf',
  pdf,
  pages: 2,
  madeOn: '2026-03-02',
  basis: { agency: '1', guide: '', lawPack: null, wording: '2026-11', calendarUntil: null, topics: 'a'.repeat(64) },
}

test('a booklet that was saved is recorded with the digest of its PDF, its day and what it was made of', async () => {
  const { workstation, ask, out, booklet } = await desk()
  expect(await ask['booklet:save'](booklet)).toEqual({ ok: true, value: { outcome: 'saved' } })
  expect(out).toEqual(['guide-2026-03-02.pdf'])
  const { title: _title, fileName: _fileName, pdf: _pdf, ...told } = booklet
  const digest = createHash('sha256').update(pdf).digest('hex')
  expect(producedIn(workstation)).toMatchObject([{ open: { ...told, format: 'pdf', digest, bytes: pdf.length } }])
})

test('printed, it is recorded as paper; cancelled, nothing is', async () => {
  const { workstation, ask, booklet } = await desk()
  const images = [new Uint8Array(1), new Uint8Array(1)]
  expect(await ask['booklet:print']({ ...booklet, images })).toEqual({ ok: true, value: { outcome: 'printed' } })
  expect(producedIn(workstation)).toMatchObject([{ open: { format: 'paper', pages: 2 } }])
})

test('of a part that was printed the pages are recorded; images that are not of those pages are refused', async () => {
  const { workstation, ask, booklet } = await desk()
  const long = { ...booklet, pages: 236, range: { from: 101, to: 102 }, images: [new Uint8Array(1), new Uint8Array(1)] }
  expect(await ask['booklet:print'](long)).toMatchObject({ ok: true })
  expect(producedIn(workstation)).toMatchObject([{ open: { format: 'paper', pages: 236, range: long.range } }])
  const { input } = bookletChannels['booklet:print']
  const sent = { ...long, agencyId: '00000000-0000-4000-8000-0000000000aa' }
  expect(input.safeParse(sent).success).toBe(true)
  for (const range of [{ from: 101, to: 103 }, { from: 236, to: 237 }, { from: 102, to: 101 }, undefined])
    expect(input.safeParse({ ...sent, range }).success).toBe(false)
})

test('cancelled, nothing is recorded', async () => {
  const { workstation, ask, booklet } = await desk('cancelled')
  expect(await ask['booklet:save'](booklet)).toEqual({ ok: true, value: { outcome: 'cancelled' } })
  expect(producedIn(workstation)).toEqual([])
})

test('of an agency that is not there nothing goes out', async () => {
  const { ask, out, booklet } = await desk()
  const other = { ...booklet, agencyId: '00000000-0000-4000-8000-0000000000ff' }
  expect(await ask['booklet:save'](other)).toMatchObject({ ok: false, problem: { why: { kind: 'agencyUnknown' } } })
  expect(out).toEqual([])
})

test('the details of a guide are recorded as they were given', async () => {
  const { workstation, ask, booklet } = await desk()
  const details = { agencyId: booklet.agencyId, officeHours: '工作日9:00—17:00', hasNoFax: true as const }
  expect(await ask['guide:setDetails'](details)).toEqual({ ok: true, value: undefined })
  expect(factsOf(workstation).at(-1)).toEqual({ type: 'guide.detailsSet@1', open: details })
})
