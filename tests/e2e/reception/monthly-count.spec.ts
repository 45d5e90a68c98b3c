import { signIn } from '../../demo/hands/front-door'
import { openForm } from '../../demo/hands/intake-pages'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { administrator, expect, test } from '../support/office-test'
import { registerWithoutScreen } from '../support/without-screen'

const often = { name: '张㛃䶮', idNumber: '110101190001010014' }
const seldom = { name: '李喆堃', idNumber: '110101190001010022' }

test.use({ isOn: false })

test('the eleventh request of a person in a month is told, the tenth is not, and neither stops anything @at-length', async ({
  desk,
  hands,
}) => {
  const people = [...Array.from({ length: 10 }, () => often), ...Array.from({ length: 9 }, () => seldom)]
  await registerWithoutScreen(desk.userData, { clerk: administrator, people, day: '2026-09-08' })
  await desk.start()
  const { page } = desk
  await signIn(hands, administrator)
  await openForm(hands)
  const told = page.getByText(/^这位申请人本月第 \d+ 件$/)
  const number = '居民身份证号码'
  await hands.fillNext(number, often.idNumber)
  await expect(told).toHaveText('这位申请人本月第 11 件')
  await expect(page.getByText(/一个自然月超过 10 件的，可以按件收取信息处理费/)).toBeVisible()
  const findings = noFindings()
  await lookAt(page, 'the eleventh of a month', findings)
  tellAndExpectNone('monthly count', findings)

  // The same answer, so the index stands: the tenth of somebody else says nothing.
  await hands.fillNext(number, seldom.idNumber)
  await expect(told).toBeHidden()
  await hands.fillNext('名称、文号或其他特征描述', '第11件所问的文件')
  await expect(page.getByText(/相似 \d+%/).first()).toBeVisible() // they are found all the same
  await expect(told).toBeHidden()
})
