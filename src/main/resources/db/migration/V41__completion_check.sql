-- One row for each campaign: whether anything was folded into its rollup since that was last compared with the obligations.
create table completion_check (
    campaign_id bigint  primary key references campaign,
    changed     boolean not null
);
insert into completion_check (campaign_id, changed) select id, true from campaign;
