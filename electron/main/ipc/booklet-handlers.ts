import { createHash } from 'node:crypto'
import type { bookletChannels, BookletOut } from '#shared/contracts/booklet-channels'
import type { Handlers } from '#shared/contracts/channel'
import { officeSubject } from '#shared/ledger/subject'
import type { LetterDesk } from '../printing/letter-desk'
import type { Workstation } from '../workstation/workstation'
import { recordPrinted, sendOut } from './send-out'

export interface BookletHandlerParts {
  readonly workstation: Pick<Workstation, 'session' | 'sitting' | 'refusal' | 'append'>
  readonly letters: LetterDesk
}

/** Whether a booklet may go out is asked before it does, and that it went out is an act with the digest of its PDF. */
export function bookletHandlers({ workstation, letters }: BookletHandlerParts): Handlers<typeof bookletChannels> {
  const posts = (): readonly string[] => workstation.session()?.posts ?? []
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
      sendOut(workstation, produced(booklet, 'pdf', posts()), async record => {
        const saved = await letters.save({ fileName: booklet.fileName, bytes: booklet.pdf }, record)
        return saved.ok ? { ok: true, value: { outcome: saved.value.outcome } } : saved
      }),
    'booklet:print': async ({ images, ...booklet }) =>
      sendOut(workstation, produced(booklet, 'paper', posts()), record =>
        recordPrinted(letters.print({ title: booklet.title, pages: images }), record),
      ),
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
