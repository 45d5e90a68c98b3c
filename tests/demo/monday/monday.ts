import { expect } from '@playwright/test'
import { lock, signIn } from '../hands/front-door'
import { handOverTo, printDaySheet, shiftSheet, takeBack, toHandOver } from '../hands/hand-over-pages'
import { administrator, reviewer } from '../hands/people-of-the-story'
import type { Stage } from '../stage'
import { Counter } from './counter'
import { carryInRegister, foundOffice, prepareOffice } from './go-live'
import { openCases } from './paper-register'
import { colleague } from './visitors'

/** The Monday on which an office puts its paper register away, from an empty machine to the sheet of the day. */
export async function mondayFromTheStart(stage: Stage) {
  await foundOffice(stage)
  await monday(stage)
}

/** The administrator is signed in to an office with a reviewer. */
export async function monday(stage: Stage) {
  await prepareOffice(stage)
  await carryInRegister(stage)
  const counter = new Counter(stage)
  await morning(counter)
  await lunch(counter)
  await afternoon(counter)
  await endOfDay(stage)
}

/** Five come and the mail room brings a letter; six letters are signed, five go out before noon. */
async function morning(counter: Counter) {
  const { stage } = counter
  const { hands, shot, say } = stage
  await stage.goOnAt('09:00')
  await signIn(hands, administrator)
  await shot('today-with-register')
  say('上午：接待与起草')
  for (const kind of ['oral', 'agent', 'organisation', 'post', 'refusal', 'partial'] as const)
    await counter.receive(kind)
  await lock(hands)
  await signIn(hands, reviewer)
  await shot('today-reviewer')
  for (const kind of ['oral', 'agent', 'organisation', 'post', 'refusal', 'partial'] as const)
    await counter.approve(kind)
  await lock(hands)
  await signIn(hands, administrator)
  for (const kind of ['oral', 'agent', 'organisation', 'post', 'refusal'] as const) await counter.serve(kind)
}

/** Everything open goes to the colleague, who hands out a letter and receives the next visitor. */
async function lunch(counter: Counter) {
  const { stage } = counter
  const { hands, shot, say } = stage
  await stage.goOnAt('12:00')
  await signIn(hands, administrator)
  say(`午间交班给${colleague.name}：${openCases + 1} 件`)
  await toHandOver(hands)
  await expect(shiftSheet(hands).getByRole('listitem')).toHaveCount(openCases + 1)
  await shot('lunch-hand-over')
  await handOverTo(hands, { name: colleague.name, cases: openCases + 1 })
  await shot('lunch-handed-over')
  await lock(hands)
  await signIn(hands, colleague)
  await expect(hands.page.getByText(`${administrator.name}交来 ${openCases + 1} 件：`)).toBeVisible()
  await shot('lunch-today-of-colleague')
  await counter.serve('partial')
  await counter.receive('notOurs')
}

/** Back from lunch; somebody asks again for what was refused this morning. */
async function afternoon(counter: Counter) {
  const { stage } = counter
  const { hands, shot, say } = stage
  await stage.goOnAt('13:40')
  await signIn(hands, administrator)
  say('下午：收回在办件，接待重复申请的人')
  await toHandOver(hands)
  await takeBack(hands, openCases)
  await shot('taken-back')
  await counter.receive('repeat')
  await lock(hands)
  await signIn(hands, reviewer)
  for (const kind of ['notOurs', 'repeat'] as const) await counter.approve(kind)
  await lock(hands)
  await signIn(hands, administrator)
  for (const kind of ['notOurs', 'repeat'] as const) await counter.serve(kind)
}

async function endOfDay({ hands, shot, say, saveTo, fileFor, goOnAt }: Stage) {
  await goOnAt('17:20')
  await signIn(hands, administrator)
  say('打印日清单')
  await shot('today-evening')
  await toHandOver(hands)
  await shot('evening-hand-over')
  await printDaySheet(hands, { file: fileFor('day-sheet.pdf'), saveTo })
  await shot('day-sheet')
  await hands.press('Escape')
  await expect(hands.page.getByRole('dialog')).toBeHidden()
  await hands.press('Alt+3')
  await expect(hands.page.getByText(`共 ${openCases} 件`).first()).toBeVisible()
  await shot('list-evening')
}
