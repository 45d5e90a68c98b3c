import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { takenFolder } from '../../../../../electron/main/scans/scan-sources'
import { valueOf } from '../../../../support/workstation/test-workstation'
import { home, machine, scanFolder, start, useScanCounter } from './scan-counter'
import { order, pdf } from './scan-orders'

useScanCounter()

test('a picked file is read by main; changed after it was picked, it is refused', async () => {
  const { scans, picked, sourceRoute, workstation, subject } = await start()
  const file = home('张㛃䶮的申请表.pdf')
  const content = pdf(2_500_000)
  fs.writeFileSync(file, content)
  fs.symlinkSync(file, home('link.pdf'))
  picked.push(file, home('link.pdf'), home(), home('nowhere.pdf'))
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
  machine.time = 2_000
  fs.appendFileSync(file, randomBytes(50)) // the scanner is still writing
  expect(scans.watched().sources).toEqual([])
  machine.time = 3_000
  expect(scans.watched().sources).toEqual([])
  machine.time = 3_600
  const [source, ...others] = scans.watched().sources
  expect([source?.name, others]).toEqual(['scan0001.pdf', []])
  expect(scans.watched().sources[0]).toEqual(source) // the same file has one id
  const about = { ...order(subject, source!.bytes), sourceId: source!.sourceId, isSent: false }

  machine.freeBytes = 2 ** 29
  expect(scans.begin(about)).toMatchObject({ problem: { kind: 'diskNearlyFull' } })
  machine.freeBytes = 2 ** 40
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
