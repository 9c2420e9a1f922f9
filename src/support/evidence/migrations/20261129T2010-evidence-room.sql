-- How much an organisation and those below it may each hand in; without a row of its own the nearest above counts.
create table evidence_room (
  organisation_id uuid primary key references organisation,
  megabytes integer not null,
  constraint room_is_between_one_megabyte_and_a_terabyte check (megabytes between 1 and 1048576)
);
