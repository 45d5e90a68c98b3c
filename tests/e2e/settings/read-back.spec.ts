import { setUpOffice, signIn, readBack, shownGroups } from '../../demo/hands/front-door'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, expect, test } from '../support/office-test'
import { fileOn } from '../support/paper'

const swapped = (group: string): string => (group.startsWith('2') ? `3${group.slice(1)}` : `2${group.slice(1)}`)

test.describe('a machine that is set up by hand', () => {
  test.use({ machine: 'new' })

  test('the wizard goes on only when two groups are typed back: wrong ones are said, the sheet can be shown again', async ({
    desk,
    hands,
  }) => {
    const findings = noFindings()
    const { page } = desk
    const wrong = page.getByText(/^第 \d 组和恢复表上的不一样/)
    await setUpOffice(hands, {
      saveTo: file => desk.dialogs.save(file),
      sheet: fileOn(desk, 'recovery'),
      shot: async () => undefined,
      atReadBack: async groups => {
        await expect(page.getByRole('list', { name: '恢复码' })).toHaveCount(0)
        await readBack(hands, groups.map(swapped))
        await hands.press('Control+Enter')
        await expect(wrong).toHaveCount(2)
        await lookAt(page, 'read back, wrong', findings)
        await hands.tabTo(page.getByRole('button', { name: '再看一次恢复表' }))
        await hands.press('Enter')
        expect(await shownGroups(hands)).toEqual(groups)
        await hands.tabTo(page.getByRole('button', { name: '已拿到手，核对两组' }))
        await hands.press('Enter')
        await expect(wrong).toHaveCount(0)
      },
    })
    tellAndExpectNone('the read-back', findings)
  })
})

test('a renewed sheet is typed back too', async ({ desk, hands }) => {
  const { page } = desk
  await signIn(hands, administrator)
  await hands.press('Alt+9')
  await expect(page.getByRole('button', { name: '换恢复表' })).toBeVisible()
  await hands.press('Alt+r')
  await expect(page.getByRole('dialog', { name: '换恢复表' })).toBeVisible()
  await hands.tabTo(page.getByRole('checkbox', { name: '旧恢复表作废，我已知道' }))
  await hands.press('Space')
  await hands.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: '新恢复表' })).toBeVisible()
  const groups = await shownGroups(hands)
  await desk.dialogs.save(fileOn(desk, 'renewed'))
  await hands.press('Control+s')
  await expect(page.getByText(/恢复表已另存/)).toBeVisible({ timeout: 60_000 })
  await hands.press('Control+Enter')
  await readBack(hands, groups)
  await hands.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
})
