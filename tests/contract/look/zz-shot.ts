import { launchBrowser } from './browser'
import { serveStrictly } from './strict-page'
const served = await serveStrictly('/work/main/.cache/gallery')
const browser = await launchBrowser()
const list = (process.argv[2] ?? 'case,today,form,states,strips,antd').split(',')
const sizes = (process.argv[3] ?? 'standard').split(',')
const [w, h] = (process.argv[4] ?? '1366x768').split('x').map(Number)
for (const size of sizes)
  for (const page of list) {
    const tab = await browser.newPage({ viewport: { width: w, height: h } })
    const v: string[] = []
    let fonts = 0
    tab.on('console', m => {
      if (m.type() === 'error' || m.type() === 'warning') v.push(m.text().slice(0, 300))
    })
    tab.on('pageerror', e => v.push(String(e).slice(0, 300)))
    tab.on('request', r => {
      if (r.url().endsWith('woff2')) fonts++
    })
    await tab.goto(`${served.address}?size=${size}&language=${process.argv[5] ?? ''}#/${page}`)
    await tab.waitForSelector('h1')
    await tab.evaluate(() => document.fonts.ready)
    await tab.waitForTimeout(300)
    if (process.argv[6]) {
      await tab.evaluate(process.argv[6])
      await tab.waitForTimeout(500)
    }
    await tab.screenshot({ path: `/tmp/shots/${page}-${size}-${w}.png` })
    console.log(page, size, 'fonts', fonts, v)
    await tab.close()
  }
await browser.close()
await served.close()
