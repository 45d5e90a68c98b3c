import { expect, test } from 'vitest'
import { contentSecurityPolicy, workerPolicyName } from '../../../../../electron/main/security/content-security-policy'
import { isOwnUrl } from '../../../../../electron/main/security/origins'
import { schemePrivileges } from '../../../../../electron/main/security/scheme-privileges'
import { safeWebPreferences } from '../../../../../electron/main/security/web-preferences'

// The stand-in cannot enforce these (docs/adr/0004), so their values are asserted here.

test('every window is sandboxed, isolated and without Node', () => {
  expect(safeWebPreferences('/preload.cjs', false)).toMatchObject({
    preload: '/preload.cjs',
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    webviewTag: false,
    devTools: false,
  })
})

test('our scheme is standard and secure, so that IndexedDB, workers and fetch exist, and never bypasses the policy', () => {
  expect(schemePrivileges).toHaveLength(1)
  expect(schemePrivileges[0]).toMatchObject({
    scheme: 'app',
    privileges: {
      standard: true,
      secure: true,
      supportFetchAPI: true,
      stream: true,
      bypassCSP: false,
      allowServiceWorkers: false,
    },
  })
})

test('the content security policy allows nothing but our own files and its own nonce', () => {
  const policy = contentSecurityPolicy('N0NCE')
  const rules = new Map(policy.split('; ').map(rule => [rule.split(' ')[0], rule.split(' ').slice(1)] as const))
  expect(rules.get('default-src')).toEqual(["'none'"])
  expect(rules.get('script-src')).toEqual(["'self'"])
  expect(rules.get('style-src')).toEqual(["'self'", "'nonce-N0NCE'"])
  for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors'])
    expect(rules.get(name)).toEqual(["'none'"])
  expect(rules.get('require-trusted-types-for')).toEqual(["'script'"])
  expect(rules.get('trusted-types')).toEqual([workerPolicyName])
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|http:|https:|\*/)
})

const urls: readonly (readonly [url: string, isOwn: boolean])[] = [
  ['app://bundle/index.html', true],
  ['app://bundle/', true],
  ['app://bundle/a?b=c#d', true],
  ['app://evil/index.html', false],
  ['app://bundle.evil/index.html', false],
  ['app://bundle:8080/index.html', false],
  ['app://user@bundle/index.html', false],
  ['app://user:secret@bundle/index.html', false],
  ['app:bundle/index.html', false],
  ['https://bundle/index.html', false],
  ['http://bundle.app.localhost/', false],
  ['file:///etc/passwd', false],
  ['data:text/html,hello', false],
  ['blob:app://bundle/1', false],
  ['javascript:alert(1)', false],
  ['about:blank', false],
  ['', false],
  ['not a url', false],
]

test.each(urls)('%s: own origin %s', (url, isOwn) => {
  expect(isOwnUrl(url)).toBe(isOwn)
})
