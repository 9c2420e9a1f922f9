import { Select } from 'antd'
import { useState } from 'react'
import { organisationContract } from '#programme/organisation/contract.ts'
import { structureContract } from '#programme/organisation/contract-structure.ts'
import { useRead } from '#web/api.ts'

interface Picked<Value> {
  value?: Value
  onChange?: (value: Value) => void
  id?: string
}

interface Choice {
  value: string
  label: string
}

/** Chooses one or several of what is found by a search: fits a Form.Item. What was chosen keeps its name. */
function Picker<Value extends string | string[]>({
  several,
  choices,
  loading,
  search,
  value,
  onChange,
  id,
}: Picked<Value> & { several: boolean; choices: Choice[]; loading: boolean; search: (typed: string) => void }) {
  const [known, setKnown] = useState<Choice[]>([])
  const options = [...choices, ...known.filter((each) => !choices.some((choice) => choice.value === each.value))]
  // an id without its name says nothing: it shows once the name is known
  const isNamed = several || options.some((each) => each.value === value)
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(value !== undefined && isNamed && { value: value as string })}
      {...(several && { mode: 'multiple' as const })}
      allowClear
      showSearch={{ filterOption: false, onSearch: search }}
      onChange={(picked: string) => {
        setKnown(options.filter((each) => [picked].flat().includes(each.value)))
        onChange?.(picked as Value)
      }}
      options={options}
      loading={loading}
    />
  )
}

/** Organisations within reach, or units, by name. */
export function PlacePicker<Value extends string | string[]>({
  of,
  several = false,
  below,
  ...field
}: Picked<Value> & { of: 'organisation' | 'unit'; several?: boolean; below?: string | undefined }) {
  const [search, setSearch] = useState('')
  const filter = { limit: 50, ...(search && { search }) }
  const organisations = useRead(
    organisationContract.listOrganisations,
    { ...filter, ...(below && { parent: below }) },
    { keep: true, enabled: of === 'organisation' },
  )
  const units = useRead(structureContract.listUnits, filter, { keep: true, enabled: of === 'unit' })
  const read = of === 'organisation' ? organisations : units
  const found: { id: string; name: string }[] = read.data?.rows ?? []
  const chosen = typeof field.value === 'string' ? field.value : ''
  // what another screen has chosen is not among those found
  const named = useRead(
    organisationContract.readOrganisation,
    { organisation: chosen },
    { keep: true, enabled: of === 'organisation' && chosen !== '' && !found.some(({ id }) => id === chosen) },
  )
  const rows = named.data?.id === chosen ? [...found.filter(({ id }) => id !== chosen), named.data] : found
  const choices = rows.map(({ id, name }) => ({ value: id, label: name }))
  return <Picker {...field} several={several} choices={choices} loading={read.isFetching} search={setSearch} />
}

/** People of one organisation, by name or number. */
export function PeoplePicker({ organisation, ...field }: Picked<string[]> & { organisation: string | undefined }) {
  const [search, setSearch] = useState('')
  const read = useRead(
    organisationContract.listPeople,
    { limit: 200, ...(search && { search }), ...(organisation && { organisation }) },
    { keep: true, enabled: organisation !== undefined },
  )
  const own = (read.data?.rows ?? []).filter((row) => row.organisation.id === organisation)
  const choices = own.map(({ id, name, staffNo }) => ({ value: id, label: staffNo ? `${name} ${staffNo}` : name }))
  return <Picker {...field} several choices={choices} loading={read.isFetching} search={setSearch} />
}
