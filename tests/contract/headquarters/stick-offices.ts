import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { afterAll } from 'vitest'
import { inOffice } from '../../../headquarters/store/database'
import { foundedMachine, temporaryFolder } from '../../support/sticks/stick-machines'
import { enrolWithStick } from '../../support/sticks/enrol-with-stick'
import type { TestHeadquarters } from '../../support/headquarters/test-headquarters'

export const pdf = (bytes: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)])

/** Offices that one headquarters has enrolled, the folders that serve as their sticks, and what it holds of them. */
export function stickOffices(of: () => TestHeadquarters) {
  const folders: string[] = []
  const newFolder = (): string => {
    const folder = temporaryFolder()
    folders.push(folder)
    return folder
  }
  afterAll(() => {
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
  })

  const held = (officeId: number) =>
    inOffice(of().parts.db, officeId, async rows => ({
      acts: await rows
        .selectFrom('act')
        .select(['chain_id', 'seq', 'hash', 'body'])
        .orderBy('chain_id')
        .orderBy('seq')
        .execute(),
      blobs: (await rows.selectFrom('blob').select('digest').execute()).map(({ digest }) => digest.toString('hex')),
    }))
  const office = async () => {
    const first = await foundedMachine()
    folders.push(first.folder)
    return { first, ...(await enrolWithStick(of(), first)) }
  }
  return { folders, newFolder, held, office }
}
