import 'fake-indexeddb/auto' // before Dexie, which looks for IndexedDB once
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { catalogueDocument, changeDocument, type DocumentEdit } from '#shared/domain/catalogue/document-changes'
import type { DocumentFact } from '#shared/domain/catalogue/document-facts'
import type { PlainFact } from '#shared/ledger/act'
import { actsRoute } from '../../../../../electron/main/ipc/acts-route'
import type { Ledger } from '../../../../../electron/main/ledger/ledger'
import type { ProposedAct } from '../../../../../electron/main/ledger/make-acts'
import { dumpHash } from '../../../../../renderer/data/dump-hash'
import { fetchActs, type ActSource } from '../../../../../renderer/data/projector/act-source'
import { createProjector, type Projector } from '../../../../../renderer/data/projector/projector'
import type { ProjectorNews } from '../../../../../renderer/data/projector/projector-messages'
import { readWitnesses } from '../../../../../renderer/data/view-pointer'
import { ChainWriter, chainId, testChains } from '../../../../support/journal/chain-writer'
import { openTestLedger } from '../../../../support/journal/test-ledger'
import { valueOf } from '../../../../support/workstation/test-workstation'
import { documentId, published } from '../../../shared/domain/catalogue/documents'
import { emptyBrowser, inView, keys, useEmptyBrowser } from './projector-harness'

useEmptyBrowser()

const [minuteMs, yearMs] = [60_000, 365 * 86_400_000]
const start = Date.UTC(2026, 2, 2)
const [b, hq] = [chainId(1), chainId(2)]
const text = '第一条 为了保障公民依法获取政府信息。'

let home: string
const open: (Projector | Ledger)[] = []
beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'clocks-'))
})
afterEach(() => {
  for (const one of open.splice(0)) one.close()
  fs.rmSync(home, { recursive: true, force: true })
})

const about = (...facts: DocumentFact[]): ProposedAct => ({
  ...{ actor: 'p', role: 'clerk', subject: `document:${documentId}` },
  facts: facts as unknown as PlainFact[], // a document's facts are facts of the ledger
})
const changed = (edit: DocumentEdit): ProposedAct =>
  about(changeDocument({ details: published, isWithdrawn: false, text: null, body: text }, edit)!)
const inOffice = (type: string, said: object, role: string): ProposedAct => ({
  ...{ actor: role, role, subject: 'office' },
  facts: [{ type, open: said as never }],
})

/** A real ledger behind the real stream: this machine, one whose clock stands a year ahead, and headquarters. */
function cast() {
  let now = start
  const ledger = openTestLedger({ folder: `${home}/own`, others: testChains(`${home}/chains`), now: () => now })
  open.push(ledger)
  const fast = new ChainWriter(b, undefined, start + yearMs)
  const headquarters = new ChainWriter(hq)
  const tick = () => {
    now += minuteMs
    fast.now += minuteMs
    headquarters.now = now
  }
  const route = actsRoute(() => ledger)
  const asked: string[] = []
  const source = fetchActs('app://desk/ledger/acts', async address => {
    asked.push(address as string)
    return route(new URL(address as string))
  })
  const own = (...acts: readonly ProposedAct[]) => {
    tick()
    valueOf(ledger.append(acts))
  }
  const take = (writer: ChainWriter, ...acts: readonly ProposedAct[]) => {
    tick()
    valueOf(
      ledger.take(
        writer.chain,
        acts.map(act => writer.write(act)),
      ),
    )
  }
  const admitted = { chain: hq, publicKey: headquarters.publicKey, suite: 1, workstation: '', windowName: '上级端' }
  own(inOffice('chain.admitted@1', admitted, 'administrator'), about(catalogueDocument(published, text)))
  const correct = () =>
    take(headquarters, inOffice('clock.corrected@1', { chain: b, fromSeq: 1, toSeq: 1, byMs: yearMs }, 'headquarters'))
  return {
    ledger,
    source,
    asked,
    own,
    correct,
    writeWrong: () => take(fast, changed({ words: { title: '错' }, text: '错误的正文。' })),
  }
}

function project(source: ActSource) {
  const news: ProjectorNews[] = []
  const projector = createProjector({ source, keys, tell: one => void news.push(one) })
  open.push(projector)
  return { projector, rebuilt: () => news.some(({ kind }) => kind === 'progress') }
}

const shown = () =>
  inView(async db => ({
    title: (await db.documents.toCollection().first())?.document.details.title,
    text: (await db.documentTexts.toCollection().first())?.text,
  }))

/** Put right after the wrong ones, the text last, behind more acts than a batch of the view takes. */
const putRight = ({ own }: ReturnType<typeof cast>) => {
  own(changed({ words: { title: '对' } }))
  own(...Array.from({ length: 45 }, (_, n) => changed({ words: { abstract: `摘要${n}` } })))
  own(changed({ text: '正确的正文。' }))
}
const [wrong, right] = [
  { title: '错', text: '错误的正文。' },
  { title: '对', text: '正确的正文。' },
]

async function rebuiltHash(source: ActSource): Promise<string> {
  emptyBrowser()
  await project(source).projector.open()
  return inView(dumpHash)
}

test('what a clock a year ahead wrote gives way in the view once headquarters has corrected it, without a rebuild', async () => {
  const all = cast()
  all.writeWrong()
  putRight(all)
  await project(all.source).projector.open()
  expect(await shown()).toEqual(wrong)

  const again = project(all.source)
  await again.projector.open()
  all.correct()
  expect(await again.projector.pull(null)).toMatchObject({ ok: true })
  expect([await shown(), again.rebuilt()]).toEqual([right, false])
  const hash = await inView(dumpHash)

  const later = project(all.source)
  await later.projector.open()
  expect([await shown(), later.rebuilt(), await inView(dumpHash)]).toEqual([right, false, hash])
  // Asked for once: whoever has taken the correction in has all that it moved.
  const [last] = all.asked.slice(-1)
  expect(last).toContain(`after=${hq}.1.`)
  expect(await rebuiltHash(all.source)).toBe(hash)
})

test.each(['before', 'between'] as const)('it comes to the same where the correction came %s the acts', async order => {
  const all = cast()
  const { projector } = project(all.source)
  await projector.open()
  if (order === 'before') all.correct()
  await projector.pull(null)
  all.writeWrong()
  await projector.pull(null)
  expect(await shown()).toEqual(wrong) // nobody has said anything else yet
  if (order === 'between') all.correct()
  putRight(all)
  await projector.pull(null)
  expect(await shown()).toEqual(right)
  const hash = await inView(dumpHash)
  expect(await rebuiltHash(all.source)).toBe(hash)
})

/** Ends in the middle of the stream, as a window does that is killed. */
const killedAfter =
  (source: ActSource, bytes: number): ActSource =>
  async after => {
    const answer = await source(after)
    return answer.kind === 'acts' ? { ...answer, pieces: cut(answer.pieces, bytes) } : answer
  }

async function* cut(pieces: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; at += 500) {
      if ((left -= 500) < 0) throw new Error('killed')
      yield piece.subarray(at, at + 500)
    }
}

test('a kill anywhere in it costs nothing: the next pull begins with the acts that move', async () => {
  const all = cast()
  all.writeWrong()
  putRight(all)
  all.own(inOffice('test.noted@1', {}, 'clerk')) // about nothing that moves
  await project(all.source).projector.open()
  const reached = await readWitnesses()
  expect(reached).toHaveLength(2)
  all.correct()
  let seen = 0
  for (let bytes = 500; ; bytes += 3_000) {
    const { projector } = project(killedAfter(all.source, bytes))
    await projector.open()
    const isWhole = (await projector.pull(null)).ok
    if (isWhole) break
    expect(await readWitnesses()).toEqual(reached)
    seen++
  }
  expect(seen).toBeGreaterThan(5)
  expect(await shown()).toEqual(right)
  const hash = await inView(dumpHash)
  expect(await rebuiltHash(all.source)).toBe(hash)
})

test('a view that is built after the correction is right at once', async () => {
  const all = cast()
  all.writeWrong()
  all.correct()
  putRight(all)
  const { projector } = project(all.source)
  await projector.open()
  expect(await shown()).toEqual(right)
})
