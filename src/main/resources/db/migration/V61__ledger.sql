-- Entries by member and number alone, with what records made for somebody else need; sealed daily. Rows are only ever added.
create table ledger_entry_kept (
    member_id     bigint                   not null,
    seq           integer                  not null,
    -- how hash was made of the other columns
    format        smallint                 not null,
    kind          varchar(30)              not null,
    resolution_id varchar(80)              not null,
    clause_id     varchar(20),
    text_hash     varchar(64)              not null,
    detail        varchar(200)             not null,
    at            timestamp with time zone not null,
    recorded_by   bigint                   not null,
    campaign_id   bigint,
    -- the day on which it was, where that is not the day of recording
    on_day        date,
    reason        varchar(500)             not null,
    -- number of the entry that this one takes back
    takes_back    integer,
    previous_hash varchar(64)              not null,
    hash          varchar(64)              not null,
    primary key (member_id, seq)
);
insert into ledger_entry_kept (member_id, seq, format, kind, resolution_id, clause_id, text_hash, detail, at, recorded_by, campaign_id,
                               on_day, reason, takes_back, previous_hash, hash)
select member_id, seq, 1, kind, resolution_id, clause_id, text_hash, detail, at, recorded_by, null, null, '', null, previous_hash, hash
  from ledger_entry;
drop table ledger_entry;
drop sequence ledger_entry_seq;
alter table ledger_entry_kept rename to ledger_entry;

-- What all chains were on a day. A seal's hash covers the seal before it and all its ends.
create table ledger_seal (
    number        integer primary key,
    sealed_at     timestamp with time zone not null,
    members       bigint                   not null,
    entries       bigint                   not null,
    previous_hash varchar(64)              not null,
    hash          varchar(64)              not null
);

-- Where a chain that had grown since it was last sealed ended: entries after since up to seq.
create table ledger_seal_end (
    seal_number integer     not null,
    member_id   bigint      not null,
    since       integer     not null,
    seq         integer     not null,
    hash        varchar(64) not null,
    primary key (seal_number, member_id)
);
create index ledger_seal_end_by_member on ledger_seal_end (member_id, seq);
