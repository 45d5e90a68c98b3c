import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBundle } from '../../../../../electron/main/bundles/check-bundle'
import type { HostileBundle } from '../../../../support/bundles/hostile-bundle'
import { hostileBundles } from '../../../../support/bundles/hostile-bundles'
import { filledMachine, office, soundPart, zipOf, type PartContents } from '../../../../support/bundles/make-bundle'
import { toyCraft } from '../../../../support/exchange/toy-craft'

let folder: string
let sound: PartContents
let hostile: readonly HostileBundle[]
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hostile-'))
  const made = path.join(folder, 'made')
  fs.mkdirSync(made)
  sound = await soundPart(made)
  hostile = await hostileBundles(sound, made)
}, 120_000)
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** Reads parts as a stick would bring them; says what lay where beside the quarantine before and after. */
async function read(parts: readonly (Buffer | string)[]) {
  const stick = fs.mkdtempSync(path.join(folder, 'stick-'))
  const quarantine = path.join(fs.mkdtempSync(path.join(folder, 'machine-')), 'quarantine')
  fs.mkdirSync(quarantine)
  const files = parts.map((part, at) => {
    if (typeof part === 'string') return part
    const file = path.join(stick, `part-${at}.zip`)
    fs.writeFileSync(file, part)
    return file
  })
  const ledger = filledMachine()
  const disk = ledger.disk
  const before = listing(path.dirname(quarantine), stick)
  const reader = {
    office,
    craft: toyCraft,
    keyOf: (chain: string) => (chain.startsWith('1') ? ledger.keyOf(chain) : null),
  }
  const keys = { identities: [], passphrases: ['right'] }
  const checked = await checkBundle({ files, quarantine, keys }, reader)
  if (checked.ok) checked.value.close()
  expect(listing(path.dirname(quarantine), stick)).toEqual(before)
  expect(ledger.disk).toBe(disk)
  fs.rmSync(path.dirname(quarantine), { recursive: true })
  return checked
}

/** Every file but those in quarantine. */
const listing = (...folders: readonly string[]): readonly string[] =>
  folders.flatMap(one =>
    (fs.readdirSync(one, { recursive: true }) as string[]).filter(name => !name.startsWith('quarantine/')).sort(),
  )

describe('a stick with hostile bundles', () => {
  it('a sound one is read, so that the others are refused for what is wrong with them', async () => {
    expect(await read([zipOf(sound)])).toMatchObject({ ok: true })
  })

  it('each is refused whole with its reason, and nothing is written outside quarantine', async () => {
    expect(hostile.length).toBeGreaterThanOrEqual(40)
    expect(new Set(hostile.map(({ name }) => name)).size).toBe(hostile.length)
    const answers: [string, unknown][] = []
    for (const { name, parts } of hostile) {
      const checked = await read(parts)
      answers.push([name, checked.ok ? 'TAKEN' : checked.problem])
    }
    for (const [at, { name, problem }] of hostile.entries())
      expect.soft(answers[at], name).toMatchObject([name, problem])
    for (const escaped of ['/tmp/absolute', path.join(os.tmpdir(), 'slipped'), path.join(folder, 'slipped')])
      expect(fs.existsSync(escaped)).toBe(false)
    console.log(`${answers.length} hostile bundles refused`)
  }, 120_000)
})
