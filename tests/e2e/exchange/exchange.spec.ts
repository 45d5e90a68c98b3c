import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { newUpdateKey } from '../../../build/update-package/new-key'
import { contradictedFile } from '#shared/contracts/exchange-channels'
import { readReceipt, type Receipt } from '#shared/ledger/exchange/receipt'
import { craft } from '../../../headquarters/server/craft'
import { receiptFor } from '../../../headquarters/server/receipts'
import { runUpdateCommand } from '../../../headquarters/server/updates/update-command'
import { pressUntil } from '../../demo/hands/case'
import { lock, signIn } from '../../demo/hands/front-door'
import { startTestCluster } from '../../support/headquarters/test-cluster'
import { startTestHeadquarters } from '../../support/headquarters/test-headquarters'
import { packageForThisMachine } from '../../support/updates/signed-update'
import { lookAt, lookAtSizes, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, expect, reviewer, test } from '../support/office-test'

const calendar = JSON.parse(fs.readFileSync('resources/calendars/2026.json', 'utf8')) as {
  readonly workdays: readonly { readonly date: string }[]
}

const releaser = newUpdateKey()
test.use({ environment: { RECORDS_DESK_REHEARSAL_UPDATE_KEY: releaser.publicKey } })

test('a machine is enrolled at headquarters, sends what it has by itself, and without a line says what waits', async ({
  desk,
  hands,
}, info) => {
  const cluster = await startTestCluster()
  try {
    const headquarters = await startTestHeadquarters(cluster)
    const address = await headquarters.server.listen({ host: '127.0.0.1', port: 0 })
    const officeId = await headquarters.office()
    const code = await headquarters.code(officeId)
    const findings = noFindings()
    const { page } = desk
    const openDesk = () => pressUntil(hands, 'Alt+6', page.getByRole('heading', { name: '交换', level: 1 }))

    await signIn(hands, administrator)
    await openDesk()
    await expect(page.getByText('本机还没有登记到上级端', { exact: true }).first()).toBeVisible()
    await lookAt(page, 'exchange, not enrolled', findings)

    await test.step('enrols by a code, after the key was compared', async () => {
      await page.getByLabel('登记码', { exact: true }).fill(code)
      await page.getByLabel('上级端地址', { exact: true }).fill(address)
      await hands.press('Control+Enter')
      const compare = page.getByRole('region', { name: '核对公钥指纹' })
      await expect(compare.getByText(headquarters.parts.key.print)).toBeVisible()
      await lookAt(page, 'exchange, compare the key', findings)
      await compare.getByRole('button', { name: '一致，开始交换' }).click()
      await expect(page.getByText(/^本机的记录已全部由上级端签收，截至/)).toBeVisible()
      await expect(page.getByRole('button', { name: '已全部上报' })).toBeVisible()
      await expect(page.getByText(/^上级端已签收本机的第 \d+ 条。$/)).toBeVisible()
      // Headquarters has the day on which the test runs, and the desk that of its rehearsal: said, and no reason to be shut out.
      await expect(page.getByText(/^本机时钟比上级端慢 \d+ 天。/)).toBeVisible()
      await lookAt(page, 'exchange, level', findings)
    })

    await test.step('what headquarters sends is shown before it has any effect', async () => {
      const sent = { ...calendar, workdays: calendar.workdays.filter(({ date }) => date !== '2026-02-28') }
      for (const content of [
        { kind: 'calendar', title: '2026年放假安排（更正）', note: '二月二十八日改为休息。', calendar: sent },
        { kind: 'notice', title: '关于报送年报的通知', text: '请于月底前报送。' },
      ]) {
        const sending = { sendingId: randomUUID(), offices: [officeId], content }
        expect((await headquarters.operator('POST', '/v1/console/sendings', sending)).status).toBe(201)
      }
      await hands.press('Alt+j')
      for (const title of ['2026年放假安排（更正）', '关于报送年报的通知']) {
        await page.getByRole('list', { name: '上级端来件' }).getByRole('button', { name: title }).click()
        const dialog = page.getByRole('dialog', { name: title })
        await expect(dialog).toBeVisible()
        await lookAt(page, title, findings)
        await hands.press('Escape')
        await expect(dialog).toBeHidden()
      }
    })

    await test.step('an update that lies at headquarters is fetched when somebody asks for it, and verified here', async () => {
      await pressUntil(hands, 'Alt+0', page.getByRole('heading', { name: '设置', level: 1 }))
      const press = async (name: string) => {
        await hands.tabTo(page.getByRole('button', { name }))
        await hands.press('Enter')
      }
      await press('问上级端')
      await expect(page.getByText('上级端没有比现在新的更新包。')).toBeVisible()
      const file = await packageForThisMachine(info.outputPath('release'), releaser.privateKey)
      expect(await runUpdateCommand(headquarters.parts, ['add', path.resolve(file)])).toMatchObject({ ok: true })
      await press('问上级端')
      await expect(page.getByRole('group', { name: '上级端的更新包' })).toContainText('上级端有 99.0.0 版')
      await lookAt(page, 'settings, update at headquarters', findings)
      await press('取 99.0.0 版')
      await expect(page.getByRole('group', { name: '查验过的更新包' })).toContainText('99.0.0 版：签名属实')
    })

    await test.step('two receipts that contradict each other are shown, and saved as a file that proves itself', async () => {
      const kept = path.join(desk.userData, 'office', 'exchange')
      const [before] = JSON.parse(fs.readFileSync(path.join(kept, 'receipts.json'), 'utf8')) as Receipt[]
      const words = readReceipt(before!, headquarters.parts.key.publicKey, craft)!
      const receivedAt = new Date(Date.parse(words.receivedAt) + 60_000)
      const now = receiptFor(headquarters.parts, { ...words, hash: 'e'.repeat(64), receivedAt })
      fs.appendFileSync(path.join(kept, 'receipts-contradicted.ndjson'), `\n${JSON.stringify({ before, now })}\n`)
      await openDesk()
      await expect(page.getByRole('heading', { name: '互相矛盾的签收' })).toBeVisible()
      const target = info.outputPath('签收.json')
      await desk.dialogs.save(target)
      await hands.tabTo(page.getByRole('button', { name: '另存为文件…' }))
      await hands.press('Enter')
      await expect(page.getByText(`已存到 ${target}。`)).toBeVisible()
      const file = contradictedFile.parse(JSON.parse(fs.readFileSync(target, 'utf8')))
      expect(file.receipts).toEqual([{ chain: words.chain, seq: words.seq, before, now }])
      expect(file.headquarters.publicKey).toBe(headquarters.parts.key.publicKey)
      await lookAtSizes(page, 'exchange, receipts that contradict each other', findings)
    })

    await test.step('headquarters goes away: work goes on, and the desk says what waits since when', async () => {
      await headquarters.server.close()
      await lock(hands)
      await signIn(hands, reviewer) // which is an act
      await expect(page.getByRole('button', { name: /^待上报 1 条/ })).toBeVisible()
      await openDesk()
      await expect(page.getByText(/^1 条记录等待上报，最早的一条写于/)).toBeVisible()
      await expect(page.getByText(/^联系不上上级端。记录都在本机，一条没有丢/)).toBeVisible()
      await lookAt(page, 'exchange, no line', findings)
    })
    tellAndExpectNone('exchange', findings)
  } finally {
    await cluster.stop()
  }
})
