-- Through which stages themes go in the programme of an organisation, by what stands directly above a branch.
create table theme_route_plan (
  id bigint generated always as identity primary key,
  organisation_id uuid not null references organisation,
  -- of two plans from one day on, the later one counts
  from_on date not null,
  -- by surroundings, stages in order: kind, by, days, mayReject
  plan jsonb not null,
  set_by uuid not null references person,
  set_at timestamptz not null
);
comment on table theme_route_plan is 'append-only';
create index theme_route_plan_by_day on theme_route_plan (organisation_id, from_on desc, id desc);

-- For each stage of the route, as submitted: posts, days, mayReject. Themes under way keep what they were submitted with.
alter table theme add column route_terms jsonb not null default '[]';
update theme set route_terms = (
  select coalesce(jsonb_agg(jsonb '{"posts": ["office", "secretary"], "days": null, "mayReject": true}'), '[]')
  from unnest(route));
alter table theme
  add constraint each_stage_has_its_terms check (jsonb_array_length(route_terms) = cardinality(route));

-- The posts that review at the stage it stands at.
alter table theme add column stage_posts text[];
update theme set stage_posts = '{office,secretary}' where stage is not null;
alter table theme add constraint a_stage_is_reviewed_by_posts check (
  (stage is null) = (stage_posts is null) and coalesce(cardinality(stage_posts) > 0, true));
