/** An instant as people at headquarters read it, in Beijing time. */
export const momentOf = (instant: string): string =>
  new Date(instant).toLocaleString('zh-CN', {
    ...{ timeZone: 'Asia/Shanghai', hour12: false, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  })
