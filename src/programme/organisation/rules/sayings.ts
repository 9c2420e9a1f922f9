import type { Said } from '#basics/messages.ts'
import type { PeopleRefusal } from './people.ts'
import type { PostRefusal } from './posts.ts'

/** Why something about people and their posts is refused, in words. */
export const sayings: Record<PeopleRefusal | PostRefusal, Said> = {
  'organisation.people-are-not-listed-to-you': {
    zh: '人员名单只对书记、党建工作部门和管理员开放',
    en: 'People are listed to secretaries, Party-building offices and administrators',
  },
  'organisation.posts-are-not-listed-to-you': {
    zh: '岗位名单只对党建工作部门和管理员开放',
    en: 'Posts are listed to Party-building offices and administrators',
  },
  'organisation.only-administrators-issue-codes': {
    zh: '激活码只能由管理员发放',
    en: 'Only administrators issue activation codes',
  },
  'organisation.nobody-to-invite': {
    zh: '这里没有您负责且尚未激活的人员，不必再发激活码',
    en: 'Nobody here of those you answer for still needs a code',
  },
  'organisation.only-the-system-admin-grants': {
    zh: '岗位由系统管理员登记',
    en: 'The system administrator grants posts',
  },
  'organisation.only-the-security-admin-confirms': {
    zh: '岗位由安全保密管理员确认',
    en: 'The security administrator confirms posts',
  },
  'organisation.not-your-own-post': {
    zh: '不能办理自己的岗位，请由另一名管理员办理',
    en: 'This is your own post; another administrator has to do it',
  },
  'organisation.not-what-you-granted': {
    zh: '不能确认自己登记的岗位',
    en: 'You cannot decide on a post that you granted yourself',
  },
  'organisation.administrators-exclude-each-other': {
    zh: '三名管理员不能由同一人担任；请先结束其另一管理员岗位',
    en: 'One person cannot be two of the three administrators; end the other post first',
  },
  'organisation.has-that-post': {
    zh: '此人已有这个岗位，或正在等待确认',
    en: 'The person has this post already, or it waits for confirmation',
  },
  'organisation.has-a-secretary': {
    zh: '该组织已有书记；请先为现任书记填写离任日期',
    en: 'There is a secretary already; enter the day on which that post ends first',
  },
  'organisation.post-is-not-waiting': { zh: '这个岗位不在等待确认', en: 'This post does not wait for confirmation' },
  'organisation.post-is-not-held': {
    zh: '这个岗位不在任，无需结束',
    en: 'This post is not held, so there is nothing to end',
  },
  'organisation.confirm-with-its-file': {
    zh: '这个岗位随导入文件一起确认，请到“导入”页面办理',
    en: 'This post came with a file and is confirmed with it, on the import page',
  },
  'organisation.last-administrator': {
    zh: '这是唯一的一名，请先确认接任者再结束',
    en: 'This is the only one left; confirm a successor before ending it',
  },
  'organisation.ends-before-it-begins': {
    zh: '结束日期应在开始日期之后',
    en: 'The end has to come after the beginning',
  },
  'organisation.no-ending-in-the-past': { zh: '结束日期不能早于今天', en: 'The end cannot lie in the past' },
  'organisation.only-its-keeper-ends-it': {
    zh: '您不能结束这个岗位：管理员岗位由管理其账号的另一名管理员结束',
    en: 'You cannot end this post: an administrator’s post is ended by the administrator who keeps their account',
  },
}
