import { useState } from 'react'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { TextField } from '../../ui/fields/text-field'
import type { Flag } from '../../ui/marks/mark'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { PageHead } from '../../ui/shell/page-head'
import { EmptyState } from '../../ui/states/empty-state'
import { ErrorPanel } from '../../ui/states/error-panel'
import { ProgressLine } from '../../ui/states/progress-line'
import { useToast } from '../../ui/states/use-toast'

export function StatesPage() {
  const [open, setOpen] = useState(false)
  const tell = useToast()
  return (
    <>
      <PageHead
        title="用 U 盘上报"
        notes="第 41 次"
        acts={
          <>
            <Act onAct={() => tell('已复制')}>提示</Act>
            <Act look="primary" keys="F9" onAct={() => setOpen(true)}>
              打开对话框
            </Act>
          </>
        }
      />
      <div className="gallery-stack">
        <ErrorPanel
          title="U 盘在写入时被拔出，上报没有完成"
          takesFocus={false}
          kept={[
            { what: '今天登记的 3 件、办理 9 步', state: '都在本机账本里，末条 14:26:08 已写入磁盘' },
            { what: 'U 盘上原有的文件', state: '没有改动，没有留下半截文件' },
            { flag: 'provisional', what: '这次的上报包', state: '未完成，可以重做，不会重复上报' },
          ]}
          acts={
            <>
              <Act look="primary" size="large">
                插回 U 盘，重新上报
              </Act>
              <Act size="large">换一个 U 盘</Act>
              <Act size="large" look="quiet">
                以后再说
              </Act>
            </>
          }
          reference="E-1013-1426-MEDIA-REMOVED"
        >
          盘号 YX-03，已写 6 条中的 4 条。您登记和办理的内容一条都没有丢。
        </ErrorPanel>
        <EmptyState
          title="没有逾期的件符合「供热 听证」"
          acts={
            <>
              <Act look="primary">去掉「逾期」</Act>
              <Act keys="F6">到目录里查</Act>
              <Act look="quiet" showsKeys="Esc">
                清空条件
              </Act>
            </>
          }
        >
          去掉「逾期」后有 <b>1</b> 件；公开目录里有 <b>3</b> 份文件提到它。
        </EmptyState>
        <Sheet title="进度">
          <ProgressLine done={3200} total={4218} act={<Act size="small">停下</Act>}>
            正在核对账本，第 3,200 条，共 4,218 条
          </ProgressLine>
          <ProgressLine>正在读取 U 盘</ProgressLine>
        </Sheet>
        <Sheet title="状态">
          <div className="gallery-row">
            {FLAGS.map(flag => (
              <Status key={flag} flag={flag} />
            ))}
            {FLAGS.map(flag => (
              <Status key={flag} flag={flag} quiet />
            ))}
          </div>
        </Sheet>
      </div>
      <Dialog
        open={open}
        title="撤回这一件"
        note="撤回后仍可重新申请"
        error="理由不能为空。"
        onClose={() => setOpen(false)}
        acts={
          <>
            <Act showsKeys="Esc" onAct={() => setOpen(false)}>
              不撤回
            </Act>
            <Act look="primary" keys="Ctrl+Enter" onAct={() => setOpen(false)}>
              撤回
            </Act>
          </>
        }
      >
        <TextField label="理由" value="" onChange={() => undefined} takesFocus />
      </Dialog>
    </>
  )
}

const FLAGS: readonly Flag[] = [
  'late',
  'soon',
  'normal',
  'mine',
  'paused',
  'provisional',
  'done',
  'conflict',
  'returned',
  'void',
  'draft',
]
