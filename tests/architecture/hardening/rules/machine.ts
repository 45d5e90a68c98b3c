import {
  calls,
  callsByName,
  castsParsedJson,
  imports,
  isConstant,
  loadsUnknown,
  reads,
  says,
  setsTo,
  textOf,
} from '../matchers'
import { everywhere, main, servers } from '../places'
import type { HardeningRule } from '../read-sources'

/** Main: points 1, 15, 18 and the machine around it. */
export const machineRules: readonly HardeningRule[] = [
  {
    name: 'of Electron main takes what is on this list',
    where: main,
    forbids: [
      imports(/^electron$/, /^(?!(?:app|dialog|ipcMain|Menu|powerMonitor|protocol|session|screen|BrowserWindow)$)/),
      imports(/^(?:@electron\/remote|electron\/.*)$/),
    ],
    bad: [
      "import { shell } from 'electron'",
      "import remote from '@electron/remote'",
      "export { shell } from 'electron'",
      "import electron = require('electron')",
      "const { shell } = await import('electron')",
    ],
    allowed: {
      'electron/main/updates/hand-over.ts': 'an installer that a pinned key has signed',
      'electron/main/index.ts': 'clipboard: words that somebody chose to copy are put there, nothing is read',
    },
  },
  {
    name: 'nothing is opened outside the program',
    where: everywhere,
    forbids: [reads(/(?:^|\.)(?:openExternal|openPath|showItemInFolder|setAsDefaultProtocolClient)$/)],
    bad: ['shell.openExternal(link)', 'const open = shell.openPath', 'const { openExternal } = shell'],
    allowed: { 'electron/main/updates/hand-over.ts': 'an installer that a pinned key has signed, by its own path' },
  },
  {
    name: 'the protocol is handled, not intercepted or read from a folder',
    where: everywhere,
    forbids: [
      calls(/^(?:register(?:File|Http|Buffer|String|Stream)Protocol|intercept\w+Protocol|interceptStreamProtocol)$/),
    ],
    bad: ["protocol.registerFileProtocol('app', answer)"],
  },
  {
    name: 'no switch of Chromium is set',
    where: main,
    forbids: [reads(/^app\.commandLine\./), calls(/^disableHardwareAcceleration$/)],
    bad: ["app.commandLine.appendSwitch('disable-web-security')", 'app.disableHardwareAcceleration()'],
    allowed: { 'electron/main/program/page-memory.ts': 'the size of the young generation of V8, from a constant' },
  },
  {
    name: 'main speaks to the network by the link to headquarters and the card reader on this machine',
    where: /^electron\/main\/(?!sync\/)/,
    forbids: [
      imports(/^(?:node:)?(?:http|https|http2|net|tls|dgram|dns)$/),
      callsByName(/^fetch$/),
      reads(/^(?:globalThis|global|window|self)\.fetch$/),
      imports(/^electron$/, /^net$/),
    ],
    bad: [
      "import http from 'node:http'",
      'fetch(address)',
      'globalThis.fetch(address)',
      "import { net } from 'electron'",
      "export * from 'node:net'",
    ],
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
    bad: [
      'https.request({ rejectUnauthorized: false })',
      "const a = 'NODE_TLS_REJECT_UNAUTHORIZED'",
      'process.env.NODE_TLS_REJECT_UNAUTHORIZED',
      'session.setCertificateVerifyProc(answer)',
    ],
  },
  {
    name: 'other programs are started in named files only',
    where: everywhere,
    forbids: [imports(/^(?:node:)?child_process$/)],
    bad: ["import { execFile } from 'node:child_process'", "export { exec } from 'node:child_process'"],
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
    bad: ["spawn('mount', [name], { shell: true })", "import { exec } from 'node:child_process'"],
  },
  {
    name: 'no inspector, no second language machine',
    where: everywhere,
    forbids: [imports(/^(?:node:)?(?:vm|inspector|repl|v8|cluster|wasi)(?:\/.*)?$/)],
    bad: ["import vm from 'node:vm'"],
  },
  {
    name: 'the environment is read where the program begins',
    where: everywhere,
    forbids: [reads(/^process\.env$/)],
    bad: ["const key = process.env['KEY']", 'const { env } = process'],
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
    bad: ['const a = await import(name)'],
    allowed: { 'headquarters/store/embedded/programs.ts': 'one of the packages that stand in the file, by platform' },
  },
  {
    name: 'JSON from outside has its shape checked',
    where: servers,
    forbids: [castsParsedJson()],
    bad: ['const a = JSON.parse(text) as Settings'],
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
      calls(/^query$/, ({ arguments: [text] }) => text !== undefined && !isConstant(text)),
    ],
    bad: [
      'sql.raw(`select * from ${name}`)',
      'client.query(`select * from ${name}`)',
      "client.query('select * from ' + name)",
      "client.query({ text: 'select ' + name })",
    ],
    allowed: {
      'headquarters/store/migrations/0001-first.ts': 'statements of the migration itself, from names in the same file',
      'headquarters/store/migrations/0002-sendings.ts': 'the same',
      'headquarters/store/migrations/0003-walls-asked-once.ts': 'the same, the names quoted by %I',
      'headquarters/store/migrations/0004-scans-waiting.ts': 'the statement of the migration itself',
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
      calls(/^create(?:Cipher|Decipher)iv$/, call => /ecb|^des|rc4|rc2|^bf/i.test(textOf(call.arguments[0]))),
      reads(/^Math\.random$/),
    ],
    bad: [
      "createHash('md5')",
      "createCipher('aes-256-cbc', key)",
      "createCipheriv('aes-128-ecb', key, null)",
      'Math.random()',
    ],
    allowed: {
      'renderer/windows/desk/search/search-worker.ts': 'names of chunks of the index, which keep no secret',
      'electron/main/neighbours/neighbour-desk.ts': 'how long to wait before the next try',
      'electron/main/sync/live/open-exchange.ts': 'the same',
    },
  },
]
