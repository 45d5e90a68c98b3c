import type { PlainFact } from '#shared/ledger/act'
import { readOffice } from '../../support/journal/read-office'
import { approve, draftReply, examine, openRequest, recordSearch, recordService } from '../../demo/hands/case'
import { lock, signIn } from '../../demo/hands/front-door'
import { registerRequest } from '../../demo/hands/reception'
import { closeReceipt, printPaper } from '../../demo/hands/case-pages'
import { countInput } from '../support/input-counter'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import { readPrinted } from '../support/paper'

const mostKeysToReceipt = 25

test('a walk-in request is registered, answered and signed for without touching the mouse', async ({ desk, hands }) => {
  const input = await countInput(desk)
  await signIn(hands, administrator)

  const requestNo = await test.step('the applicant leaves with a printed receipt', async () => {
    input.fromHere()
    const registered = await registerRequest(hands, defaultStory.applicant, noShot)
    await hands.press('Enter')
    await expect(desk.page.getByText('已打印登记回执，已记入账本')).toBeVisible({ timeout: 60_000 })
    const { keys } = input.count()
    console.log(`keys beside typed text from F2 to the printed receipt: ${keys} (at most ${mostKeysToReceipt})`)
    expect(keys).toBeLessThanOrEqual(mostKeysToReceipt)
    expect(keys, 'the counter must see keys').toBeGreaterThan(3)
    expect(desk.printed()).toHaveLength(1)
    await closeReceipt(hands)
    return registered
  })

  await test.step('the clerk examines, searches and drafts a grant', async () => {
    await examine(hands, noShot)
    await recordSearch(hands, defaultStory.search, noShot)
    await draftReply(hands, defaultStory, noShot)
    await lock(hands)
  })

  const letterNo = await test.step('a colleague approves, numbers and issues it', async () => {
    await signIn(hands, reviewer)
    await openRequest(hands, requestNo)
    const issued = await approve(hands, noShot)
    await lock(hands)
    return issued
  })

  await test.step('the letter is printed, and its receipt is signed', async () => {
    await signIn(hands, administrator)
    await openRequest(hands, requestNo)
    await printPaper(hands, /^答复书/)
    await recordService(hands, noShot)
  })
  expect(input.count().pointer, 'what a mouse, a pen or a finger did').toBe(0)
  const papers = await Promise.all(desk.printed().map(readPrinted))
  await desk.close()

  const { acts, readOnly } = await readOffice(`${desk.userData}/office`, administrator)
  const facts = acts.filter(act => act.subject.startsWith('request:')).flatMap(act => act.facts)
  expect(readOnly).toBeNull()
  expect(facts.map(nameOf)).toEqual([
    'request.registered@1',
    'document.produced@1 F03 printed',
    'request.examined@1',
    'search.recorded@1',
    'reply.submitted@1',
    'reply.issued@1',
    'document.produced@1 R01 printed',
    'reply.served@1',
  ])
  expect(facts.find(({ type }) => type === 'reply.issued@1')?.open).toMatchObject({ letterNo })

  const { queryCode } = facts[0]!.personal as { queryCode: string }
  const [receipt] = papers
  expect(papers).toHaveLength(2)
  expect(receipt?.map(page => page.qr)).toContain(queryCode)
  for (const page of papers.flat()) expect(page.ink).toBeGreaterThan(0.005)
})

function nameOf({ type, open }: PlainFact): string {
  const { document, how } = open as { document?: string; how?: string }
  return [type, document, how].filter(Boolean).join(' ')
}

async function noShot(): Promise<void> {}
