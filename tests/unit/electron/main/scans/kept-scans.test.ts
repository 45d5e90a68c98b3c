import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { blobsOf, home, office, reopen, start, useScanCounter } from './scan-counter'
import { pdf, send } from './scan-orders'

useScanCounter()

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
  const mirrorFolder = home('second-disk')
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
