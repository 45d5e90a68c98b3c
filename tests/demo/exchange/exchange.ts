import fs from 'node:fs'
import { expect } from '@playwright/test'
import { catalogueText, rewriteText, settleTexts } from '../hands/catalogue-pages'
import { examine, openRequest } from '../hands/case'
import { closeReceipt } from '../hands/case-pages'
import {
  acceptCalendar,
  enrolByFiles,
  enrolByLine,
  exchangeNow,
  seeWaiting,
  settleConflict,
  untilLevel,
} from '../hands/exchange-pages'
import { lock, signIn } from '../hands/front-door'
import { joinByLine, seeInList } from '../hands/line-pages'
import { joinByStick } from '../hands/machine-pages'
import { fillBundle, saveSlip, takeBundle, untilExported } from '../hands/media-pages'
import type { Hands } from '../hands/hands'
import { administrator, reviewer } from '../hands/people-of-the-story'
import { registerRequest } from '../hands/reception'
import { foundOffice } from '../monday/go-live'
import { visitor } from '../room/visitor'
import type { OtherMachine, Stage, StageOfMachines } from '../stage'
import { Console, writeChangedCalendar } from './console'
import { freePort } from './free-port'
import { Headquarters } from './headquarters'
import { Stick } from './stick'

/**
 * Two offices and headquarters. One reaches it by the network, and has three machines, one of which knows only another of them; the
 * other office reaches it by a stick, which is pulled the first time. All work while headquarters is away; afterwards everything is everywhere once, two machines that did the same are
 * told so, and what headquarters sends is in force where it was accepted.
 */
export async function exchange(stage: StageOfMachines): Promise<void> {
  const headquarters = await Headquarters.make(stage.now())
  const stick = new Stick()
  try {
    await play(stage, { headquarters, stick })
  } finally {
    await headquarters.stop()
    headquarters.remove()
    stick.remove()
  }
}

interface Around {
  readonly headquarters: Headquarters
  readonly stick: Stick
}

async function play(stage: StageOfMachines, around: Around): Promise<void> {
  const { headquarters } = around
  const { say, hands, shot } = stage
  say('启动上级端，随附的数据库；开两个登记码')
  await headquarters.start()
  const first = headquarters.firstOffice
  const second = headquarters.addOffice('530103', '东江县政府信息公开查阅中心')

  await found(stage)
  say('第一家单位按地址和登记码在线登记')
  await enrolByLine(hands, { code: first.code, url: headquarters.url, print: headquarters.print, shot })
  const requestNo = await register(stage)
  await untilLevel(hands)
  await shot('level')
  await asReviewer(hands, () => catalogueText(hands, rules))
  const beside = await joinedMachine(stage, { ...around, officeId: first.officeId })

  say('第二家单位没有网络，用申请文件和答复文件登记')
  const far = await stage.anotherMachine('东江')
  await found(far)
  await enrolWithoutLine(far, { ...around, code: second.code })

  say('上级端停了：三台电脑照常办件，同一件两台都审查了，同一份文件的正文两台都改了')
  await headquarters.stop()
  await examineIt(stage, requestNo)
  await examineIt(beside, requestNo)
  const texts = { title: rules.title, here: `${rules.text}村民委员会协助。`, there: `${rules.text}养护经费列入预算。` }
  await asReviewer(hands, () => rewriteText(hands, { title: texts.title, text: texts.here }))
  await asReviewer(beside.hands, () => rewriteText(beside.hands, { title: texts.title, text: texts.there }))
  await register(far)
  await joinAndExchange(stage)
  await seeWaiting(hands)
  await shot('waiting')

  say('上级端恢复：随网络补报，冲突写明两边，由人核对')
  await headquarters.start()
  await exchangeNow(hands)
  await exchangeNow(beside.hands)
  await exchangeNow(hands)
  // Whoever settles it has not done it.
  await asReviewer(hands, async () => {
    await settleConflict(hands, { requestNo, reason: '两个窗口同时审查，结论相同，以先办的为准', shot })
    const both = [texts.there, texts.here] as const
    await settleTexts(hands, { title: texts.title, both, reason: '与印发的原件一致', shot })
    await exchangeNow(hands)
  })

  await sendByStick(far, around)
  await sendCalendar(stage, headquarters)
  fs.writeFileSync(stage.fileFor('headquarters.json'), await headquarters.offices())
}

const rules = {
  ...{ title: '云溪县村级道路养护管理办法', docNo: '云政发〔2026〕8号', indexNo: '014225972/2026-00001' },
  text: '第一条　村级道路由乡镇人民政府养护。',
}

async function asReviewer(hands: Hands, work: () => Promise<void>): Promise<void> {
  await lock(hands)
  await signIn(hands, reviewer)
  await work()
  await lock(hands)
  await signIn(hands, administrator)
}

async function found(stage: Stage): Promise<void> {
  await foundOffice(stage)
  // It would lie over the head of the next pages.
  await expect(stage.hands.page.getByText(`已添加${reviewer.name}，现在就可以登录。`)).toBeHidden({ timeout: 30_000 })
}

/** A second machine of the first office, which has everything that the first had, and a code of its own. */
async function joinedMachine(
  stage: StageOfMachines,
  { headquarters, stick, officeId }: Around & { readonly officeId: string },
): Promise<OtherMachine> {
  stage.say('乙号窗口的电脑用 U 盘加入，再到上级端登记')
  const beside = await stage.anotherMachine('乙号')
  const [request, answer] = [stick.file('join-request.json'), stick.file('join-answer.age')]
  const machine = { workstation: 'B', windowName: '乙号窗口' }
  await joinByStick(stage, beside, { machine, password: administrator.password, request, answer })
  await signIn(beside.hands, administrator)
  const code = headquarters.newCode(officeId)
  const { hands, shot } = beside
  await enrolByLine(hands, { code, url: headquarters.url, print: headquarters.print, shot })
  await untilLevel(hands)
  return beside
}

/** A third machine of the first office, by the network between the two and without headquarters; what it writes is seen on the first. */
async function joinAndExchange(stage: StageOfMachines): Promise<void> {
  stage.say('丙号窗口的电脑在局域网里加入，两边核对数字；不经过上级端，登记一件，甲号窗口就看到')
  const third = await stage.anotherMachine('丙号')
  const machine = { workstation: 'C', windowName: '丙号窗口' }
  await joinByLine(stage, third, { machine, password: administrator.password, port: await freePort() })
  await signIn(third.hands, administrator)
  await seeInList(stage, await register(third))
}

async function enrolWithoutLine(
  { hands, openFrom, shot }: OtherMachine,
  { headquarters, stick, code }: Around & { readonly code: string },
): Promise<void> {
  const answerTo = (request: string) => {
    const answer = stick.file('登记答复.json')
    headquarters.run('enrol', request, answer)
    return answer
  }
  const { print } = headquarters
  await enrolByFiles(hands, { code, print, stick: stick.path, answerTo, openFrom, shot })
}

async function register({ hands, shot }: Stage): Promise<string> {
  const requestNo = await registerRequest(hands, visitor, shot)
  await closeReceipt(hands)
  return requestNo
}

async function examineIt({ hands, shot }: Stage, requestNo: string): Promise<void> {
  await openRequest(hands, requestNo)
  await examine(hands, shot)
}

/** The bundle of the office without a network: pulled half-way, written again, taken there, and the answer back. */
async function sendByStick(far: OtherMachine, { headquarters, stick }: Around): Promise<void> {
  const { hands, shot, say, openFrom, saveTo, fileFor } = far
  const out = { stick: stick.path, receiver: '省级上级端', holder: '赵宁', openFrom }
  say('东江县把交换包写到 U 盘，写到一半被拔出：没有一份像是完整的')
  await fillBundle(hands, { ...out, mediumNo: 'JZ-01' })
  const pulled = stick.pulledWhileWriting()
  await hands.press('Control+Enter')
  await pulled
  await expect(hands.page.getByRole('alert')).toBeVisible({ timeout: 60_000 })
  await shot('stick-pulled')
  stick.putBack()
  expect(stick.finished()).toEqual([])

  say('重新插入，再写一次；随 U 盘一份交接单')
  await fillBundle(hands, { ...out, mediumNo: 'JZ-01' })
  await hands.press('Control+Enter')
  await untilExported(hands)
  await shot('bundle-written')
  await saveSlip(hands, { file: fileFor('交接单.pdf'), saveTo })
  const said = headquarters.run('take', stick.path)
  for (const line of said.trim().split('\n')) say(line)
  const [, name = ''] = /答复包已写到 (\S+?)，/u.exec(said) ?? []
  await takeBundle(hands, { name, shot })
}

/** One more day off, for every office; the first accepts it, and headquarters sees who has. */
async function sendCalendar(stage: StageOfMachines, headquarters: Headquarters): Promise<void> {
  const { say, hands, shot, fileFor } = stage
  say('上级端在控制台发出一份改过的放假安排')
  const console = await Console.open(headquarters, fileFor)
  try {
    await console.shot('上级端-单位')
    const file = fileFor('放假安排.json')
    writeChangedCalendar(file, { year: 2026, dayOff: '2026-09-14' })
    await console.sendCalendar(file)
    await exchangeNow(hands)
    say('单位看清哪一件的期限会改变，再接受')
    await acceptCalendar(hands, { title: '2026年放假安排', shot })
    await exchangeNow(hands)
    await console.seeAccepted()
  } finally {
    await console.close()
  }
}
