import fs from 'node:fs'
import { newUpdateKey } from '../../../build/update-package/new-key'
import { installerHere, packageForThisMachine } from '../../support/updates/signed-update'
import { signIn } from '../../demo/hands/front-door'
import { office } from '../../demo/hands/people-of-the-story'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, expect, reviewer, test } from '../support/office-test'
import { openSettings } from '../../demo/hands/settings-pages'

test('settings, their dialogs and posts of a person: nothing in the way of anybody, by the keyboard @at-length', async ({
  desk,
  hands,
}) => {
  test.setTimeout(240_000)
  const findings = noFindings()
  const { page } = desk
  const look = (screen: string) => lookAt(page, screen, findings)
  const open = async (name: string | RegExp) => {
    await hands.tabTo(page.getByRole('button', { name }).first())
    await hands.press('Enter')
  }
  const close = async () => {
    await hands.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await signIn(hands, administrator)
  await openSettings(hands)
  await look('settings')
  await open(`更正${office.agencyName}`)
  await expect(page.getByRole('dialog')).toBeVisible()
  await hands.fillNext('法院地址', '云溪县新区大道9号')
  await expect(page.getByText(`原为：${office.courtAddress}`)).toBeVisible()
  await look('settings, correct agency')
  await close()
  await hands.press('Alt+v')
  await expect(page.getByRole('dialog')).toBeVisible()
  await hands.press('Control+Enter')
  await expect(page.getByText('请写明原因。')).toBeVisible()
  await look('settings, void')
  await close()
  await open(/看样张/)
  await expect(page.getByRole('img').first()).toBeVisible({ timeout: 60_000 })
  await look('settings, font sample')
  await hands.press('Alt+9')
  await open(`改${reviewer.name}的岗位`)
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('people, posts')
  await close()
  await open(`给${reviewer.name}设密码`)
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('people, password')
  await close()
  await hands.press('Alt+r')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('people, renew the sheet')
  await close()
  await hands.tabTo(page.getByRole('button', { name: 'EN', exact: true }))
  await hands.press('Enter')
  await hands.press('Alt+0')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await look('settings, English')
  tellAndExpectNone('settings', findings)
})

test.describe('an update on a stick', () => {
  const releaser = newUpdateKey()
  test.use({ environment: { RECORDS_DESK_REHEARSAL_UPDATE_KEY: releaser.publicKey } })

  test('verified, the ledger read whole, handed to the system; the next start says what became of it @at-length', async ({
    desk,
    hands,
  }, info) => {
    test.setTimeout(240_000)
    const { page } = desk
    const findings = noFindings()
    const update = await packageForThisMachine(info.outputPath('release'), releaser.privateKey)
    const damaged = info.outputPath('damaged.rdupdate')
    const bytes = fs.readFileSync(update)
    fs.writeFileSync(damaged, Buffer.from(bytes.toString('latin1').replace('an installer', 'no installer'), 'latin1'))
    await signIn(hands, administrator)
    await openSettings(hands)
    const choose = async (file: string) => {
      await desk.dialogs.open([file])
      await hands.tabTo(page.getByRole('button', { name: '选更新包' }))
      await hands.press('Enter')
    }
    await choose(damaged)
    await expect(page.getByText('安装程序和清单对不上', { exact: false })).toBeVisible()
    await lookAt(page, 'settings, update refused', findings)
    await choose(update)
    await expect(page.getByRole('group', { name: '查验过的更新包' })).toContainText('99.0.0 版：签名属实')
    await hands.tabTo(page.getByRole('button', { name: '升级到 99.0.0 版' }))
    await hands.press('Enter')
    await expect(page.getByRole('dialog')).toContainText('核对无误')
    await lookAt(page, 'settings, update', findings)
    await desk.program.evaluate(({ app, shell }) => {
      const asked: string[] = []
      Object.assign(globalThis, { asked })
      Object.assign(app, { quit: () => void asked.push('quit') })
      Object.assign(shell, { openPath: async (file: string) => (asked.push(file), '') })
    })
    await hands.press('Control+Enter')
    await expect(page.getByRole('dialog')).toContainText('安装程序已经交给系统打开')
    const asked = () => desk.program.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
    await expect.poll(asked).toEqual([expect.stringContaining(installerHere), 'quit'])
    expect(fs.readFileSync((await asked())[0]!, 'utf8')).toBe('an installer')

    await desk.kill() // whoever installs by hand would start another program here; the same one is started again
    await desk.start()
    await signIn(hands, administrator)
    await expect(desk.page.getByText(/99\.0\.0 版没有装上，仍是 .* 版。账本 \d+ 步核对无误/)).toBeVisible()
    await lookAt(desk.page, 'today, after the update', findings)
    tellAndExpectNone('updates', findings)
  })
})
