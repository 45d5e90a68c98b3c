import type { Browser } from '@playwright/test'
import { expect, test } from 'vitest'
import { violationsOn } from '../../support/axe/violations-on'
import type { TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { opened, shot, signIn } from './console-hands'

/** What a closed machine wrote, seen and decided from the console's page. */
export function consoleKeptApartTests(of: () => TestHeadquarters, at: () => { browser: Browser; url: string }): void {
  test('what was kept apart is seen and refused with a reason, by the keyboard; axe finds nothing', async () => {
    const closed = await of().enrolled({ officeId: await of().office('530190') })
    const place = `/v1/console/offices/${closed.officeId}`
    await of().operator('POST', `${place}/machines/${closed.chain}/closing`, {})
    closed.visit('2026-03-02')
    const next = await of().enrolled({ officeId: closed.officeId, office: closed.office })
    await of().call(next, { method: 'POST', path: '/v1/segments', body: closed.segment(1) })
    const { page } = await opened(at().browser, `${at().url}/console/`, { bypassCSP: true })
    await signIn(page)
    await page.getByLabel('按名称或编号查找').fill('530190')
    await page.getByRole('button', { name: '云溪县档案馆的隔离记录 13 条' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: '云溪县档案馆的隔离记录' })
    const last = dialog.getByRole('listitem').last()
    await last.getByText('申请 · 送达').waitFor()
    await last.getByRole('button', { name: '处理' }).press('Enter')
    await last.getByLabel('处理人').fill('赵处长')
    await last.getByLabel('理由').fill('机器已失窃')
    await shot(page, 'kept-apart')
    expect(await violationsOn(page)).toEqual([])
    await last.getByRole('button', { name: '拒绝' }).press('Enter')
    await last.getByText('已拒绝').waitFor()
    expect(await last.innerText()).toContain('机器已失窃')
    await shot(page, 'kept-apart-decided')
    expect(await dialog.getByRole('button', { name: '处理' }).count()).toBe(12)
    await page.context().close()
  })
}
