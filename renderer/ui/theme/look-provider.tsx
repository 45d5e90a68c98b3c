import { useLayoutEffect, type ReactNode } from 'react'
import { App, ConfigProvider } from 'antd'
import useButtonStyle from 'antd/es/button/style'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { SingleLettersContext } from '../acts/use-shortcuts'
import './fonts'
import './tokens.css'
import './base.css'
import './forced-colours.css'
import { deskTheme } from './desk-theme'
import { LooksContext, type LooksInHand } from './looks'

export interface LookProviderProps extends LooksInHand {
  readonly children: ReactNode
}

/** Tokens, fonts, antd theme and locale for one window. Stands inside MessagesProvider, outside everything else. */
export function LookProvider({ looks, change, children }: LookProviderProps) {
  const { typeSize, contrast, language, singleKeys } = looks
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    dataset['typeSize'] = typeSize
    dataset['contrast'] = contrast
  }, [typeSize, contrast])
  return (
    <LooksContext value={{ looks, change }}>
      <SingleLettersContext value={singleKeys}>
        <ConfigProvider
          theme={deskTheme(typeSize, contrast)}
          locale={language === 'en' ? enUS : zhCN}
          csp={{ nonce: pageNonce() }}
          button={{ autoInsertSpace: false }}
          wave={{ disabled: true }}
        >
          <App component={false} message={{ top: 64, maxCount: 2 }}>
            <HeldStyles />
            {children}
          </App>
        </ConfigProvider>
      </SingleLettersContext>
    </LooksContext>
  )
}

/**
 * antd forgets the rules of a component with the last one on screen and works them out again with the next. Every page
 * has buttons, and all of a page go at once: held here, no change of page pays for them.
 */
function HeldStyles(): null {
  useButtonStyle('ant-btn')
  return null
}

const pageNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
