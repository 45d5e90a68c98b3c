import { lock, signIn } from '../../demo/hands/front-door'
import { chooseReply, examineAsNotOurs, openRequest } from '../../demo/hands/case'
import { printPaper } from '../../demo/hands/case-pages'
import { rehearsalAt } from '../support/desk'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import {
  fillPartial,
  openNewCase,
  openReplyDesk,
  pressForReply,
  seeWholeLetter,
  sendForReview,
} from '../../demo/hands/reply-pages'
import { scanApprovalWithoutScreen, serveWithoutScreen } from '../support/without-screen'

test.use({ goesOn: true })

/** Of the day: those before it have numbers too. */
const letterNo = /云自然资公开〔2026〕\d+号/

test('部分公开: each withheld part with its ground; the reviewer reads what is refused and why @at-length', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const requestNo = await openNewCase(hands)
  await openReplyDesk(hands, 1)

  await test.step('what is missing is told, and the first gap has the focus', async () => {
    await chooseReply(hands, 6, '部分公开')
    await hands.press('Control+Enter')
    await expect(page.getByText('至少写一份附件的名称和页数')).toBeVisible()
    await expect(page.getByText('部分公开要逐项写明不予公开的部分')).toBeVisible()
    await expect(page.getByRole('textbox', { name: '附件 1 名称' })).toBeFocused()
  })

  await test.step('the element that is missing leads to its field', async () => {
    await hands.tabTo(page.getByRole('button', { name: '补不予公开的部分' }))
    await hands.press('Enter')
    await expect(page.getByRole('textbox', { name: '部分 1 内容' })).toBeFocused()
  })

  await test.step('another type is looked at, and nothing is lost', async () => {
    await fillPartial(hands)
    await chooseReply(hands, 5, '不予公开（行政执法案卷）')
    await expect(page.getByRole('textbox', { name: '部分 1 内容' })).toBeHidden()
    await chooseReply(hands, 6, '部分公开')
    await expect(page.getByRole('textbox', { name: '部分 1 内容' })).toHaveValue('第 3 页审批人手机号码栏')
  })

  await sendForReview(hands)
  await lock(hands)
  await signIn(hands, reviewer)
  await openRequest(hands, requestNo)
  await hands.press('r')
  await expect(page.getByText(/第 3 页审批人手机号码栏。不予公开（内部事务信息），条例第十六条第一款。/)).toBeVisible()
  await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 60_000 })
  await hands.press('Control+Enter')
  await expect(page.getByRole('dialog').getByText('云自然资公开〔2026〕1号')).toBeVisible()
  await hands.press('Control+Enter')
  await expect(page.getByText('何立群 在程序内审核签发')).toBeVisible({ timeout: 60_000 })
})

test('不予公开 under art. 16: the places left open in the proposed reasons have to be filled', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await openNewCase(hands)
  await openReplyDesk(hands, 1)
  await chooseReply(hands, 5, '不予公开（内部事务信息）')
  const reasons = page.getByRole('textbox', { name: '理由', exact: true })
  await expect(reasons).toHaveValue(/【写明人事管理、后勤管理、内部工作流程中的哪一方面】.*第十六条第一款/)
  await hands.press('Control+Enter')
  await expect(page.getByText('理由里还有【】没有填写，请写明后去掉括号。')).toBeVisible()
  await expect(reasons).toBeFocused()
  await hands.fillNext('理由', '该信息是本机关值班安排，属于内部工作流程信息，依照《条例》第十六条第一款不予公开。')
  await sendForReview(hands)
})

test('非本机关负责公开: taken on as not ours, answered with the agency that is responsible', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await openNewCase(hands)
  await examineAsNotOurs(hands)
  await pressForReply(hands, 'd')
  await expect(page.getByRole('heading', { name: /由哪个机关负责/ })).toBeVisible()
  await chooseReply(hands, 3, '非本机关负责公开')
  await hands.fillNext('负责公开的机关', '云溪县住房和城乡建设局')
  await hands.fillNext('联系方式', '云溪县建设路3号，0571-88880003')
  await sendForReview(hands)
})

test('非本机关负责公开 where no agency can be determined: said by choice, with the reason, never by an empty field', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const requestNo = await openNewCase(hands)
  await openReplyDesk(hands, 0)
  await chooseReply(hands, 3, '非本机关负责公开')

  await test.step('an empty name is a gap', async () => {
    await hands.press('Control+Enter')
    await expect(page.getByText('请填写负责公开的机关。')).toBeVisible()
    await expect(page.getByRole('textbox', { name: '负责公开的机关' })).toBeFocused()
  })

  await test.step('the choice asks for its reason', async () => {
    await hands.tabTo(page.getByRole('checkbox', { name: /无法确定负责公开的机关/ }))
    await hands.press('Space')
    await expect(page.getByRole('textbox', { name: '负责公开的机关' })).toBeHidden()
    await hands.press('Control+Enter')
    await expect(page.getByText('请填写无法确定的原因。')).toBeVisible()
    const reason = page.getByRole('textbox', { name: '无法确定的原因' })
    await expect(reason).toBeFocused()
    await hands.type('原县农机站已撤销，职能去向没有文件规定，经询问县委编办、县农业农村局，均未查明')
  })

  await sendForReview(hands)
  await lock(hands)
  await signIn(hands, reviewer)
  await openRequest(hands, requestNo)
  await hands.press('r')
  await expect(page.getByText(/无法确定：原县农机站已撤销/)).toBeVisible()
  await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 60_000 })
  await hands.press('Control+Enter')
  await expect(page.getByRole('dialog').getByText(letterNo)).toBeVisible()
  await hands.press('Control+Enter')
  await expect(page.getByText('何立群 在程序内审核签发')).toBeVisible({ timeout: 60_000 })
})

test('已主动公开 on the spot: one person, one act, a printed letter the same morning', async ({ desk, hands }) => {
  const { page } = desk
  await openNewCase(hands)
  await pressForReply(hands, 'a')
  await expect(page.getByText('此时只能当场答复已经公开的信息')).toBeVisible()
  await chooseReply(hands, 6, '已主动公开')
  await expect(page.getByRole('radio', { disabled: false })).toHaveCount(1)
  await hands.fillNext('信息 1 名称', '青石镇土地利用总体规划')
  await hands.fillNext('信息 1 网址、公报期号或者查阅场所', 'https://www.yunxi.example.cn/plan/2019-014.html')
  await seeWholeLetter(hands)
  const before = await desk.head()
  await hands.press('Alt+g')
  const dialog = page.getByRole('dialog', { name: '当场答复，一人办结' })
  await expect(dialog.getByText(letterNo)).toBeVisible()
  await hands.press('Control+Enter') // both statements come first
  await expect(dialog).toBeVisible()
  expect(await desk.head()).toEqual(before)
  for (const statement of [/已经公开/, /当面提交/]) {
    await hands.tabTo(dialog.getByRole('checkbox', { name: statement }))
    await hands.press('Space')
  }
  await hands.press('Control+Enter')
  await expect(page.getByText('周敏 当场答复，一人办结')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 60_000 })
  await hands.press('Escape')
  await printPaper(hands, /^答复书/)
  await expect(page.getByText('待送达').first()).toBeVisible()
})

test('凭呈批单签发: without the scan it says what to do; with it, approver and day are recorded @at-length', async ({
  desk,
  hands,
}) => {
  const requestNo = await openNewCase(hands)
  await openReplyDesk(hands, 1)
  await fillPartial(hands)
  await sendForReview(hands)
  const requestId = new URL(desk.page.url()).hash.split('/')[1]!
  const openPaperTab = async () => {
    const { page } = desk
    await hands.press('b')
    await expect(page.getByRole('heading', { name: /审核签发/, level: 1 })).toBeVisible()
    await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 60_000 })
    await hands.press('Alt+g')
    await expect(page.getByRole('tab', { name: '凭呈批单签发' })).toHaveAttribute('aria-selected', 'true')
  }

  await test.step('no scan yet, and the writer cannot approve in the program either', async () => {
    const { page } = desk
    await openPaperTab()
    await expect(page.getByText(/本件还没有签字的呈批单扫描件。请回办件页/)).toBeVisible()
    await hands.tabTo(page.getByRole('tab', { name: '凭呈批单签发' }))
    await hands.press('ArrowLeft')
    await expect(page.getByRole('tabpanel').getByText(/这一步由.*办理/)).toBeVisible()
    await hands.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await hands.press('Escape')
    await expect(page.getByText('办理经过')).toBeVisible()
  })

  await desk.close()
  const sheet = { clerk: administrator, requestId, title: '签字呈批单' }
  const { digest } = await scanApprovalWithoutScreen(desk.userData, sheet)
  await desk.start(rehearsalAt('2026-09-08T11:10:00+08:00')) // after that act
  await signIn(hands, administrator)
  await openRequest(hands, requestNo)
  await openPaperTab()
  const { page } = desk
  await expect(page.getByRole('combobox', { name: '签字的呈批单扫描件' })).toHaveValue(digest)
  await expect(page.getByRole('dialog').getByText(letterNo)).toBeVisible()
  await hands.press('Control+Enter')
  await expect(page.getByText('请填写审批人。')).toBeVisible()
  await hands.fillNext('审批人', '何立群')
  await hands.tabTo(page.getByRole('combobox', { name: '审批日期' }))
  await hands.type('今天')
  await hands.press('Control+Enter')
  await expect(page.getByText('何立群 2026年9月8日在呈批单上签字')).toBeVisible({ timeout: 60_000 })
})

test.describe('with an earlier reply', () => {
  test.use({ isOn: false, goesOn: false })

  test('重复申请: the earlier reply to the same applicant is offered and taken @at-length', async ({ desk, hands }) => {
    await serveWithoutScreen(desk.userData, { clerk: administrator, reviewer, day: '2026-09-08' })
    await desk.start()
    const { page } = desk
    await openNewCase(hands, { ...defaultStory.applicant, idNumber: '110101190001010014' })
    await hands.press('e')
    const dialog = page.getByRole('dialog', { name: '审查受理' })
    await hands.tabTo(dialog.getByRole('checkbox', { name: /申请要素齐全/ }))
    await hands.press('Space')
    await hands.tabTo(dialog.getByRole('checkbox', { name: /属于本机关职责/ }))
    await hands.press('Space', 'Control+Enter')
    await expect(dialog).toBeHidden()
    await pressForReply(hands, 'd')
    await chooseReply(hands, 2, '重复申请')
    await expect(page.getByText(/云自然资公开〔2026〕1号，2026年9月8日，信息不存在：青石镇白鹭村/)).toBeVisible()
    await hands.tabTo(page.getByRole('button', { name: /用这一件/ }))
    await hands.press('Enter')
    await expect(page.getByRole('textbox', { name: '原答复文号' })).toHaveValue('云自然资公开〔2026〕1号')
    await sendForReview(hands)
  })
})
