import { createHash } from 'node:crypto'
import type { bookletChannels, BookletOut } from '#shared/contracts/booklet-channels'
import type { Handlers, Reply } from '#shared/contracts/channel'
import { officeSubject } from '#shared/ledger/subject'
import type { LetterDesk } from '../printing/letter-desk'
import type { Workstation } from '../workstation/workstation'

export interface BookletHandlerParts {
  readonly workstation: Pick<Workstation, 'session' | 'refusal' | 'append'>
  readonly letters: LetterDesk
}

/** Whether a booklet may go out is asked before it does, and that it went out is an act with the digest of its PDF. */
export function bookletHandlers({ workstation, letters }: BookletHandlerParts): Handlers<typeof bookletChannels> {
  const posts = (): readonly string[] => workstation.session()?.posts ?? []
  const sendOut = async <T extends { outcome: string }>(
    act: ReturnType<typeof produced>,
    send: () => Promise<Reply<T>>,
  ): Promise<Reply<T>> => {
    const refused = workstation.refusal(act)
    if (refused) return { ok: false, problem: refused }
    const sent = await send()
    if (!sent.ok || sent.value.outcome === 'cancelled') return sent
    const noted = workstation.append(act)
    return noted.ok ? sent : noted
  }
  return {
    'guide:setDetails': async details => {
      const role = guidePosts.find(post => posts().includes(post)) ?? 'clerk'
      const open = JSON.parse(JSON.stringify(details)) as { [name: string]: string } // what is undefined was not given
      const done = workstation.append({
        subject: officeSubject,
        role,
        facts: [{ type: 'guide.detailsSet@1', open }],
      })
      return done.ok ? { ok: true, value: undefined } : done
    },
    'booklet:save': async booklet =>
      sendOut(produced(booklet, 'pdf', posts()), async () => {
        const saved = await letters.save({ fileName: booklet.fileName, bytes: booklet.pdf })
        return saved.ok ? { ok: true, value: { outcome: saved.value.outcome } } : saved
      }),
    'booklet:print': async ({ images, ...booklet }) =>
      sendOut(produced(booklet, 'paper', posts()), () => letters.print({ title: booklet.title, pages: images })),
  }
}

const guidePosts = ['administrator', 'head'] as const

function produced(
  { title: _title, fileName: _fileName, pdf, ...booklet }: BookletOut,
  format: 'pdf' | 'paper',
  posts: readonly string[],
) {
  const open = {
    ...booklet,
    format,
    digest: createHash('sha256').update(pdf).digest('hex'),
    bytes: pdf.length,
  }
  return {
    subject: officeSubject,
    role: posts[0] ?? 'clerk',
    facts: [{ type: 'booklet.produced@1', open: JSON.parse(JSON.stringify(open)) as { [name: string]: string } }], // JSON: no undefined
  }
}
