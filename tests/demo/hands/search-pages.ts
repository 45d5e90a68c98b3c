import { expect, type Locator } from '@playwright/test'
import { pressUntil } from './case'
import type { Hands } from './hands'

const results = ({ page }: Hands): Locator => page.getByRole('listbox', { name: '查到的文件' })

export const toSearch = (hands: Hands): Promise<void> =>
  pressUntil(hands, 'F6', hands.page.getByRole('heading', { name: '检索', level: 1 }))

/**
 * Types what a person asks for; the document stands first, and its text beside the list. Right after an import the index
 * is still at work, and the words are typed again.
 */
export async function find(hands: Hands, { words, title }: { words: string; title: string }) {
  const box = hands.page.getByRole('searchbox')
  const first = results(hands).getByRole('option').first()
  await hands.tabTo(box)
  for (let tries = 1; ; tries++) {
    await hands.press('Control+a', 'Delete')
    await expect(box).toHaveValue('')
    await hands.type(words)
    await expect(box).toHaveValue(words)
    try {
      await expect(first).toContainText(title, { timeout: 5_000 })
      break
    } catch (cause) {
      if (tries === 24) throw cause
    }
  }
  await hands.press('Enter')
  await expect(results(hands)).toBeFocused()
}

/** The visitor is answered with the document that is found: no request is needed. */
export async function answerWith(hands: Hands, title: string) {
  await pressUntil(hands, 'F7', hands.page.getByText(`已记下：用《${title}》当场答复，不用登记申请。`))
}
