import { WholeTable } from '#web/DataTable.tsx'
import { useSay } from '#web/language.ts'
import { Mark, Part } from '#web/Screen.tsx'
import { selectionMessages } from '../messages.ts'
import type { ShownSelection } from './parts.tsx'

/** What came of the quotas on levels: places, how many had the level by points, and the outcome; no names. */
export function LevelQuotas({ quotas }: { quotas: NonNullable<ShownSelection['run']>['levelQuotas'] }) {
  const say = useSay(selectionMessages)
  return (
    <Part title={say.levelQuotas}>
      <WholeTable
        rows={quotas}
        rowKey={({ quota, group }) => `${quota} ${group}`}
        caption={say.levelQuotas}
        empty="—"
        columns={[
          { key: 'levels', title: say.level, render: ({ levels }) => levels.join('、') },
          { key: 'group', title: say.region, render: ({ group }) => group || say.whole },
          { key: 'base', title: say.base, align: 'right', render: ({ base }) => base },
          { key: 'places', title: say.places, align: 'right', render: ({ places }) => places },
          { key: 'holders', title: say.holders, align: 'right', render: ({ holders }) => holders },
          {
            key: 'state',
            title: say.quotaState,
            render: ({ state, moved }) => (
              <Mark hot={state === 'tied' || state === 'short' || state === 'waits'}>
                {say[`quota-${state}`]}
                {moved > 0 && ` ${moved}`}
              </Mark>
            ),
          },
        ]}
      />
    </Part>
  )
}
