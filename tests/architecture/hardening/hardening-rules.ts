import ts from 'typescript'
import {
  attribute,
  calls,
  callsByName,
  castsParsedJson,
  element,
  holdsSafePreferences,
  imports,
  isConstant,
  loadsUnknown,
  makes,
  nameOf,
  reads,
  says,
  saysWord,
  setsTo,
  startsWithOwnOrigin,
  textOf,
} from './matchers'
import { everywhere, main, pages, preload, servers } from './places'
import type { HardeningRule } from './read-sources'

const setsPermission =
  /^set(?:PermissionRequest|PermissionCheck|DevicePermission|DisplayMediaRequest|USBProtectedClasses|BluetoothPairing)Handler$/

/** One rule a danger; each is shown to catch its sample, and holds for every source of the product. */
export const hardeningRules: readonly HardeningRule[] = [
  // Windows: points 2-4, 6, 8-12 of the checklist. What is not the literal value is a finding, a variable too.
  {
    name: 'no page, worker or frame has Node',
    where: everywhere,
    forbids: [setsTo(/^nodeIntegration(?:InWorker|InSubFrames)?$/, 'false')],
    bad: 'const a = { nodeIntegration: true }',
  },
  {
    name: 'the world of the preload is another than that of the page',
    where: everywhere,
    forbids: [setsTo(/^contextIsolation$/, 'true')],
    bad: 'const a = { contextIsolation: isOld }',
  },
  {
    name: 'every page is sandboxed',
    where: everywhere,
    forbids: [setsTo(/^sandbox$/, 'true')],
    bad: 'prefs.sandbox = false',
  },
  {
    name: 'web security is on',
    where: everywhere,
    forbids: [setsTo(/^webSecurity$/, 'true')],
    bad: 'const a = { webSecurity: false }',
  },
  {
    name: 'no insecure content is run',
    where: everywhere,
    forbids: [setsTo(/^allowRunningInsecureContent$/, 'false')],
    bad: 'const a = { allowRunningInsecureContent: true }',
  },
  {
    name: 'no experimental features',
    where: everywhere,
    forbids: [setsTo(/^experimentalFeatures$/, 'false')],
    bad: "const a = { 'experimentalFeatures': true }",
  },
  {
    name: 'no features of Blink are switched on',
    where: everywhere,
    forbids: [setsTo(/^enableBlinkFeatures$/, "''")],
    bad: "const a = { enableBlinkFeatures: 'ExecCommandInJavaScript' }",
  },
  {
    name: 'no webview',
    where: everywhere,
    forbids: [
      setsTo(/^webviewTag$/, 'false'),
      element(/^webview$/),
      calls(/^createElement$/, call => textOf(call.arguments[0]) === 'webview'),
    ],
    bad: 'const a = () => <webview src="app://bundle/" />',
  },
  {
    name: 'no frame or plug-in inside a page',
    where: pages,
    forbids: [
      element(/^(?:iframe|object|embed|frame|portal)$/),
      calls(/^createElement$/, call => /^(?:iframe|object|embed|script)$/.test(textOf(call.arguments[0]))),
    ],
    bad: 'const a = () => <iframe src="/" />',
  },
  {
    name: 'a window is opened in electron/main/windows and nowhere else',
    where: /^(?!electron\/main\/windows\/)/,
    forbids: [makes(/^(?:BrowserWindow|BaseWindow|BrowserView|WebContentsView)$/)],
    bad: 'new BrowserWindow({})',
    allowed: {
      'electron/main/printing/print-pages.ts':
        'the hidden window that prints page images; its preferences are those of the policy',
    },
  },
  {
    name: 'every window is made with the preferences of the policy',
    where: main,
    forbids: [makes(/^(?:BrowserWindow|BaseWindow|BrowserView|WebContentsView)$/, made => !holdsSafePreferences(made))],
    bad: 'new BrowserWindow({ webPreferences: { ...safe } })',
  },
  {
    name: 'a window loads our own origin',
    where: everywhere,
    forbids: [calls(/^loadURL$/, call => !startsWithOwnOrigin(call.arguments[0])), calls(/^loadFile$/)],
    bad: 'window.loadURL(address)',
  },
  {
    name: 'no window is opened by a page',
    where: everywhere,
    forbids: [reads(/^(?:window|globalThis|self)\.open$/), setsTo(/^action$/, "'deny'")],
    bad: "contents.setWindowOpenHandler(() => ({ action: 'allow' }))",
  },
  {
    name: 'permissions are answered in one place',
    where: /^(?!electron\/main\/security\/lock-down\.ts)/,
    forbids: [calls(setsPermission)],
    bad: 'session.setPermissionRequestHandler((_a, _b, answer) => answer(true))',
  },
  {
    name: 'nobody opens the developer tools',
    where: everywhere,
    forbids: [calls(/^(?:open|toggle)DevTools$/)],
    bad: 'window.webContents.openDevTools()',
  },
  // Calls between page and main: points 17 and 20.
  {
    name: 'main runs no code in a page',
    where: everywhere,
    forbids: [calls(/^(?:executeJavaScript|executeJavaScriptInIsolatedWorld|insertCSS|sendInputEvent)$/)],
    bad: "window.webContents.executeJavaScript('x()')",
  },
  {
    name: 'main listens to a window by serveChannels and by nothing else',
    where: everywhere,
    forbids: [reads(/^(?:ipcMain|.*\.ipc)\.(?:on|once|handle|handleOnce|addListener)$/)],
    bad: "ipcMain.handle('ledger:append', async () => null)",
  },
  {
    name: 'a page calls and is answered: it sends nothing past the gate',
    where: everywhere,
    forbids: [calls(/^(?:sendSync|sendToHost)$/), reads(/^ipcRenderer\.(?:send|postMessage)$/)],
    bad: "ipcRenderer.sendSync('ledger:head')",
  },
  {
    name: 'only a preload knows ipcRenderer, and it hands it to nobody',
    where: /^(?!electron\/preload\/)/,
    forbids: [saysWord(/^(?:ipcRenderer|contextBridge)$/)],
    bad: "import { ipcRenderer } from 'electron'",
  },
  {
    name: 'a preload shows its page functions of its own and nothing of Electron',
    where: preload,
    forbids: [
      calls(/^exposeInMainWorld$/, ({ arguments: [name, shown] }) => {
        const isOurs = /^records(?:Desk|Kiosk)$/.test(textOf(name)) && shown && ts.isObjectLiteralExpression(shown)
        return (
          !isOurs || !shown.properties.every(one => ts.isPropertyAssignment(one) && ts.isArrowFunction(one.initializer))
        )
      }),
    ],
    bad: "contextBridge.exposeInMainWorld('electron', { ipcRenderer })",
  },
  {
    name: 'the listener of a page never sees the event',
    where: preload,
    forbids: [
      calls(/^on$/, ({ arguments: [, listener] }) => listener !== undefined && nameOf(listener) === 'listener'),
    ],
    bad: 'ipcRenderer.on(name, listener)',
  },
  {
    name: 'a preload imports Electron and its list of names',
    where: preload,
    forbids: [imports(/^(?!electron$|#shared\/contracts\/(?:desk|kiosk)-channel-names$)/)],
    bad: "import fs from 'node:fs'",
  },
  // Pages: points 7 and 13, and what a name of a visitor must never become.
  {
    name: 'no text becomes markup',
    where: everywhere,
    forbids: [
      setsTo(/^(?:innerHTML|outerHTML|srcdoc)$/),
      calls(/^(?:insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseFromString)$/),
      calls(/^write(?:ln)?$/, ({ expression }) => /^document\./.test(expression.getText())),
    ],
    bad: 'element.innerHTML = name',
  },
  {
    name: 'React escapes everything',
    where: everywhere,
    forbids: [attribute(/^dangerouslySetInnerHTML$/), setsTo(/^dangerouslySetInnerHTML$/)],
    bad: 'const a = () => <p dangerouslySetInnerHTML={{ __html: name }} />',
  },
  {
    name: 'no text becomes code',
    where: everywhere,
    forbids: [
      calls(/^(?:eval|Function)$/),
      makes(/^(?:Function|AsyncFunction|Script)$/),
      calls(/^set(?:Timeout|Interval|Immediate)$/, call => isConstant(call.arguments[0])),
    ],
    bad: "new Function('return 1')",
  },
  {
    name: 'no address is a script, a page of data or a file',
    where: everywhere,
    forbids: [says(/(?:^|["'])\s*(?:javascript:|vbscript:|data:text\/html|file:\/\/)/i)],
    bad: "const a = 'javascript:x()'",
  },
  {
    name: 'nothing is asked of the internet',
    where: /^(?:shared|electron|renderer\/(?!i18n\/))/, // a sentence may name an address; it leads nowhere
    forbids: [says(/\b(?:https?|wss?|ftp):\/\/(?!127\.0\.0\.1)[\w.-]/i)],
    bad: 'const a = `https://cdn.example.org/${name}`',
    allowed: { 'electron/main/documents/read-docx.ts': 'names of XML namespaces, which nobody fetches' },
  },
  {
    name: 'one Trusted Types policy, for workers',
    where: /^(?!renderer\/windows\/desk\/trusted-workers\.ts)/,
    forbids: [calls(/^createPolicy$/)],
    bad: "trustedTypes.createPolicy('all', { createHTML: text => text })",
  },
  {
    name: 'no cookie, and storage of a window only for what is nobody’s',
    where: everywhere,
    forbids: [reads(/(?:^|\.)(?:localStorage|sessionStorage)\.|^document\.cookie$/)],
    bad: "localStorage.setItem('last', name)",
    allowed: {
      'renderer/windows/desk/desk-window.tsx':
        'id of who was signed in, so that the next person does not land on their page',
      'renderer/windows/desk/use-preferences.ts': 'size of type, theme, widths of columns',
    },
  },
  {
    name: 'no link opens a window, and none leads where a text says',
    where: pages,
    forbids: [
      attribute(/^target$/),
      attribute(/^(?:href|src|action|formAction)$/, value => /^\{.*(?:\.text|\.name|\.title|url)\b.*\}$/i.test(value)),
    ],
    bad: 'const a = () => <a href={document.title}>x</a>',
  },
  // Main: points 1, 15, 18 and the machine around it.
  {
    name: 'of Electron main takes what is on this list',
    where: main,
    forbids: [
      imports(/^electron$/, /^(?!(?:app|dialog|ipcMain|Menu|powerMonitor|protocol|session|screen|BrowserWindow)$)/),
      imports(/^(?:@electron\/remote|electron\/.*)$/),
    ],
    bad: "import { shell } from 'electron'",
    allowed: {
      'electron/main/updates/hand-over.ts': 'an installer that a pinned key has signed',
      'electron/main/index.ts': 'clipboard: words that somebody chose to copy are put there, nothing is read',
    },
  },
  {
    name: 'nothing is opened outside the program',
    where: everywhere,
    forbids: [calls(/^(?:openExternal|openPath|showItemInFolder|setAsDefaultProtocolClient)$/)],
    bad: 'shell.openExternal(link)',
    allowed: { 'electron/main/updates/hand-over.ts': 'an installer that a pinned key has signed, by its own path' },
  },
  {
    name: 'the protocol is handled, not intercepted or read from a folder',
    where: everywhere,
    forbids: [
      calls(/^(?:register(?:File|Http|Buffer|String|Stream)Protocol|intercept\w+Protocol|interceptStreamProtocol)$/),
    ],
    bad: "protocol.registerFileProtocol('app', answer)",
  },
  {
    name: 'no switch of Chromium is set',
    where: main,
    forbids: [reads(/^app\.commandLine\./), calls(/^disableHardwareAcceleration$/)],
    bad: "app.commandLine.appendSwitch('disable-web-security')",
    allowed: { 'electron/main/program/page-memory.ts': 'the size of the young generation of V8, from a constant' },
  },
  {
    name: 'main speaks to the network by the link to headquarters and the card reader on this machine',
    where: /^electron\/main\/(?!sync\/)/,
    forbids: [
      imports(/^(?:node:)?(?:http|https|http2|net|tls|dgram|dns)$/),
      callsByName(/^fetch$/),
      imports(/^electron$/, /^net$/),
    ],
    bad: "import http from 'node:http'",
    allowed: {
      'electron/main/neighbours/joining/by-line.ts':
        'the line between the machines of one office, to an address that a person typed',
      'electron/main/neighbours/line/neighbour-pass.ts': 'the same',
      'electron/main/neighbours/line/sealed-line.ts': 'the same, every body sealed',
    },
  },
  {
    name: 'every certificate is checked',
    where: everywhere,
    forbids: [
      setsTo(/^rejectUnauthorized$/, 'true'),
      says(/^NODE_TLS_REJECT_UNAUTHORIZED$|^certificate-error$/),
      reads(/NODE_TLS_REJECT_UNAUTHORIZED$/),
      calls(/^setCertificateVerifyProc$/),
    ],
    bad: 'https.request({ rejectUnauthorized: false })',
  },
  {
    name: 'other programs are started in named files only',
    where: everywhere,
    forbids: [imports(/^(?:node:)?child_process$/)],
    bad: "import { execFile } from 'node:child_process'",
    allowed: {
      'electron/main/media/finding/this-machine.ts':
        'asks the system which media are there; fixed programs, no text of a person among the arguments',
      'electron/main/media/exporting/node-media-files.ts':
        'flushes a medium; a fixed program, the folder as an argument of its own',
      'headquarters/store/embedded/cluster.ts': 'the PostgreSQL that comes with headquarters',
      'headquarters/store/embedded/make-cluster.ts': 'the same, made the first time',
    },
  },
  {
    name: 'no shell reads an argument',
    where: servers,
    forbids: [setsTo(/^shell$/, 'false'), imports(/^(?:node:)?child_process$/, /^exec(?:Sync)?$|^\*$/)],
    bad: "spawn('mount', [name], { shell: true })",
  },
  {
    name: 'no inspector, no second language machine',
    where: everywhere,
    forbids: [imports(/^(?:node:)?(?:vm|inspector|repl|v8|cluster|wasi)(?:\/.*)?$/)],
    bad: "import vm from 'node:vm'",
  },
  {
    name: 'the environment is read where the program begins',
    where: everywhere,
    forbids: [reads(/^process\.env$/)],
    bad: "const key = process.env['KEY']",
    allowed: {
      'electron/main/index.ts':
        'rehearsal, which a packaged program refuses, folders of fonts, and the file of an AppImage',
      'electron/main/media/finding/this-machine.ts': 'where Windows lies',
      'headquarters/server/run.ts': 'the settings of headquarters',
      'headquarters/server/config.ts': 'where its folder is',
      'headquarters/store/embedded/cluster.ts': 'PATH of the database, and nothing else of it',
      'headquarters/store/embedded/make-cluster.ts': 'the same',
    },
  },
  {
    name: 'what is loaded is written where it is loaded',
    where: everywhere,
    forbids: [loadsUnknown()],
    bad: 'const a = await import(name)',
    allowed: { 'headquarters/store/embedded/programs.ts': 'one of the packages that stand in the file, by platform' },
  },
  {
    name: 'JSON from outside has its shape checked',
    where: servers,
    forbids: [castsParsedJson()],
    bad: 'const a = JSON.parse(text) as Settings',
    allowed: {
      'electron/main/kiosk/publish-shelves.ts': 'a line that this program has just written into its own draft',
      'electron/main/ledger/ledger-index.ts': 'part of a checkpoint, authenticated under the key of the office',
      'electron/main/ledger/checkpoint.ts': 'authenticated under the key of the office before it is parsed',
      'headquarters/server/own-key.ts': 'a file of headquarters itself, readable by its user only',
      'headquarters/store/embedded/secrets.ts': 'the same',
      'headquarters/store/embedded/programs.ts': 'files of the npm package of the database',
      'headquarters/store/office-transaction.ts': 'a column written from a fact whose shape was checked',
      'headquarters/store/projection/office-clocks.ts': 'the same',
    },
  },
  {
    name: 'no statement of the database is put together from texts',
    where: /^headquarters\//,
    forbids: [
      calls(/^raw$/, call => !isConstant(call.arguments[0])),
      calls(/^query$/, call => call.arguments[0] !== undefined && ts.isTemplateExpression(call.arguments[0])),
    ],
    bad: 'sql.raw(`select * from ${name}`)',
    allowed: {
      'headquarters/store/migrations/0001-first.ts': 'statements of the migration itself, from names in the same file',
      'headquarters/store/migrations/0002-sendings.ts': 'the same',
      'headquarters/store/migrations/0003-walls-asked-once.ts': 'the same, the names quoted by %I',
      'headquarters/store/database.ts': 'texts of this file, and an integer that was checked to be one',
      'headquarters/store/projection/project-subjects.ts': 'names of columns that stand in the same file',
      'headquarters/store/embedded/first-database.ts': 'a password drawn in hex; no parameter is taken there',
    },
  },
  {
    name: 'no weak digest, no weak dice for what is secret',
    where: everywhere,
    forbids: [
      calls(/^create(?:Hash|Hmac)$/, call => /^(?:md5|sha1|md4|rmd160)$/i.test(textOf(call.arguments[0]))),
      calls(/^create(?:Cipher|Decipher)$/),
      reads(/^Math\.random$/),
    ],
    bad: "createHash('md5')",
    allowed: {
      'renderer/windows/desk/search/search-worker.ts': 'names of chunks of the index, which keep no secret',
      'electron/main/neighbours/neighbour-desk.ts': 'how long to wait before the next try',
      'electron/main/sync/live/open-exchange.ts': 'the same',
    },
  },
]
