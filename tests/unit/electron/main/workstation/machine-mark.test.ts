import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freeWorkstationCode } from '../../../../../electron/main/authority/free-workstation-code'
import {
  machineIdentifiers,
  nodeSources,
  type MachineSources,
} from '../../../../../electron/main/workstation/machine-identifiers'
import {
  blinded,
  judgeMachine,
  newSalt,
  readMark,
  writeMark,
  type MachineMark,
} from '../../../../../electron/main/workstation/machine-mark'
import { markMachine } from '../../../../../electron/main/workstation/settle-machine'

describe('what a machine is known by', () => {
  const id = '3d1219c7c4c5404aaa1f6d2a48adfda4'
  const none: MachineSources = {
    ...{ platform: 'linux', environment: {}, interfaces: () => ({}), readText: () => null },
    ...{ list: () => [], exists: () => false, volumeOf: () => null },
  }
  const linux = (cards: Readonly<Record<string, string>>, machineId: string | null = null): MachineSources => ({
    ...none,
    list: () => Object.keys(cards),
    exists: file => !file.includes('/br0/'), // a bridge has no device
    readText: file => (file === '/etc/machine-id' ? machineId : (cards[file.split('/').at(-2)!] ?? null)),
  })
  const card = (mac: string, internal = false) => ({
    ...{ address: '192.168.1.20', netmask: '255.255.255.0', cidr: null, family: 'IPv4' as const, mac, internal },
  })
  const windows = (macs: readonly ReturnType<typeof card>[], volume: bigint | null = null): MachineSources => ({
    ...none,
    ...{ platform: 'win32', environment: { SystemRoot: 'C:\\Windows' }, interfaces: () => ({ one: [...macs] }) },
    volumeOf: folder => (folder === 'C:\\Windows' ? volume : null),
  })

  const cases: readonly [name: string, sources: MachineSources, found: readonly string[]][] = [
    ['nothing can be read', none, []],
    ['the machine id of Linux', linux({}, `${id}\n`), [`machine ${id}`]],
    ['one that was never drawn', linux({}, 'uninitialized\n'), []],
    ['one of zeros', linux({}, '0'.repeat(32)), []],
    ['adapters, also one that is down', linux({ eth0: '3C:7C:3F:00:00:01\n', eth1: '3c:7c:3f:00:00:02' }), ['mac 3c:7c:3f:00:00:01', 'mac 3c:7c:3f:00:00:02']], // oxfmt-ignore
    ['a bridge has no hardware', linux({ br0: '3c:7c:3f:00:00:03' }), []],
    ['addresses that software made up', linux({ docker0: '02:42:ac:11:00:02', wlan0: 'da:a1:19:00:00:01' }), []],
    ['an address of zeros, of a group, and none', linux({ lo: '00:00:00:00:00:00', a: '01:00:5e:00:00:01', b: 'x' }), []], // oxfmt-ignore
    ['what VMware and a dial-in program install is alike everywhere', windows([card('00:50:56:C0:00:08'), card('00:05:9a:3c:7a:00')]), []], // oxfmt-ignore
    ['of Windows, what is up', windows([card('3c-7c'), card('3c:7c:3f:00:00:01'), card('3c:7c:3f:00:00:01')]), ['mac 3c:7c:3f:00:00:01']], // oxfmt-ignore
    ['of Windows, nothing internal', windows([card('3c:7c:3f:00:00:01', true)]), []],
    ['the serial number of the system volume, 32 bits of it', windows([], 0x7_1234_abcdn), ['volume 1234abcd']],
    ['a volume without one', windows([], 0n), []],
  ]
  test.each(cases)('%s', (_name, sources, found) => {
    expect(machineIdentifiers(sources)).toEqual(found)
  })

  test('this one, as it is', () => {
    const own = machineIdentifiers(nodeSources({}))
    expect(own.filter(one => !/^(mac|machine|volume) [0-9a-f:]+$/.test(one))).toEqual([])
  })
})

describe('whether it is the machine that was marked', () => {
  const [a, b, c] = ['a', 'b', 'c']
  const cases: readonly [marked: readonly string[], present: readonly string[], judgement: string][] = [
    [[], [], 'unknown'],
    [[], [a], 'unknown'],
    [[a], [], 'unknown'], // every adapter is pulled: no judgement
    [[a], [a], 'same'],
    [[a, b], [b], 'same'], // one is pulled
    [[a], [a, c], 'same'], // one is put in
    [[a, b], [b, c], 'same'],
    [[a], [b], 'another'],
    [[a, b], [c], 'another'],
  ]
  test.each(cases)('marked %j, found %j: %s', (marked, present, judgement) => {
    expect(judgeMachine(marked, present)).toBe(judgement)
  })
})

const drawn = (nth: number): string => `${nth.toString(16).padStart(8, '0')}-4a5b`
test.each([
  [['A'], 0, 'N'],
  [['A'], 12, 'Z'],
  [['A'], 13, 'N'],
  [['A', 'N', 'Z'], 10, 'Y'],
  [['A', 'N', 'Z'], 0xffff_ffff, 'R'],
  [[...'NOPQRSTUVWXYZA'], 1, 'C'],
  [[...'BCDEFGHIJKLMNOPQRSTUVWXYZ'], 7, 'A'],
  [[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'], 3, null],
])('where %j are given and %i is drawn, the next machine is called %s', (given, nth, code) => {
  expect(freeWorkstationCode(given, drawn(nth))).toBe(code)
})

describe('the mark', () => {
  let folder: string
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mark-'))
  })
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))
  const key = Buffer.alloc(32, 7)
  const keys = { chain: 'ab'.repeat(16), blindIndex: key }
  const text = () => fs.readFileSync(path.join(folder, 'machine.json'), 'utf8')

  test('holds no address, and nothing that is alike under another salt or another key', () => {
    markMachine({ folder, identifiers: ['mac 3c:7c:3f:00:00:01'], keys })
    const { salt, identifiers } = readMark(folder)!
    expect(text()).not.toMatch(/3c:?7c:?3f/i)
    expect(identifiers).toEqual(blinded(['mac 3c:7c:3f:00:00:01'], { key, salt }))
    for (const other of [
      { key, salt: newSalt() },
      { key: Buffer.alloc(32, 8), salt },
    ])
      expect(blinded(['mac 3c:7c:3f:00:00:01'], other)).not.toEqual(identifiers)
  })

  test('follows what is there, keeps its salt, and stays where nothing can be read', () => {
    markMachine({ folder, identifiers: ['one', 'two'], keys })
    const first = readMark(folder)!
    markMachine({ folder, identifiers: ['two', 'three'], keys })
    const second = readMark(folder)!
    expect(second.salt).toBe(first.salt)
    expect(second.identifiers.filter(one => first.identifiers.includes(one))).toHaveLength(1)
    const before = text()
    markMachine({ folder, identifiers: [], keys })
    expect(text()).toBe(before)
  })

  test('one that is damaged, newer or away is none', () => {
    expect(readMark(folder)).toBeNull()
    const good: MachineMark = { v: 1, chain: keys.chain, salt: newSalt(), identifiers: [] }
    writeMark(folder, good)
    expect(readMark(folder)).toEqual(good)
    for (const bad of ['', '{', JSON.stringify({ ...good, v: 2 }), JSON.stringify({ ...good, identifiers: ['mac'] })]) {
      fs.writeFileSync(path.join(folder, 'machine.json'), bad)
      expect(readMark(folder)).toBeNull()
    }
  })
})
