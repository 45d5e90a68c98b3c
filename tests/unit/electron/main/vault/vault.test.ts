import { createPublicKey, verify } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { argon2Kdf } from '../../../../../electron/main/vault/password-key'
import { openVault } from '../../../../../electron/main/vault/vault'
import type { VaultRecord } from '../../../../../electron/main/vault/vault-file'
import { administrator, cheapKdf, diskError, establishedVault, filesHolding, office } from './support'
import { openCheapVault, problemOf, recordingFiles, temporaryFolder, valueOf } from './support'

const vaultJson = (folder: string) => path.join(folder, 'vault.json')
const readRecord = (folder: string): VaultRecord => JSON.parse(fs.readFileSync(vaultJson(folder), 'utf8'))
const writeRecord = (folder: string, record: unknown) => fs.writeFileSync(vaultJson(folder), JSON.stringify(record))
const secretsOf = (keys: { journal: Buffer; rows: Buffer; blindIndex: Buffer; snapshots: Buffer }) =>
  [keys.journal, keys.rows, keys.blindIndex, keys.snapshots].map(key => key.toString('hex'))

test('set up, lock, sign in: the same keys come back, at the real cost of a password', async () => {
  const folder = temporaryFolder()
  const options = { folder, now: Date.now }
  const vault = valueOf(openVault(options))
  expect(vault.status()).toMatchObject({ state: 'empty', people: [] })
  expect(problemOf(await vault.signIn('x', 'y'))).toEqual({ kind: 'notEstablished' })
  const { keys, personId } = valueOf(await vault.establish(office))
  const before = secretsOf(keys)
  expect(new Set(before).size).toBe(4)
  expect(readRecord(folder).people[0]?.kdf).toEqual({ name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 })
  vault.lock()
  const again = valueOf(openVault(options))
  expect(again.status()).toEqual({
    state: 'locked',
    officeName: office.officeName,
    windowName: office.windowName,
    workstation: 'A',
    people: [{ personId, name: administrator.name, posts: ['administrator'] }],
  })
  const opened = valueOf(await again.signIn(personId, administrator.password))
  expect(secretsOf(opened)).toEqual(before)
  expect(opened).toMatchObject({ personId, failuresBefore: 0, chain: keys.chain, officeId: keys.officeId })
})

test('a second set-up is refused, also over keys whose vault.json was lost', async () => {
  const folder = temporaryFolder()
  const { vault } = await establishedVault({ folder })
  expect(problemOf(await vault.establish(office))).toEqual({ kind: 'alreadyEstablished' })
  valueOf(vault.subjectKeys.createKey('request:1'))
  vault.lock()
  fs.rmSync(vaultJson(folder))
  expect(problemOf(await valueOf(openCheapVault({ folder })).establish(office))).toEqual({ kind: 'keyStoreDamaged' })
})

test('a set-up that fails at any step of the disk can be done again', async () => {
  for (let nth = 1; nth < 80; nth++) {
    const folder = temporaryFolder()
    let step = 0
    const { files } = recordingFiles(() => {
      if (++step === nth) throw diskError('ENOSPC')
    })
    const first = openCheapVault({ folder, files })
    const established = first.ok ? await first.value.establish(office) : first
    if (first.ok) first.value.lock()
    if (established.ok) return expect(nth).toBeGreaterThan(15)
    const again = valueOf(openCheapVault({ folder }))
    if (again.status().state === 'empty') expect((await again.establish(office)).ok).toBe(true)
    else expect((await again.signIn(again.status().people[0]!.personId, administrator.password)).ok).toBe(true)
    again.lock()
  }
  expect.unreachable()
})

test('signatures verify under the public key; nothing signs after lock, and lock zeroes what was given out', async () => {
  const { vault, keys } = await establishedVault({ folder: temporaryFolder() })
  const publicKey = createPublicKey({ key: keys.publicKey, format: 'der', type: 'spki' })
  expect(verify(null, Buffer.from('act'), publicKey, keys.sign(Buffer.from('act')))).toBe(true)
  const subjectKey = valueOf(vault.subjectKeys.createKey('request:1'))
  const drafts = vault.drafts
  vault.lock()
  for (const key of [keys.journal, keys.rows, keys.blindIndex, keys.snapshots, subjectKey]) {
    expect(key.every(byte => byte === 0)).toBe(true)
  }
  expect(() => keys.sign(Buffer.from('act'))).toThrow('locked')
  expect(() => drafts.save('visit', 1)).toThrow('locked away')
  expect(() => vault.subjectKeys).toThrow('locked')
  expect(() => vault.drafts).toThrow('locked')
  expect(problemOf(vault.renewRecovery())).toEqual({ kind: 'locked' })
  expect(problemOf(await vault.addPerson('李四', ['clerk'], 'long enough'))).toEqual({ kind: 'locked' })
})

test('wrong passwords: refused, counted, delayed, also after a restart', async () => {
  const folder = temporaryFolder()
  const clock = { ms: 1_800_000_000_000 }
  const options = { folder, now: () => clock.ms }
  const { vault, personId } = await establishedVault(options)
  vault.lock()
  for (const waitSeconds of [0, 0, 0, 0, 1]) {
    expect(problemOf(await vault.signIn(personId, 'wrong-password'))).toEqual({ kind: 'wrongPassword', waitSeconds })
  }
  const again = valueOf(openCheapVault(options))
  expect(problemOf(await again.signIn(personId, administrator.password))).toEqual({ kind: 'mustWait', waitSeconds: 1 })
  clock.ms += 1000
  expect(valueOf(await again.signIn(personId, administrator.password)).failuresBefore).toBe(5)
  again.lock()
  expect(valueOf(await again.signIn(personId, administrator.password)).failuresBefore).toBe(0)
})

test('tries made at once do not slip past the delay', async () => {
  const { vault, personId } = await establishedVault({ folder: temporaryFolder() })
  vault.lock()
  const tries = await Promise.all(Array.from({ length: 20 }, (_, i) => vault.signIn(personId, `wrong-${i}`)))
  const kinds = tries.map(one => problemOf(one).kind)
  expect(kinds.filter(kind => kind === 'wrongPassword')).toHaveLength(5)
  expect(kinds.filter(kind => kind === 'mustWait')).toHaveLength(15)
})

test('an unknown person costs the same work and gets the same answer', async () => {
  let derived = 0
  const kdf = {
    ...cheapKdf,
    derive: (...args: Parameters<typeof cheapKdf.derive>) => (derived++, cheapKdf.derive(...args)),
  }
  const { vault, personId } = await establishedVault({ folder: temporaryFolder(), kdf })
  vault.lock()
  derived = 0
  const known = problemOf(await vault.signIn(personId, 'wrong-password'))
  expect(derived).toBe(1)
  // Even the administrator's own password opens nothing under another name.
  const unknown = await vault.signIn('00000000-0000-4000-8000-000000000000', administrator.password)
  expect(derived).toBe(2)
  expect(problemOf(unknown)).toEqual(known)
})

test('a lock during a slow sign-in wins; so does the first of two; an open vault takes no sign-in', async () => {
  const { vault, personId } = await establishedVault({ folder: temporaryFolder() })
  vault.lock()
  const slow = vault.signIn(personId, administrator.password)
  vault.lock()
  expect(problemOf(await slow)).toEqual({ kind: 'locked' })
  expect(vault.status().state).toBe('locked')
  const both = await Promise.all([1, 2].map(() => vault.signIn(personId, administrator.password)))
  expect(both.map(one => one.ok)).toEqual([true, false])
  const adding = vault.addPerson('李四', ['clerk'], 'long enough')
  await expect(vault.signIn(personId, administrator.password)).rejects.toThrow('lock the vault')
  vault.lock()
  expect(problemOf(await adding)).toEqual({ kind: 'locked' })
})

test('each person opens the same office with an own password; changing one changes no other', async () => {
  const { vault, keys, personId } = await establishedVault({ folder: temporaryFolder() })
  const before = secretsOf(keys)
  expect(problemOf(await vault.addPerson('李四', ['clerk'], 'short'))).toEqual({ kind: 'weakPassword', atLeast: 8 })
  const li = valueOf(await vault.addPerson('李四', ['clerk', 'reviewer'], 'password of li'))
  expect(problemOf(await vault.setPassword('nobody', 'long enough'))).toEqual({ kind: 'unknownPerson' })
  valueOf(await vault.setPassword(personId, 'another password'))
  vault.lock()
  expect(problemOf(await vault.signIn(personId, administrator.password)).kind).toBe('wrongPassword')
  expect(secretsOf(valueOf(await vault.signIn(li.personId, 'password of li')))).toEqual(before)
  vault.lock()
  expect(secretsOf(valueOf(await vault.signIn(personId, 'another password')))).toEqual(before)
})

test('all passwords lost: the printed key opens the office and gives one person a new password', async () => {
  const folder = temporaryFolder()
  const { vault, keys, personId, recoveryKey } = await establishedVault({ folder })
  const before = secretsOf(keys)
  vault.lock()
  const again = valueOf(openCheapVault({ folder }))
  const typo = recoveryKey.slice(0, 6) + (recoveryKey[6] === 'A' ? 'B' : 'A') + recoveryKey.slice(7)
  for (let i = 0; i < 9; i++) {
    const refused = problemOf(await again.recover(typo, personId, 'new password'))
    expect(refused).toEqual({ kind: 'badInput', detail: 'recoveryKey.group.2' }) // costs no try, so never a delay
  }
  expect(problemOf(await again.recover(recoveryKey, personId, 'short')).kind).toBe('weakPassword')
  expect(problemOf(await again.recover(recoveryKey, 'nobody', 'new password'))).toEqual({ kind: 'unknownPerson' })
  expect(secretsOf(valueOf(await again.recover(recoveryKey.toLowerCase(), personId, 'new password')))).toEqual(before)
  again.lock()
  expect(problemOf(await again.signIn(personId, administrator.password)).kind).toBe('wrongPassword')
  expect(secretsOf(valueOf(await again.signIn(personId, 'new password')))).toEqual(before)
})

test('a renewed sheet opens, the old one no longer, and tries with it are slowed down', async () => {
  const { vault, personId, recoveryKey } = await establishedVault({ folder: temporaryFolder() })
  const renewed = valueOf(vault.renewRecovery())
  vault.lock()
  for (const waitSeconds of [0, 0, 0, 0, 1]) {
    const refused = problemOf(await vault.recover(recoveryKey, personId, 'new password'))
    expect(refused).toEqual({ kind: 'wrongRecoveryKey', waitSeconds })
  }
  expect(problemOf(await vault.recover(renewed, personId, 'new password'))).toEqual({
    kind: 'mustWait',
    waitSeconds: 1,
  })
  expect((await vault.signIn(personId, administrator.password)).ok).toBe(true)
})

test('wraps exchanged between people, or between a person and the sheet, open nothing', async () => {
  const folder = temporaryFolder()
  const { vault, personId, recoveryKey } = await establishedVault({ folder })
  const li = valueOf(await vault.addPerson('李四', ['clerk'], 'password of li'))
  vault.lock()
  const record = readRecord(folder)
  const [zhao, clerk] = record.people
  const seal = ({ kdf, salt, wrap }: VaultRecord['people'][number]) => ({ kdf, salt, wrap })
  writeRecord(folder, {
    ...record,
    people: [
      { ...zhao!, ...seal(clerk!) },
      { ...clerk!, ...seal(zhao!) },
    ],
  })
  const swapped = valueOf(openCheapVault({ folder }))
  expect(problemOf(await swapped.signIn(personId, 'password of li')).kind).toBe('wrongPassword')
  expect(problemOf(await swapped.signIn(li.personId, administrator.password)).kind).toBe('wrongPassword')
  writeRecord(folder, { ...record, recovery: { ...record.recovery, wrap: zhao!.wrap } })
  const other = valueOf(openCheapVault({ folder }))
  expect(problemOf(await other.recover(recoveryKey, personId, 'new password')).kind).toBe('wrongRecoveryKey')
})

test.each([
  ['memory', { memoryKiB: 8 }],
  ['passes', { passes: 1 }],
  ['memory by one', { memoryKiB: 65_535 }],
  ['another function', { name: 'pbkdf2' }],
])('weakened parameters (%s) make the file no vault', async (_, weakened) => {
  const folder = temporaryFolder()
  const { vault } = await establishedVault({ folder })
  vault.lock()
  const record = readRecord(folder)
  const strong = { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 }
  const withKdf = (kdf: object) => ({ ...record, people: record.people.map(one => ({ ...one, kdf })) })
  const open = () => openVault({ folder, now: Date.now, kdf: { ...argon2Kdf, derive: cheapKdf.derive } })
  writeRecord(folder, withKdf(strong))
  expect(open().ok).toBe(true)
  writeRecord(folder, withKdf({ ...strong, ...weakened }))
  expect(open()).toEqual({ ok: false, problem: { kind: 'keyStoreDamaged' } })
  expect(openVault({ folder, now: Date.now }).ok).toBe(false)
})

test('parameters made stronger or otherwise changed within bounds do not open either', async () => {
  const folder = temporaryFolder()
  const { vault, personId } = await establishedVault({ folder })
  vault.lock()
  const record = readRecord(folder)
  writeRecord(folder, { ...record, people: record.people.map(one => ({ ...one, kdf: { ...one.kdf, passes: 2 } })) })
  const changed = valueOf(openCheapVault({ folder }))
  expect(problemOf(await changed.signIn(personId, administrator.password)).kind).toBe('wrongPassword')
})

/** vault.json with one byte of one sealed value flipped, for every byte of every sealed value. */
function* flippedRecords(record: VaultRecord) {
  const flips = function* (text: string) {
    const bytes = Buffer.from(text, 'base64')
    for (let i = 0; i < bytes.length; i++)
      yield Buffer.from(bytes.map((b, j) => (i === j ? b ^ (1 << (i % 8)) : b))).toString('base64')
  }
  const [zhao] = record.people
  for (const wrap of flips(zhao!.wrap)) yield { ...record, people: [{ ...zhao!, wrap }] }
  for (const salt of flips(zhao!.salt)) yield { ...record, people: [{ ...zhao!, salt }] }
  for (const wrap of flips(record.recovery.wrap)) yield { ...record, recovery: { ...record.recovery, wrap } }
  for (const sealedPrivateKey of flips(record.signing.sealedPrivateKey)) {
    yield { ...record, signing: { ...record.signing, sealedPrivateKey } }
  }
  for (const publicKey of flips(record.signing.publicKey))
    yield { ...record, signing: { ...record.signing, publicKey } }
}

test('no flipped byte of any sealed value ever opens with a wrong key', async () => {
  const folder = temporaryFolder()
  const { vault, personId, recoveryKey, keys } = await establishedVault({ folder })
  const right = secretsOf(keys).join()
  vault.lock()
  const record = readRecord(folder)
  let refused = 0
  for (const flipped of flippedRecords(record)) {
    writeRecord(folder, flipped)
    fs.rmSync(path.join(folder, 'sign-in-failures.json'), { force: true })
    const opened = valueOf(openCheapVault({ folder }))
    const isSheet = flipped.recovery !== record.recovery
    const answer = isSheet
      ? await opened.recover(recoveryKey, personId, 'new password')
      : await opened.signIn(personId, administrator.password)
    if (answer.ok) expect(secretsOf(answer.value).join()).toBe(right)
    else refused++
    opened.lock()
  }
  expect(refused).toBe(60 + 16 + 60 + 76 + 44)
})

test('base64 in another spelling is not a vault', async () => {
  const folder = temporaryFolder()
  await establishedVault({ folder })
  const record = readRecord(folder)
  writeRecord(folder, { ...record, recovery: { ...record.recovery, wrap: ` ${record.recovery.wrap}` } })
  expect(openCheapVault({ folder })).toEqual({ ok: false, problem: { kind: 'keyStoreDamaged' } })
})

test.each(['officeId', 'chain', 'officeName', 'windowName', 'placeCode', 'workstation'] as const)(
  'an edited %s is found at sign-in',
  async field => {
    const folder = temporaryFolder()
    const { vault, personId } = await establishedVault({ folder })
    vault.lock()
    const other = await establishedVault({ folder: temporaryFolder() })
    const edited = {
      ...other.vault.house!,
      officeName: '别处',
      windowName: '二号窗口',
      placeCode: 'XX',
      workstation: 'B',
    }
    writeRecord(folder, { ...readRecord(folder), [field]: edited[field] })
    const opened = valueOf(openCheapVault({ folder }))
    expect(problemOf(await opened.signIn(personId, administrator.password))).toEqual({ kind: 'keyStoreDamaged' })
    expect(opened.status().state).toBe('locked')
  },
)

test('a newer vault is refused with its version, a ruined one as damage, a left-over temp is ignored', async () => {
  const folder = temporaryFolder()
  const { vault, personId } = await establishedVault({ folder })
  vault.lock()
  const whole = fs.readFileSync(vaultJson(folder))
  fs.writeFileSync(`${vaultJson(folder)}.part`, whole.subarray(0, 100))
  expect((await valueOf(openCheapVault({ folder })).signIn(personId, administrator.password)).ok).toBe(true)
  writeRecord(folder, { ...readRecord(folder), v: 2, news: true })
  expect(problemOf(openCheapVault({ folder }))).toEqual({ kind: 'journalNewer', version: 2 })
  for (const ruined of [whole.subarray(0, -5), Buffer.alloc(0), Buffer.from('null')]) {
    fs.writeFileSync(vaultJson(folder), ruined)
    expect(problemOf(openCheapVault({ folder }))).toEqual({ kind: 'keyStoreDamaged' })
  }
})

test('a changed password survives a failure at any step: the old or the new opens', async () => {
  for (let nth = 1; nth < 60; nth++) {
    const folder = temporaryFolder()
    let step = -1
    const { files } = recordingFiles(() => {
      if (step >= 0 && ++step === nth) throw diskError('EIO')
    })
    const { vault, personId } = await establishedVault({ folder, files })
    step = 0
    const changed = await vault.setPassword(personId, 'another password')
    const isDone = nth > step
    vault.lock()
    const again = valueOf(openCheapVault({ folder }))
    const withOld = await again.signIn(personId, administrator.password)
    again.lock()
    const withNew = await again.signIn(personId, 'another password')
    expect([withOld.ok, withNew.ok].filter(Boolean)).toHaveLength(1)
    if (changed.ok) expect(withNew.ok).toBe(true)
    if (isDone) return
  }
  expect.unreachable()
})

test('the second folder holds all that a lost disk needs, and a lost vault.json beside it is never set up over', async () => {
  const folder = temporaryFolder()
  const mirrorFolder = temporaryFolder()
  const { vault, personId } = await establishedVault({ folder, mirrorFolder })
  const key = Buffer.from(valueOf(vault.subjectKeys.createKey('request:1')))
  valueOf(await vault.setPassword(personId, 'another password'))
  expect(vault.mirror).toBe('current')
  vault.lock()
  const saved = valueOf(openCheapVault({ folder: mirrorFolder }))
  valueOf(await saved.signIn(personId, 'another password'))
  expect(saved.subjectKeys.keyOf('request:1')).toEqual(key)
  saved.lock()
  fs.rmSync(vaultJson(folder))
  expect(problemOf(openCheapVault({ folder, mirrorFolder }))).toEqual({ kind: 'keyStoreDamaged' })
})

test("a second folder of another office is left as it is and reported 'behind'", async () => {
  const other = temporaryFolder()
  await establishedVault({ folder: other })
  const before = fs.readdirSync(other).map(name => [name, fs.statSync(path.join(other, name)).mtimeMs])
  const folder = temporaryFolder()
  const { vault, personId } = await establishedVault({ folder })
  vault.lock()
  const mirrored = valueOf(openCheapVault({ folder, mirrorFolder: other }))
  valueOf(await mirrored.signIn(personId, administrator.password))
  valueOf(mirrored.subjectKeys.createKey('request:1'))
  expect(mirrored.mirror).toBe('behind')
  expect(fs.readdirSync(other).map(name => [name, fs.statSync(path.join(other, name)).mtimeMs])).toEqual(before)
})

test('nothing that was sealed, and no secret, lies readable in any file', async () => {
  const folder = temporaryFolder()
  const mirrorFolder = temporaryFolder()
  const { vault, recoveryKey } = await establishedVault({ folder, mirrorFolder })
  const subject = 'request:53100119490101123X'
  const key = Buffer.from(valueOf(vault.subjectKeys.createKey(subject)))
  valueOf(
    vault.drafts.save('request-new', { applicant: '欧阳某某', id: '53100119490101123X', note: 'draft canary text' }),
  )
  valueOf(await vault.addPerson('李四', ['clerk'], 'password of li'))
  vault.lock()
  const secrets = ['欧阳某某', '53100119490101123X', 'draft canary text', administrator.password, 'password of li']
  const found = (text: string) => [...filesHolding(folder, text), ...filesHolding(mirrorFolder, text)]
  for (const secret of [...secrets, recoveryKey, recoveryKey.replaceAll('-', '')]) expect(found(secret)).toEqual([])
  const hits = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .filter(entry => fs.readFileSync(path.join(entry.parentPath, entry.name)).includes(key))
  expect(hits).toEqual([])
  // The scan itself: a planted canary is found in each spelling, and the staff's names, which are meant to be readable.
  expect(found(administrator.name)).not.toEqual([])
  for (const encoding of ['utf8', 'utf16le', 'hex', 'base64'] as const) {
    const planted = path.join(folder, `planted-${encoding}`)
    const bytes = Buffer.from('....canary 王小明....', encoding === 'utf16le' ? 'utf16le' : 'utf8')
    const isText = encoding === 'hex' || encoding === 'base64'
    fs.writeFileSync(planted, isText ? bytes.toString(encoding) : bytes)
    expect(found('canary 王小明')).toEqual([planted])
    fs.rmSync(planted)
  }
})
