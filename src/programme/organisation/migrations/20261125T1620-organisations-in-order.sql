-- Long lists follow the order of the structure.
create index organisation_in_order on organisation (sort_no, id);
