import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'

/** The bundled Chromium, unpacked into a folder of its own so that parallel runs do not share it half written. */
export async function launchBrowser(): Promise<Browser> {
  process.env['TMPDIR'] = mkdtempSync(join(tmpdir(), 'records-desk-look-'))
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: ['--no-sandbox', '--no-zygote'],
    headless: true,
  })
}
