import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import { identityNumber } from '../../support/at-rest/people'
import { scanFolder } from '../../support/at-rest/scan-folder'
import { traceFinder } from '../../support/at-rest/traces'
import { expect, test } from '../support/office-test'
import { levelDbLog, levelDbTable, snappyWithCopy } from './hidden-places'

const secret = identityNumber(91)
const padding = Buffer.alloc(40_000, '档案')

const places: Readonly<Record<string, Buffer>> = {
  'plain.txt': Buffer.from(secret),
  'utf16.bin': Buffer.from(`x${secret}`, 'utf16le').subarray(1), // at an odd offset too
  'hex.txt': Buffer.from(Buffer.from(secret).toString('hex')),
  'upper-hex-of-utf16.txt': Buffer.from(Buffer.from(secret, 'utf16le').toString('hex').toUpperCase()),
  'stream.gz': Buffer.concat([padding, zlib.gzipSync(secret)]),
  'cut-stream.bin': Buffer.concat([padding, zlib.deflateSync(secret + padding.toString('hex')).subarray(0, -8)]),
  '000005.ldb': levelDbTable(snappyWithCopy(secret)),
  '000003.log': levelDbLog(Buffer.concat([padding.subarray(0, 32_750), Buffer.from(secret)])),
  'blink.bin': Buffer.concat([padding, Buffer.from([0xff, 0x11, 0x02]), snappyWithCopy(secret)]),
}

test('the scan opens what compresses or cuts: each hidden number is found, and only there', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-planted-'))
  for (const [name, bytes] of Object.entries(places)) fs.writeFileSync(path.join(folder, name), bytes)
  const { traces } = scanFolder(folder, traceFinder([{ what: 'number', text: secret }]), [])
  const nothing = scanFolder(folder, traceFinder([{ what: 'number', text: identityNumber(92) }]), [])
  fs.rmSync(folder, { recursive: true })
  console.log(`found ${traces.map(({ file, read, as }) => `${file} (${read}, ${as})`).join('; ')}`)
  expect([...new Set(traces.map(({ file }) => file))].sort()).toEqual(Object.keys(places).sort())
  expect(nothing.traces).toEqual([])
})
