import { expect } from '@playwright/test'
import { registerRequest } from '../hands/reception'
import { enrolByFiles, enrolByLine, exchangeNow, seeWaiting, untilLevel } from '../hands/exchange-pages'
import { reviewer } from '../hands/people-of-the-story'
import { foundOffice } from '../monday/go-live'
import { visitor } from '../room/visitor'
import type { Stage, StageOfMachines } from '../stage'
import { Headquarters } from './headquarters'

/**
 * Two offices and headquarters: one reaches it by the network, the other by a stick. Both work while it is away; afterwards it
 * has everything once, and what it sends is in force where it was accepted.
 */
export async function exchange(stage: StageOfMachines): Promise<void> {
  const headquarters = await Headquarters.make(stage.now())
  try {
    await play(stage, headquarters)
  } finally {
    await headquarters.stop()
    headquarters.remove()
  }
}

async function play(stage: StageOfMachines, headquarters: Headquarters): Promise<void> {
  const { say, hands, shot } = stage
  say('启动上级端，随附的数据库；开两个登记码')
  await headquarters.start()
  const first = headquarters.firstOffice
  const second = headquarters.addOffice('530103', '东江县政府信息公开查阅中心')

  await foundOffice(stage)
  await noticeGone(stage)
  say('第一家单位按地址和登记码在线登记')
  await enrolByLine(hands, { code: first.code, url: headquarters.url, print: headquarters.print, shot })
  await untilLevel(hands)
  await shot('level')

  say('第二家单位没有网络，用申请文件和答复文件登记')
  const far = await stage.anotherMachine()
  await foundOffice(far)
  await noticeGone(far)
  const [request, answer] = [stage.fileFor('登记申请.json'), stage.fileFor('登记答复.json')]
  const carry = () => void headquarters.run('enrol', request, answer)
  await enrolByFiles(far.hands, { ...far, ...{ code: second.code, print: headquarters.print, request, answer, carry } })

  say('上级端停了：两家照常办件')
  await headquarters.stop()
  const requestNo = await workOffline(stage)
  await workOffline(far)
  await seeWaiting(hands)
  await shot('waiting')

  say(`上级端恢复：${requestNo} 随网络上报`)
  await headquarters.start()
  await exchangeNow(hands)
  await shot('level-again')
}

const noticeGone = ({ hands }: Stage) =>
  // It would lie over the head of the next pages.
  expect(hands.page.getByText(`已添加${reviewer.name}，现在就可以登录。`)).toBeHidden({ timeout: 30_000 })

async function workOffline({ hands, shot }: Stage): Promise<string> {
  const requestNo = await registerRequest(hands, visitor, shot)
  await hands.press('Escape')
  await expect(hands.page.getByRole('dialog')).toBeHidden()
  return requestNo
}
