import { noDesks } from '../../../../support/workstation/no-desks'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { catalogueDocument } from '#shared/domain/catalogue/document-changes'
import type { DocumentFact } from '#shared/domain/catalogue/document-facts'
import { deskHandlers } from '../../../../../electron/main/ipc/desk-handlers'
import { scanDesk } from '../../../../../electron/main/scans/scan-desk'
import { scanRoute } from '../../../../../electron/main/scans/scan-routes'
import { scanSources } from '../../../../../electron/main/scans/scan-sources'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { closed } from '../../../shared/domain/catalogue/documents'
import { pdf, send, sha256, sealedIn } from './scan-orders'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attachments-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const office = () => path.join(folder, 'office')
const fetched = (route: ReturnType<typeof scanRoute>, document: string, digest: string) =>
  route(new URL(`app://bundle/ledger/scan?${new URLSearchParams({ document, digest }).toString()}`))

/** An office with one document in its catalogue, written through the channel of the desk. */
async function start() {
  const workstation = openTestWorkstation({ folder: office() })
  valueOf(await workstation.establish(founding))
  const agency = workstation.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!
  const { agencyId } = agency.open as { agencyId: never }
  const documentId = randomUUID()
  const handlers = deskHandlers({ workstation, ...noDesks })
  const write = (facts: readonly DocumentFact[]) =>
    handlers['catalogue:write']({ role: 'clerk', acts: [{ documentId, facts: facts as never }] })
  const written = await write([catalogueDocument({ ...closed, agencyId, documentDate: undefined as never }, '正文')])
  expect(written).toEqual({ ok: true, value: { seq: workstation.ledger!.head.seq } })
  return { workstation, documentId, write, ...counter(workstation) }
}

function counter(workstation: ReturnType<typeof openTestWorkstation>) {
  const sources = scanSources({ scanFolder: path.join(folder, 'scanner'), newId: randomUUID, now: () => 0 })
  const scans = scanDesk({ workstation, sources, newId: randomUUID, askFiles: async () => [] })
  return { scans, route: scanRoute(workstation) }
}

test('an attachment is sealed under the key of its document, recorded, and read back after a restart', async () => {
  const { scans, workstation, documentId, write } = await start()
  const content = pdf(300_000)
  const attached = await send(scans, `document:${documentId}`, content)
  expect(attached).toMatchObject({ ok: true })
  expect(workstation.ledger!.actsOf(`document:${documentId}`).at(-1)!.facts).toEqual([
    {
      type: 'document.attached@1',
      open: {
        ...{ digest: sha256(content), bytes: content.length, mime: 'application/pdf' },
        sealed: sealedIn(workstation),
      },
      personal: { title: '申请表' },
    },
  ])
  // Detached, its act still names it: the sweep of the next start leaves the file.
  expect(await write([{ type: 'document.detached@1', open: { digest: sha256(content) } }])).toMatchObject({ ok: true })
  workstation.lock()
  const again = openTestWorkstation({ folder: office() })
  valueOf(await signInFirst(again))
  const answer = await fetched(counter(again).route, documentId, sha256(content))
  expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
  expect((await fetched(counter(again).route, randomUUID(), sha256(content))).status).toBe(404)
})

test('a window cannot record an attachment whose bytes are not on the medium', async () => {
  const { write } = await start()
  const open = { digest: 'ab'.repeat(32), bytes: 5, mime: 'application/pdf' }
  const written = await write([{ type: 'document.attached@1', open, personal: { title: '附件' } }])
  expect(written).toEqual({ ok: false, problem: { kind: 'refused', why: { kind: 'scanNotKept' } } })
})
