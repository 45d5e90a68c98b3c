import { describe, expect, it } from 'vitest'
import { contact, type Contact } from '#shared/contracts/headquarters-console'
import { err, ok, type Result } from '#shared/kernel/result'
import type { LinkProblem } from '../../../../../electron/main/sync/headquarters-link'
import { contactOf, inItsWords } from '../../../../../electron/main/sync/live/contact'
import type { LiveLink } from '../../../../../electron/main/sync/live/live-exchange'

const [own, other] = ['aa'.repeat(16), 'bb'.repeat(16)]
const ledger = {
  ownChain: own,
  heads: () => [
    { chain: own, seq: 7, hash: 'cc'.repeat(32) },
    { chain: other, seq: 3, hash: 'dd'.repeat(32) },
  ],
}
const parts = { program: '0.1.0', waiting: 2, scans: { files: 4, bytes: 5_000 }, now: 0 }
const said = contactOf(ledger, parts)

function linkOf(answers: (said: Contact) => Result<void, LinkProblem>) {
  const heard: Contact[] = []
  const link = {
    contact: async (words: Contact) => {
      heard.push(words)
      return answers(words)
    },
  } as unknown as LiveLink // nothing else is asked of it
  return { heard, link: inItsWords(link) }
}

describe('what a machine says of itself', () => {
  it('names acts and scans that wait apart, and keeps the shape that headquarters reads', () => {
    expect(contact.parse(said)).toEqual({
      ...{ program: '0.1.0', backlog: 2, scans: { files: 4, bytes: 5_000 } },
      ...{ machineAt: '1970-01-01T00:00:00.000Z', holds: [{ chain: other, seq: 3 }] },
    })
  })

  it('a headquarters that knows the word hears it once', async () => {
    const { heard, link } = linkOf(() => ok(undefined))
    expect(await link.contact(said)).toEqual(ok(undefined))
    expect(heard).toEqual([said])
  })

  it('an older one hears it again without, and from then on only so', async () => {
    const { heard, link } = linkOf(words => (words.scans ? err({ kind: 'notUnderstood' }) : ok(undefined)))
    expect(await link.contact(said)).toEqual(ok(undefined))
    expect(await link.contact(said)).toEqual(ok(undefined))
    expect(heard.map(words => 'scans' in words)).toEqual([true, false, false])
    expect(heard[2]).toEqual({ ...said, scans: undefined })
  })

  it('what else goes wrong is no sign of an older one', async () => {
    let problem: LinkProblem = { kind: 'away' }
    const { heard, link } = linkOf(() => err(problem))
    expect(await link.contact(said)).toEqual(err({ kind: 'away' }))
    expect(heard).toHaveLength(1)
    problem = { kind: 'notUnderstood' } // not even without: then it is something else, and asked anew the next time
    expect(await link.contact(said)).toEqual(err(problem))
    expect(await link.contact(said)).toEqual(err(problem))
    expect(heard.map(words => 'scans' in words)).toEqual([true, true, false, true, false])
  })
})
