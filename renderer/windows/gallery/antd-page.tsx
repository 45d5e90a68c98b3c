import { useState } from 'react'
import { Alert, App, Checkbox, Form, Input, Radio, Select, Table, Tabs, Tag, Tooltip } from 'antd'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import { PageHead } from '../../ui/shell/page-head'

/** The antd components that screens may use directly, so that an update which adds a sink is caught. */
export function AntdPage() {
  const { message, modal, notification } = App.useApp()
  const [text, setText] = useState('')
  return (
    <>
      <PageHead
        title="底件"
        notes="直接使用的 antd 组件"
        acts={
          <>
            <Act onAct={() => void message.success('已存')}>消息</Act>
            <Act onAct={() => notification.info({ title: '有新的上报回执', placement: 'bottomLeft' })}>通知</Act>
            <Act onAct={() => void modal.confirm({ title: '要放弃这份草稿吗', okText: '放弃', cancelText: '保留' })}>
              询问
            </Act>
          </>
        }
      />
      <div className="gallery-stack">
        <Alert type="warning" showIcon title="退回意见：请写明第三方哪部分意见未采纳及理由。" />
        <Sheet title="表单">
          <Form layout="vertical">
            <Form.Item label="承办人" htmlFor="antd-select">
              <Select id="antd-select" aria-label="承办人" defaultValue="周敏" options={NAMES} />
            </Form.Item>
            <Form.Item label="理由" htmlFor="antd-area">
              <Input.TextArea
                id="antd-area"
                autoSize={{ minRows: 2, maxRows: 6 }}
                value={text}
                onChange={event => setText(event.target.value)}
              />
            </Form.Item>
            <Radio.Group aria-label="方式" options={['自取', '邮寄']} defaultValue="自取" />
            <Checkbox>已核对</Checkbox>
            <Tooltip title="第十四条">
              <Tag tabIndex={0}>不予公开</Tag>
            </Tooltip>
          </Form>
        </Sheet>
        <Tabs
          items={[
            { key: 'table', label: '年报表', children: <SampleTable /> },
            { key: 'notes', label: '说明', children: '按条例第五十条。' },
          ]}
        />
      </div>
    </>
  )
}

function SampleTable() {
  return (
    <Table
      size="middle"
      pagination={false}
      dataSource={ROWS}
      columns={[
        { title: '登记号', dataIndex: 'key' },
        { title: '承办', dataIndex: 'name' },
        { title: '件数', dataIndex: 'count', align: 'right' },
      ]}
    />
  )
}

const NAMES = ['周敏', '罗小燕', '何立群'].map(name => ({ value: name, label: name }))
const ROWS = [
  { key: 'YX-A-2026-0183', name: '周敏', count: 4 },
  { key: 'YX-B-2026-0102', name: '罗小燕', count: 2 },
]
