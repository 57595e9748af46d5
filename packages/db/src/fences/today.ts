/**
 * What `app.today()` gives, without the call, as a sub-select that a statement evaluates once: `app.is_in_force` is called
 * for each row.
 */
export const today = `(select ((case when nullif(current_setting('app.clock', true), '') is null
    then clock_timestamp() else app.now() end) at time zone 'Asia/Tokyo')::date)`;
