-- A file in effect is taken back as a whole, with a reason, while nothing depends on what it brought.
alter table import
  add column taken_back_by uuid references person,
  add column taken_back_at timestamptz,
  add column taken_back_reason text,
  -- of a file that took effect before this, its former state was not kept
  add column former_kept boolean not null default false,
  drop constraint import_state_check,
  add constraint import_state_check check (state in
    ('reading', 'faulty', 'previewed', 'applied', 'confirmed', 'refused', 'discarded', 'taken-back')),
  drop constraint a_state_has_its_columns,
  add constraint a_state_has_its_columns check (
    case state
      when 'applied' then applied_at is not null and decided_by is null
      when 'confirmed' then applied_at is not null and decided_by is not null and decided_at is not null
      when 'refused' then applied_at is not null and decided_by is not null and decided_at is not null and reason is not null
      when 'discarded' then applied_at is null and decided_by is not null and decided_at is not null
      when 'taken-back' then applied_at is not null
      else applied_at is null and decided_by is null
    end
  ),
  add constraint taken_back_by_someone_at_some_time_with_a_reason check (
    (state = 'taken-back') = (taken_back_by is not null)
    and (taken_back_by is null) = (taken_back_at is null)
    and (taken_back_by is null) = (taken_back_reason is null)
  );

-- What a file in effect found and what it left: each organisation and person that it made or changed and each unit that it
-- made. What is otherwise by now was changed later. Forgotten when the file is taken back.
create table import_image (
  import_id uuid not null references import,
  moment text not null check (moment in ('before', 'after')),
  sheet text not null check (sheet in ('organisations', 'people', 'units')),
  subject_id uuid not null,
  image jsonb not null,
  primary key (import_id, moment, sheet, subject_id)
);

-- Whose posts ended because those of a file were confirmed: they go on, or wait again, when it is taken back.
alter table post add column followed_in uuid references import;
create index post_followed_in on post (followed_in) where followed_in is not null;
