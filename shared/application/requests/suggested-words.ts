import type { RefusalGround } from '../../domain/requests/reply-content'
import type { DecisionType } from '../../domain/requests/request-facts'

/*
 * What a form proposes for a letter. Letter words, not screen words: they are printed as they stand once a clerk has
 * read and kept them, so they are Chinese whatever the language of the screen.
 */

/** 检索结果 as a sentence of the reply (reference 7.2 R12: search scope and result). */
export const suggestedResult = (found: number): string =>
  found === 0 ? '未检索到与申请内容相符的政府信息' : `检索到与申请内容相符的政府信息${found}份`

/** 查阅时间: true of every office and open enough for the clerk to put the appointment in. */
export const suggestedInspectionTime = '工作日办公时间，来前请与联系部门电话约定'

/** 【…】 holds the place of what only the clerk knows; a reply that still has one is not sent (reply-check.ts). */
export const unfilled = /【[^】]*】/u

const notSeverable = '经审查，该政府信息不能作区分处理。'
const noDutyToDisclose = '经审查，法律、法规、规章没有规定该信息应当公开。'

/**
 * The reasons, careful and complete enough to be signed; the clerk adds what is particular to the case. Empty for a
 * type that waits for a step of a later version.
 */
export const suggestedReasons: Readonly<Record<DecisionType, string>> = {
  GRANT_PROVIDE:
    '你申请公开的政府信息由本机关制作、保存，经审查，不属于《条例》第十四条、第十五条、第十六条规定的不予公开的情形，依法应当予以公开。',
  GRANT_PUBLISHED:
    '你申请公开的政府信息已经主动公开。依照《条例》第三十六条第一项的规定，本机关告知你获取该政府信息的方式、途径。你存在阅读困难或者视听障碍的，可以向本机关提出，本机关提供必要的帮助。',
  PARTIAL:
    '你申请公开的政府信息中含有不应当公开的内容，但是能够作区分处理。依照《条例》第三十七条的规定，本机关向你提供可以公开的政府信息内容，并对不予公开的内容逐项说明理由。',
  REFUSE_STATE_SECRET: `你申请公开的政府信息已依法确定为国家秘密，尚未解密。依照《条例》第十四条的规定，依法确定为国家秘密的政府信息，不予公开。${notSeverable}`,
  REFUSE_LAW: `法律、行政法规禁止公开你申请公开的政府信息。依照《条例》第十四条的规定，法律、行政法规禁止公开的政府信息，不予公开。${notSeverable}`,
  REFUSE_SECURITY: `你申请公开的政府信息公开后可能危及【写明国家安全、公共安全、经济安全、社会稳定中的哪一项】，【写明可能造成的后果和判断的依据】。依照《条例》第十四条的规定，不予公开。${notSeverable}`,
  REFUSE_INTERNAL: `你申请公开的政府信息属于行政机关【写明人事管理、后勤管理、内部工作流程中的哪一方面】的内部事务信息，只在行政机关内部使用，不对外产生法律效力。依照《条例》第十六条第一款的规定，可以不予公开，本机关决定不予公开。${notSeverable}`,
  REFUSE_PROCESS: `你申请公开的政府信息是本机关在履行行政管理职能过程中形成的【写明讨论记录、过程稿、磋商信函、请示报告中的哪一种】，属于过程性信息，【写明公开对有关工作的影响】。依照《条例》第十六条第二款的规定，可以不予公开，本机关决定不予公开。${noDutyToDisclose}${notSeverable}`,
  REFUSE_CASE_FILE: `你申请公开的政府信息是行政执法案卷信息。依照《条例》第十六条第二款的规定，可以不予公开，本机关决定不予公开。${noDutyToDisclose}${notSeverable}你是案件当事人或者利害关系人的，可以依照有关法律、法规的规定申请查阅案卷。`,
  REFER_SPECIAL_QUERY:
    '你申请公开的信息属于工商、不动产登记资料等信息，有关法律、行政法规对该信息的获取有特别规定。依照《条例》第三十六条第七项的规定，请你依照有关法律、行政法规的规定办理。',
  NOT_EXIST: '本机关已在上述范围内检索，并向有关单位查询核实，未发现本机关制作或者保存有你所申请公开的政府信息。',
  NOT_OURS:
    '经审查，你申请公开的政府信息不是由本机关制作，也不是由本机关获取并负责公开。依照《条例》第十条、第三十六条第五项的规定，该信息不属于本机关负责公开。',
  OTHER:
    '你申请公开的政府信息所在的档案已经移交国家档案馆，国家规定的移交期限已经届满。依照《中华人民共和国档案法》第十五条第二款的规定，涉及政府信息公开事项的档案按照档案利用规定办理，请你向保管该档案的国家档案馆提出利用申请。',
  NEEDS_PRODUCTION:
    '本机关没有你申请公开的现成信息，向你提供需要对现有政府信息进行加工、分析，【写明需要怎样加工、分析】。依照《条例》第三十八条的规定，行政机关向申请人提供的信息，应当是已制作或者获取的政府信息；需要行政机关对现有政府信息进行加工、分析的，行政机关可以不予提供。本机关决定不予提供。',
  PETITION_LIKE:
    '你提交的内容是以政府信息公开申请的形式进行信访、投诉、举报等活动。依照《条例》第三十九条第一款的规定，本机关不作为政府信息公开申请处理，你可以通过相应渠道提出。',
  REPEAT:
    '你曾就相同的政府信息提出公开申请，本机关已经作出答复。经核对，两次申请公开的政府信息相同。依照《条例》第三十六条第六项的规定，本机关不予重复处理。',
  PUBLICATION:
    '你申请的内容是要求提供政府公报、报刊、书籍等公开出版物。依照《条例》第三十九条第二款的规定，本机关告知你获取的途径。',
  RECONFIRM:
    '你已经获取该政府信息，现要求本机关对该信息进行确认或者重新出具。该要求不是申请获取政府信息，本机关不予处理。',
  GRANT_PUBLIC_INTEREST: '',
  REFUSE_THIRD_PARTY: '',
  STILL_UNCLEAR: '',
  EXCESSIVE: '',
  CLOSED_NO_SUPPLEMENT: '',
  CLOSED_UNPAID: '',
}

/** The reason of one withheld part (art. 37); a clerk says in 【…】 what only they know. */
export const suggestedPartReasons: Readonly<Record<RefusalGround, string>> = {
  REFUSE_STATE_SECRET: '该部分已依法确定为国家秘密，依照《条例》第十四条的规定不予公开。',
  REFUSE_LAW: '法律、行政法规禁止公开该部分内容，依照《条例》第十四条的规定不予公开。',
  REFUSE_SECURITY:
    '公开该部分内容可能危及【写明国家安全、公共安全、经济安全、社会稳定中的哪一项】，依照《条例》第十四条的规定不予公开。',
  REFUSE_THIRD_PARTY:
    '该部分涉及【写明商业秘密或者个人隐私】，公开会对第三方合法权益造成损害，依照《条例》第十五条的规定不予公开。',
  REFUSE_INTERNAL: '该部分属于行政机关内部事务信息，依照《条例》第十六条第一款的规定不予公开。',
  REFUSE_PROCESS:
    '该部分属于行政机关履行行政管理职能过程中形成的过程性信息，依照《条例》第十六条第二款的规定不予公开。',
  REFUSE_CASE_FILE: '该部分属于行政执法案卷信息，依照《条例》第十六条第二款的规定不予公开。',
}
