import type { FastifyInstance } from 'fastify'
import type { NeighbourState } from '#shared/contracts/neighbour-channels'
import { neighbourServer, type ServingParts } from './neighbour-server'

type Trouble = NeighbourState['serving']['trouble']

/** This machine's line: opened at one address, closed again, and what stands in its way. */
export interface OfficeLine {
  /** Where it is open; null where it is not. */
  readonly at: { readonly address: string; readonly port: number } | null
  readonly trouble: Trouble
  /** Where it is open elsewhere, there no more. False where it could not be opened. */
  open(at: { readonly address: string; readonly port: number }): Promise<boolean>
  close(): Promise<void>
}

export function officeLine(parts: ServingParts): OfficeLine {
  let server: FastifyInstance | null = null
  let at: OfficeLine['at'] = null
  let trouble: Trouble = null
  /** One change after the other. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
  const shut = async (): Promise<void> => {
    const open = server
    server = null
    at = null
    await open?.close()
  }
  return {
    get at() {
      return at
    },
    get trouble() {
      return trouble
    },
    open: where =>
      inTurn(async () => {
        if (at?.address === where.address && at.port === where.port) return true
        await shut()
        const next = await neighbourServer(parts)
        try {
          await next.listen({ host: where.address, port: where.port })
        } catch (cause) {
          trouble = troubles[(cause as NodeJS.ErrnoException).code ?? ''] ?? 'notOpened'
          await next.close()
          return false
        }
        const bound = next.server.address()
        server = next
        at = { address: where.address, port: typeof bound === 'object' && bound ? bound.port : where.port }
        trouble = null
        return true
      }),
    close: () =>
      inTurn(async () => {
        trouble = null
        await shut()
      }),
  }
}

const troubles: Readonly<Record<string, Trouble>> = {
  EADDRNOTAVAIL: 'addressGone',
  EADDRINUSE: 'portTaken',
  EACCES: 'portTaken',
}
