-- Inside the Party means the people of one organisation and those below it: that of the programme it belongs to.
alter table notice add column within_id uuid references organisation;
update notice set within_id = coalesce(
  (select steward_id from theme where theme.id = notice.subject_id),
  (select organisation_id from selection where selection.id = notice.subject_id),
  organisation_id);
alter table notice alter column within_id set not null;

-- What was disclosed to society can be taken back inside, with a reason; never the other way round.
alter table notice add column narrowed_by uuid references person;
alter table notice add column narrowed_at timestamptz;
alter table notice add column narrowed_reason text;
alter table notice add constraint narrowed_with_a_reason check (
  (narrowed_by is null) = (narrowed_at is null) and (narrowed_by is null) = (narrowed_reason is null));
alter table notice add constraint what_was_narrowed_is_inside check (narrowed_at is null or scope = 'party');
