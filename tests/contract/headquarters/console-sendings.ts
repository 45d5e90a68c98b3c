import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { violationsOn } from '../../support/axe/violations-on'
import { operatorToken, send, type TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { opened, shot, signIn } from './console-hands'

const agencyId = '0a0a0a0a-0000-4000-8000-000000000001'

/** What is sent to offices, from the console's page to the answer of headquarters. */
export function consoleSendingTests(of: () => TestHeadquarters, at: () => { browser: Browser; url: string }): void {
  test('sends a notice to one office by the keyboard, and shows who has received it; axe finds nothing on the way', async () => {
    const machine = await of().enrolled({ officeId: await of().office('530197') })
    const { page } = await opened(at().browser, `${at().url}/console/`, { bypassCSP: true })
    await page.getByLabel('管理口令').fill(operatorToken)
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: '单位' }).press('ArrowRight')
    await page.getByRole('tab', { name: '发送' }).press('Enter')
    await page.getByRole('button', { name: '新的发送' }).press('Enter')
    await page.getByRole('radio', { name: '通知' }).press('Space')
    await page.getByLabel('标题').fill('关于年度报告的通知')
    await page.getByLabel('正文').fill('请于一月底前报送。')
    await page.getByLabel('按名称或编号查找').last().fill(String(machine.officeId))
    await page.getByRole('button', { name: '选上列出的 1 家' }).press('Enter')
    expect(await violationsOn(page)).toEqual([])
    await shot(page, 'sending-notice')
    await page.getByRole('button', { name: '发送给 1 家单位' }).press('Enter')
    await page.getByRole('heading', { name: '关于年度报告的通知' }).waitFor()
    await page.getByRole('cell', { name: '未收到' }).waitFor()
    await shot(page, 'sent-notice')
    expect(await violationsOn(page)).toEqual([])
    await page.context().close()
  })

  test('documents of one office are sent as its own, whichever is chosen next', async () => {
    const [from, other, to] = [await named('赠送县档案馆'), await named('旁边县档案馆'), await named('收件县档案馆')]
    from.write(`document:${randomUUID()}`, {
      type: 'document.catalogued@1',
      open: {
        ...{ agencyId, topicClass: '0201', validity: 'VALID', attribute: 'PROACTIVE', documentDate: '2026-03-02' },
        ...{ indexNo: '1/2026-1', publishedOn: '2026-03-09', words: { title: '公共停车收费公告', text: '正文' } },
      },
    })
    await of().call(from, send(from, 1))
    const { page, refusals } = await opened(at().browser, `${at().url}/console/`)
    await beginSending(page, '目录文件')
    await chooseOffice(page, from.officeId)
    await page.getByLabel('标题或正文中的词').fill('停车')
    await page.keyboard.press('Enter')
    const found = page.getByRole('checkbox', { name: /公共停车收费公告/u })
    await found.press('Space')
    await shot(page, 'sending-of-office')
    await chooseOffice(page, other.officeId)
    await found.waitFor({ state: 'detached' }) // not under the name of another office
    await chooseOffice(page, from.officeId)
    await page.getByRole('button', { name: '用选中的 1 篇' }).press('Enter')
    await toBeSent(page).getByRole('listitem').getByText('公共停车收费公告').waitFor()
    await chooseOffice(page, other.officeId)
    await sendTo(page, to.officeId)
    await page.getByRole('heading', { name: '赠送县档案馆公开文件' }).waitFor()
    expect(await refusals()).toEqual([])
    await page.context().close()
    const [sent] = (await of().operator('GET', '/v1/console/sendings')).json['sendings'] as { sendingId: string }[]
    const { json } = await of().operator('GET', `/v1/console/sendings/${sent!.sendingId}`)
    expect(JSON.stringify(json)).toContain('赠送县档案馆')
    expect(JSON.stringify(json)).not.toContain('旁边县档案馆')
  })

  test('what is changed after some offices had it is another sending', async () => {
    const [first, second] = [await named('先到县档案馆'), await named('后到县档案馆')]
    const { page } = await opened(at().browser, `${at().url}/console/`)
    await beginSending(page, '通知')
    await page.getByLabel('标题').fill('第一稿')
    await page.getByLabel('正文').fill('正文')
    await page.getByLabel('按名称或编号查找').last().fill(String(first.officeId))
    await page.getByRole('button', { name: '选上列出的 1 家' }).press('Enter')
    // Headquarters has done it, and the line breaks before it can say so.
    await page.route('**/v1/console/sendings', async route => (await route.fetch(), route.abort()), { times: 1 })
    await page.getByRole('button', { name: '发送给 1 家单位' }).press('Enter')
    await page.getByRole('button', { name: '继续发送' }).waitFor()
    await shot(page, 'sending-broken-off')
    await page.getByLabel('标题').fill('第二稿')
    await sendTo(page, second.officeId, 2)
    await page.getByRole('heading', { name: '第二稿' }).waitFor()
    await page.getByRole('button', { name: '返回' }).press('Enter')
    await page.getByRole('button', { name: '第二稿' }).waitFor()
    await shot(page, 'sendings')
    await page.context().close()
    const { json } = await of().operator('GET', '/v1/console/sendings')
    const sent = json['sendings'] as { title: string; offices: number }[]
    expect(sent.find(({ title }) => title === '第一稿')).toMatchObject({ offices: 1 })
    expect(sent.find(({ title }) => title === '第二稿')).toMatchObject({ offices: 2 })
  })

  test('every document of a file is listed by title and number before it is sent; axe finds nothing, English has the same', async () => {
    const { page } = await opened(at().browser, `${at().url}/console/`, { bypassCSP: true })
    await beginSending(page, '目录文件')
    const lines = Array.from({ length: 60 }, (_, at) => ({
      标题: `第${at + 1}号公告`,
      文号: `云政发〔2026〕${at + 1}号`,
    }))
    const file = [...lines, { 正文: '没有标题的一篇' }].map(line => JSON.stringify(line)).join('\n')
    const buffer = Buffer.from(file)
    await page.getByLabel('文件', { exact: true }).setInputFiles({ name: '一季度.jsonl', mimeType: '', buffer })
    const listed = toBeSent(page).getByRole('listitem')
    await page.getByText('共 61 篇').waitFor()
    expect(await listed.count()).toBe(61)
    expect(await listed.nth(59).innerText()).toBe('第60号公告 云政发〔2026〕60号')
    expect(await listed.nth(60).innerText()).toBe('没有标题')
    await toBeSent(page).press('End') // by the keyboard to what is below
    await expect.poll(() => toBeSent(page).evaluate(list => list.scrollTop)).toBeGreaterThan(0)
    expect(await violationsOn(page)).toEqual([])
    await shot(page, 'sending-documents')
    await page.getByRole('button', { name: 'English' }).press('Enter')
    await page.getByText('61 in all').waitFor()
    expect(await toBeSent(page).getByRole('listitem').last().innerText()).toBe('Without a title')
    expect(await violationsOn(page)).toEqual([])
    await shot(page, 'sending-documents-en')
    await page.context().close()
  })

  test('remedies are read from their file, shown, and sent; what is no such file is told', async () => {
    const to = await named('救济县档案馆')
    const { page, refusals } = await opened(at().browser, `${at().url}/console/`)
    await beginSending(page, '救济规定')
    const packs = path.resolve(import.meta.dirname, '../../../resources')
    await page.getByLabel('文件', { exact: true }).setInputFiles(path.join(packs, 'README.md'))
    await page.getByRole('alert').waitFor()
    await shot(page, 'sending-no-such-file')
    await page.getByLabel('文件', { exact: true }).setInputFiles(path.join(packs, 'law-packs/2024-01.json'))
    await page.getByRole('alert').waitFor({ state: 'detached' })
    await shot(page, 'sending-remedies')
    await sendTo(page, to.officeId)
    await page.getByRole('heading', { name: '救济规定 2024-01' }).waitFor()
    expect(await refusals()).toEqual([])
    await page.context().close()
  })

  async function named(name: string) {
    const machine = await of().enrolled()
    const path = `/v1/console/offices/${machine.officeId}/name`
    expect((await of().operator('POST', path, { name })).status).toBe(200)
    return machine
  }
}

const toBeSent = (page: Page) => page.getByRole('region', { name: /^(要发的文件|Documents to be sent)$/u })

async function beginSending(page: Page, kind: string): Promise<void> {
  await signIn(page)
  await page.getByRole('tab', { name: '发送' }).press('Enter')
  await page.getByRole('button', { name: '新的发送' }).press('Enter')
  await page.getByRole('radio', { name: kind }).press('Space')
}

async function chooseOffice(page: Page, officeId: number): Promise<void> {
  await page.getByRole('combobox', { name: '单位' }).fill(String(officeId))
  await page.keyboard.press('Enter')
}

async function sendTo(page: Page, officeId: number, inAll = 1): Promise<void> {
  await page.getByLabel('按名称或编号查找').last().fill(String(officeId))
  await page.getByRole('button', { name: '选上列出的 1 家' }).press('Enter')
  await page.getByRole('button', { name: `发送给 ${inAll} 家单位` }).press('Enter')
}
