import { expect, type Page } from '@playwright/test'
import { approve, draftReply, examine, openRequest, pressUntil, recordSearch } from '../../demo/hands/case'
import { lock, signIn } from '../../demo/hands/front-door'
import type { Hands } from '../../demo/hands/hands'
import { administrator, defaultStory, reviewer } from '../../demo/hands/people-of-the-story'
import type { Desk } from '../support/desk'
import type { SeededPerson } from '../../support/at-rest/people'

const noShot = async (): Promise<void> => undefined

/** A request that will be answered by post, so that the address is asked for; the receipt stands open afterwards. */
export async function registerByPost(hands: Hands, person: SeededPerson): Promise<string> {
  const { page } = hands
  await fillRegistration(hands, person)
  await hands.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: /已登记/ })
  await expect(dialog).toBeVisible()
  return /[A-Z]{2,6}-[A-Z]-\d{4}-\d{4}/.exec(await dialog.innerText())![0]
}

/** Typed, but not registered: what is typed is kept as a draft. */
export async function leaveHalfTyped(hands: Hands, person: SeededPerson) {
  await fillRegistration(hands, person)
  await expect(hands.page.getByText(/草稿 .+ 已自动保存/)).toBeVisible()
  await hands.press('Escape')
  await expect(hands.page.getByRole('button', { name: '接着填' }).first()).toBeVisible()
}

async function fillRegistration(hands: Hands, person: SeededPerson) {
  const { page } = hands
  await hands.press('F2')
  await expect(page.getByRole('heading', { name: '登记申请', level: 1 })).toBeVisible()
  await hands.fillNext('姓名', person.name)
  await hands.fillNext('居民身份证号码', person.idNumber)
  await hands.fillNext('联系电话', person.phone)
  await hands.tabTo(page.getByRole('checkbox', { name: '已看到原件，人证一致' }))
  await hands.press('Space')
  await hands.fillNext('名称、文号或其他特征描述', person.description)
  await hands.tabTo(page.getByRole('radio', { name: '自取' }))
  await hands.press('ArrowRight')
  await hands.fillNext('邮寄地址', person.address)
}

export async function printReceipt(hands: Hands) {
  const dialog = hands.page.getByRole('dialog', { name: /已登记/ })
  await hands.tabTo(dialog.getByRole('button', { name: '打印回执' }))
  await hands.press('Enter')
  await expect(dialog.getByText('已打印登记回执，已记入账本')).toBeVisible()
  await closeReceipt(hands)
}

export async function closeReceipt(hands: Hands) {
  await hands.press('Escape')
  await expect(hands.page.getByRole('dialog')).toBeHidden()
}

/** From the case page: the full name and number are asked for, shown, and noted. */
export async function revealApplicant(hands: Hands, person: SeededPerson) {
  const { page } = hands
  await hands.tabTo(page.getByRole('button', { name: '看全名和全号' }))
  await hands.press('Enter')
  await expect(page.getByText(person.name).first()).toBeVisible()
  await expect(page.getByText(person.address).first()).toBeVisible()
}

/** Examined, searched, answered, approved by the colleague, signed for. Ends with the administrator signed in. */
export async function answerAndServe(hands: Hands, requestNo: string) {
  await examine(hands, noShot)
  await recordSearch(hands, defaultStory.search, noShot)
  await draftReply(hands, defaultStory, noShot)
  await lock(hands)
  await signIn(hands, reviewer)
  await openRequest(hands, requestNo)
  await approve(hands, noShot)
  await lock(hands)
  await signIn(hands, administrator)
  await openRequest(hands, requestNo)
  await recordPosting(hands)
}

/** The address is the one of the request: it is not typed again, and not shown. */
async function recordPosting(hands: Hands) {
  const { page } = hands
  const dialog = page.getByRole('dialog', { name: /登记送达/ })
  await pressUntil(hands, 'v', dialog)
  await expect(dialog.getByRole('combobox', { name: '交邮日期' })).toBeFocused()
  await hands.fillNext('交寄的邮政网点', '云溪县人民路邮政支局')
  await hands.fillNext('邮件号', 'EM123456789CN')
  await hands.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/交邮，期限已满足/)).toBeVisible()
}

/** A visitor of the reading room, as its window writes them: who they are, what was shown, what for. */
export async function useArchives(
  desk: Pick<Desk, 'append'>,
  { name, idNumber, phone, address, description }: SeededPerson,
) {
  const subject = 'visit:00000000-0000-4000-8000-000000000021'
  const ask = { askNo: 1, kind: 'land', relation: 'self', isOpenToPublic: false, proofs: [] }
  const facts = [
    {
      type: 'visit.signedIn@1',
      open: { aim: 'archives', archivesKind: 'land', originalSeen: true },
      personal: { visitor: { name, document: { idNumber }, phone }, seeks: `迁入${address}` },
    },
    {
      type: 'visit.archivesAsked@1',
      open: ask,
      personal: { about: name, what: description, purpose: '确权登记', proofWords: '' },
    },
    {
      type: 'visit.archivesDecided@1',
      open: { askNo: 1, decision: 'show' },
      personal: { shown: [description], reason: '' },
    },
    { type: 'visit.itemGiven@1', open: { itemNo: 1, kind: 'archives' }, personal: { title: description } },
  ]
  expect(await desk.append({ subject, role: 'clerk', facts })).toMatchObject({ ok: true })
}

/** What came through the bridge is fetched by the next look at the office. */
export async function lookAgain(page: Page) {
  await page.reload()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}
