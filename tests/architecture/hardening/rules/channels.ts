import ts from 'typescript'
import { calls, imports, nameOf, reads, saysWord, textOf } from '../matchers'
import { everywhere, preload } from '../places'
import type { HardeningRule } from '../read-sources'

/** Calls between page and main: points 17 and 20. */
export const channelRules: readonly HardeningRule[] = [
  {
    name: 'main runs no code in a page',
    where: everywhere,
    forbids: [calls(/^(?:executeJavaScript|executeJavaScriptInIsolatedWorld|insertCSS|sendInputEvent)$/)],
    bad: ["window.webContents.executeJavaScript('x()')"],
  },
  {
    name: 'main listens to a window by serveChannels and by nothing else',
    where: everywhere,
    forbids: [reads(/^(?:ipcMain|.*\.ipc)\.(?:on|once|handle|handleOnce|addListener)$/)],
    bad: ["ipcMain.handle('ledger:append', async () => null)", 'const { handle } = ipcMain'],
  },
  {
    name: 'a page calls and is answered: it sends nothing past the gate',
    where: everywhere,
    forbids: [calls(/^(?:sendSync|sendToHost)$/), reads(/^ipcRenderer\.(?:send|postMessage)$/)],
    bad: ["ipcRenderer.sendSync('ledger:head')", "ipcRenderer.send('ledger:head')", 'const { send } = ipcRenderer'],
  },
  {
    name: 'only a preload knows ipcRenderer, and it hands it to nobody',
    where: /^(?!electron\/preload\/)/,
    forbids: [saysWord(/^(?:ipcRenderer|contextBridge)$/)],
    bad: ["import { ipcRenderer } from 'electron'"],
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
    bad: ["contextBridge.exposeInMainWorld('electron', { ipcRenderer })"],
  },
  {
    name: 'the listener of a page never sees the event',
    where: preload,
    forbids: [
      calls(/^on$/, ({ arguments: [, listener] }) => listener !== undefined && nameOf(listener) === 'listener'),
    ],
    bad: ['ipcRenderer.on(name, listener)'],
  },
  {
    name: 'a preload imports Electron and its list of names',
    where: preload,
    forbids: [imports(/^(?!electron$|#shared\/contracts\/(?:desk|kiosk)-channel-names$)/)],
    bad: ["import fs from 'node:fs'", "export { default } from 'node:fs'"],
  },
]
