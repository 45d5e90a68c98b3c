import { originOf } from './origin-map'

/** What senderFrame shows to main's checks: app:// addresses, always the top frame. */
export class FrameView {
  url = ''
  origin = ''
  readonly parent = null
  readonly processId = 1
  readonly routingId = 1
  readonly frameTreeNodeId = 1
  readonly send: (channel: string, ...args: unknown[]) => void

  constructor(send: (channel: string, args: unknown[]) => void) {
    this.send = (channel, ...args) => send(channel, args)
  }

  get top(): this {
    return this
  }

  moveTo(url: string): void {
    this.url = url
    this.origin = originOf(url)
  }

  isDestroyed(): boolean {
    return false
  }
}
