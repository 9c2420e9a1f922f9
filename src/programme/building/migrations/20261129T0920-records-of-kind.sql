-- How many records of each kind branches have.
create index standing_records_of_kind on building_record (organisation_id, kind) where state = 'standing';
