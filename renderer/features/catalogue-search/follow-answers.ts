import type { CatalogueSearch, FoundPage, SearchQuestion, SearchRefusal } from '#shared/application/catalogue-search'
import type { Result } from '#shared/kernel/result'

export type Answer = Result<FoundPage, Exclude<SearchRefusal, { kind: 'superseded' }>>

/**
 * Asks, and asks again whenever the answer may be another one. One question at a time: a catalogue that is being filled
 * tells of itself many times a second, and an answer on its way must not be superseded for ever. Answers how to stop.
 */
export function followAnswers(
  search: Pick<CatalogueSearch, 'ask' | 'watchAnswers'>,
  asked: SearchQuestion,
  hear: (answer: Answer) => void,
): () => void {
  let isStopped = false
  let isAsking = false
  let isStale = false
  let heard: number | null = null
  const ask = async (): Promise<void> => {
    isStale = true
    if (isAsking) return
    isAsking = true
    while (isStale && !isStopped) {
      isStale = false
      const answer = await search.ask(asked)
      if (isStopped) return
      if (answer.ok) hear(answer)
      else if (answer.problem.kind !== 'superseded') hear({ ok: false, problem: answer.problem })
    }
    isAsking = false
  }
  void ask()
  const stop = search.watchAnswers(count => {
    if (heard !== null && heard !== count) void ask()
    heard = count
  })
  return () => {
    isStopped = true
    stop()
  }
}
