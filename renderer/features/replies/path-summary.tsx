import { useMessages } from '../../i18n/messages-provider'
import { Mark } from '../../ui/marks/mark'
import { stepWords, type PathSeen } from './path-words'
import './guided-path.css'

/** The path as it was gone, for the reviewer: up to the question that the decision answers. */
export function PathSummary(seen: PathSeen) {
  const translator = useMessages()
  const { t } = translator
  const words = stepWords(seen, translator)
  const decidedAt = words.findIndex(({ state }) => state === 'decided')
  return (
    <ol className="path-rows path-summary">
      {words.slice(0, decidedAt + 1).map(({ step, answer, state }) => (
        <li key={step} className="path-row">
          <Mark flag="done" />
          <span>{t(`decide.path.short.${step}`)}</span>
          <span className={state === 'decided' ? 'path-answer path-decided' : 'path-answer'}>{answer}</span>
          <small>{t(`decide.path.basis.${step}`)}</small>
        </li>
      ))}
    </ol>
  )
}
