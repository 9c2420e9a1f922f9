-- A file whose posts the security administrator turned down; what to look at without being wrong; the plan as it was shown.
alter table import
  drop constraint import_state_check,
  drop constraint a_state_has_its_columns,
  add column warnings jsonb not null default '[]',
  add column plan_hash text not null default '',
  add column reason text,
  add constraint import_state_check check (state in ('faulty', 'previewed', 'applied', 'confirmed', 'refused', 'discarded')),
  add constraint a_state_has_its_columns check (
    case state
      when 'applied' then applied_at is not null and decided_by is null
      when 'confirmed' then applied_at is not null and decided_by is not null and decided_at is not null
      when 'refused' then applied_at is not null and decided_by is not null and decided_at is not null and reason is not null
      when 'discarded' then applied_at is null and decided_by is not null and decided_at is not null
      else applied_at is null and decided_by is null
    end
  ),
  drop constraint only_a_faulty_one_has_problems,
  add constraint a_faulty_one_has_problems_and_no_other_takes_effect check (
    case state
      when 'faulty' then jsonb_array_length(problems) > 0
      when 'discarded' then true
      else jsonb_array_length(problems) = 0
    end
  );
create unique index one_undecided_import on import ((true)) where state in ('faulty', 'previewed');

-- The file itself and its rows as they were read, kept until it is decided.
create table import_file (
  import_id uuid primary key references import,
  bytes bytea not null,
  rows jsonb not null
);
create index post_by_import on post (import_id) where import_id is not null;
