-- The subtree of a unit is asked of the unit table, which is today's tree. unit_id says where the member is counted.
drop index obligation_by_place;
alter table obligation drop column unit_path;
alter table obligation add column version integer default 0 not null;
create index obligation_by_place on obligation (campaign_id, resolution_id, step, unit_id);
