import { openReplyDraft, withDecision, withTyped, type ReplyDraft } from '#shared/application/requests/reply-draft'
import { emptyPart, type TypedReply } from '#shared/application/requests/typed-reply'
import { ruleOf } from '#shared/domain/decisions/reply-rules'
import { replyTypes } from '#shared/domain/decisions/reply-types'
import type { DecisionType } from '#shared/domain/requests/request-facts'
import { day } from '../../domain/published-calendars'
import { requestIn } from '../../domain/requests/acts-of-a-request'

export const counter = '云溪县政府信息公开查阅中心甲号窗口'
export const types = Object.keys(replyTypes) as DecisionType[]
export const offered = types.filter(type => !ruleOf(type).awaits)

export const opened = (request = requestIn('examined')): ReplyDraft => openReplyDraft(request, undefined, counter)

/** Everything that any type could ask for. */
export const full: TypedReply = {
  reasons: '理由',
  attachments: [{ title: '批准文件', pages: '3' }],
  inspection: null,
  published: [{ title: '通知', where: 'https://www.example.gov.cn/1.html', publishedOn: day('2026-01-05') }],
  withheld: [{ ...emptyPart, what: '第3页账号栏', ground: 'REFUSE_INTERNAL', reason: '内部事务' }],
  law: { title: '《中华人民共和国统计法》', article: '第九条' },
  secrecyReference: '云密〔2025〕1号',
  elsewhere: { name: '云溪县住房和城乡建设局', contact: '0571-88880001' },
  ...{ isElsewhereUnknown: false, elsewhereUnknown: '' },
  earlier: { letterNo: '云公开〔2026〕1号', on: day('2026-01-05') },
  obtainable: '县图书馆',
  archives: { formedOn: day('2010-03-01'), movedOn: day('2021-06-01') },
}

export const filled = (type: DecisionType): ReplyDraft => withTyped(withDecision(opened(), type), full)
