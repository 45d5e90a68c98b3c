import { expect } from '@playwright/test'
import { pressUntil } from './case'
import { chooseByArrow } from './choose'
import { pushButton } from './exchange-pages'
import type { Hands } from './hands'

type Shot = (name: string) => Promise<void>
type OpenFrom = (files: readonly string[]) => Promise<void>

export async function toMedia(hands: Hands): Promise<void> {
  await pressUntil(hands, 'Alt+7', hands.page.getByRole('heading', { name: '介质导出', level: 1 }))
}

export interface BundleOut {
  readonly stick: string
  readonly mediumNo: string
  readonly receiver: string
  readonly holder: string
  readonly openFrom: OpenFrom
}

/** A bundle for headquarters, filled in up to the key that begins to write it. */
export async function fillBundle(hands: Hands, { stick, mediumNo, receiver, holder, openFrom }: BundleOut) {
  const { page } = hands
  await toMedia(hands)
  const radio = (name: string | RegExp) => page.getByRole('radio', { name })
  await hands.tabTo(
    radio('一件案卷')
      .or(radio('交换包'))
      .and(page.getByRole('radio', { checked: true })),
  )
  await chooseByArrow(hands, radio('交换包'))
  await hands.tabTo(
    radio(/^本单位其他机器/)
      .or(radio(/^上级端/))
      .and(page.getByRole('radio', { checked: true })),
  )
  await chooseByArrow(hands, radio(/^上级端/))
  await openFrom([stick])
  await pushButton(hands, '选文件夹')
  await expect(page.getByRole('radio', { name: `文件夹 ${stick}` })).toBeChecked()
  await hands.fillNext('介质编号', mediumNo)
  await hands.fillNext('接收单位', receiver)
  await hands.fillNext('领取人', holder)
}

export async function untilExported(hands: Hands): Promise<void> {
  await expect(hands.page.getByRole('heading', { name: '已导出' })).toBeVisible({ timeout: 120_000 })
}

/** The slip that goes with the medium, as a PDF. */
export async function saveSlip(
  hands: Hands,
  { file, saveTo }: { file: string; saveTo: (file: string) => Promise<void> },
) {
  const { page } = hands
  const dialog = page.getByRole('dialog')
  await pressUntil(hands, 'Alt+j', dialog)
  await expect(dialog.getByRole('img', { name: '交接单第 1 页' })).toBeVisible({ timeout: 60_000 })
  await saveTo(file)
  await hands.press('s')
  await expect(dialog.getByText('已保存', { exact: false })).toBeVisible({ timeout: 60_000 })
  await hands.press('Escape')
  await expect(dialog).toBeHidden()
}

/** What came back on the stick, in the export's folder `name`: checked, looked at, taken in. */
export async function takeBundle(hands: Hands, { name, shot }: { name: string; shot: Shot }): Promise<void> {
  const { page } = hands
  await toMedia(hands)
  const line = page.getByRole('list', { name: '导入交换包' }).getByRole('listitem').filter({ hasText: name })
  await hands.tabTo(line.getByRole('button', { name: '检查' }))
  await hands.press('Enter')
  await expect(page.getByText('已逐条检查，尚未导入。介质现在可以拔出。')).toBeVisible({ timeout: 60_000 })
  await shot('bundle-checked')
  await pushButton(hands, '导入')
  await expect(page.getByRole('heading', { name: '交换包已处理' })).toBeVisible({ timeout: 60_000 })
  await shot('bundle-taken')
}
