import fs from 'node:fs'
import path from 'node:path'
import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { httpBlobLink } from '../../../electron/main/sync/blob-link'
import { carryBlobs } from '../../../electron/main/sync/carry-blobs'
import { heldThere } from '../../../electron/main/sync/held-there'
import { signedCalls } from '../../../electron/main/sync/http-link'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { inOffice } from '../../../headquarters/store/database'
import type { StickMachine } from '../../support/sticks/stick-machines'
import type { TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { valueOf } from '../../support/workstation/test-workstation'
import { pdf, stickOffices } from './stick-offices'

/** Scans between real machines and the real headquarters, as the line carries them. */
export function sealedFileTests(of: () => TestHeadquarters): void {
  const { held, office } = stickOffices(of)

  describe('sealed files on the line', () => {
    let url: string
    beforeAll(async () => {
      const address = of().server.server.address() as AddressInfo | null
      url = address ? `http://127.0.0.1:${address.port}` : await of().server.listen({ host: '127.0.0.1', port: 0 })
    }, 30_000)

    const carrying = (machine: StickMachine) => {
      const { workstation } = machine
      const calls = signedCalls({
        ...{ url, headquartersKey: of().parts.key.publicKey, proof: nodeCraft, now: Date.now, timeoutMs: 20_000 },
        callers: () => [
          {
            chain: workstation.ledger!.chain,
            signNote: note => workstation.sign(Buffer.from(note)).toString('base64'),
          },
        ],
      })
      const { blobIndex, carried } = workstation.scans!
      const parts = {
        link: httpBlobLink(calls),
        blobs: carried,
        named: () => blobIndex.named(),
        turn: { putOff: new Set<string>() },
      }
      return { ...parts, held: heldThere(path.join(machine.folder, 'held.txt')) }
    }

    test('go once, come where they are missing, and are the same bytes', async () => {
      const { first, officeId } = await office()
      const subject = first.register(1)
      for (const bytes of [10, 5_000_000]) await first.scan(subject, pdf(bytes))
      const parts = carrying(first)
      expect(valueOf(await carryBlobs(parts))).toEqual({ went: 2, came: 0, waiting: 0, next: 0, disk: null })
      expect(valueOf(await carryBlobs(parts))).toEqual({ went: 0, came: 0, waiting: 0, next: 0, disk: null })
      const sealed = [...parts.named()].map(one => one.sealed)
      expect((await held(officeId)).blobs.sort()).toEqual([...sealed].sort())
      const files = [...parts.named()].map(({ file }) => parts.blobs.fileOf(file.replace('.blob', '')))
      const before = files.map(file => fs.readFileSync(file))
      // A database that is older than the folder: whoever asks whether it is here puts it in the list again.
      await inOffice(of().parts.db, officeId, rows => rows.deleteFrom('blob').execute())
      const asking = { ...parts, held: heldThere(path.join(first.folder, 'held-anew.txt')) }
      expect(valueOf(await carryBlobs(asking))).toMatchObject({ went: 0, came: 0, waiting: 0 })
      expect((await held(officeId)).blobs.sort()).toEqual([...sealed].sort())
      for (const file of files) fs.rmSync(file)
      expect(valueOf(await carryBlobs(parts))).toEqual({ went: 0, came: 2, waiting: 0, next: 0, disk: null })
      expect(files.map(file => fs.readFileSync(file).equals(before[files.indexOf(file)]!))).toEqual([true, true])
    })
  })
}
