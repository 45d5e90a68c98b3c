import { expect } from '@playwright/test'
import { approve, draftReply, examine, openRequest, recordSearch, recordService, savePaper } from '../hands/case'
import { lock, setUpOffice, signIn } from '../hands/front-door'
import { addPerson } from '../hands/people'
import { administrator, reviewer, type Story } from '../hands/people-of-the-story'
import { registerRequest, saveFromReceipt } from '../hands/reception'
import type { Stage } from '../stage'

/** The main job, unattended: from an empty machine to a letter that was signed for. */
export async function visit(stage: Stage, story: Story): Promise<{ requestNo: string; letterNo: string }> {
  const { hands, saveTo, shot, say } = stage
  const fileFor = (paper: VisitPaper) => stage.fileFor(`${paper}.pdf`)
  say('第一次启动：设立查阅中心，保存恢复表')
  await setUpOffice(hands, { saveTo, sheet: fileFor('recovery'), shot })
  await shot('today-empty')
  say('管理员添加审核员')
  await addPerson(hands, { ...reviewer, post: '审核员' }, shot)
  // The notice goes by itself; it would lie over the head of the next pages.
  await expect(hands.page.getByText(`已添加${reviewer.name}，现在就可以登录。`)).toBeHidden({ timeout: 30_000 })
  say(`登记申请：${story.applicant.name}`)
  const requestNo = await registerRequest(hands, story.applicant, shot)
  say(`登记号 ${requestNo}，保存回执和期限计算书`)
  await saveFromReceipt(hands, { paper: '登记回执', file: fileFor('receipt'), saveTo })
  await expect(hands.page.getByRole('dialog').getByRole('img', { name: /^登记回执/ })).toBeVisible({ timeout: 60_000 })
  await shot('receipt')
  await saveFromReceipt(hands, { paper: '期限计算书', file: fileFor('due-date-proof'), saveTo })
  await expect(hands.page.getByRole('dialog').getByRole('img', { name: /^期限计算书/ })).toBeVisible({
    timeout: 60_000,
  })
  await shot('due-date-proof')
  await hands.press('Escape')
  await shot('case-registered')
  say('审查受理，检索，拟定答复，送审核')
  await examine(hands, shot)
  await recordSearch(hands, story.search, shot)
  await draftReply(hands, story, shot)
  await shot('case-submitted')
  say(`换人：${reviewer.name}审核、编号、签发`)
  await lock(hands)
  await shot('sign-in')
  await signIn(hands, reviewer)
  await shot('today-reviewer')
  await openRequest(hands, requestNo)
  const letterNo = await approve(hands, shot)
  say(`文号 ${letterNo}`)
  await lock(hands)
  await signIn(hands, administrator)
  await shot('today-approved')
  await openRequest(hands, requestNo)
  say('保存答复书，送达，保存送达回证')
  await savePaper(hands, { name: /^答复书/, file: fileFor('reply'), saveTo })
  await recordService(hands, shot)
  await savePaper(hands, { name: /^送达回证/, file: fileFor('proof-of-service'), saveTo })
  await shot('case-served')
  await hands.press('Alt+3')
  const { page } = hands
  await hands.tabTo(page.getByRole('button', { name: /^全部/ }))
  await hands.press('Enter')
  await expect(page.getByText(requestNo)).toBeVisible()
  await shot('list')
  return { requestNo, letterNo }
}

type VisitPaper = 'recovery' | 'receipt' | 'due-date-proof' | 'reply' | 'proof-of-service'
