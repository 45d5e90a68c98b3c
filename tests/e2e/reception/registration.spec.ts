import type { Locator, Page } from '@playwright/test'
import type { Hands } from '../../demo/hands/hands'
import { sitDown } from '../../demo/hands/front-door'
import { openForm } from '../../demo/hands/intake-pages'
import { administrator, defaultStory, expect, test } from '../support/office-test'
import { fillRegistration, registrationPage, sendRegistration, tick, typeInto } from '../support/registration-page'

const { applicant } = defaultStory

interface Mistake {
  readonly title: string
  readonly field: (hands: Hands) => Locator
  readonly typed: string
  readonly right: string
  readonly said: string | RegExp
}

const name = (hands: Hands) => registrationPage(hands).name
const description = (hands: Hands) => registrationPage(hands).description

const mistakes: readonly Mistake[] = [
  {
    title: 'an emoji in the name',
    field: name,
    typed: '张㛃😀',
    right: applicant.name,
    said: '第 3 个字符「😀」（U+1F600）不能用在姓名里，文书上印不出来，请改掉。',
  },
  {
    title: 'a control character in the name',
    field: name,
    typed: '张\u0007㛃䶮',
    right: applicant.name,
    said: /第 2 个字符「.?」（U\+0007）不能用在姓名里/,
  },
  {
    title: 'a name of 200 characters',
    field: name,
    typed: '㛃'.repeat(200),
    right: applicant.name,
    said: '姓名最多 50 个字，现在有 200 个，请删短。',
  },
  {
    title: 'a wrong check digit',
    field: hands => registrationPage(hands).idNumber,
    typed: '330102190404040081',
    right: applicant.idNumber,
    said: '末位校验不符：按前 17 位应为 X，现在是 1。请核对原件后重输。',
  },
  {
    title: 'an emoji in what is asked',
    field: description,
    typed: '白鹭村征地方案🏡',
    right: applicant.description,
    said: /第 8 个字符「🏡」（U\+1F3E1）不能用在.+里，文书上印不出来，请改掉。/,
  },
  {
    title: 'an invisible character in what is asked',
    field: description,
    typed: '白鹭村\u200b征地方案',
    right: applicant.description,
    said: /第 4 个字符「.?」（U\+200B）不能用在.+里/,
  },
  {
    title: 'a day that has not come',
    field: hands => registrationPage(hands).receivedOn,
    typed: '2026-09-09',
    right: '2026-09-08',
    said: /不能晚于.*9月8日/,
  },
]

test.use({ goesOn: true })

test('the fonts of letters are read for a page from which papers go out, not at the start', async ({ desk, hands }) => {
  await sitDown(hands, administrator)
  await expect.poll(() => namesOfWorkers(desk.page)).toContain('search-worker') // what the window gets ready by itself
  expect(namesOfWorkers(desk.page)).not.toContain('papers-worker')
  await openForm(hands)
  await expect.poll(() => namesOfWorkers(desk.page)).toContain('papers-worker')
})

test('a registration with a mistake is refused with a sentence, and goes through once it is mended', async ({
  desk,
  hands,
}) => {
  await sitDown(hands, administrator)
  await fillRegistration(hands, applicant)
  const before = await desk.head()

  for (const { title, field, typed, right, said } of mistakes) {
    await test.step(title, async () => {
      await typeInto(hands, field(hands), typed)
      await hands.press('Control+Enter')
      await expect(desk.page.getByRole('alert').filter({ hasText: said })).toBeVisible()
      await expect(field(hands)).toBeFocused()
      await expect(field(hands)).toHaveAttribute('aria-invalid', 'true')
      expect(await desk.head()).toEqual(before)
      await typeInto(hands, field(hands), right)
    })
  }

  await test.step('the original was not seen', async () => {
    await tick(hands)
    await hands.press('Control+Enter')
    await expect(desk.page.getByText('请看身份证原件，确认人证一致后勾选。')).toBeVisible()
    await expect(registrationPage(hands).originalSeen).toBeFocused()
    expect(await desk.head()).toEqual(before)
    await tick(hands)
  })

  await sendRegistration(hands)
  expect((await desk.head()).seq).toBe(before.seq + 1)
})

/** `http://host/assets/papers-worker-BjNgiZiF.js` is `papers-worker`. */
const namesOfWorkers = (page: Page): string[] =>
  page.workers().map(worker => /([a-z-]+)-[^/]{8}\.js$/.exec(worker.url())?.[1] ?? worker.url())
