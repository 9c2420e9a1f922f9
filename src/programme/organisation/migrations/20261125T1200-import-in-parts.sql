-- A file of any length is read, checked and written in parts: its rows, what is to be said about them and what they would
-- do stand in rows of their own, and how far the work has come can be seen while it goes on.
create table import_row (
  import_id uuid not null references import,
  sheet text not null check (sheet in ('organisations', 'people')),
  -- the first row that speaks of the same person: all rows of a person are dealt with together
  first_row integer not null,
  row integer not null,
  -- what stands in each column, as it was read
  cells jsonb not null,
  -- a cell is wrong: the row is not judged any further
  broken boolean not null,
  -- the key of the organisation whose secretary the row names
  secretary_of text,
  primary key (import_id, sheet, first_row, row)
);
create index import_row_secretaries on import_row (import_id, secretary_of, row) where secretary_of is not null;

create table import_remark (
  import_id uuid not null references import,
  kind text not null check (kind in ('problems', 'warnings')),
  -- 0: the whole file, then the sheets in their order
  sheet_no integer not null,
  row integer not null,
  no integer not null,
  remark jsonb not null,
  primary key (import_id, kind, sheet_no, row, no)
);

create table import_entry (
  import_id uuid not null references import,
  no integer not null,
  sheet text not null check (sheet in ('organisations', 'people')),
  change text not null check (change in ('new', 'changed', 'unchanged', 'absent')),
  -- the organisation or person; for a new one, the id that it will have
  subject_id uuid,
  entry jsonb not null,
  primary key (import_id, no)
);
create index import_entry_by_change on import_entry (import_id, change, sheet, no);
create index import_entry_by_subject on import_entry (import_id, subject_id);

create table import_progress (
  import_id uuid primary key references import,
  rows_read integer not null default 0,
  rows_checked integer not null default 0,
  rows_written integer not null default 0,
  at timestamptz not null
);

-- What is known of files brought before this.
insert into import_remark (import_id, kind, sheet_no, row, no, remark)
select id, kind, 1, (remark ->> 'row')::integer, no, remark
from import
cross join lateral (
  select 'problems' as kind, remark, no from jsonb_array_elements(problems) with ordinality as each (remark, no)
  union all
  select 'warnings', remark, no from jsonb_array_elements(warnings) with ordinality as each (remark, no)
) as remarks;
-- whom an entry was about was not kept
insert into import_entry (import_id, no, sheet, change, subject_id, entry)
select id, no, entry ->> 'sheet', entry ->> 'change', null, entry
from import
cross join lateral jsonb_array_elements(plan) with ordinality as each (entry, no);

alter table import
  drop constraint a_faulty_one_has_problems_and_no_other_takes_effect,
  drop column problems,
  drop column warnings,
  drop column plan,
  drop constraint import_state_check,
  add constraint import_state_check
    check (state in ('reading', 'faulty', 'previewed', 'applied', 'confirmed', 'refused', 'discarded')),
  add constraint a_faulty_one_has_problems_and_no_other_takes_effect check (
    case state
      when 'faulty' then (counts ->> 'problems')::integer > 0
      when 'discarded' then true
      else (counts ->> 'problems')::integer = 0
    end
  );
update import set counts = counts || '{"rows": 0}';
drop index one_undecided_import;
create unique index one_undecided_import on import ((true)) where state in ('reading', 'faulty', 'previewed');

-- Who the file speaks to when it is read outside a request; where the tables stand in it; how a text was written.
alter table import_file
  drop column rows,
  add column language text not null default 'zh' check (language in ('zh', 'en')),
  add column tables jsonb not null default '[]',
  add column text jsonb,
  -- how a person said that the text is written
  add column encoding text check (encoding in ('utf-8', 'gb18030', 'utf-16le', 'utf-16be'));

-- Names of other than common Chinese characters can be written in several ways, so they are looked at one by one.
create index person_with_other_names on person (organisation_id) where name ~ '[^一-龥]';
