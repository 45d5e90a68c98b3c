import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { openLog } from '../../../electron/main/log/log'
import { everyNaughtyString } from '../../support/hostile/naughty-strings'
import { everyOfficeString } from '../../support/hostile/office-strings'

vi.setConfig({ testTimeout: 60_000 }) // seconds alone, and the machine may be shared

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'log-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
const written = (): string => fs.readFileSync(path.join(folder, 'records-desk.log'), 'utf8')

/** Texts that nobody would find in a log by chance. */
const telling = (text: string): boolean => [...text].length > 3 && /[^\w\s./:\\-]/u.test(text)

test('one event is one line, and nothing that was typed stands in it, however it is thrown', () => {
  const log = openLog(folder)
  const texts = [...everyNaughtyString(), ...everyOfficeString()]
  for (const text of texts) {
    log('0a1b2c3d draft:save', new Error(text))
    log('0a1b2c3d draft:save', Object.assign(new TypeError('of the program'), { name: text, code: text }))
    log('0a1b2c3d draft:save', Object.assign(new Error('early'), { message: text }))
    log('0a1b2c3d draft:save', text)
    log('0a1b2c3d draft:save', { name: text })
  }
  const all = [path.join(folder, 'records-desk.log.1'), path.join(folder, 'records-desk.log')]
  const whole = all.filter(file => fs.existsSync(file)).map(file => fs.readFileSync(file, 'utf8'))
  const lines = whole.join('').split('\n').slice(0, -1)
  const leaked = texts.filter(telling).filter(text => whole.some(log => log.includes(text)))
  console.log(`log: ${texts.length} texts thrown in five ways, ${lines.length} lines kept`)
  expect(texts.length).toBeGreaterThanOrEqual(815)
  expect(leaked).toEqual([])
  for (const line of lines) expect(line).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z 0a1b2c3d draft:save /)
})

test('what support needs stands there: where, the name, the code and the frames', () => {
  fs.rmSync(path.join(folder, 'records-desk.log'), { force: true })
  const log = openLog(folder)
  log('vault', 'damaged')
  log('0a1b2c3d scan:finish', Object.assign(new RangeError('张三'), { code: 'ENOSPC' }))
  const [kind, bug] = written().split('\n')
  expect(kind).toMatch(/ vault damaged$/)
  expect(bug).toMatch(/ RangeError ENOSPC at .*log\.test\.ts:\d+:\d+/)
  expect(bug).not.toContain('张三')
})

test('a message that looks like a stack is no frame', () => {
  fs.rmSync(path.join(folder, 'records-desk.log'), { force: true })
  const log = openLog(folder)
  log('x', new Error('a\n    at 张三 110101190001010014 (/desk.js:1:1)\n    at b'))
  const error = new Error('first')
  error.message = 'second\n    at 李四 (/desk.js:1:1)'
  log('x', error)
  expect(written()).not.toMatch(/张三|李四|110101/)
  expect(written().trimEnd().split('\n')).toHaveLength(2)
})
