import { signIn, sitDown } from '../../demo/hands/front-door'
import { noDialog } from '../../demo/hands/hands'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { savedAfter } from '../support/saved-draft'
import { tickBox } from '../../demo/hands/choose'
import { channelOf, chooseChannel, openForm, sendAndPutReceiptAway } from '../../demo/hands/intake-pages'
import { factsOfTheLastRequest } from '../support/facts-written'

const { applicant } = defaultStory

test.use({ goesOn: true })

test.beforeEach(async ({ hands }) => {
  await sitDown(hands, administrator)
  await openForm(hands)
})

test('an ordinary letter stays open, every attempt is kept, and the confirmation starts the clock @at-length', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const findings = noFindings()
  await hands.fillNext('姓名', applicant.name)
  await chooseChannel(hands, '平常信函')
  await expect(page.getByText(/双方确认之日为收到之日/)).toBeVisible()
  await expect(page.getByText('双方确认之日起算，确认之前没有期限。')).toBeVisible()
  const came = page.getByRole('combobox', { name: '来件之日' })
  await hands.tabTo(came)
  await hands.press('Control+a')
  await hands.type('2026-09-07')
  await expect(page.getByText('最迟 9月8日联系上申请人并确认。')).toBeVisible()
  await hands.tabTo(page.getByRole('textbox', { name: /^信封上的寄件人地址/ }))
  await hands.type('云溪县青石镇白鹭村')
  await hands.tabTo(page.getByRole('textbox', { name: '名称、文号或其他特征描述' }))
  await hands.type(applicant.description)
  await lookAt(page, 'ordinary letter', findings)
  await expect(page.getByText('可以登记')).toBeVisible()
  await hands.press('Control+Enter')

  await expect(page.getByRole('heading', { name: '确认收到', level: 2 })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('最迟 9月8日联系上申请人并确认。确认之前不起算答复期限。')).toBeVisible()
  await lookAt(page, 'case, receipt open', findings)
  const log = page.getByRole('list', { name: '联系记录' })
  await hands.press('t')
  await expect(page.getByRole('dialog', { name: '记一次联系' })).toBeVisible()
  await hands.press('Control+Enter')
  await expect(page.getByText('请填写联系情况。')).toBeVisible()
  await hands.type('9:20 拨打，无人接听')
  await lookAt(page, 'attempt', findings)
  await hands.press('Control+Enter')
  await expect(log.getByRole('listitem')).toHaveCount(1)
  await expect(log).toContainText('没有联系上')

  await noDialog(page)
  await hands.press('c')
  const confirming = page.getByRole('dialog', { name: '确认收到' })
  await expect(confirming.getByRole('combobox', { name: '确认之日' })).toBeVisible()
  await expect(confirming.getByText('10月12日')).toBeVisible() // 20 working days from 8 Sep, shown before it is saved
  await hands.type('10:05 本人接听，确认')
  await lookAt(page, 'confirm receipt', findings)
  await hands.press('Control+Enter')
  await expect(confirming).toBeHidden()
  await expect(page.getByRole('listbox')).toBeVisible() // the clock, day by day
  await expect(page.getByText('与申请人确认收到')).toBeVisible()
  await expect(page.getByText('9:20 拨打，无人接听')).toBeVisible()
  tellAndExpectNone('an ordinary letter', findings)

  const facts = await factsOfTheLastRequest(desk)
  expect(facts).toMatchObject([
    {
      type: 'request.registered@1',
      open: { channel: 'ordinaryPost', arrivedOn: '2026-09-07', originalSeen: false },
      personal: { applicant: { idNumber: '', phone: '' }, arrival: { from: '云溪县青石镇白鹭村' } },
    },
    { type: 'receipt.contactTried@1', open: { triedOn: '2026-09-08', way: 'phone', isReached: false } },
    { type: 'receipt.confirmed@1', open: { confirmedOn: '2026-09-08', way: 'phone' } },
  ])
  expect(facts[0]!.open).not.toHaveProperty('receivedOn')
})

test('signed post is received the day the mail room signed, with who signed and the tracking number', async ({
  desk,
  hands,
}) => {
  await hands.fillNext('姓名', applicant.name)
  await chooseChannel(hands, '邮寄（签收）')
  const signed = desk.page.getByRole('combobox', { name: '签收之日' })
  await hands.tabTo(signed)
  await hands.press('Control+a')
  await hands.type('2026-09-05') // a Saturday
  await hands.fillNext('邮件号', 'EX123456789CN')
  await hands.fillNext('签收人', '收发室 何立群')
  await hands.tabTo(desk.page.getByRole('textbox', { name: '名称、文号或其他特征描述' }))
  await hands.type(applicant.description)
  await sendAndPutReceiptAway(hands)
  const [registered] = await factsOfTheLastRequest(desk)
  expect(registered).toMatchObject({
    open: { channel: 'signedPost', receivedOn: '2026-09-05' },
    personal: { arrival: { trackingNo: 'EX123456789CN', signedBy: '收发室 何立群' } },
  })
})

test('a web form that acknowledged by itself is confirmed with its registration, as one act', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await hands.fillNext('姓名', applicant.name)
  await chooseChannel(hands, '网上提交')
  await tickBox(hands, /^已与申请人双方确认/)
  await expect(page.getByRole('radio', { name: '系统自动回执' })).toBeChecked()
  await hands.fillNext('确认记录', '提交成功，流水号 20260908-7')
  await hands.tabTo(page.getByRole('textbox', { name: '名称、文号或其他特征描述' }))
  await hands.type(applicant.description)
  await sendAndPutReceiptAway(hands)
  const facts = await factsOfTheLastRequest(desk)
  expect(facts.slice(0, 2)).toMatchObject([
    { type: 'request.registered@1', open: { channel: 'web', arrivedOn: '2026-09-08' } },
    { type: 'receipt.confirmed@1', open: { confirmedOn: '2026-09-08', way: 'automatic' } },
  ])
})

test('an agent is taken off again, and a half-typed letter survives a power cut with everything on it', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  await hands.fillNext('姓名', applicant.name)
  await hands.press('Alt+g')
  await hands.type('赵代')
  await hands.press('Alt+n')
  await hands.type('钱乙')
  await chooseChannel(hands, '传真')
  await hands.tabTo(page.getByRole('textbox', { name: /^来件传真号/ }))
  await hands.type('0571-8888000')
  await savedAfter(desk, () => hands.type('2'))
  await expect(page.getByText(/草稿 .+ 已自动保存/)).toBeVisible()
  await desk.kill()
  await desk.start()
  await signIn(hands, administrator)
  await hands.tabTo(hands.page.getByRole('button', { name: '接着填' }).first())
  await hands.press('Enter')
  await expect(hands.page.getByRole('textbox', { name: '代理人姓名' })).toHaveValue('赵代')
  await expect(hands.page.getByRole('textbox', { name: '申请人 2 姓名' })).toHaveValue('钱乙')
  await expect(channelOf(hands, '传真')).toBeChecked()
  await expect(hands.page.getByRole('textbox', { name: /^来件传真号/ })).toHaveValue('0571-88880002')
  await hands.tabTo(hands.page.getByRole('button', { name: '去掉代理人' }))
  await hands.press('Enter')
  await expect(hands.page.getByRole('textbox', { name: '代理人姓名' })).toBeHidden()
})
