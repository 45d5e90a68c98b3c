import { isProgramReady } from './program-state'

export type ProtocolHandler = (request: Request) => Response | Promise<Response>

export interface SchemePrivileges {
  readonly standard?: boolean
  readonly secure?: boolean
  readonly supportFetchAPI?: boolean
  readonly allowServiceWorkers?: boolean
}

const privileges = new Map<string, SchemePrivileges>()

export function privilegesOf(scheme: string): SchemePrivileges {
  return privileges.get(scheme) ?? {}
}

/** One per session, as in Electron: a handler of the default session does not answer for a partition. */
export class CustomProtocol {
  readonly #handlers = new Map<string, ProtocolHandler>()

  registerSchemesAsPrivileged(schemes: readonly { scheme: string; privileges?: SchemePrivileges }[]): void {
    if (isProgramReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    }
    privileges.clear()
    for (const each of schemes) privileges.set(each.scheme, each.privileges ?? {})
  }

  handle(scheme: string, handler: ProtocolHandler): void {
    if (this.#handlers.has(scheme)) throw new Error('The scheme has been registered')
    this.#handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    this.#handlers.delete(scheme)
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme)
  }

  handlerOf(scheme: string): ProtocolHandler | undefined {
    return this.#handlers.get(scheme)
  }
}
