import { useCallback, useEffect, useState } from 'react'

/** As much as a synthesiser takes without losing its breath: some stop after a quarter of a minute. */
const longestPiece = 160

export interface Speech {
  /** The system has a voice that reads Chinese; else nothing is offered. */
  readonly isThere: boolean
  readonly isSpeaking: boolean
  speak(text: string): void
  stop(): void
}

/** Reading aloud with the system's own Chinese voice. Ends with the screen that began it. */
export function useSpeech(synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis): Speech {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null)
  const [isSpeaking, setSpeaking] = useState(false)
  useEffect(() => {
    if (!synthesis) return undefined
    const find = () => setVoice(chineseVoice(synthesis.getVoices()))
    find() // some systems tell them at once, others later
    synthesis.addEventListener('voiceschanged', find)
    return () => synthesis.removeEventListener('voiceschanged', find)
  }, [synthesis])
  const stop = useCallback(() => {
    synthesis?.cancel()
    setSpeaking(false)
  }, [synthesis])
  useEffect(() => stop, [stop])
  const speak = (text: string): void => {
    if (!synthesis || !voice) return
    synthesis.cancel()
    const pieces = piecesOf(text)
    setSpeaking(pieces.length > 0)
    pieces.forEach((piece, at) => {
      const said = new SpeechSynthesisUtterance(piece)
      said.voice = voice
      said.lang = voice.lang
      said.rate = 0.9
      if (at === pieces.length - 1) said.onend = () => setSpeaking(false)
      said.onerror = () => setSpeaking(false)
      synthesis.speak(said)
    })
  }
  return { isThere: voice !== null, isSpeaking, speak, stop }
}

/** One of this machine before one that asks a server. */
export function chineseVoice<Voice extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(
  voices: readonly Voice[],
): Voice | null {
  const chinese = voices.filter(({ lang, localService }) => /^(zh|cmn)\b/i.test(lang) && localService)
  return chinese.find(({ lang }) => /CN|Hans/i.test(lang)) ?? chinese[0] ?? null
}

/** Whole sentences, none longer than a breath. */
export function piecesOf(text: string): string[] {
  const sentences = text.match(/[^。！？；\n]+[。！？；]?/gu) ?? []
  return sentences
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '')
    .flatMap(sentence => sentence.match(new RegExp(`.{1,${longestPiece}}`, 'gsu')) ?? [])
}
