import { Alert, Button, ConfigProvider, Progress } from 'antd'
import { useState } from 'react'
import type { ConsoleLink } from '../console-link'
import type { OfficeRow } from '../office-columns'
import type { ConsoleTexts } from '../texts'
import { ContentChoice } from './content-choice'
import { ContentPreview } from './content-preview'
import { OfficesChoice } from './offices-choice'
import type { Content } from './read-content'
import { sendInParts, type SendingDone } from './send-in-parts'

export interface NewSendingPageProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly offices: readonly OfficeRow[]
  readonly onSent: (sendingId: string) => void
  readonly onLeave: () => void
}

/** What, to whom, and a last look: three cards, and one act that cannot be taken back. */
export function NewSendingPage({ t, link, offices, onSent, onLeave }: NewSendingPageProps) {
  const [sendingId, setSendingId] = useState(() => crypto.randomUUID())
  const [content, setContent] = useState<Content | null>(null)
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [progress, setProgress] = useState<number | null>(null)
  const [done, setDone] = useState<SendingDone | null>(null)
  /** Some offices may have the sending as it was: what is changed now is another one. While it goes out nothing can be. */
  const change = (next: Content | null) => {
    if (progress !== null) return
    setContent(next)
    if (done === null) return
    setSendingId(crypto.randomUUID())
    setDone(null)
  }
  const isReady = content !== null && chosen.length > 0
  const send = async () => {
    if (!content) return
    setProgress(0)
    const result = await sendInParts(link, { sendingId, offices: [...chosen], content }, setProgress)
    setProgress(null)
    setDone(result)
    if (result.left.length === 0 && result.noMachine.length === 0) onSent(sendingId)
  }
  return (
    <>
      <div className="console-line">
        <Button onClick={onLeave}>{t.backToSendings}</Button>
        <h2 className="console-grow">{t.newSending}</h2>
      </div>
      <ConfigProvider componentDisabled={progress !== null}>
        <section className="console-card" aria-labelledby="sending-what">
          <h3 id="sending-what">{t.what}</h3>
          <ContentChoice {...{ t, link, offices, content }} onContent={change} />
        </section>
        <section className="console-card" aria-labelledby="sending-whom">
          <h3 id="sending-whom">{t.whom}</h3>
          <OfficesChoice {...{ t, offices, chosen }} onChosen={setChosen} />
        </section>
      </ConfigProvider>
      <section className="console-card" aria-labelledby="sending-check">
        <h3 id="sending-check">{t.check}</h3>
        {content ? <ContentPreview t={t} content={content} /> : <p className="console-quiet">{t.whatMissing}</p>}
        <p>{chosen.length > 0 ? t.toOffices(chosen.length) : t.whomMissing}</p>
        <p className="console-quiet">{t.cannotTakeBack}</p>
        {progress !== null && <Progress percent={Math.round((100 * progress) / chosen.length)} />}
        {done && <Done t={t} done={done} />}
        <div className="console-line">
          <Button
            type="primary"
            disabled={!isReady || progress !== null}
            loading={progress !== null}
            onClick={() => void send()}
          >
            {done && done.left.length > 0 ? t.goOn : t.sendTo(chosen.length)}
          </Button>
          {done && <Button onClick={() => onSent(sendingId)}>{t.showSending}</Button>}
        </div>
      </section>
    </>
  )
}

function Done({
  t,
  done: { sent, already, noMachine, left, why },
}: {
  readonly t: ConsoleTexts
  readonly done: SendingDone
}) {
  const said = [
    ...(sent + already > 0 ? [t.sentToOffices(sent + already)] : []),
    ...(noMachine.length > 0 ? [t.withoutMachine(noMachine.length)] : []),
    ...(why ? [why === 'away' ? t.leftOver(left.length) : t.contentRefused] : []),
  ]
  const title = said.map(sentence => <div key={sentence}>{sentence}</div>)
  return <Alert className="console-said" type={why ? 'warning' : 'info'} title={title} role="status" />
}
