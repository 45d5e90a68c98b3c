import fs from 'node:fs'
import { launch } from './support/launch/launch'
import { handsOn } from './demo/visit/hands'
import { visit } from './demo/visit/visit'
import { defaultStory } from './demo/visit/people-of-the-story'
fs.rmSync('/tmp/x-data', { recursive: true, force: true }); fs.rmSync('/tmp/xo', { recursive: true, force: true }); fs.mkdirSync('/tmp/xo')
const p = await launch({ userData: '/tmp/x-data', env: { RECORDS_DESK_REHEARSAL_TIME: '2026-09-08T09:10:00+08:00' } })
const { page } = p
page.on('console', m => console.log('console', m.type(), m.text()))
page.on('pageerror', e => console.log('pageerror', e.message))
let n = 0
const shot = async (name: string) => { await page.screenshot({ path: `/tmp/xo/${String(++n).padStart(2, '0')}-${name}.png` }) }
try {
  await page.setViewportSize({ width: 1366, height: 768 })
  const hands = handsOn(page)
  console.log(await visit(hands, { story: defaultStory, saveTo: f => p.dialogs.save(f), fileFor: x => `/tmp/xo/${x}.pdf`, shot, say: l => console.log(new Date().toISOString().slice(14, 19), l) }))
  console.log('keys', hands.keys())
} catch (e) { console.log(String(e).slice(0, 1500)); await page.screenshot({ path: '/tmp/xo/fail.png' }); console.log((await page.locator('body').ariaSnapshot()).slice(0, 4000)) }
console.log(await p.external(), p.log().slice(-1500))
await p.close()
