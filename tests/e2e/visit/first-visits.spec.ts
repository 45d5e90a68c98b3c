import fs from 'node:fs'
import path from 'node:path'
import type { PlainFact } from '#shared/ledger/act'
import {
  approve,
  draftReply,
  examine,
  openRequest,
  pressUntil,
  recordSearch,
  recordService,
  savePaper,
} from '../../demo/hands/case'
import { closeReceipt, printPaper, returnDraft, reviseReasons } from '../../demo/hands/case-pages'
import { lock, signIn, sitDown } from '../../demo/hands/front-door'
import { registerRequest } from '../../demo/hands/reception'
import { lookAt, noFindings, tellAndExpectNone } from '../look/look-at'
import { actsWritten } from '../support/facts-written'
import { countInput } from '../support/input-counter'
import { administrator, defaultStory, expect, reviewer, test } from '../support/office-test'
import { fileOn, readPrinted, textOf } from '../support/paper'

const mostKeysToReceipt = 25
const nothingFound = { ...defaultStory.search, found: 0 }
const remarks = '请写明向乡镇国土所核实的经过。'
const reasons = '本机关已检索上述档案和系统，并向青石镇国土所书面核实，均未制作、保存你所申请的发放表。'

test.use({ goesOn: true })

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

  const facts = (await actsWritten(desk)).filter(act => act.subject.startsWith('request:')).flatMap(act => act.facts)
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

test('信息不存在 cannot be chosen before anybody has searched', async ({ desk, hands }) => {
  const { page } = desk
  await sitDown(hands, administrator)
  await registerRequest(hands, defaultStory.applicant, noShot)
  await closeReceipt(hands)
  await examine(hands, noShot)
  const before = await desk.head()
  const requestId = new URL(page.url()).hash.split('/')[1]!
  await test.step('the reply desk refuses it with the article', async () => {
    await hands.press('d')
    const notExist = page.getByRole('radio', { name: /信息不存在/ })
    await expect(notExist).toBeDisabled()
    await expect(page.getByText(/不能选：还没有检索记录，不能答复信息不存在（条例第三十六条第四项）。/)).toBeVisible()
    await hands.press('Control+4') // the question that leads to it
    await expect(notExist).not.toBeChecked()
    await hands.press('Control+Enter')
    await expect(page.getByText('请选怎么答复。')).toBeVisible()
  })

  await test.step('main refuses it too', async () => {
    const personal = { reasons, attachments: [] }
    const submitted = { type: 'reply.submitted@1', open: { draftNo: 1, decision: 'NOT_EXIST' }, personal }
    const answer = await desk.append({ subject: `request:${requestId}`, role: 'clerk', facts: [submitted] })
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'refused', why: { kind: 'searchMissing' } } })
  })
  expect(await desk.head()).toEqual(before)
})

test('a draft that comes back with remarks is revised, approved and signed for @at-length', async ({ desk, hands }) => {
  const { page } = desk
  const asClerk = () => sitDown(hands, administrator)
  const asReviewer = () => signIn(hands, reviewer)
  const nextPerson = () => lock(hands)

  await asClerk()
  const requestNo = await registerRequest(hands, defaultStory.applicant, noShot)
  await closeReceipt(hands)
  await examine(hands, noShot)
  await recordSearch(hands, nothingFound, noShot)
  const findings = noFindings()
  await draftReply(hands, { ...defaultStory, search: nothingFound }, screen => lookAt(page, screen, findings))
  tellAndExpectNone('信息不存在', findings)
  await nextPerson()

  await asReviewer()
  await openRequest(hands, requestNo)
  await test.step('remarks that are left by Esc are there again', async () => {
    const box = page.getByRole('textbox', { name: '退回意见' })
    await pressUntil(hands, 'r', box)
    await hands.fillNext('退回意见', remarks)
    await hands.press('Escape')
    await expect(page.getByText('办理经过')).toBeVisible()
    await pressUntil(hands, 'r', box)
    await expect(box).toHaveValue(remarks)
    await expect(page.getByText(/草稿 .+ 已存/)).toBeVisible()
    await box.fill('')
    await hands.press('Escape')
    await expect(page.getByText('办理经过')).toBeVisible()
  })
  await returnDraft(hands, remarks)
  await expect.poll(() => keptRemarks(desk.userData)).toEqual([])
  await nextPerson()

  await asClerk()
  await openRequest(hands, requestNo)
  await expect(page.getByText(`「${remarks}」`)).toBeVisible()
  await reviseReasons(hands, reasons)
  await nextPerson()

  await asReviewer()
  await openRequest(hands, requestNo)
  const second = page.getByRole('textbox', { name: '退回意见' })
  await pressUntil(hands, 'r', second)
  await expect(second).toHaveValue('')
  await second.fill(remarks)
  await hands.press('Escape')
  await expect(page.getByText('办理经过')).toBeVisible()
  await expect.poll(() => keptRemarks(desk.userData)).toHaveLength(1)
  const letterNo = await approve(hands, noShot)
  await expect.poll(() => keptRemarks(desk.userData)).toEqual([])
  await nextPerson()

  await asClerk()
  await openRequest(hands, requestNo)
  const letter = fileOn(desk, 'letter')
  await savePaper(hands, { name: /^答复书/, file: letter, saveTo: file => desk.dialogs.save(file) })
  const text = await textOf(letter)
  for (const said of [reasons, letterNo, defaultStory.applicant.name, '未检索到与申请内容相符的政府信息']) {
    expect(text).toContain(said)
  }
  expect(text).not.toContain(remarks)
  await recordService(hands, noShot)
  await expect(page.getByText('已经送达，没有要办的事。')).toBeVisible()
})

function nameOf({ type, open }: PlainFact): string {
  const { document, how } = open as { document?: string; how?: string }
  return [type, document, how].filter(Boolean).join(' ')
}

/** Sealed drafts of what a reviewer has not sent. */
const keptRemarks = (userData: string): readonly string[] =>
  fs.readdirSync(path.join(userData, 'office', 'vault', 'drafts')).filter(name => /^remarks-.+\.draft$/.test(name))

async function noShot(): Promise<void> {}
