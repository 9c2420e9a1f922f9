/** 四项任务, as the programme's founding paper has them. */
export const usualAims = ['支部坚强有力', '党员作用明显', '工作得到促进', '党员群众满意'] as const
/** 四项原则 of the same paper. */
export const usualPrinciples = ['实事求是', '促进中心', '提升形象', '群众公认'] as const
/** The ideas of the same paper. */
export const usualIdeas = ['强基础', '创特色', '保先进'] as const
/** 公示 lasts at least five working days. */
export const leastNoticeDays = 5
