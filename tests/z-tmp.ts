import fs from 'node:fs'
import { launch } from './support/launch/launch'
import { fillOffice } from './support/workstation/fill-office'
import { founding } from './support/workstation/test-workstation'
fs.rmSync('/tmp/zd', { recursive: true, force: true })
const f = await fillOffice('/tmp/zd', 200, '2026-03-02')
const p = await launch({ userData: '/tmp/zd', env: { RECORDS_DESK_REHEARSAL_TIME: '2026-03-02T10:00:00+08:00' } })
const { page } = p
await page.getByLabel('密码', { exact: true }).fill(founding.administrator.password)
await page.keyboard.press('Enter')
await page.getByRole('heading', { name: '今日', level: 1 }).waitFor()
await page.evaluate('globalThis.__name = x => x')
await page.evaluate(id => void (location.hash = `#request/${id}`), f.lastRequestId)
await page.getByRole('button', { name: /看全名和全号/ }).waitFor()
console.log(await page.evaluate(async id => {
  const b = (window as any).recordsDesk
  const med = (a: number[]) => [...a].sort((x, y) => x - y)[a.length >> 1]!.toFixed(1) + '/' + [...a].sort((x, y) => x - y)[Math.floor(a.length * .95)]!.toFixed(1)
  const out: any = {}
  const time = async (name: string, n: number, f: () => Promise<unknown>) => { const t: number[] = []; for (let i = 0; i < n; i++) { const s = performance.now(); await f(); t.push(performance.now() - s) } out[name] = med(t) }
  await time('invoke touch', 60, () => b.invoke('vault:touch'))
  await time('append', 60, () => b.invoke('ledger:append', { subject: 'request:' + id, role: 'clerk', facts: [{ type: 'personalData.revealed@1', open: { what: 'applicant' } }] }))
  const h = (await b.invoke('ledger:head')).value
  await time('fetch acts (none)', 60, async () => (await fetch(`/ledger/acts?after=${h.seq}&hash=${h.hash}`, { cache: 'no-store' })).arrayBuffer())
  return out
}, f.lastRequestId))
await p.close()
