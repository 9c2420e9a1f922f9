-- To whom many notices disclose their subjects, without reading the notices.
create index notice_disclosing on notice (id) include (scope, within_id);
