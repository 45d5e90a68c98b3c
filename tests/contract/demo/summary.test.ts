import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { administrator, reviewer } from '../../demo/hands/people-of-the-story'
import { prepareOffice } from '../../e2e/support/prepared-office'
import { issueWithoutScreen } from '../../e2e/support/without-screen'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'demo-summary-'))
const userData = path.join(root, 'data')
const output = path.join(root, 'output')

beforeAll(async () => {
  fs.mkdirSync(output)
  await prepareOffice(userData)
}, 60_000)
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

/** As the demo runs it: a process of its own, after the program has ended. */
function summarise() {
  const script = path.resolve('tests/demo/summary/visit.ts')
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, userData, output], {
    encoding: 'utf8',
  })
  const file = path.join(output, 'summary.json')
  return { status, stderr, written: JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown> }
}

test('where the visit never took place each missing field is named and the exit code is 1', () => {
  const { status, stderr } = summarise()
  expect(status).toBe(1)
  for (const field of ['requestNo', 'dueOn', 'letterNo', 'servedOn', 'pdfs.files', 'pdfs.slipSaysDueDate']) {
    expect(stderr).toContain(`summary: ${field} is missing or wrong`)
  }
}, 60_000)

test('a letter that nobody signed for and papers that were not saved are missed too', async () => {
  const { requestNo } = await issueWithoutScreen(userData, { clerk: administrator, reviewer, day: '2026-09-08' })
  const { status, stderr, written } = summarise()
  expect(status).toBe(1)
  expect(written).toMatchObject({ requestNo, dueOn: '2026-10-12', status: 'issued' })
  for (const field of ['servedOn', 'status', 'pdfs.receiptSaysNumber', 'pdfs.replySaysRemedy']) {
    expect(stderr).toContain(`summary: ${field} is missing or wrong`)
  }
  expect(stderr).not.toContain('summary: letterNo')
}, 60_000)
