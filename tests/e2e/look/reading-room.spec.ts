import type { Page } from '@playwright/test'
import { pressUntil } from '../../demo/hands/case'
import { signIn } from '../../demo/hands/front-door'
import type { Desk } from '../support/desk'
import { rehearsalAt } from '../support/desk'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { lookAt, noFindings, tellAndExpectNone } from './look-at'

const { name, idNumber, phone } = defaultStory.applicant
const idOf = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`

test('the reading room as five people see it; whoever was forgotten yesterday stands on Today @at-length', async ({
  desk,
  hands,
}) => {
  const findings = noFindings()
  await signIn(hands, administrator)
  await yesterday(desk)
  await desk.restart(rehearsalAt('2026-09-09T09:10:00+08:00'))
  await signIn(hands, administrator)
  const { page } = desk

  await expect(page.getByText('2 名来访者从 9月8日起没有办离开。')).toBeVisible()
  await hands.tabTo(page.getByRole('button', { name: '去查阅室' }))
  await hands.press('Enter')
  await expect(page.getByRole('row')).toHaveCount(3)
  await lookAt(page, 'in the room', findings)
  await tab(page, '查档登记簿')
  await expect(page.getByText('云自然资公开档〔2026〕1号')).toBeVisible()
  await lookAt(page, 'register of archives use', findings)
  await tab(page, '需求统计')
  await expect(page.getByText('代为朗读')).toBeVisible()
  await lookAt(page, 'demand', findings)
  await tab(page, '在室')
  await page.getByRole('button', { name: '张**' }).click()
  await expect(page.getByRole('heading', { name: '查档', level: 2 })).toBeVisible()
  await lookAt(page, 'one visit', findings)

  const leaving = page.getByRole('dialog', { name: '办离开' })
  await pressUntil(hands, 'o', leaving)
  await expect(leaving.getByText(/当日没有办离开/)).toBeVisible()
  await hands.press('Control+Enter')
  await expect(leaving.getByText('请填写说明')).toBeVisible()
  await hands.fillNext('说明', '值班日志记有离开时间')
  await hands.press('Control+Enter')
  await expect(leaving).toBeHidden()
  await expect(page.getByText('9月8日离开')).toBeVisible()

  await pressUntil(hands, 'F4', page.getByRole('heading', { name: '登记来访', level: 1 }))
  await hands.press('Alt+d', 'Control+Enter')
  await expect(page.getByText('请填写利用目的').first()).toBeVisible()
  await lookAt(page, 'sign-in of a visitor', findings)
  tellAndExpectNone('reading room', findings)
})

const tab = (page: Page, label: string) => page.getByRole('tab', { name: label }).click()

/** Two visitors of the day before, one of them with an archive, written as a window would write them. */
async function yesterday(desk: Desk) {
  const append = async (n: number, type: string, open: object, personal?: object) => {
    const fact = { type, open, ...(personal ? { personal } : {}) } as never
    const reply = await desk.append({ subject: `visit:${idOf(n)}`, role: 'clerk', facts: [fact] })
    expect(reply).toMatchObject({ ok: true })
  }
  const agencyId = await ownAgency(desk)
  await append(1, 'visit.signedIn@1', { aim: 'reading', topic: '05' }, { seeks: '白鹭村征地补偿' })
  await append(1, 'visit.itemGiven@1', { itemNo: 1, kind: 'public' }, { title: '云溪县人民政府公报2019年第4期' })
  await append(1, 'visit.helpGiven@1', { helps: ['readAloud', 'largePrint'] })
  await append(
    2,
    'visit.signedIn@1',
    { aim: 'archives', archivesKind: 'marriage', originalSeen: true },
    { visitor: { name, document: { idNumber }, phone }, seeks: '办理不动产转移登记' },
  )
  const ask = { askNo: 1, kind: 'marriage', relation: 'self', isOpenToPublic: false, proofs: [] }
  const words = { about: name, what: '1987年结婚登记', purpose: '办理不动产转移登记', proofWords: '' }
  await append(2, 'visit.archivesAsked@1', ask, words)
  await append(
    2,
    'visit.archivesDecided@1',
    { askNo: 1, decision: 'show' },
    { shown: ['J123-1987-004-0216'], reason: '' },
  )
  await append(
    2,
    'visit.certified@1',
    { askNo: 1, certificateNo: '云自然资公开档〔2026〕1号', agencyId, certifiedOn: '2026-09-08', pages: 2 },
    { archivalCode: 'J123-1987-004-0216', content: '1987年10月1日登记结婚。', usedFor: '办理不动产转移登记' },
  )
}

/** The office of these tests has one. */
const ownAgency = (desk: Desk): Promise<string> =>
  desk.page.evaluate(async () => {
    const acts = await (await fetch('/ledger/acts')).text()
    return /"agencyId":"([0-9a-f-]{36})"/.exec(acts)?.[1] ?? ''
  })
