-- The application server's own table of persistent timers (50-timers.cli). The server would make it by itself if its role
-- were allowed to; ours is not, so the owner makes it, in the server's own words.
CREATE TABLE jboss_ejb_timer (
    id                             varchar PRIMARY KEY,
    timed_object_id                varchar NOT NULL,
    initial_date                   timestamp,
    repeat_interval                bigint,
    next_date                      timestamp,
    previous_run                   timestamp,
    primary_key                    varchar,
    info                           text,
    timer_state                    varchar,
    schedule_expr_second           varchar,
    schedule_expr_minute           varchar,
    schedule_expr_hour             varchar,
    schedule_expr_day_of_week      varchar,
    schedule_expr_day_of_month     varchar,
    schedule_expr_month            varchar,
    schedule_expr_year             varchar,
    schedule_expr_start_date       varchar,
    schedule_expr_end_date         varchar,
    schedule_expr_timezone         varchar,
    auto_timer                     boolean,
    timeout_method_declaring_class varchar,
    timeout_method_name            varchar,
    timeout_method_descriptor      char(1),
    calendar_timer                 boolean,
    partition_name                 varchar NOT NULL,
    node_name                      varchar
);
CREATE INDEX jboss_ejb_timer_by_object ON jboss_ejb_timer (partition_name, timed_object_id);
