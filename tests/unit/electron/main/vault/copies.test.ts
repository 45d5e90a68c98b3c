import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { administrator, establishedVault, filesHolding, openCheapVault } from './support'
import { problemOf, temporaryFolder, valueOf, vaultJson } from './support'

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

test("another stick in the second folder's place: an older vault.json is followed, another office's is left alone", async () => {
  const [folder, mirrorFolder, other] = [temporaryFolder(), temporaryFolder(), temporaryFolder()]
  const { vault, personId } = await establishedVault({ folder, mirrorFolder })
  const older = fs.readFileSync(vaultJson(mirrorFolder))
  valueOf(await vault.setPassword(personId, 'another password'))
  expect(vault.mirror).toBe('current')
  fs.writeFileSync(vaultJson(mirrorFolder), older)
  expect(vault.mirror).toBe('behind')
  vault.followMirror()
  expect(vault.mirror).toBe('current')
  expect(fs.readFileSync(vaultJson(mirrorFolder))).toEqual(fs.readFileSync(vaultJson(folder)))

  await establishedVault({ folder: other })
  const theirs = fs.readFileSync(vaultJson(other))
  fs.writeFileSync(vaultJson(mirrorFolder), theirs)
  vault.followMirror()
  expect(vault.mirror).toBe('behind')
  expect(fs.readFileSync(vaultJson(mirrorFolder))).toEqual(theirs)
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
