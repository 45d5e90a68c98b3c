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

/** The reasons, careful and complete enough to be signed; the clerk adds what is particular to the case. */
export const suggestedReasons: Readonly<Partial<Record<DecisionType, string>>> = {
  GRANT_PROVIDE:
    '你申请公开的政府信息由本机关制作、保存，经审查，不属于《条例》第十四条、第十五条、第十六条规定的不予公开的情形，依法应当予以公开。',
  NOT_EXIST: '本机关已在上述范围内检索，并向有关单位查询核实，未发现本机关制作或者保存有你所申请公开的政府信息。',
}
