import { Alert, Button, Input, Radio } from 'antd'
import { useRef, useState, type ChangeEvent } from 'react'
import type { ConsoleLink } from '../console-link'
import type { OfficeRow } from '../office-columns'
import type { ConsoleTexts } from '../texts'
import { OfficeDocuments } from './office-documents'
import { readContent, type Content, type FileKind, type FileProblem } from './read-content'

export interface ContentChoiceProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly offices: readonly OfficeRow[]
  readonly content: Content | null
  readonly onContent: (content: Content | null) => void
}

const kinds = ['calendar', 'lawPack', 'notice', 'documents'] as const

/** A file that is read here as it would be read at the counter, or a notice that is written here. */
export function ContentChoice({ t, link, offices, content, onContent }: ContentChoiceProps) {
  const [kind, setKind] = useState<Content['kind']>('calendar')
  const change = (next: Content['kind']) => {
    setKind(next)
    onContent(null)
  }
  return (
    <>
      <Radio.Group
        aria-label={t.sendingKind}
        value={kind}
        onChange={event => change(event.target.value as Content['kind'])}
        options={kinds.map(value => ({ value, label: t.kinds[value] }))}
      />
      {kind === 'notice' ? (
        <NoticeFields t={t} onContent={onContent} />
      ) : (
        <>
          <FileFields key={kind} {...{ t, kind, content, onContent }} />
          {kind === 'documents' && <OfficeDocuments {...{ t, link, offices, onContent }} />}
        </>
      )}
    </>
  )
}

interface FileFieldsProps extends Pick<ContentChoiceProps, 't' | 'content' | 'onContent'> {
  readonly kind: FileKind
}

const mostFileBytes = 2 * 1024 * 1024

function FileFields({ t, kind, content, onContent }: FileFieldsProps) {
  const input = useRef<HTMLInputElement>(null)
  const [fileName, setFileName] = useState('')
  const [problem, setProblem] = useState<FileProblem | null>(null)
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (!file) return
    setFileName(file.name)
    const read =
      file.size > mostFileBytes
        ? ({ ok: false, problem: { kind: 'tooMany' } } as const)
        : readContent(kind, file.name, await file.text())
    setProblem(read.ok ? null : read.problem)
    onContent(read.ok ? read.value : null)
  }
  return (
    <div className="console-fields">
      <div className="console-line">
        <input
          ref={input}
          type="file"
          className="console-unseen"
          tabIndex={-1}
          aria-label={t.file}
          accept={kind === 'documents' ? '.jsonl,.ndjson' : '.json'}
          onChange={event => void take(event)}
        />
        <Button onClick={() => input.current?.click()}>{t.chooseFile}</Button>
        <span>{fileName}</span>
      </div>
      <span className="console-quiet">{t.fileHints[kind]}</span>
      {problem && <Alert type="error" role="alert" title={t.fileProblem(problem)} />}
      {content && content.kind === kind && (
        <>
          <label className="console-field">
            {t.sendingTitle}
            <Input
              maxLength={200}
              value={content.title}
              onChange={event => onContent({ ...content, title: event.target.value })}
            />
          </label>
          <label className="console-field">
            {t.note}
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={2_000}
              value={content.note ?? ''}
              onChange={({ target: { value } }) => onContent(withNote(content, value))}
            />
          </label>
        </>
      )}
    </div>
  )
}

type FileContent = Exclude<Content, { kind: 'notice' }>

function withNote({ note: _before, ...content }: FileContent, note: string): FileContent {
  return (note.trim() === '' ? content : { ...content, note }) as FileContent // the kind stays
}

function NoticeFields({ t, onContent }: Pick<ContentChoiceProps, 't' | 'onContent'>) {
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const tell = (next: { readonly title: string; readonly text: string }) => {
    setTitle(next.title)
    setText(next.text)
    const isWhole = next.title.trim() !== '' && next.text.trim() !== ''
    onContent(isWhole ? { kind: 'notice', title: next.title.trim(), text: next.text.trim() } : null)
  }
  return (
    <div className="console-fields">
      <label className="console-field">
        {t.sendingTitle}
        <Input maxLength={200} value={title} onChange={event => tell({ title: event.target.value, text })} />
      </label>
      <label className="console-field">
        {t.noticeText}
        <Input.TextArea
          autoSize={{ minRows: 5, maxRows: 16 }}
          maxLength={20_000}
          value={text}
          onChange={event => tell({ title, text: event.target.value })}
        />
      </label>
    </div>
  )
}
