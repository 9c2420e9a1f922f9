import type { Post } from '#basics/actor.ts'
import type { PersonId } from '#basics/id.ts'
import type { Context } from '#platform/context.ts'
import { insertOrganisation, insertPerson, insertPost } from '#programme/organisation/store.ts'
import type { World } from './world.ts'

/** A small authority for tests: a root committee, two bureaus, a general branch, five branches, and who holds which post. */
export interface Stage {
  organisations: Record<
    'root' | 'guangzhou' | 'zhanjiang' | 'general' | 'huangpu' | 'nansha' | 'patrol' | 'xuwen' | 'window',
    string
  >
  people: Record<
    | 'systemAdmin'
    | 'securityAdmin'
    | 'auditAdmin'
    | 'rootOffice'
    | 'rootSecretary'
    | 'confidentiality'
    | 'guangzhouOffice'
    | 'guangzhouSecretary'
    | 'zhanjiangOffice'
    | 'zhanjiangSecretary'
    | 'generalSecretary'
    | 'huangpuSecretary'
    | 'nanshaSecretary'
    | 'patrolSecretary'
    | 'xuwenSecretary'
    | 'windowSecretary'
    | 'guangzhouAssessor'
    | 'zhanjiangAssessor'
    | 'rootAssessor'
    | 'inspector'
    | 'huangpuMember'
    | 'huangpuStaff'
    | 'xuwenMember',
    PersonId
  >
}

/**
 * root 示例海事局党委 → guangzhou 广州海事局党委 (珠三角) → general 海巡支队党总支 → patrol 海巡0931船党支部; huangpu, nansha directly below guangzhou;
 * root → zhanjiang 湛江海事局党委 (粤西) → xuwen; root → window 政务中心窗口党支部.
 */
export async function setStage(world: World, since = '2020-01-01'): Promise<Stage> {
  return world.dispatcher.act({ person: '' as PersonId, name: '', posts: [] }, (context) => build(context, since))
}

async function build(context: Context, since: string): Promise<Stage> {
  let order = 0
  const make = async (
    kind: 'committee' | 'general-branch' | 'branch',
    name: string,
    parent: { id: string; path: string } | null,
    region: string | null,
  ) =>
    insertOrganisation(context, {
      kind,
      name,
      shortName: name.replace(/党委|党总支|党支部/, ''),
      parent,
      sortNo: order++,
      region,
      unitId: null,
      setUpOn: since,
    })
  const root = await make('committee', '示例海事局党委', null, null)
  const guangzhou = await make('committee', '广州海事局党委', root, '珠三角')
  const huangpu = await make('branch', '广州海事局黄埔海事处党支部', guangzhou, '珠三角')
  const nansha = await make('branch', '广州海事局南沙海事处党支部', guangzhou, '珠三角')
  const general = await make('general-branch', '广州海事局海巡支队党总支', guangzhou, '珠三角')
  const patrol = await make('branch', '海巡0931船党支部', general, '珠三角')
  const zhanjiang = await make('committee', '湛江海事局党委', root, '粤西')
  const xuwen = await make('branch', '湛江海事局徐闻海事处党支部', zhanjiang, '粤西')
  const window = await make('branch', '政务中心窗口党支部', root, '珠三角')

  const person = async (
    staffNo: string,
    name: string,
    organisation: { id: string },
    post: Post | null,
    at = organisation,
    kind: 'member' | 'staff' = 'member',
  ) => {
    const id = (await insertPerson(context, { staffNo, name, kind, organisation: organisation.id })) as PersonId
    if (post)
      await insertPost(context, {
        person: id,
        organisation: at.id,
        post,
        fromOn: since,
        importId: null,
        confirmedBy: id,
      })
    return id
  }
  const people = {
    systemAdmin: await person('0001', '单振华', root, 'system-admin'),
    securityAdmin: await person('0002', '曾静怡', root, 'security-admin'),
    auditAdmin: await person('0003', '仇文斌', root, 'audit-admin'),
    rootOffice: await person('0004', '梁海燕', window, 'office', root),
    rootSecretary: await person('0005', '罗建国', window, 'secretary', root),
    confidentiality: await person('0006', '解晓东', window, 'confidentiality', root),
    guangzhouOffice: await person('0101', '何敏', nansha, 'office', guangzhou),
    guangzhouSecretary: await person('0102', '欧阳志强', nansha, 'secretary', guangzhou),
    zhanjiangOffice: await person('0201', '陈锐', xuwen, 'office', zhanjiang),
    zhanjiangSecretary: await person('0202', '林少华', xuwen, 'secretary', zhanjiang),
    generalSecretary: await person('0103', '尉迟敏', patrol, 'secretary', general),
    huangpuSecretary: await person('0104', '黄志远', huangpu, 'secretary'),
    nanshaSecretary: await person('0105', '王𬭎', nansha, 'secretary'),
    patrolSecretary: await person('0106', '冯大海', patrol, 'secretary'),
    xuwenSecretary: await person('0203', '许平', xuwen, 'secretary'),
    windowSecretary: await person('0007', '郑慧', window, 'secretary'),
    guangzhouAssessor: await person('0107', '谢文', huangpu, 'assessor', root),
    zhanjiangAssessor: await person('0204', '邓芳', xuwen, 'assessor', root),
    rootAssessor: await person('0008', '方圆', window, 'assessor', root),
    inspector: await person('0009', '丁一', window, 'inspector', root),
    huangpuMember: await person('0108', '李冬', huangpu, null),
    huangpuStaff: await person('0109', '赵小米', huangpu, null, huangpu, 'staff'),
    xuwenMember: await person('0205', '吴倩', xuwen, null),
  }
  const ids = { root, guangzhou, zhanjiang, general, huangpu, nansha, patrol, xuwen, window }
  return {
    organisations: Object.fromEntries(
      Object.entries(ids).map(([name, { id }]) => [name, id]),
    ) as Stage['organisations'],
    people,
  }
}
