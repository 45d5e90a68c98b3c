import { noDesks } from '../../../../support/workstation/no-desks'
import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deskHandlers } from '../../../../../electron/main/ipc/desk-handlers'
import { scanDesk } from '../../../../../electron/main/scans/scan-desk'
import { scanRoute, scanSourceRoute } from '../../../../../electron/main/scans/scan-routes'
import { scanSources, takenFolder } from '../../../../../electron/main/scans/scan-sources'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { visitActs } from '../../../../support/workstation/visit-acts'
import { order, pdf, read, send, sha256 } from './scan-orders'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'scan-desk-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const office = () => path.join(folder, 'office')
const scanFolder = () => path.join(folder, 'scanner')
let freeBytes = 2 ** 40
let time = 0
afterEach(() => {
  freeBytes = 2 ** 40
  time = 0
})

/** A machine with one registered request; `open` starts the program again on the same folder. */
async function start(options: { mirrorFolder?: string } = {}) {
  const workstation = openTestWorkstation({ folder: office(), freeBytes: () => freeBytes, ...options })
  valueOf(await workstation.establish(founding))
  const agency = workstation.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!
  const { agencyId } = agency.open as { agencyId: string }
  const today = workstation.options.clock.today()
  const [registered] = visitActs({ agencyId, today, requestSerial: 1, letterSerial: 1 })
  valueOf(workstation.append(registered!))
  return { ...counter(workstation), workstation, subject: registered!.subject }
}

function counter(workstation: ReturnType<typeof openTestWorkstation>) {
  const picked: string[] = []
  const sources = scanSources({ scanFolder: scanFolder(), newId: randomUUID, now: () => time })
  const scans = scanDesk({ workstation, sources, newId: randomUUID, askFiles: async () => picked })
  return {
    scans,
    sources,
    picked,
    route: scanRoute(workstation),
    sourceRoute: scanSourceRoute({ isOpen: () => workstation.isOpen, sources }),
  }
}

async function reopen(options: { mirrorFolder?: string } = {}) {
  const workstation = openTestWorkstation({ folder: office(), freeBytes: () => freeBytes, ...options })
  valueOf(await signInFirst(workstation))
  return { ...counter(workstation), workstation }
}

const blobsOf = (base = path.join(office(), 'blobs')) =>
  fs
    .readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(blob|part)$/.test(name))
    .map(name => path.join(base, name))

test('a scan is sealed, recorded, read back, and read back again after a restart', async () => {
  const { scans, route, workstation, subject } = await start()
  const content = pdf(3_000_000)
  const before = workstation.ledger!.head.seq
  expect(valueOf(await send(scans, subject, content))).toEqual({ seq: before + 1, isMended: false, isPutAway: true })
  expect(workstation.ledger!.actsOf(subject).at(-1)!.facts).toEqual([
    {
      type: 'scan.added@1',
      open: { kind: 'signedForm', digest: sha256(content), bytes: content.length, mime: 'application/pdf' },
      personal: { title: '申请表' },
    },
  ])
  const answer = await read(route, subject, sha256(content))
  expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  workstation.lock()
  expect((await read(route, subject, sha256(content))).status).toBe(403)
  const again = await reopen()
  expect(Buffer.from(await (await read(again.route, subject, sha256(content))).arrayBuffer()).equals(content)).toBe(
    true,
  )
  expect((await read(again.route, subject, 'ab'.repeat(32))).status).toBe(404)
  expect((await read(again.route, `request:${randomUUID()}`, sha256(content))).status).toBe(404)
})

test('a damaged blob is never shown, is named as damaged, and mended by the same file', async () => {
  const { scans, route, workstation, subject } = await start()
  const content = pdf(300_000)
  valueOf(await send(scans, subject, content))
  expect(await send(scans, subject, content)).toEqual({ ok: false, problem: { kind: 'scanAlreadyKept' } })
  const [blob] = blobsOf()
  const bytes = fs.readFileSync(blob!)
  for (const [why, damaged] of [
    ['changed', Buffer.from(bytes.map((byte, at) => (at === 200_000 ? byte ^ 4 : byte)))],
    ['cutShort', bytes.subarray(0, 200_000)],
  ] as const) {
    fs.writeFileSync(blob!, damaged)
    const answer = await read(route, subject, sha256(content))
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toEqual({ kind: 'scanUnreadable', why })
  }
  fs.rmSync(blob!)
  expect(await (await read(route, subject, sha256(content))).json()).toEqual({ kind: 'scanUnreadable', why: 'missing' })
  const head = workstation.ledger!.head.seq
  expect(valueOf(await send(scans, subject, content))).toEqual({ seq: head, isMended: true, isPutAway: true })
  expect((await read(route, subject, sha256(content))).headers.get('content-type')).toBe('application/octet-stream')
  expect(blobsOf()).toEqual([blob])
})

test('what is taken away is opened no more, also after a restart; its bytes stay, and the same file may come in again', async () => {
  const { scans, route, workstation, subject } = await start()
  const content = pdf(200_000)
  const digest = sha256(content)
  valueOf(await send(scans, subject, content))
  const withdrawn = { type: 'scan.withdrawn@1', open: { digest }, personal: { reason: '存错了件' } }
  valueOf(workstation.append({ subject, role: 'clerk', facts: [withdrawn] }))
  expect((await read(route, subject, digest)).status).toBe(404)
  expect(blobsOf()).toHaveLength(1)
  workstation.lock()
  const again = await reopen()
  expect((await read(again.route, subject, digest)).status).toBe(404)
  expect(blobsOf()).toHaveLength(1)
  const { seq } = again.workstation.ledger!.head
  expect(valueOf(await send(again.scans, subject, content))).toEqual({ seq: seq + 1, isMended: false, isPutAway: true })
  expect((await read(again.route, subject, digest)).status).toBe(200)
})

test('what must not come in is refused, and leaves neither blob nor act', async () => {
  const { scans, workstation, subject } = await start()
  const before = workstation.ledger!.head
  const refuse = async (content: Uint8Array) => send(scans, subject, content)
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  expect(await refuse(svg)).toEqual({ ok: false, problem: { kind: 'scanTypeRefused', found: 'svg' } })
  expect(await refuse(Buffer.alloc(0))).toMatchObject({ problem: { kind: 'scanTypeRefused', found: 'empty' } })
  const most = 50 * 1024 * 1024
  expect(scans.begin(order(subject, most + 1))).toEqual({
    ok: false,
    problem: { kind: 'scanTooLarge', bytes: most + 1, most },
  })
  expect(scans.begin(order(`request:${randomUUID()}`, 10))).toMatchObject({
    problem: { why: { kind: 'notRegistered' } },
  })
  expect(scans.begin(order('office', 10))).toMatchObject({ problem: { why: { kind: 'subjectUnknown' } } })
  const { uploadId } = valueOf(scans.begin(order(subject, 10)))
  expect(scans.part(uploadId, pdf(100))).toMatchObject({ problem: { kind: 'scanSourceGone' } }) // more than announced
  expect(scans.part(uploadId, pdf(1))).toMatchObject({ problem: { kind: 'scanUploadGone' } })
  const short = valueOf(scans.begin(order(subject, 1_000)))
  scans.part(short.uploadId, pdf(10))
  expect(await scans.finish(short.uploadId)).toMatchObject({ problem: { kind: 'scanSourceGone' } })
  freeBytes = 2 ** 29
  expect(await refuse(pdf())).toMatchObject({ problem: { kind: 'diskNearlyFull' } })
  expect(workstation.ledger!.head).toEqual(before)
  expect(blobsOf()).toEqual([])
})

test('the disk runs full while a file comes in: the act is refused, and the blob goes with it', async () => {
  const { scans, workstation, subject } = await start()
  const content = pdf()
  const { uploadId } = valueOf(scans.begin(order(subject, content.length)))
  valueOf(scans.part(uploadId, content))
  freeBytes = 2 ** 29
  const before = workstation.ledger!.head
  expect(await scans.finish(uploadId)).toMatchObject({ problem: { kind: 'diskNearlyFull' } })
  expect([workstation.ledger!.head, blobsOf()]).toEqual([before, []])
})

test('a window that was taken over cannot record a scan whose bytes were never kept', async () => {
  const { workstation, subject } = await start()
  const ask = deskHandlers({ workstation, ...noDesks })
  const open = { kind: 'signedForm', digest: 'ab'.repeat(32), bytes: 1, mime: 'application/pdf' }
  const facts = [{ type: 'scan.added@1', open, personal: { title: '无' } }]
  expect(await ask['ledger:append']({ subject, role: 'clerk', facts })).toEqual({
    ok: false,
    problem: { kind: 'refused', why: { kind: 'scanNotKept' } },
  })
})

test('cancel and lock leave nothing of what was on its way', async () => {
  const { scans, workstation, subject } = await start()
  const first = valueOf(scans.begin(order(subject, 2_000_000)))
  valueOf(scans.part(first.uploadId, pdf(900_000)))
  expect(blobsOf()).toHaveLength(1)
  scans.cancel(first.uploadId)
  expect(blobsOf()).toEqual([])
  const second = valueOf(scans.begin(order(subject, 2_000_000)))
  valueOf(scans.part(second.uploadId, pdf(900_000)))
  workstation.lock()
  expect(blobsOf()).toEqual([])
  valueOf(await signInFirst(workstation))
  expect(scans.part(second.uploadId, pdf(1))).toMatchObject({ problem: { kind: 'scanUploadGone' } })
})

test('a crash between blob and act: the next start sweeps the orphan and keeps what is recorded', async () => {
  const { scans, workstation, subject } = await start()
  valueOf(await send(scans, subject, pdf(1_000)))
  const [kept] = blobsOf()
  fs.writeFileSync(path.join(path.dirname(kept!), `${'0'.repeat(64)}.blob`), 'orphan')
  fs.writeFileSync(path.join(path.dirname(kept!), `${randomUUID()}.part`), 'half')
  workstation.lock()
  await reopen()
  expect(blobsOf()).toEqual([kept])
})

test('nothing is swept while the journal may only be read: its lost end may name the blob', async () => {
  const { scans, workstation, subject } = await start()
  const { chain, seq, hash } = workstation.ledger!.head
  valueOf(await send(scans, subject, pdf(1_000)))
  const witness = { ...workstation.ledger!.head }
  expect(witness.seq).toBe(seq + 1)
  expect(hash).not.toBe(witness.hash)
  workstation.lock()
  const segment = path.join(office(), 'journal', chain, '000001.seg')
  const bytes = fs.readFileSync(segment)
  bytes.fill(0, bytes.lastIndexOf('FRAM')) // the last frame is gone without a trace
  fs.writeFileSync(segment, bytes)
  const again = openTestWorkstation({ folder: office() })
  expect(valueOf(await signInFirst(again, witness)).readOnly).toMatchObject({ kind: 'journalCutShort' })
  expect(blobsOf()).toHaveLength(1)
})

test('the mirror folder holds the blobs too, and a blob that stands there is never written over', async () => {
  const mirrorFolder = path.join(folder, 'second-disk')
  fs.mkdirSync(mirrorFolder)
  const { scans, workstation, subject } = await start({ mirrorFolder })
  const content = pdf(400_000)
  valueOf(await send(scans, subject, content))
  await expect.poll(() => workstation.mirrorState).toBe('current')
  const [blob] = blobsOf()
  const sealed = fs.readFileSync(blob!)
  const [mirrored] = blobsOf(mirrorFolder)
  expect(fs.readFileSync(mirrored!).equals(sealed)).toBe(true)
  workstation.lock()
  fs.writeFileSync(blob!, 'damaged')
  const again = await reopen({ mirrorFolder })
  await expect.poll(() => again.workstation.mirrorState).toBe('current')
  expect(fs.readFileSync(mirrored!).equals(sealed)).toBe(true)
})

test('a picked file is read by main; changed after it was picked, it is refused', async () => {
  const { scans, picked, sourceRoute, workstation, subject } = await start()
  const file = path.join(folder, '张㛃䶮的申请表.pdf')
  const content = pdf(2_500_000)
  fs.writeFileSync(file, content)
  fs.symlinkSync(file, path.join(folder, 'link.pdf'))
  picked.push(file, path.join(folder, 'link.pdf'), folder, path.join(folder, 'nowhere.pdf'))
  const found = await scans.pick()
  expect(found).toEqual([{ sourceId: expect.any(String), name: '张㛃䶮的申请表.pdf', bytes: content.length }])
  const { sourceId } = found[0]!
  const about = { ...order(subject, content.length), sourceId, isSent: false }
  const { uploadId } = valueOf(scans.begin(about))
  expect(valueOf(scans.part(uploadId, undefined))).toEqual({ received: 1 << 20 })
  valueOf(scans.part(uploadId, undefined))
  expect(valueOf(scans.part(uploadId, undefined))).toEqual({ received: content.length })
  // Straight from the file there is no watermark on it.
  expect(scans.begin({ ...about, kind: 'identityExtract' })).toMatchObject({ problem: { kind: 'badInput' } })
  valueOf(await scans.finish(uploadId))
  expect(fs.existsSync(file)).toBe(true) // only the scanner's own folder is tidied
  const url = new URL(`app://bundle/scan-source?source=${sourceId}`)
  expect(Buffer.from(await sourceRoute(url).arrayBuffer()).equals(content)).toBe(true)
  fs.appendFileSync(file, 'x')
  expect(scans.begin(about)).toEqual({ ok: false, problem: { kind: 'scanSourceGone' } })
  expect(await sourceRoute(url).json()).toEqual({ kind: 'scanSourceGone' })
  workstation.lock()
  expect(sourceRoute(url).status).toBe(403)
})

test('the scanner folder: only still files are listed, and each is put away after its act, never before', async () => {
  const { scans, workstation, subject } = await start()
  expect(scans.watched()).toEqual({ state: 'missing', sources: [] })
  fs.mkdirSync(scanFolder())
  const file = path.join(scanFolder(), 'scan0001.pdf')
  fs.writeFileSync(file, pdf(10))
  for (const hidden of ['.scan.pdf', 'scan.tmp']) fs.writeFileSync(path.join(scanFolder(), hidden), 'x')
  fs.symlinkSync(file, path.join(scanFolder(), 'link.pdf'))
  expect(scans.watched()).toEqual({ state: 'ready', sources: [] })
  time = 2_000
  fs.appendFileSync(file, randomBytes(50)) // the scanner is still writing
  expect(scans.watched().sources).toEqual([])
  time = 3_000
  expect(scans.watched().sources).toEqual([])
  time = 3_600
  const [source, ...others] = scans.watched().sources
  expect([source?.name, others]).toEqual(['scan0001.pdf', []])
  expect(scans.watched().sources[0]).toEqual(source) // the same file has one id
  const about = { ...order(subject, source!.bytes), sourceId: source!.sourceId, isSent: false }

  freeBytes = 2 ** 29
  expect(scans.begin(about)).toMatchObject({ problem: { kind: 'diskNearlyFull' } })
  freeBytes = 2 ** 40
  const { uploadId } = valueOf(scans.begin(about))
  valueOf(scans.part(uploadId, undefined))
  expect(fs.existsSync(file)).toBe(true)
  fs.mkdirSync(path.join(scanFolder(), takenFolder))
  fs.writeFileSync(path.join(scanFolder(), takenFolder, 'scan0001.pdf'), 'an earlier one')
  const before = workstation.ledger!.head.seq
  expect(valueOf(await scans.finish(uploadId))).toEqual({ seq: before + 1, isMended: false, isPutAway: true })
  expect(fs.existsSync(file)).toBe(false)
  expect(fs.readdirSync(path.join(scanFolder(), takenFolder)).sort()).toEqual(['scan0001 (2).pdf', 'scan0001.pdf'])
  expect(fs.readFileSync(path.join(scanFolder(), takenFolder, 'scan0001.pdf'), 'utf8')).toBe('an earlier one')
  expect(scans.watched().sources).toEqual([])
})
