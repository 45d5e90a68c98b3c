import { expect } from '@playwright/test'
import { tickBox } from '../hands/choose'
import { lock, setUpOffice, signIn } from '../hands/front-door'
import { chooseRegister, openWaiting, rowOf, seePreview, sendForSignature, toImport } from '../hands/import-pages'
import { addPerson } from '../hands/people'
import { office, reviewer } from '../hands/people-of-the-story'
import { correctAgency, openSettings, startSeries } from '../hands/settings-pages'
import { workbookWords } from '../../support/registers/workbook-words'
import type { Stage } from '../stage'
import { faults, leftOnPaper, openCases, writePaperRegister } from './paper-register'
import { colleague, lettersOnPaper } from './visitors'

/** Where a reply by e-mail says that reconsideration is asked for (行政复议法 art. 22(2)). */
const reconsiderationOnline = 'https://fy.yunxi.example.gov.cn'

/** An empty machine becomes an office with its first two people. */
export async function foundOffice({ hands, shot, say, saveTo, fileFor }: Stage) {
  say('第一次启动：设立查阅中心，保存恢复表，添加审核员')
  await setUpOffice(hands, { saveTo, sheet: fileFor('recovery.pdf'), shot: noShot })
  await shot('today-empty')
  await addPerson(hands, { ...reviewer, post: '审核员' }, noShot)
}

/** The administrator is signed in: a colleague for the window, and the numbers that this year's paper has used. */
export async function prepareOffice({ hands, shot, say }: Stage) {
  say(`添加受理员${colleague.name}；纸上已用到第 ${lettersOnPaper} 号文，记编号起点`)
  await addPerson(hands, { ...colleague, post: '受理员' }, noShot)
  await shot('people')
  await openSettings(hands)
  const letterNo = (serial: number) => `云自然资公开〔2026〕${serial}号`
  const reason = '启用查阅台之前，发文簿上已经用到此号'
  await startSeries(hands, { lastUsed: letterNo(lettersOnPaper), next: letterNo(lettersOnPaper + 1), reason })
  await expect(hands.page.getByRole('dialog')).toBeHidden()
  await correctAgency(hands, {
    name: office.agencyName,
    fields: { 复议机关网上提交的网址选填: reconsiderationOnline },
    reason: '有的申请人要求以电子邮件答复',
  })
  await expect(hands.page.getByRole('dialog')).toBeHidden()
  await expect(hands.page.getByText(`，${reconsiderationOnline}`)).toBeVisible()
  // The notices go by themselves; they would lie over the head of the next pages.
  await expect(hands.page.getByText(`已添加${colleague.name}，现在就可以登录。`)).toBeHidden({ timeout: 30_000 })
  await shot('numbers-used-on-paper')
}

/** The old register, prepared by the one and signed by the other. The administrator is signed in before and after. */
export async function carryInRegister(stage: Stage) {
  const { hands, shot, say, saveTo, openFrom, fileFor } = stage
  const files = { asTyped: fileFor('旧登记簿.xlsx'), corrected: fileFor('旧登记簿（更正）.xlsx') }
  await writePaperRegister(files.asTyped, 'asTyped')
  await writePaperRegister(files.corrected, 'corrected')
  const { page } = hands

  say('导入旧登记簿：逐行报告指出录错的行')
  await toImport(hands)
  await chooseRegister(hands, { file: files.asTyped, openFrom })
  await shot('import-columns')
  await seePreview(hands)
  await expect(page.getByText(`${openCases - 3} 件可以写入，其中 2 件有提示；6 行不写入`)).toBeVisible()
  await expect(rowOf(hands, faults.mangledId)).toContainText('证件号码被表格软件改成了')
  await expect(rowOf(hands, faults.oddDay)).toContainText('收到日期“9/4/2026”认不出')
  await expect(page.getByText(/登记号与第 \d+ 行相同/)).toBeVisible()
  await expect(rowOf(hands, faults.countedWrong)).toContainText('请核对暂停和延期')
  await shot('import-faults')
  await saveTo(fileFor('逐行报告.xlsx'))
  await hands.press('Alt+s')
  await expect(page.getByText('已保存逐行报告')).toBeVisible()

  say(`照原件更正 4 行，重新选文件；${leftOnPaper.length} 行留在旧登记簿办完`)
  await backToOverview(stage)
  await chooseRegister(hands, { file: files.corrected, openFrom })
  await seePreview(hands)
  await expect(page.getByText(`${openCases} 件可以写入，其中 1 件有提示；${leftOnPaper.length} 行不写入`)).toBeVisible()
  for (const { requestNo, why } of leftOnPaper) {
    await expect(rowOf(hands, requestNo)).toContainText(why)
    say(`  ${requestNo} 留在旧登记簿：${why}`)
  }
  await saveTo(fileFor('逐行报告（更正后）.xlsx'))
  await hands.press('Alt+s')
  await expect(page.getByText('已保存逐行报告')).toBeVisible()
  await tickBox(hands, /一并记录 2026 年的上年结转数/)
  await expect(page.getByRole('textbox', { name: '自然人' })).toHaveValue('2')
  await shot('import-preview')
  await sendForSignature(hands)
  await shot('import-waiting')

  say(`${reviewer.name}逐行看过，签字，写入`)
  await lock(hands)
  await signIn(hands, reviewer)
  await expect(page.getByText(`有一批旧登记簿等待签字：旧登记簿（更正）.xlsx，${openCases} 件。`)).toBeVisible()
  await shot('today-import-to-sign')
  await openWaiting(hands)
  await shot('import-to-sign')
  await hands.press('Control+Enter')
  await expect(page.getByRole('heading', { name: `已写入 ${openCases} 件` })).toBeVisible({ timeout: 60_000 })
  await shot('import-done')
  const report = workbookWords(fileFor('逐行报告（更正后）.xlsx'))
  for (const { requestNo } of leftOnPaper) expect(report).toContain(requestNo)
}

/** The way back from the preview over the columns. */
async function backToOverview({ hands }: Stage) {
  const { page } = hands
  for (const heading of ['核对列', '导入旧登记簿']) {
    await hands.tabTo(page.getByRole('button', { name: '返回', exact: true }))
    await hands.press('Enter')
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
  }
}

async function noShot(): Promise<void> {}
