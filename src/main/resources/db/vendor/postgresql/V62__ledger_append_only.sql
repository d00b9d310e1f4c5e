-- Rows of the ledger and its seals are added and never changed, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
    for each statement execute function refuse_change();
create trigger ledger_seal_append_only before update or delete or truncate on ledger_seal
    for each statement execute function refuse_change();
create trigger ledger_seal_end_append_only before update or delete or truncate on ledger_seal_end
    for each statement execute function refuse_change();
