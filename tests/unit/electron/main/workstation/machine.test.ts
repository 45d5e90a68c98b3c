import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { machineDesk, type MachineParts } from '../../../../../electron/main/workstation/machine-desk'
import { changeSettings, readSettings } from '../../../../../electron/main/workstation/settings'
import { chooseStore } from '../../../../../electron/main/workstation/store-choice'
import { craftFont } from '../fonts/crafted-font'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'machine-'))
  fs.mkdirSync(path.join(folder, 'office'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const office = () => path.join(folder, 'office')
const deskWith = (parts: Partial<MachineParts> = {}) =>
  machineDesk({
    office: office(),
    askFolder: async () => null,
    askFontFile: async () => null,
    listPrinters: async () => [{ name: 'HP', shownAs: '二楼打印机' }],
    fontFolders: [],
    mirrorState: () => 'current',
    ...parts,
  })

test('a mirror folder is tested, kept, and followed from the next start', async () => {
  const copy = path.join(folder, 'copy')
  fs.mkdirSync(copy)
  const desk = deskWith({ askFolder: async () => copy })
  expect(await desk.chooseFolder('mirror')).toMatchObject({
    value: { outcome: 'chosen', machine: { mirror: { folder: copy, state: 'atNextStart' } } },
  })
  expect(fs.readdirSync(copy).sort()).toEqual(['journal', 'vault'])
  expect(deskWith().read().mirror).toEqual({ folder: copy, state: 'current' })
  expect(desk.forgetFolder('mirror')).toMatchObject({ ok: true })
  expect(readSettings(office())).toEqual({})
})

test.each<[string, () => string, 'mirror' | 'scanner', string]>([
  ['the office itself', office, 'mirror', 'besideOffice'],
  ['a folder in it', () => path.join(office(), 'vault'), 'mirror', 'besideOffice'],
  ['a folder around it', () => folder, 'mirror', 'besideOffice'],
  ['a folder that is not there', () => path.join(folder, 'gone'), 'mirror', 'notWritable'],
  ['a scanner folder that is not there', () => path.join(folder, 'gone'), 'scanner', 'notReadable'],
])('%s is not taken', async (_what, wanted, which, why) => {
  const answer = await deskWith({ askFolder: async () => wanted() }).chooseFolder(which)
  expect(answer).toEqual({ ok: false, problem: { kind: 'folderUnusable', why } })
  expect(readSettings(office())).toEqual({})
})

test('a link into the office is seen through', async () => {
  const link = path.join(folder, 'link')
  fs.symlinkSync(office(), link)
  const answer = await deskWith({ askFolder: async () => link }).chooseFolder('mirror')
  expect(answer).toMatchObject({ problem: { why: 'besideOffice' } })
})

test('a choice that is cancelled changes nothing', async () => {
  expect(await deskWith().chooseFolder('scanner')).toEqual({ ok: true, value: { outcome: 'cancelled' } })
  expect(await deskWith().chooseFont('body', undefined)).toEqual({ ok: true, value: { outcome: 'cancelled' } })
})

test('only a font that main found itself can be asked for by its id', async () => {
  const fonts = path.join(folder, 'system')
  fs.mkdirSync(fonts)
  fs.writeFileSync(path.join(fonts, 'simfang.ttf'), craftFont({ fsType: 8, name: '仿宋' }))
  const desk = deskWith({ fontFolders: [fonts] })
  const [found] = desk.findFonts()
  expect(found).toMatchObject({ name: '仿宋', face: 'body' })
  expect(Object.keys(found!)).not.toContain('file')
  expect(await desk.chooseFont('body', '../etc/passwd')).toEqual({ ok: false, problem: { kind: 'notFound' } })
  expect(await desk.chooseFont('body', found!.id)).toMatchObject({
    value: { machine: { fonts: { body: { name: '仿宋', state: 'used' } } } },
  })
  fs.rmSync(path.join(office(), 'fonts'), { recursive: true })
  expect(desk.read().fonts.body).toEqual({ name: '仿宋', state: 'damaged' })
  expect(desk.resetFont('body')).toMatchObject({ value: { fonts: {} } })
})

test('a printer is kept by name and forgotten again', () => {
  const desk = deskWith()
  desk.setPrinter('HP')
  expect([desk.printerName(), deskWith().read().printer]).toEqual(['HP', 'HP'])
  desk.setPrinter(null)
  expect(desk.printerName()).toBeUndefined()
})

test('the reader of cards is set at once, keeps how it is asked, and is forgotten again', () => {
  const desk = deskWith()
  expect(desk.setCardReader({ port: 8989, path: '/read' })).toMatchObject({
    value: { cardReader: { port: 8989, path: '/read' } },
  })
  expect(desk.cardReader()).toEqual({ port: 8989, path: '/read', method: 'GET' })
  changeSettings(office(), { cardReader: { port: 8989, path: '/read', method: 'POST' } })
  desk.setCardReader({ port: 9000, path: '/card' })
  expect(desk.cardReader()).toEqual({ port: 9000, path: '/card', method: 'POST' })
  expect(desk.setCardReader(null)).toMatchObject({ ok: true })
  expect([desk.cardReader(), desk.read().cardReader]).toEqual([undefined, undefined])
})

test('training is a folder of its own, and the way there and back is one argument', () => {
  const normal = chooseStore(['electron', 'main.js', '--lang=zh-CN'], '/data')
  expect(normal).toMatchObject({ isTraining: false, userData: '/data' })
  expect(normal.argumentsFor('training')).toEqual(['main.js', '--lang=zh-CN', '--training'])
  const training = chooseStore(['electron', 'main.js', '--training'], '/data')
  expect(training).toMatchObject({ isTraining: true, userData: path.join('/data', 'training') })
  expect(training.argumentsFor('office')).toEqual(['main.js'])
})
