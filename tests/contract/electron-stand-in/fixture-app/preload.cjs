const { contextBridge, ipcRenderer } = require('electron')

globalThis.preloadSecret = 'not for the page'
const channels = ['echo', 'sender', 'fail', 'save', 'pdf']

contextBridge.exposeInMainWorld('bridge', {
  platform: process.platform,
  nested: { list: [1, 2, 3] },
  invoke: (channel, value) => {
    if (channels.includes(channel)) return ipcRenderer.invoke(channel, value)
    return Promise.reject(new Error(`unknown channel ${channel}`))
  },
  unhandled: () => ipcRenderer.invoke('nobody-listens'),
  onNews: listener => {
    const relay = (_event, news) => listener(news)
    ipcRenderer.on('news', relay)
    return () => ipcRenderer.removeListener('news', relay)
  },
})
