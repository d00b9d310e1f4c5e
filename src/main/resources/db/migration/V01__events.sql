-- Spring Modulith's event publication registry (2.1), in a form for both H2 and PostgreSQL. The shipped H2 table caps a
-- serialized event at 4000 characters; text does not, and cannot be indexed on H2, so listeners are looked up by their id.
create table event_publication (
    id uuid not null primary key,
    listener_id varchar(512) not null,
    event_type varchar(512) not null,
    serialized_event text not null,
    publication_date timestamp(6) with time zone not null,
    completion_date timestamp(6) with time zone,
    status varchar(20),
    completion_attempts int,
    last_resubmission_date timestamp(6) with time zone
);
create index event_publication_by_listener on event_publication (listener_id);
create index event_publication_by_completion on event_publication (completion_date);
