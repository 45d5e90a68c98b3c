import { expect } from '@playwright/test'
import {
  expectKioskReady,
  leaveHalfWritten,
  leaveKiosk,
  lookUpStatus,
  openKiosk,
  pressButton,
  searchByLetters,
} from '../hands/kiosk-pages'
import { administrator } from '../hands/people-of-the-story'
import type { StageOfTwoWindows } from '../stage'
import { findings } from './documents'
import { visitor } from './visitor'

const idleSeconds = 20
const { words, title } = findings.find(({ way }) => way === 'initials')!

/** A visitor alone: finds by first letters, reads, prints, looks up the request, leaves something lying there. */
export async function atTheKiosk(stage: StageOfTwoWindows, { code, documents }: { code: string; documents: number }) {
  const { say } = stage
  say('打开自助机：首字母查找，阅读，打印，查进度，自动清除')
  await openKiosk(stage.hands, { idleSeconds })
  const { hands, shot } = await stage.secondWindow()
  const { page } = hands
  await expectKioskReady(hands, documents)
  await shot('kiosk-home')
  await searchByLetters(hands, words.toUpperCase())
  await shot('kiosk-found')
  await pressButton(hands, new RegExp(title))
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await shot('kiosk-document')
  await pressButton(hands, '打印')
  await expect(page.getByText(/已送去打印，共 \d+ 页|没有可用的打印机/)).toBeVisible({ timeout: 60_000 })
  await shot('kiosk-printed')
  await pressButton(hands, '结束查阅')
  await pressButton(hands, '满意')
  await expectKioskReady(hands)
  await lookUpStatus(hands, { code, lastFour: visitor.phone.slice(-4) })
  await shot('kiosk-status')
  await pressButton(hands, '返回')
  await leaveHalfWritten(hands, visitor.name, shot)
  await leaveKiosk(hands, administrator.password)
  await stage.oneWindow()
  await expect(stage.hands.page.getByText('自助机没有打开')).toBeVisible()
  await stage.shot('kiosk-closed')
}
