import { useLayoutEffect, type ReactNode } from 'react'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useMessages } from '../../i18n/messages-provider'
import './fonts'
import './tokens.css'
import './base.css'
import { deskTheme } from './desk-theme'
import { TypeSizeContext, type TypeSize } from './type-size'

export interface LookProviderProps {
  readonly typeSize: TypeSize
  readonly children: ReactNode
}

/** Tokens, fonts, antd theme and locale for one window. Stands inside MessagesProvider, outside everything else. */
export function LookProvider({ typeSize, children }: LookProviderProps) {
  const { language } = useMessages()
  useLayoutEffect(() => {
    document.documentElement.dataset['typeSize'] = typeSize
  }, [typeSize])
  return (
    <TypeSizeContext value={typeSize}>
      <ConfigProvider
        theme={deskTheme(typeSize)}
        locale={language === 'en' ? enUS : zhCN}
        csp={{ nonce: pageNonce() }}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <App component={false} message={{ top: 64, maxCount: 2 }}>
          {children}
        </App>
      </ConfigProvider>
    </TypeSizeContext>
  )
}

const pageNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
