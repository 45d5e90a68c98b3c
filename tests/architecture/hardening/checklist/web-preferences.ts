import { describe, expect, test } from 'vitest'
import { kioskWebPreferences, safeWebPreferences } from '../../../../electron/main/security/web-preferences'
import { read } from './of-the-product'

const windows = [
  ['the desk', safeWebPreferences('/desk-preload.cjs', false)],
  ['the kiosk', kioskWebPreferences('/kiosk-preload.cjs')],
] as const

describe('the 20 points of the checklist of Electron', () => {
  test.each(windows)('2 no Node in a page, a worker or a frame of %s', (_window, preferences) => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    })
  })

  test.each(windows)('3 the preload of %s has a world of its own', (_window, preferences) => {
    expect(preferences.contextIsolation).toBe(true)
  })

  test('4 every page is sandboxed, and the program says so before it is ready', () => {
    for (const [, preferences] of windows) expect(preferences.sandbox).toBe(true)
    const main = read('electron/main/index.ts')
    expect(main.indexOf('app.enableSandbox()')).toBeGreaterThan(0)
    expect(main.indexOf('app.enableSandbox()')).toBeLessThan(main.indexOf('app.whenReady()'))
  })

  test.each(windows)('6 web security is on for %s', (_window, preferences) => {
    expect(preferences.webSecurity).toBe(true)
  })

  test.each(windows)('8 no insecure content runs in %s', (_window, preferences) => {
    expect(preferences.allowRunningInsecureContent).toBe(false)
  })

  test.each(windows)('9 no experimental features in %s', (_window, preferences) => {
    expect(preferences.experimentalFeatures).toBe(false)
  })

  test.each(windows)('10 no features of Blink are switched on in %s', (_window, preferences) => {
    expect(preferences.enableBlinkFeatures).toBe('')
  })
})
