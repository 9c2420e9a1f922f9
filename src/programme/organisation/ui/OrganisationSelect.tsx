import { Select } from 'antd'
import { useState } from 'react'
import { useRead } from '#web/api.ts'
import { organisationContract } from '../contract.ts'

/** Chooses an organisation within reach, by name or pinyin: fits a Form.Item. */
export function OrganisationSelect({
  value,
  onChange,
  id,
  known,
  kind,
  label,
}: {
  value?: string
  onChange?: (id: string | undefined) => void
  id?: string
  /** The one to begin with, so that its name shows at once. */
  known?: { id: string; name: string }
  /** Only those of one kind. */
  kind?: 'branch'
  /** What is chosen, where no Form.Item says it. */
  label?: string
}) {
  const [search, setSearch] = useState('')
  const read = useRead(
    organisationContract.listOrganisations,
    { limit: 50, ...(search && { search }), ...(kind && { kind }) },
    { keep: true },
  )
  const found = (read.data?.rows ?? []).map(({ id: value, name: label }) => ({ value, label }))
  const options =
    known && !search && !found.some((each) => each.value === known.id)
      ? [{ value: known.id, label: known.name }, ...found]
      : found
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      {...(label !== undefined && { 'aria-label': label, placeholder: label })}
      className="organisation-select"
      allowClear
      showSearch={{ filterOption: false, onSearch: setSearch }}
      onChange={(picked: string | undefined) => onChange?.(picked)}
      options={options}
      loading={read.isFetching}
    />
  )
}

/** Chooses several organisations within reach; what was chosen keeps its name while something else is searched for. */
export function OrganisationsSelect({
  value,
  onChange,
  id,
  known = [],
}: {
  value?: string[]
  onChange?: (ids: string[]) => void
  id?: string
  known?: { id: string; name: string }[]
}) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState(known.map(({ id: value, name: label }) => ({ value, label })))
  const read = useRead(organisationContract.listOrganisations, { limit: 50, ...(search && { search }) }, { keep: true })
  const found = (read.data?.rows ?? []).map(({ id: value, name: label }) => ({ value, label }))
  const options = [...found, ...chosen.filter((each) => !found.some((other) => other.value === each.value))]
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setSearch }}
      onChange={(picked: string[]) => {
        setChosen(options.filter((each) => picked.includes(each.value)))
        onChange?.(picked)
      }}
      options={options}
      loading={read.isFetching}
    />
  )
}
