import { contextBridge, ipcRenderer } from 'electron'
import { deskChannelNames, deskEventNames } from '#shared/contracts/desk-channel-names'

/** The whole surface of the desk window: the calls of its contract and the events main may send it. */
contextBridge.exposeInMainWorld('recordsDesk', {
  invoke: (name: string, input: unknown): Promise<unknown> =>
    deskChannelNames.has(name) ? ipcRenderer.invoke(name, input) : Promise.reject(new Error('no such call')),
  on: (name: string, listener: () => void): (() => void) => {
    if (!deskEventNames.has(name)) throw new Error('no such event')
    const relay = () => listener() // the event object stays here: it would hand out ipcRenderer
    ipcRenderer.on(name, relay)
    return () => ipcRenderer.removeListener(name, relay)
  },
})
