-- Before somebody ceases to exist, every table that names people is asked for them. Those that grow are asked by an index.
create index post_granted_by on post (granted_by) where granted_by is not null;
create index post_confirmed_by on post (confirmed_by) where confirmed_by is not null;
create index post_refused_by on post (refused_by) where refused_by is not null;
create index building_record_entered_by on building_record (entered_by);
create index building_record_confirmed_by on building_record (confirmed_by) where confirmed_by is not null;
create index building_record_withdrawn_by on building_record (withdrawn_by) where withdrawn_by is not null;
create index building_record_version_replaced_by on building_record_version (replaced_by);
create index building_record_version_confirmed_by on building_record_version (confirmed_by) where confirmed_by is not null;
create index evidence_uploaded_by on evidence (uploaded_by);
create index duty_opened_by on duty (opened_by) where opened_by is not null;
create index duty_fulfilled_by on duty (fulfilled_by) where fulfilled_by is not null;
create index duty_voided_by on duty (voided_by) where voided_by is not null;
create index rating_assessor on rating (assessor_id);
create index opinion_answered_by on opinion (answered_by) where answered_by is not null;
create index supplied_fact_supplied_by on supplied_fact (supplied_by);
-- and of organisations
create index duty_holder_organisation on duty_holder (organisation_id);
