import net from 'node:net'
import type { AddressInfo } from 'node:net'

export interface CuttingProxy {
  readonly url: string
  readonly cuts: number
  close(): Promise<void>
}

/** Passes bytes on, and cuts connections after as many of them as `cutAfter` says; null lets one live. */
export async function cuttingProxy(target: number, cutAfter: () => number | null): Promise<CuttingProxy> {
  let cuts = 0
  const open = new Set<net.Socket>()
  const server = net.createServer(near => {
    const far = net.connect(target, '127.0.0.1')
    const left = { bytes: cutAfter() ?? Infinity }
    const cut = () => {
      if (near.destroyed && far.destroyed) return
      near.destroy()
      far.destroy()
    }
    const pass = (from: net.Socket, to: net.Socket) => {
      open.add(from)
      from.on('data', (part: Buffer) => {
        if (left.bytes === Infinity || part.length < left.bytes) {
          left.bytes -= part.length
          to.write(part)
          return
        }
        to.write(part.subarray(0, left.bytes), () => (cuts++, cut()))
      })
      from.on('end', () => to.end())
      from.on('error', cut)
      from.on('close', () => (open.delete(from), cut()))
    }
    pass(near, far)
    pass(far, near)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get cuts() {
      return cuts
    },
    close: () => new Promise(resolve => (server.close(() => resolve()), open.forEach(socket => socket.destroy()))),
  }
}
