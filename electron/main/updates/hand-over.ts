import fs from 'node:fs'
import { app, shell } from 'electron'
import type { HandOver } from './update-desk'

/** The one place where a file is given to the system to open: an installer that a pinned key has signed, and nothing else. */
export const handOver: HandOver = {
  open: async file => {
    fs.chmodSync(file, 0o500)
    return (await shell.openPath(file)) === ''
  },
  show: file => {
    fs.chmodSync(file, 0o500)
    shell.showItemInFolder(file)
  },
  quitSoon: () => void setTimeout(() => app.quit(), 1_500),
}
