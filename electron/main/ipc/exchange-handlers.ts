import type { Handlers, Reply } from '#shared/contracts/channel'
import type { exchangeChannels } from '#shared/contracts/exchange-channels'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import type { ExchangeDesk } from '../sync/live/exchange-desk'
import type { Workstation } from '../workstation/workstation'

export interface ExchangeHandlerParts {
  readonly workstation: Pick<Workstation, 'session'>
  readonly exchange: ExchangeDesk
}

/** Everybody may look, hurry and stop; with whom this machine exchanges, an administrator says. */
export function exchangeHandlers({ workstation, exchange }: ExchangeHandlerParts): Handlers<typeof exchangeChannels> {
  const asAdministrator = async <T>(work: () => Promise<Reply<T>> | Reply<T>): Promise<Reply<T>> =>
    workstation.session()?.posts.includes('administrator') ? work() : refused
  return {
    'exchange:status': async () => answer(exchange.status()),
    'exchange:report': async () => answer(exchange.report()),
    // Ids, hashes and signatures: what everybody may read on the page everybody may carry to headquarters.
    'exchange:saveContradicted': async () => written(await exchange.saveContradicted()),
    'exchange:now': async () => answer(exchange.now()),
    'exchange:stop': async () => answer(exchange.stop()),
    'exchange:enrol': asked => asAdministrator(async () => none(await exchange.enrol(asked))),
    'exchange:writeRequest': ({ code }) => asAdministrator(async () => written(await exchange.writeRequest(code))),
    'exchange:readAnswer': () =>
      asAdministrator(async () => {
        const read = await exchange.readAnswer()
        return read.ok ? answer({ outcome: read.value ? ('read' as const) : ('cancelled' as const) }) : read
      }),
    'exchange:confirmKey': ({ keyPrint }) => asAdministrator(() => none(exchange.confirmKey(keyPrint))),
    'exchange:dropKey': () => asAdministrator(() => answer(exchange.dropKey())),
    'exchange:setAddress': ({ address }) => asAdministrator(() => none(exchange.setAddress(address))),
    'exchange:leave': () => asAdministrator(() => none(exchange.leave())),
  }
}

const answer = <T>(value: T) => ({ ok: true, value }) as const
const written = (to: Result<string | null, Problem>) => {
  if (!to.ok) return to
  return answer(
    to.value === null ? ({ outcome: 'cancelled' } as const) : ({ outcome: 'written', path: to.value } as const),
  )
}
const none = (done: Result<unknown, Problem>): Reply<void> => (done.ok ? answer(undefined) : done)
const refused = {
  ok: false,
  problem: { kind: 'refused', why: { kind: 'postNeeded', posts: ['administrator'] } },
} as const
