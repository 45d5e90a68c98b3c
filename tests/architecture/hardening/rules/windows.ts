import { calls, element, holdsSafePreferences, makes, reads, setsTo, startsWithOwnOrigin, textOf } from '../matchers'
import { everywhere, main, pages } from '../places'
import type { HardeningRule } from '../read-sources'

const setsPermission =
  /^set(?:PermissionRequest|PermissionCheck|DevicePermission|DisplayMediaRequest|USBProtectedClasses|BluetoothPairing)Handler$/

/** Windows: points 2-4, 6, 8-12 of the checklist. What is not the literal value is a finding, a variable too. */
export const windowRules: readonly HardeningRule[] = [
  {
    name: 'no page, worker or frame has Node',
    where: everywhere,
    forbids: [setsTo(/^nodeIntegration(?:InWorker|InSubFrames)?$/, 'false')],
    bad: ['const a = { nodeIntegration: true }'],
  },
  {
    name: 'the world of the preload is another than that of the page',
    where: everywhere,
    forbids: [setsTo(/^contextIsolation$/, 'true')],
    bad: ['const a = { contextIsolation: isOld }'],
  },
  {
    name: 'every page is sandboxed',
    where: everywhere,
    forbids: [setsTo(/^sandbox$/, 'true')],
    bad: ['prefs.sandbox = false'],
  },
  {
    name: 'web security is on',
    where: everywhere,
    forbids: [setsTo(/^webSecurity$/, 'true')],
    bad: ['const a = { webSecurity: false }'],
  },
  {
    name: 'no insecure content is run',
    where: everywhere,
    forbids: [setsTo(/^allowRunningInsecureContent$/, 'false')],
    bad: ['const a = { allowRunningInsecureContent: true }'],
  },
  {
    name: 'no experimental features',
    where: everywhere,
    forbids: [setsTo(/^experimentalFeatures$/, 'false')],
    bad: ["const a = { 'experimentalFeatures': true }"],
  },
  {
    name: 'no features of Blink are switched on',
    where: everywhere,
    forbids: [setsTo(/^enableBlinkFeatures$/, "''")],
    bad: ["const a = { enableBlinkFeatures: 'ExecCommandInJavaScript' }"],
  },
  {
    name: 'no webview',
    where: everywhere,
    forbids: [
      setsTo(/^webviewTag$/, 'false'),
      element(/^webview$/),
      calls(/^createElement$/, call => textOf(call.arguments[0]) === 'webview'),
    ],
    bad: [
      'const a = () => <webview src="app://bundle/" />',
      'const a = { webviewTag: true }',
      "document.createElement('webview')",
    ],
  },
  {
    name: 'no frame or plug-in inside a page',
    where: pages,
    forbids: [
      element(/^(?:iframe|object|embed|frame|portal)$/),
      calls(/^createElement$/, call => /^(?:iframe|object|embed|script)$/.test(textOf(call.arguments[0]))),
    ],
    bad: ['const a = () => <iframe src="/" />', "document.createElement('script')"],
  },
  {
    name: 'a window is opened in electron/main/windows and nowhere else',
    where: /^(?!electron\/main\/windows\/)/,
    forbids: [makes(/^(?:BrowserWindow|BaseWindow|BrowserView|WebContentsView)$/)],
    bad: ['new BrowserWindow({})'],
    allowed: {
      'electron/main/printing/print-pages.ts':
        'the hidden window that prints page images; its preferences are those of the policy',
    },
  },
  {
    name: 'every window is made with the preferences of the policy',
    where: main,
    forbids: [makes(/^(?:BrowserWindow|BaseWindow|BrowserView|WebContentsView)$/, made => !holdsSafePreferences(made))],
    bad: [
      'new BrowserWindow({ webPreferences: { ...safe } })',
      'new BrowserWindow({ webPreferences: safeWebPreferences(p), ...more })',
      'new BrowserWindow(options)',
    ],
  },
  {
    name: 'a window loads our own origin',
    where: everywhere,
    forbids: [calls(/^loadURL$/, call => !startsWithOwnOrigin(call.arguments[0])), calls(/^loadFile$/)],
    bad: ['window.loadURL(address)', 'window.loadFile(name)'],
  },
  {
    name: 'no window is opened by a page',
    where: everywhere,
    forbids: [reads(/^(?:window|globalThis|self)\.open$/), setsTo(/^action$/, "'deny'")],
    bad: [
      "contents.setWindowOpenHandler(() => ({ action: 'allow' }))",
      'window.open(address)',
      'const { open } = window',
    ],
  },
  {
    name: 'permissions are answered in one place',
    where: /^(?!electron\/main\/security\/lock-down\.ts)/,
    forbids: [calls(setsPermission)],
    bad: ['session.setPermissionRequestHandler((_a, _b, answer) => answer(true))'],
  },
  {
    name: 'nobody opens the developer tools',
    where: everywhere,
    forbids: [calls(/^(?:open|toggle)DevTools$/)],
    bad: ['window.webContents.openDevTools()'],
  },
]
