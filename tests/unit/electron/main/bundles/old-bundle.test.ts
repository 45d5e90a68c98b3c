import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { chainFactsOf } from '#shared/ledger/exchange/chain-facts'
import { trustedChains } from '#shared/ledger/exchange/chain-trust'
import { openSegment } from '#shared/ledger/exchange/segment'
import { checkBundle } from '../../../../../electron/main/bundles/check-bundle'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'

/** Written on 26 November 2026 by the first program that wrote any, and never again: it has to be read for ever. */
const file = path.resolve(import.meta.dirname, '../../../../fixtures/bundles/bundle-v1.zip')

it('a bundle of 2026 is read by whoever has nothing but the bundle', async () => {
  const quarantine = fs.mkdtempSync(path.join(os.tmpdir(), 'old-bundle-'))
  const keys = { identities: [], passphrases: [] }
  const reader = { office: 'yunhe', craft: nodeCraft, keyOf: () => null }
  const read = await checkBundle({ files: [file], quarantine, keys }, reader)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  const { statement, segments, blobs } = read.value
  expect(statement).toMatchObject({
    officeName: '云河县档案馆',
    madeAt: '2026-11-26T08:00:00.000Z',
    by: '2'.repeat(32),
  })
  expect(segments.map(({ chain, from, to }) => [chain[0], from, to])).toEqual([
    ['1', 1, 2],
    ['2', 1, 2],
  ])
  const bodies: string[] = []
  for (const segment of segments) {
    const opened = openSegment(await read.value.readSegment(segment), nodeCraft)
    if (opened.ok) bodies.push(...opened.value.map(({ body }) => body))
  }
  expect(bodies).toHaveLength(4)
  expect(bodies.join()).toContain('一件旧数据包里的记录')
  expect(Buffer.from(await read.value.readBlob(blobs[0]!)).toString()).toBe('RDBLOB sealed bytes of 2026')
  // The second chain stands on the first one's signature, as it did then.
  const roots = [{ chain: '1'.repeat(32), publicKey: statement.chains[0]!.publicKey }]
  const trusted = trustedChains({ office: 'yunhe', roots, facts: bodies.flatMap(chainFactsOf) }, nodeCraft)
  expect(trusted.get('2'.repeat(32))?.admittedBy).toEqual({ kind: 'succession', chain: '1'.repeat(32) })
  read.value.close()
  fs.rmSync(quarantine, { recursive: true })
})
