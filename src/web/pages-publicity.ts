import { holdsOne } from './me.ts'
import type { DeskPage } from './pages.ts'

/** The pages of publicity. */
export const publicityPages: DeskPage[] = [
  {
    path: '/publications',
    section: 'programme',
    label: { zh: '品牌宣传', en: 'Publications' },
    load: () => import('#programme/publicity/ui/Publications.tsx').then((file) => file.Publications),
    shows: (me) => holdsOne(me, 'secretary', 'office', 'confidentiality'),
    menu: true,
  },
  {
    path: '/publications/$publication',
    section: 'programme',
    label: { zh: '宣传稿件', en: 'Publication' },
    load: () => import('#programme/publicity/ui/PublicationPage.tsx').then((file) => file.PublicationPage),
  },
]
