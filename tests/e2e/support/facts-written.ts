import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from '@playwright/test'
import type { PlainAct, PlainFact } from '#shared/ledger/act'
import { administrator } from '../../demo/hands/people-of-the-story'
import { readOffice } from '../../support/journal/read-office'
import type { Desk } from './desk'

/** What the journal says, read from a copy: the program goes on. */
export async function actsWritten(desk: Desk): Promise<readonly PlainAct[]> {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-read-'))
  try {
    fs.cpSync(path.join(desk.userData, 'office'), copy, { recursive: true })
    const { acts, readOnly } = await readOffice(copy, administrator)
    expect(readOnly).toBeNull()
    return acts
  } finally {
    fs.rmSync(copy, { recursive: true, force: true })
  }
}

/** All that was written about the request that was registered last. */
export async function factsOfTheLastRequest(desk: Desk): Promise<PlainFact[]> {
  const acts = await actsWritten(desk)
  const last = acts.findLast(({ facts }) => facts.some(({ type }) => type === 'request.registered@1'))
  return acts.filter(({ subject }) => subject === last?.subject).flatMap(({ facts }) => facts)
}
