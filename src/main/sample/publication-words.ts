import type { PublicationKind } from '#programme/publicity/rules/publication.ts'

/**
 * What branches of the sample write. `{unit}` is the branch, `{name}` its theme, `{record}` the first sentence cited,
 * `{person}` somebody of the branch who has agreed to be named.
 */
export const publicationWords: { kind: PublicationKind; title: string; text: string; named: boolean }[] = [
  {
    kind: 'practice',
    title: '“{name}”不是挂在墙上的',
    text: '{unit}把主题拆成每周能做的事。{record}\n\n做法只有三条：事先定到人，事中记一笔，事后问一问服务对象。人员轮换时，这三条随岗位移交。',
    named: false,
  },
  {
    kind: 'good-deed',
    title: '{unit}：轮到谁，谁就在',
    text: '{person}是{unit}的党员。{record}\n\n问起这件事，{person}只说了一句：轮到谁，谁就在。支部把排班表贴在门口，群众知道该找谁。',
    named: true,
  },
  {
    kind: 'result',
    title: '{unit}：半年看得见的变化',
    text: '围绕“{name}”，{unit}今年做了几件具体的事。{record}\n\n变化不大，但都数得出来；没做到的也列在支部的公示栏里，下半年接着做。',
    named: false,
  },
  {
    kind: 'practice',
    title: '{unit}：先听一线的，再定怎么干',
    text: '{unit}每次行动前先问一线：难在哪里、缺什么。{record}\n\n听来的话记在一张表上，谁提的、谁办的、办到哪一步，都写清楚。这个办法已有兄弟支部来看过。',
    named: false,
  },
  {
    kind: 'good-deed',
    title: '“{name}”：一通电话之后',
    text: '电话是中午打进来的，值班的{person}没有让对方再打第二个。{record}\n\n支部没有开表彰会，只把办理经过整理成一页纸，供其他班组参考。',
    named: true,
  },
  {
    kind: 'result',
    title: '“{name}”：难题少了一个',
    text: '这个难题群众提过不止一次。{record}\n\n{unit}把办法写进了值班手册，“{name}”也多了一条可以查的记录。',
    named: false,
  },
]
