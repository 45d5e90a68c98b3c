import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { MessagesProvider } from '../../i18n/messages-provider'
import { AppShell } from '../../ui/shell/app-shell'
import type { Desk } from '../../ui/shell/rail'
import { ShellStatus } from '../../ui/shell/shell-status'
import { LookProvider } from '../../ui/theme/look-provider'
import { standardLooks, type Looks } from '../../ui/theme/looks'
import { AntdPage } from './antd-page'
import { CasePage } from './case-page'
import { FormPage } from './form-page'
import { StatesPage } from './states-page'
import { StripsPage } from './strips-page'
import { TodayPage } from './today-page'
import './gallery.css'

/** Every component in several states, for the eye, for the CSP count and for axe. Not part of the product build. */
export function GalleryApp() {
  const asked = new URLSearchParams(location.search)
  const [looks, setLooks] = useState<Looks>({
    ...standardLooks,
    typeSize: asked.get('size') === 'large' ? 'large' : 'standard',
    contrast: asked.get('contrast') === 'high' ? 'high' : 'standard',
    language: asked.get('language') === 'en' ? 'en' : 'zh-CN',
  })
  const page = useSyncExternalStore(onHash, () => location.hash.slice(2)) || 'case'
  return (
    <MessagesProvider language={looks.language}>
      <LookProvider looks={looks} change={part => setLooks({ ...looks, ...part })}>
        <AppShell
          office="云溪县政府信息公开查阅中心"
          windowName="甲号窗口"
          person={{ name: '周敏', role: '受理员' }}
          desks={DESKS}
          footDesks={[{ id: 'antd', label: '底件', icon: 'settings', href: '#/antd' }]}
          currentDesk={page}
          onFind={() => undefined}
          onLock={() => undefined}
          status={<ShellStatus flag="provisional">未联网　待上报 6 条</ShellStatus>}
          fills={page === 'today'}
        >
          {PAGES[page] ?? <CasePage />}
        </AppShell>
      </LookProvider>
    </MessagesProvider>
  )
}

const DESKS: readonly Desk[] = [
  { id: 'today', label: '今日', icon: 'today', href: '#/today', keys: 'Alt+1' },
  { id: 'form', label: '受理', icon: 'register', href: '#/form', keys: 'F2' },
  { id: 'case', label: '办件', icon: 'cases', href: '#/case', keys: 'Alt+2' },
  { id: 'strips', label: '期限', icon: 'catalogue', href: '#/strips', keys: 'Alt+3' },
  { id: 'states', label: '状态', icon: 'exchange', href: '#/states', keys: 'Alt+4' },
]

const PAGES: Readonly<Record<string, ReactNode>> = {
  today: <TodayPage />,
  form: <FormPage />,
  case: <CasePage />,
  strips: <StripsPage />,
  states: <StatesPage />,
  antd: <AntdPage />,
}

function onHash(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
