import { contextBridge, ipcRenderer } from 'electron'
import { kioskChannelNames, kioskEventNames } from '#shared/contracts/kiosk-channel-names'

/** The whole surface of the kiosk window: the calls of its contract and the event main may send it. */
contextBridge.exposeInMainWorld('recordsKiosk', {
  invoke: (name: string, input: unknown): Promise<unknown> =>
    kioskChannelNames.has(name) ? ipcRenderer.invoke(name, input) : Promise.reject(new Error('no such call')),
  on: (name: string, listener: () => void): (() => void) => {
    if (!kioskEventNames.has(name)) throw new Error('no such event')
    const relay = () => listener() // the event object stays here: it would hand out ipcRenderer
    ipcRenderer.on(name, relay)
    return () => ipcRenderer.removeListener(name, relay)
  },
})
