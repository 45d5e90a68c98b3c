/** Runs in the page (see bundleForPage): registers people through the bridge, as the window itself does, one act each. */
import type { SeededPerson } from './people'

interface Bridge {
  invoke(name: string, input?: unknown): Promise<{ ok: boolean; value?: unknown; problem?: unknown }>
}

export async function registerThroughBridge(order: {
  readonly people: readonly SeededPerson[]
  readonly firstSerial: number
  readonly today: string
}): Promise<number> {
  const { recordsDesk } = window as unknown as { recordsDesk: Bridge }
  const acts = await (await fetch('/ledger/acts')).text()
  const agencyId = /"agencyId":"([0-9a-f-]{36})"/.exec(acts)?.[1]
  for (const [index, { name, idNumber, phone, address, description }] of order.people.entries()) {
    const serial = String(order.firstSerial + index).padStart(4, '0')
    const open = {
      requestNo: `YX-A-${order.today.slice(0, 4)}-${serial}`,
      agencyId,
      channel: 'inPerson',
      receivedOn: order.today,
      applicantType: 'naturalPerson',
      medium: 'paper',
      route: 'post',
      originalSeen: true,
    }
    const applicant = { name, idNumber, phone, postalAddress: address }
    const personal = { applicant, description, queryCode: `2345-6789-A${serial.slice(1)}`.replaceAll(/[01]/g, 'C') }
    const subject = `request:${crypto.randomUUID()}`
    const facts = [{ type: 'request.registered@1', open, personal }]
    const reply = await recordsDesk.invoke('ledger:append', { subject, role: 'clerk', facts })
    if (!reply.ok) throw new Error(`act ${serial} was refused: ${JSON.stringify(reply.problem)}`)
  }
  return order.people.length
}
