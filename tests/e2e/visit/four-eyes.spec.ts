import type { PlainFact } from '#shared/ledger/act'
import { draftReply, examine, recordSearch } from '../../demo/hands/case'
import { signIn } from '../../demo/hands/front-door'
import { registerRequest } from '../../demo/hands/reception'
import { readOffice } from '../../support/journal/read-office'
import { closeReceipt } from '../../demo/hands/case-pages'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { hireWithoutScreen } from '../support/without-screen'

const both = { name: '苏晴', password: '窗前的石榴树又开花了', posts: ['clerk', 'reviewer'] } as const
const fourEyes = '拟稿人不能审核签发自己的稿件，须由另一名审核员或负责人办理。'
const letter = { letterNo: '云自然资公开〔2026〕1号', issuedOn: '2026-09-08' }

test.use({ isOn: false })

test('whoever wrote a draft cannot approve it, neither on screen nor behind it', async ({ desk, hands }) => {
  const { userData } = desk
  await hireWithoutScreen(userData, { administrator, colleague: both })
  await desk.start()
  const { page } = desk
  await signIn(hands, both)
  await registerRequest(hands, defaultStory.applicant, noShot)
  await closeReceipt(hands)
  await examine(hands, noShot)
  await recordSearch(hands, defaultStory.search, noShot)
  await draftReply(hands, defaultStory, noShot)
  const before = await desk.head()

  await test.step('the case page says why, and its key does nothing', async () => {
    const review = page.getByRole('button', { name: '审核签发' })
    await expect(review).toHaveAttribute('aria-disabled', 'true')
    await expect(review).toHaveAccessibleDescription(fourEyes)
    await hands.press('r')
    await expect(page.getByText('办理经过')).toBeVisible()
  })

  const requestId = new URL(page.url()).hash.split('/')[1]!
  await test.step('the review page, reached by its address, says it too and neither issues nor returns', async () => {
    await page.evaluate(id => void (location.hash = `#review/${id}`), requestId)
    await expect(page.getByRole('heading', { name: /审核签发/, level: 1 })).toBeVisible()
    await expect(page.getByRole('note').getByText(fourEyes)).toBeVisible()
    await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible({ timeout: 60_000 })
    await hands.press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('button', { name: '退回修改' })).toHaveAttribute('aria-disabled', 'true')
    await expect(page.getByRole('textbox', { name: '退回意见' })).toBeDisabled()
  })

  await test.step('main refuses what a tampered page would ask', async () => {
    const issued = { type: 'reply.issued@1', open: { draftNo: 1, ...letter } }
    const returned = { type: 'reply.returned@1', open: { draftNo: 1 }, personal: { remarks: '重写' } }
    const ask = (role: string, fact: PlainFact) => desk.append({ subject: `request:${requestId}`, role, facts: [fact] })
    expect(await ask('reviewer', issued)).toEqual(refusedFor('fourEyes'))
    expect(await ask('reviewer', returned)).toEqual(refusedFor('fourEyes'))
    expect(await ask('head', issued)).toEqual(refusedFor('postNotHeld'))
    expect(await ask('clerk', issued)).toEqual(refusedFor('postNeeded'))
  })

  expect(await desk.head()).toEqual(before)
  await desk.close()
  const saved = await readOffice(`${userData}/office`, both)
  expect(saved.head).toEqual(before)
  const kinds = saved.acts.flatMap(({ facts }) => facts.map(({ type }) => type))
  expect(kinds).toContain('reply.submitted@1')
  expect(kinds.filter(type => /^reply\.(issued|returned)/.test(type))).toEqual([])
})

const refusedFor = (kind: string) => ({
  ok: false,
  problem: { kind: 'refused', why: expect.objectContaining({ kind }) as unknown },
})

async function noShot(): Promise<void> {}
