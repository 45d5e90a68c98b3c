import type { StructuredCodec } from './structured-codec'

type Listener = (event: object, ...args: unknown[]) => void

interface Waiting {
  readonly channel: string
  resolve(value: unknown): void
  reject(error: Error): void
}

export interface IpcRenderer {
  readonly module: Record<string, unknown>
  /** Called by main with one piece of a message. */
  receive(piece: string, more: boolean): void
}

/** Sent to the page as source text: it must not refer to anything outside itself. */
export function makeIpcRenderer(codec: StructuredCodec, post: (piece: string) => void): IpcRenderer {
  const pieceSize = 256 * 1024
  const listeners = new Map<string, Listener[]>()
  const waiting = new Map<number, Waiting>()
  let last = 0
  let arriving: string[] = []

  /** Every piece but the last carries a '+': one huge protocol message takes many times as long. */
  function postInPieces(text: string): void {
    let at = 0
    for (; text.length - at > pieceSize; at += pieceSize) post(`+${text.slice(at, at + pieceSize)}`)
    post(at === 0 ? text : text.slice(at))
  }

  function invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++last
      const text = codec.pack({ kind: 'invoke', id, channel }, args)
      waiting.set(id, { channel, resolve, reject })
      postInPieces(text)
    })
  }

  const module = {
    invoke,
    send: (channel: string, ...args: unknown[]) => postInPieces(codec.pack({ kind: 'send', channel }, args)),
    sendSync() {
      throw new Error('stand-in: ipcRenderer.sendSync is not supported')
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return module
    },
    once(channel: string, listener: Listener) {
      const first: Listener = (...args) => {
        module.removeListener(channel, first)
        listener(...args)
      }
      return module.on(channel, Object.assign(first, { listener }))
    },
    removeListener(channel: string, listener: Listener) {
      const isIt = (known: Listener & { listener?: Listener }) => known === listener || known.listener === listener
      listeners.set(channel, listeners.get(channel)?.filter(known => !isIt(known)) ?? [])
      return module
    },
    removeAllListeners(channel?: string) {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return module
    },
    addListener: (channel: string, listener: Listener) => module.on(channel, listener),
    off: (channel: string, listener: Listener) => module.removeListener(channel, listener),
  }

  function deliver(text: string): void {
    const { meta, value } = codec.unpack(text)
    if (meta.kind === 'event') {
      const args = value as unknown[]
      for (const listener of listeners.get(meta.channel as string) ?? [])
        listener({ sender: module, ports: [] }, ...args)
      return
    }
    const asked = waiting.get(meta.id as number)
    waiting.delete(meta.id as number)
    if (!asked) return
    if (meta.error === undefined) asked.resolve(value)
    else asked.reject(new Error(`Error invoking remote method '${asked.channel}': ${meta.error as string}`))
  }

  return {
    module,
    receive(piece, more) {
      arriving.push(piece)
      if (more) return
      const text = arriving.length === 1 ? piece : arriving.join('')
      arriving = []
      deliver(text)
    },
  }
}
