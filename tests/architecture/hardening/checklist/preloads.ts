import { describe, expect, test, vi } from 'vitest'

describe('the 20 points of the checklist of Electron', () => {
  test.each(['desk', 'kiosk'] as const)(
    '20 the preload of the %s hands out two functions and no event',
    async which => {
      const exposed: Record<string, Record<string, (...given: unknown[]) => unknown>> = {}
      const invoked: unknown[][] = []
      const listeners = new Map<string, (...given: unknown[]) => void>()
      vi.resetModules()
      vi.doMock('electron', () => ({
        contextBridge: {
          exposeInMainWorld: (name: string, api: (typeof exposed)[string]) => void (exposed[name] = api),
        },
        ipcRenderer: {
          invoke: (...given: unknown[]) => (invoked.push(given), Promise.resolve('answered')),
          on: (name: string, listener: (...given: unknown[]) => void) => void listeners.set(name, listener),
          removeListener: (name: string) => void listeners.delete(name),
        },
      }))
      await import(`../../../../electron/preload/${which}-preload.ts`)
      vi.doUnmock('electron')
      expect(Object.keys(exposed)).toEqual([which === 'desk' ? 'recordsDesk' : 'recordsKiosk'])
      const [api] = Object.values(exposed)
      expect(Object.keys(api!).sort()).toEqual(['invoke', 'on'])
      for (const name of ['__proto__', 'constructor', 'toString', '', 'vault:Status', 'electron', 'ipc-message'])
        await expect(api!['invoke']!(name, {})).rejects.toThrow('no such call')
      const [call, event] =
        which === 'desk' ? ['vault:status', 'vault:locked'] : ['kiosk:describe', 'kiosk:editionChanged']
      await api!['invoke']!(call, 1)
      expect(invoked).toEqual([[call, 1]])
      for (const name of ['__proto__', 'anything'])
        expect(() => api!['on']!(name, () => undefined)).toThrow('no such event')
      const heard: unknown[][] = []
      const stop = api!['on']!(event, (...given: unknown[]) => heard.push(given)) as () => void
      listeners.get(event)!({ sender: 'ipcRenderer' }, 'more')
      expect(heard).toEqual([[]])
      stop()
      expect(listeners.size).toBe(0)
    },
  )
})
