import { publicityActions } from '#programme/publicity/actions.ts'
import { type Act, at, type Loading, numberOf, organisationOf } from './loading.ts'
import { type SamplePublication, samplePublications } from './publications.ts'

/** Every publication is drafted, handed in, checked and approved, as far as it has got; the first approval makes its brand known. */
export function publicityActs(loading: Loading): Act[] {
  return samplePublications(loading.sample).flatMap((publication) => actsOf(loading, publication))
}

function actsOf(loading: Loading, publication: SamplePublication): Act[] {
  const { theme, draftedOn, checkedOn, approvedOn, withdrawn } = publication
  const { branch, draftedBy: secretary } = theme
  let id = ''
  const act = (on: string, turn: number, by: string, run: Act['run']): Act => ({
    at: at(loading, on, turn),
    by,
    branch,
    run,
  })
  const office = numberOf(loading, 'rootOffice')
  const draft = act(draftedOn, 33, secretary, async (context) => {
    const { kind, title, text, records, people } = publication
    const drafted = await publicityActions.draftPublication(context, {
      organisation: organisationOf(loading, branch).id,
      kind,
      title,
      text,
      scope: theme.notice.scope,
      records: records.map(({ key }) => loading.records.get(key)!),
      names: people.length > 0 ? 'with-consent' : 'nobody',
      people,
    })
    id = drafted.id
    await publicityActions.submitPublication(context, { publication: id })
  })
  const acts = [draft]
  if (checkedOn)
    acts.push(
      act(checkedOn, 34, theme.confidentiality.by, (context) =>
        publicityActions.checkPublication(context, {
          publication: id,
          result: 'clear',
          comment: '',
          namesConfirmed: true,
        }),
      ),
    )
  if (approvedOn)
    acts.push(
      act(approvedOn, 35, office, (context) =>
        publicityActions.approvePublication(context, { publication: id, result: 'approve', comment: '' }),
      ),
    )
  if (withdrawn)
    acts.push(
      act(withdrawn.on, 36, secretary, (context) =>
        publicityActions.withdrawPublication(context, { publication: id, reason: withdrawn.reason }),
      ),
    )
  return acts
}
