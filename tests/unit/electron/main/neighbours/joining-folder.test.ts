import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { doneMark, finishJoining, joiningFolder } from '../../../../../electron/main/neighbours/joining/joining-folder'

let office: string
beforeEach(() => {
  office = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'joining-')), 'office')
})
afterEach(() => fs.rmSync(path.dirname(office), { recursive: true, force: true }))

const put = (folder: string, name: string, text = '1'): void => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  fs.writeFileSync(path.join(folder, name), text)
}

it('an office that was whole when the program ended is put in place, with the settings of this machine', () => {
  put(office, 'settings.json', '{"printer":"P"}')
  put(joiningFolder(office), 'vault/vault.json', 'joined')
  put(joiningFolder(office), doneMark)
  expect(finishJoining(office)).toBe(true)
  expect(fs.readFileSync(path.join(office, 'vault', 'vault.json'), 'utf8')).toBe('joined')
  expect(fs.readFileSync(path.join(office, 'settings.json'), 'utf8')).toContain('P')
  expect(fs.readdirSync(path.dirname(office)).filter(name => name.startsWith('office.before-joining'))).toHaveLength(1)
  expect(finishJoining(office)).toBe(false)
})

it('what was not whole goes, and an office that stands is never replaced', () => {
  put(joiningFolder(office), 'vault/vault.json', 'half')
  expect(finishJoining(office)).toBe(false)
  expect(fs.existsSync(joiningFolder(office))).toBe(false)
  put(office, 'vault/vault.json', 'stands')
  put(joiningFolder(office), doneMark)
  expect(finishJoining(office)).toBe(false)
  expect(fs.readFileSync(path.join(office, 'vault', 'vault.json'), 'utf8')).toBe('stands')
})
