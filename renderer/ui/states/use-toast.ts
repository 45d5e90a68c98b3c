import { App } from 'antd'

/** A word that passes by itself. Only for what may be missed; anything that must be kept goes on the page. */
export function useToast(): (words: string) => void {
  const { message } = App.useApp()
  return words => void message.open({ type: 'info', content: words, duration: 4 })
}
