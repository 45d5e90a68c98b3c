import { App, ConfigProvider } from 'antd'
import enUs from 'antd/locale/en_US'
import zhCn from 'antd/locale/zh_CN'
import { useEffect, useState } from 'react'
import type { ConsoleLink } from './console-link'
import { ConsolePages } from './console-pages'
import { SignIn } from './sign-in'
import { texts, type Language } from './texts'

/** The blue and the red of antd's sixth step are too light for white text at this size, and its quiet greys for words that matter. */
const theme = {
  cssVar: { key: 'headquarters-look' },
  token: {
    ...{ colorPrimary: '#0958d9', colorLink: '#0958d9', fontFamily: 'inherit', borderRadius: 4, motion: false },
    ...{ colorTextTertiary: '#57606a', colorTextDisabled: '#676e75', colorTextPlaceholder: '#676e75' },
    colorError: '#a8071a',
  },
}

/** The console: a token, then how every office stands and what is sent to them. */
export function ConsoleWindow() {
  const [language, setLanguage] = useState<Language>('zh-CN')
  const [link, setLink] = useState<ConsoleLink | null>(null)
  const t = texts[language]
  useEffect(() => {
    document.documentElement.lang = language
    document.title = t.title
  }, [language, t])
  const other = { label: t.other, change: () => setLanguage(language === 'en' ? 'zh-CN' : 'en') }
  return (
    <ConfigProvider locale={language === 'en' ? enUs : zhCn} theme={theme} button={{ autoInsertSpace: false }}>
      <App>{link ? <ConsolePages {...{ link, t, other }} /> : <SignIn {...{ t, other }} onLink={setLink} />}</App>
    </ConfigProvider>
  )
}
