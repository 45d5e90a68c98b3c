import { lock, setUpOffice, signIn } from '../../demo/hands/front-door'
import { addPerson } from '../../demo/hands/people'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import { choosePerson, failToSignIn, readRecoveryKey, tryPassword, wrongPassword } from '../support/front-door-pages'
import { fileOn } from '../support/paper'
import { passingTime } from '../support/passing-time'
import { fillRegistration } from '../support/registration-page'

const freeTries = 5

test.use({ goesOn: true })

test('two people take turns at one window without starting the program again', async ({ desk, hands }) => {
  const { pid } = desk.program
  for (const person of [administrator, reviewer, administrator]) {
    await signIn(hands, person)
    await expect(desk.page.getByRole('banner')).toContainText(person.name)
    await lock(hands)
  }
  expect(desk.program.pid).toBe(pid)
})

test('wrong passwords are said, then have to wait, and a restart does not shorten the wait', async ({
  desk,
  hands,
}) => {
  await choosePerson(hands, administrator.name)
  for (let failures = 1; failures <= freeTries; failures++) await failToSignIn(hands, failures)
  for (const more of [6, 7]) {
    await expect(desk.page.getByRole('timer'), 'each failure doubles the wait: 1, 2, 4 seconds').toBeHidden()
    await failToSignIn(hands, more)
  }
  await expect(desk.page.getByRole('timer')).toHaveText(/还要等 [1-4] 秒才能再试/)
  await desk.kill()

  await desk.start()
  await choosePerson(hands, administrator.name)
  await tryPassword(hands, administrator.password)
  await expect(desk.page.getByRole('timer')).toHaveText(/还要等 [1-4] 秒才能再试/)
  await expect(desk.page.getByRole('heading', { name: '谁在窗口' })).toBeVisible()
  await expect(desk.page.getByRole('timer')).toBeHidden()
  await hands.press('Enter') // the right password still stands there
  await expect(desk.page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible({ timeout: 60_000 })
  await expect(desk.page.getByText(/有人用您的名字输错过 7 次密码/)).toBeVisible()
  await lock(hands)
})

test('a locked desk remembers nobody: not Ctrl+L, not a quarter of an hour, leave a name in the window', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const { applicant } = defaultStory
  const secrets = [applicant.name, applicant.idNumber, applicant.phone, applicant.description]
  const typedName = page.getByRole('textbox', { name: '姓名', exact: true })
  const minutesPass = await passingTime(desk)
  await signIn(hands, administrator)
  await fillRegistration(hands, applicant)
  await expect(page.getByText(/草稿 .+ 已自动保存/)).toBeVisible()
  await hands.press('Alt+1')
  await hands.tabTo(page.getByRole('button', { name: '接着填' }))
  await hands.press('Enter')
  await expect(typedName).toHaveValue(applicant.name)
  expect(await desk.traces(secrets), 'the search must find what is there').toEqual(secrets)

  await test.step('the clerk locks, and comes back to the same page', async () => {
    await lock(hands)
    expect(await desk.traces(secrets)).toEqual([])
    await choosePerson(hands, administrator.name)
    await tryPassword(hands, administrator.password)
    await expect(typedName).toHaveValue(applicant.name, { timeout: 60_000 })
  })

  await test.step('the clerk goes away, and the first key afterwards finds the desk locked', async () => {
    await minutesPass(16)
    await hands.press('Shift')
    await expect(page.getByRole('heading', { name: '谁在窗口' })).toBeVisible({ timeout: 60_000 })
    expect(await desk.traces(secrets)).toEqual([])
  })
})

test.describe('a machine that is set up by hand', () => {
  test.use({ machine: 'new', goesOn: false })

  test('the administrator adds a second person, who is on the list at once and signs in without a restart', async ({
    desk,
    hands,
  }) => {
    const { pid } = desk.program
    await setUpOffice(hands, {
      saveTo: file => desk.dialogs.save(file),
      sheet: fileOn(desk, 'recovery'),
      shot: async () => undefined,
    })
    await addPerson(hands, { ...reviewer, post: '审核员' }, async () => undefined)
    const lines = desk.page.getByRole('row').filter({ has: desk.page.getByRole('rowheader') })
    await expect(lines).toHaveCount(2)
    await expect(lines.filter({ hasText: reviewer.name })).toContainText('还没有登录过')
    await lock(hands)
    await signIn(hands, reviewer)
    await expect(desk.page.getByRole('banner')).toContainText(reviewer.name)
    expect(desk.program.pid).toBe(pid)
  })

  test('when every password is lost the recovery sheet opens the office', async ({ desk, hands }) => {
    const { page } = desk
    let recoveryKey = ''
    await setUpOffice(hands, {
      saveTo: file => desk.dialogs.save(file),
      sheet: fileOn(desk, 'recovery'),
      shot: async name => {
        if (name === 'set-up-recovery-sheet') recoveryKey = await readRecoveryKey(hands)
      },
    })
    await lock(hands)
    await failToSignIn(hands, 1)

    const newPassword = '石榴开花的时候再想一个'
    const mistyped = (recoveryKey.startsWith('7') ? '8' : '7') + recoveryKey.slice(1)
    await hands.tabTo(page.getByRole('button', { name: '忘记密码，用恢复表' }))
    await hands.press('Enter')
    await expect(page.getByRole('heading', { name: '用恢复表重设密码' })).toBeVisible()
    await hands.fillNext('恢复码', mistyped)
    await hands.fillNext('新密码', newPassword)
    await hands.fillNext('再输一次新密码', newPassword)
    await hands.press('Control+Enter')
    await expect(page.getByText(/恢复码第 1 组有错字/)).toBeVisible()
    await hands.fillNext('恢复码', recoveryKey.toLowerCase())
    await hands.press('Control+Enter')
    await expect(page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible({ timeout: 60_000 })

    await lock(hands)
    await tryPassword(hands, administrator.password)
    await expect(page.getByRole('alert').filter({ hasText: wrongPassword })).toBeVisible()
    await signIn(hands, { ...administrator, password: newPassword })
  })
})
