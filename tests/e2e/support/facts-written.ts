import { expect } from '@playwright/test'
import type { PlainFact } from '#shared/ledger/act'
import { administrator } from '../../demo/hands/people-of-the-story'
import { readOffice } from '../../support/journal/read-office'
import type { Desk } from './desk'

/** Ends the program and reads what it wrote about requests. */
export async function factsWritten(desk: Desk): Promise<PlainFact[]> {
  await desk.close()
  const { acts, readOnly } = await readOffice(`${desk.userData}/office`, administrator)
  expect(readOnly).toBeNull()
  return acts.filter(({ subject }) => subject.startsWith('request:')).flatMap(({ facts }) => facts)
}
