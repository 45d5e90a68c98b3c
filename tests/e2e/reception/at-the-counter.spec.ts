import { sitDown } from '../../demo/hands/front-door'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { chooseByArrow, tickBox } from '../../demo/hands/choose'
import { chooseApplicantType, openForm, sendAndPutReceiptAway } from '../../demo/hands/intake-pages'
import { factsOfTheLastRequest } from '../support/facts-written'

const { applicant } = defaultStory

test.use({ goesOn: true })

test.beforeEach(async ({ hands }) => {
  await sitDown(hands, administrator)
  await openForm(hands)
})

test('an organisation: its code, its representative, and who acts for it with a document @at-length', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const findings = noFindings()
  await chooseApplicantType(hands, '法律服务机构')
  await hands.fillNext('单位全称', '云溪（县）第1律师事务所')
  await hands.fillNext('统一社会信用代码', '52330102YYYY00055N')
  await hands.fillNext('联系电话', '0571-88880001')
  await expect(page.getByRole('alert').filter({ hasText: '末位校验不符：按前 17 位应为 M' })).toBeVisible()
  await hands.fillNext('法定代表人或负责人', '王主任')
  await hands.fillNext('经办人姓名', applicant.name)
  await hands.fillNext('经办人证件号码', applicant.idNumber)
  await tickBox(hands, '已看到原件，人证一致')
  await hands.fillNext('名称、文号或其他特征描述', applicant.description)
  await lookAt(page, 'an organisation', findings)
  await hands.press('Control+Enter')
  await expect(page.getByRole('textbox', { name: '统一社会信用代码' })).toBeFocused()
  await hands.fillNext('统一社会信用代码', '52330102YYYY00055M')
  const requestNo = await sendAndPutReceiptAway(hands)
  await expect(page.getByText('云溪（县）第1律师事务所').first()).toBeVisible()
  await lookAt(page, 'case of an organisation', findings)
  tellAndExpectNone('an organisation', findings)

  const [registered] = await factsOfTheLastRequest(desk)
  expect(registered).toMatchObject({
    open: { requestNo, channel: 'inPerson', applicantType: 'legalService', originalSeen: true },
    personal: {
      applicant: {
        name: '云溪（县）第1律师事务所',
        idKind: 'creditCode',
        idNumber: '52330102YYYY00055M',
        representative: '王主任',
        actingPerson: { name: applicant.name, idNumber: applicant.idNumber },
      },
    },
  })
})

test('a guardian for somebody with a permit, and a second applicant: one request, one contact', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const findings = noFindings()
  await hands.fillNext('姓名', '张小')
  // The number says by itself of which document it is.
  await hands.fillNext('居民身份证号码', 'h0000000100')
  await expect(page.getByRole('combobox', { name: '证件', exact: true })).toHaveValue('hongKongMacaoPermit')
  await hands.fillNext('联系电话', applicant.phone)
  await tickBox(hands, '已看到原件，人证一致')
  await hands.press('Alt+g')
  await expect(page.getByRole('textbox', { name: '代理人姓名' })).toBeFocused()
  await hands.press('Shift+Tab')
  await chooseByArrow(hands, page.getByRole('radio', { name: '监护人' }))
  await hands.fillNext('监护人姓名', applicant.name)
  await hands.fillNext('监护人证件号码', applicant.idNumber)
  await hands.fillNext('监护人联系电话', applicant.phone)
  await hands.fillNext('监护关系证明', '出生医学证明，母子')
  await hands.press('Alt+n')
  await expect(page.getByRole('textbox', { name: '申请人 2 姓名' })).toBeFocused()
  await expect(page.getByText('文书都送给张小。')).toBeVisible()
  await hands.type('钱乙')
  await hands.fillNext('申请人 2 证件号码', '440106190202281134')
  await hands.press('Alt+n')
  await hands.tabTo(page.getByRole('button', { name: '去掉申请人 3' }))
  await hands.press('Enter')
  await hands.fillNext('名称、文号或其他特征描述', applicant.description)
  await lookAt(page, 'guardian and second applicant', findings)
  await sendAndPutReceiptAway(hands)
  await expect(page.getByText('张*').first()).toBeVisible()
  await lookAt(page, 'case with guardian', findings)
  tellAndExpectNone('guardian and second applicant', findings)

  const [registered] = await factsOfTheLastRequest(desk)
  expect(registered).toMatchObject({
    open: { applicants: 2, applicantType: 'naturalPerson' },
    personal: {
      applicant: { name: '张小', idKind: 'hongKongMacaoPermit', idNumber: 'H0000000100' },
      otherApplicants: [{ name: '钱乙', idNumber: '440106190202281134', phone: '' }],
      agent: { as: 'guardian', name: applicant.name, authority: '出生医学证明，母子' },
    },
  })
})

test('an oral request is read back and confirmed before it is registered, and its form is offered', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const findings = noFindings()
  await hands.fillNext('姓名', applicant.name)
  await hands.fillNext('居民身份证号码', applicant.idNumber)
  await hands.fillNext('联系电话', applicant.phone)
  await tickBox(hands, '已看到原件，人证一致')
  await hands.fillNext('名称、文号或其他特征描述', applicant.description)
  await tickBox(hands, /^口头申请，由窗口代为填写/)
  await hands.fillNext('不能书面申请的原因', '视力障碍')
  await expect(page.getByRole('textbox', { name: '记录人' })).toHaveValue(administrator.name)
  await hands.press('Control+Enter')
  await expect(page.getByText('请把记录读给申请人听，由本人签名或按指印后选择。')).toBeVisible()
  await expect(page.getByRole('radio', { name: '签名' })).toBeFocused()
  await hands.press('ArrowRight')
  await lookAt(page, 'oral request', findings)
  tellAndExpectNone('oral request', findings)
  await expect(page.getByText('可以登记')).toBeVisible()
  await hands.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: /已登记/ })
  await expect(dialog.getByRole('button', { name: '打印申请表' })).toBeVisible({ timeout: 60_000 })
  await expect(dialog.getByRole('radio', { name: '申请表' })).toBeChecked()
  await hands.press('Escape')

  const [registered] = await factsOfTheLastRequest(desk)
  expect(registered).toMatchObject({
    personal: { oral: { reason: '视力障碍', scribe: administrator.name, confirmedBy: 'fingerprint' } },
  })
})

test('somebody who asked the same before is told with the score, and the earlier request is one key away', async ({
  desk,
  hands,
}) => {
  const { page } = desk
  const fill = async (description: string) => {
    await hands.fillNext('姓名', applicant.name)
    await hands.fillNext('居民身份证号码', applicant.idNumber)
    await hands.fillNext('联系电话', applicant.phone)
    await tickBox(hands, '已看到原件，人证一致')
    await hands.fillNext('名称、文号或其他特征描述', description)
  }
  await fill(applicant.description)
  const requestNo = await sendAndPutReceiptAway(hands)
  await openForm(hands)
  await fill(`${applicant.description}及附图`)
  const told = page.getByText(new RegExp(`${requestNo}，待审查，相似 \\d+%`))
  await expect(told).toBeVisible()
  const findings = noFindings()
  await lookAt(page, 'likely repeat', findings)
  tellAndExpectNone('likely repeat', findings)
  await hands.fillNext('名称、文号或其他特征描述', '县医院药品采购合同')
  await expect(told).toBeHidden()
  await hands.fillNext('名称、文号或其他特征描述', applicant.description)
  await hands.tabTo(page.getByRole('button', { name: `看 ${requestNo}` }))
  await hands.press('Enter')
  await expect(page.getByText(requestNo).first()).toBeVisible()
  await expect(page.getByText('办理经过')).toBeVisible()
  await hands.press('Alt+1')
  await expect(page.getByRole('button', { name: '接着填' })).toBeVisible()
})
