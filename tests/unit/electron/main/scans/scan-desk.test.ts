import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { deskHandlers } from '../../../../../electron/main/ipc/desk-handlers'
import { noDesks } from '../../../../support/workstation/no-desks'
import { signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { blobsOf, machine, reopen, start, useScanCounter } from './scan-counter'
import { order, pdf, read, send, sha256, sealedIn } from './scan-orders'

useScanCounter()

test('a scan is sealed, recorded, read back, and read back again after a restart', async () => {
  const { scans, route, workstation, subject } = await start()
  const content = pdf(3_000_000)
  const before = workstation.ledger!.head.seq
  expect(valueOf(await send(scans, subject, content))).toEqual({ seq: before + 1, isMended: false, isPutAway: true })
  expect(workstation.ledger!.actsOf(subject).at(-1)!.facts).toEqual([
    {
      type: 'scan.added@1',
      open: {
        ...{ kind: 'signedForm', digest: sha256(content), bytes: content.length, mime: 'application/pdf' },
        sealed: sealedIn(workstation),
      },
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
  expect(valueOf(await send(scans, subject, content))).toEqual({ seq: head + 1, isMended: true, isPutAway: true })
  expect((await read(route, subject, sha256(content))).headers.get('content-type')).toBe('application/octet-stream')
  expect(blobsOf()).toEqual([blob])
  // Sealed anew it is another file; its act says so, and it is carried by what the act says.
  expect([...workstation.scans!.blobIndex.named()].map(({ sealed }) => sealed)).toEqual([sealedIn(workstation)])
  expect(await send(scans, subject, content)).toEqual({ ok: false, problem: { kind: 'scanAlreadyKept' } })
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
  machine.freeBytes = 2 ** 29
  expect(await refuse(pdf())).toMatchObject({ problem: { kind: 'diskNearlyFull' } })
  expect(workstation.ledger!.head).toEqual(before)
  expect(blobsOf()).toEqual([])
})

test('the disk runs full while a file comes in: the act is refused, and the blob goes with it', async () => {
  const { scans, workstation, subject } = await start()
  const content = pdf()
  const { uploadId } = valueOf(scans.begin(order(subject, content.length)))
  valueOf(scans.part(uploadId, content))
  machine.freeBytes = 2 ** 29
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
