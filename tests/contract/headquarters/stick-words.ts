import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { findBundles } from '../../../electron/main/bundles/find-bundles'
import { commands } from '../../../headquarters/server/commands'
import { answerWords } from '../../../headquarters/server/sticks/answer-words'
import { bundleWords, segmentWords } from '../../../headquarters/server/sticks/bundle-words'
import { isOwnAnswer } from '../../../headquarters/server/sticks/own-answer'
import { takeTold } from '../../../headquarters/server/sticks/how-far'
import { takeByCommand } from '../../../headquarters/server/sticks/take-command'
import { diskFault } from '../../../headquarters/server/sticks/own-disk'
import { machinesOf } from '../../../headquarters/store/machines'
import { foundedMachine, temporaryFolder, type StickMachine } from '../../support/sticks/stick-machines'
import { enrolmentOf } from '../../support/sticks/enrolment-of'
import { testMachine } from '../../support/headquarters/test-machine'
import { send, type TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { noReceipts } from '../../support/sticks/no-receipts'

/** What whoever takes a stick reads, and by what exit code a script knows that something was not done. */
export function stickWordsTests(of: () => TestHeadquarters): void {
  const folders: string[] = []
  const newFolder = (): string => {
    folders.push(temporaryFolder())
    return folders.at(-1)!
  }
  afterAll(() => {
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
  })
  const headquarters = () => ({ parts: of().parts, cluster: null, operatorToken: '', close: () => Promise.resolve() })
  const take = async (stick: string) => (await commands.take(headquarters(), [stick]))!
  const enrolled = async (): Promise<StickMachine> => {
    const machine = await foundedMachine()
    folders.push(machine.folder)
    const payload = JSON.stringify(enrolmentOf(machine.workstation, await of().code(await of().office())))
    const headers = { 'content-type': 'application/json' }
    const { statusCode } = await of().server.inject({ method: 'POST', url: '/v1/enrolments', payload, headers })
    expect(statusCode).toBe(201)
    const { chain, publicKey } = of().parts.key
    machine.knowHeadquarters({ chain, publicKey, book: noReceipts })
    machine.register(1)
    return machine
  }

  describe('what is said of a stick', () => {
    test('a bundle that headquarters cannot open is a failure, and is told how to be made again', async () => {
      const machine = await enrolled()
      const stick = newFolder()
      await machine.carry(stick, {
        to: 'machines',
        isWhole: true,
        lock: { kind: 'passphrase', passphrase: '银杏树下七盏灯' },
      })
      const done = await take(stick)
      expect([done.ok, done.says]).toEqual([false, expect.stringContaining('重新导出，接收方选上级端')])
      expect(done.says).not.toContain('不必理会')
    })

    test('its own answer that lies there still is known by its signature, and by nothing less', async () => {
      const machine = await enrolled()
      const stick = newFolder()
      const carried = await machine.carry(stick, { to: 'headquarters' })
      const lines: string[] = []
      let at = 0
      const toldOf = (name: string) =>
        takeTold(
          name,
          line => void lines.push(line),
          () => (at += 2_000),
        )
      expect(await takeByCommand(of().parts, [stick], toldOf)).toMatchObject({ ok: true })
      for (const step of ['正在读取介质', '正在核对文件', '正在核对签名', '正在接收记录'])
        expect(lines.join('\n')).toContain(`${carried}：${step}`)
      const answer = findBundles(stick).find(({ name }) => name !== carried)!
      const again = await take(stick)
      expect([again.ok, again.says]).toEqual([true, expect.stringContaining(`${answer.name}：上级端自己写的答复包`)])
      const { key } = of().parts
      expect(
        isOwnAnswer(
          findBundles(stick).find(({ name }) => name === carried)!,
          key,
        ),
      ).toBe(false)
      const file = path.join(answer.folder, 'signature.txt')
      const text = fs.readFileSync(file, 'utf8')
      fs.writeFileSync(file, text.replace(/\n[A-Za-z0-9+/]{4}/u, '\nAAAA'))
      expect(isOwnAnswer(answer, key)).toBe(false)
      fs.writeFileSync(file, text)
      expect(isOwnAnswer(answer, key)).toBe(true)
      fs.appendFileSync(path.join(answer.folder, 'tagmanifest-sha256.txt'), '\n')
      expect(isOwnAnswer(answer, key)).toBe(false)
      expect(await take(stick)).toMatchObject({ ok: false })
    })

    test('what was refused, and why no answer was written, is said in words', async () => {
      for (const words of Object.values(segmentWords)) expect(words).toMatch(/^[^A-Za-z]+$/u)
      const small = { kind: 'mediumTooSmall', freeBytes: 1_000_000, neededBytes: 30_000_000 } as const
      expect(answerWords(small)).toContain('需要 30 MB，只剩 1 MB')
      expect(answerWords({ kind: 'mediumFailed', why: 'gone' })).toMatch(/^介质被拔出[^A-Za-z]+$/u)
      expect(answerWords({ kind: 'bundleTooLarge', mostParts: 64 })).toContain('超过 64 个部分')
    })

    test('a machine that was closed brings what is kept apart: the words name it, with what to do', async () => {
      const machine = await enrolled()
      const stick = newFolder()
      await machine.carry(stick, { to: 'headquarters' })
      expect(await take(stick)).toMatchObject({ ok: true })
      const chain = machine.workstation.ledger!.chain
      const [found] = await machinesOf(of().parts.db, chain)
      await commands.close(headquarters(), [String(found!.officeId), chain])
      fs.rmSync(stick, { recursive: true })
      fs.mkdirSync(stick)
      machine.register(2)
      await machine.carry(stick, { to: 'headquarters', isWhole: true })
      const { ok, says } = await take(stick)
      expect(says).toContain('这台机器已停用，这些是停用之后写的，放进了隔离区')
      expect(says).toContain('这家单位没有在用的机器能打开它')
      expect(says).not.toMatch(/revoked|notFound/u)
      expect(ok).toBe(false) // nobody could open an answer
    })

    test('a disk of headquarters that fails is told as that, and leaves nothing half done', async () => {
      const machine = await enrolled()
      const stick = newFolder()
      await machine.carry(stick, { to: 'headquarters' })
      const outgoing = path.join(of().parts.config.folder, 'outgoing')
      fs.rmSync(outgoing, { recursive: true, force: true })
      fs.writeFileSync(outgoing, 'a file where the folder would be')
      try {
        const { ok, says } = await take(stick)
        expect(ok).toBe(false)
        expect(says).toMatch(/已接收[^]*答复包没有写成，已接收的记录不受影响。上级端的磁盘写不进去/u)
      } finally {
        fs.rmSync(outgoing)
      }
      expect((await take(stick)).ok).toBe(true)
    })

    test('a bundle for which the disk of headquarters has no room is not begun, and is not called wrong', async () => {
      const machine = await enrolled()
      const stick = newFolder()
      await machine.carry(stick, { to: 'headquarters' })
      const { bavail, bsize } = fs.statfsSync(of().parts.config.folder)
      fs.truncateSync(findBundles(stick)[0]!.parts[0]!, bavail * bsize) // no byte of it takes room
      const { ok, says } = await take(stick)
      expect([ok, says]).toEqual([false, expect.stringContaining('上级端的磁盘空间不够')])
      fs.rmSync(stick, { recursive: true })
      fs.mkdirSync(stick)
      await machine.carry(stick, { to: 'headquarters', isWhole: true }) // filled up while it was copied
      const real = fs.createWriteStream
      const copying = vi.spyOn(fs, 'createWriteStream').mockImplementation((to, options) => {
        const isCopy = String(to).includes(`${path.sep}quarantine${path.sep}`)
        return real(isCopy ? '/dev/full' : to, options)
      })
      const met = await take(stick)
      copying.mockRestore()
      expect(met.ok).toBe(false) // exit code 1
      expect(met.says).toMatch(
        /没有接收，上级端的记录没有改动。介质上的交换包没有改动。上级端的磁盘空间不够：需要 \d+ MB/u,
      )
      expect((await take(stick)).ok).toBe(true)
      for (const why of ['full', 'readOnly', 'failed'] as const)
        expect(bundleWords({ kind: 'bundleOwnDisk', why, neededBytes: 1 })).toMatch(
          /没有改动。上级端的磁盘.*再执行一次。$/u,
        )
      expect(diskFault(Object.assign(new Error(), { code: 'ECONNREFUSED' }))).toBeNull()
    })
  })

  test('an answer to an enrolment is never written over a file, and the code is not spent on that', async () => {
    const folder = newFolder()
    const [asked, answer] = [path.join(folder, 'request.json'), path.join(folder, 'answer.json')]
    const machine = testMachine({ now: of().parts.now })
    fs.writeFileSync(asked, JSON.stringify(machine.enrolment(await of().code(await of().office()))))
    fs.writeFileSync(answer, 'something')
    const refused = (await commands.enrol(headquarters(), [asked, answer]))!
    expect([refused.ok, refused.says]).toEqual([false, expect.stringContaining('登记码未使用')])
    expect(fs.readFileSync(answer, 'utf8')).toBe('something')
    const nowhere = path.join(folder, 'no-folder', 'answer.json')
    expect(await commands.enrol(headquarters(), [asked, nowhere])).toMatchObject({
      ...{ ok: false, says: expect.stringContaining('写不进去') },
    })
    machine.visit()
    expect((await of().call(machine, send(machine, 1))).status).toBe(200)
  })
}
