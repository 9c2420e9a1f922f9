-- 统计项: what is counted, in which unit and how it adds up; set once, used by tasks, records and outcomes.
create table measure (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null check (char_length(name) between 1 and 30),
  unit text not null check (char_length(unit) between 1 and 10),
  addition text not null check (addition in ('sum', 'latest', 'distinct')),
  force text check (force in ('creativity', 'cohesion', 'effectiveness', 'image')),
  -- 其中: counts a part of what this one counts
  part_of_id uuid references measure,
  sort_no integer not null check (sort_no > 0),
  set_by uuid not null references person,
  set_at timestamptz not null,
  retired_at timestamptz,
  constraint nothing_is_a_part_of_itself check (part_of_id <> id)
);
create unique index one_measure_of_a_name on measure (organisation_id, name, unit) where retired_at is null;
create index measure_by_whole on measure (part_of_id) where part_of_id is not null;

-- 中心任务: set up once above; branches record their part.
create table core_task (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('emergency', 'campaign', 'seasonal', 'other')),
  name text not null check (char_length(name) between 1 and 60),
  purpose text not null check (char_length(purpose) <= 1000),
  document_number text,
  from_on date not null,
  to_on date not null,
  -- what reporting costs one branch
  minutes integer not null check (minutes between 0 and 600),
  set_up_by uuid not null references person,
  set_up_at timestamptz not null,
  state text not null check (state in ('draft', 'issued', 'withdrawn')),
  approved_by uuid references person,
  approved_at timestamptz,
  issued_by uuid references person,
  issued_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint a_task_begins_before_it_ends check (from_on <= to_on),
  constraint nobody_agrees_to_a_task_of_their_own check (approved_by <> set_up_by),
  constraint agreed_by_someone_at_some_time check ((approved_by is null) = (approved_at is null)),
  constraint a_draft_is_not_issued check ((state = 'draft') = (issued_at is null)),
  constraint issued_by_someone_at_some_time check ((issued_by is null) = (issued_at is null)),
  constraint a_withdrawn_task_says_why check (
    (state = 'withdrawn') = (withdrawn_at is not null) and
    (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index core_task_by_organisation on core_task (organisation_id, from_on desc, id desc);
create index core_task_by_days on core_task (to_on desc, id desc);

create table core_task_measure (
  task_id uuid not null references core_task on delete cascade,
  measure_id uuid not null references measure,
  place integer not null check (place between 1 and 5),
  primary key (task_id, measure_id),
  constraint one_measure_in_a_place unique (task_id, place)
);
create index core_task_measure_by_measure on core_task_measure (measure_id);

create table core_task_addressee (
  task_id uuid not null references core_task on delete cascade,
  organisation_id uuid not null references organisation,
  primary key (task_id, organisation_id)
);
create index core_task_addressee_by_organisation on core_task_addressee (organisation_id);

alter table building_record add column task_id uuid references core_task;
alter table building_record_version add column task_id uuid references core_task;
create index building_record_by_task on building_record (task_id, happened_on desc, id desc) where task_id is not null;

-- What standing records say of measures: kept by the database itself from the records, so that no total can forget one.
create table record_figure (
  record_id uuid not null references building_record,
  measure_id uuid not null references measure,
  organisation_id uuid not null references organisation,
  task_id uuid references core_task,
  happened_on date not null,
  value numeric(16, 4) not null check (value >= 0),
  qualifier text not null check (qualifier in ('exact', 'nearly', 'over')),
  items text[] not null,
  primary key (record_id, measure_id)
);
create index record_figure_by_measure on record_figure (measure_id, happened_on, organisation_id);
create index record_figure_by_task on record_figure (task_id, measure_id) where task_id is not null;

create function keep_record_figures() returns trigger language plpgsql as $$
begin
  delete from record_figure where record_id = new.id;
  if new.state = 'standing' then
    insert into record_figure (record_id, measure_id, organisation_id, task_id, happened_on, value, qualifier, items)
      select new.id, (figure ->> 'measure')::uuid, new.organisation_id, new.task_id, new.happened_on,
        (figure ->> 'value')::numeric, figure ->> 'qualifier',
        array(select jsonb_array_elements_text(coalesce(figure -> 'items', '[]')))
      from jsonb_array_elements(new.figures) figure where figure ->> 'measure' is not null;
  end if;
  return null;
end $$;
create trigger figures_are_kept after insert or update of figures, state, happened_on, task_id, organisation_id on building_record
  for each row execute function keep_record_figures();
