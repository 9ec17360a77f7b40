package jp.yakuba.journeys;

import com.microsoft.playwright.Page;

/**
 * A resident of one town who stands before the desk of another and wants a copy of the whole household.
 *
 * @param born yyyy-MM-dd
 * @param members how many live in the household
 */
record AtTheDesk(String town, String name, String born, String address, String head, String members) {
    private static final String SOMEBODY = """
            select string_agg(found.%s, '') from (select p.name, p.birth_date::text as born, a.line as address, p.name as head,
                    (select count(*)::text from yakuba.res_membership o where o.household_id = m.household_id and o.valid_until is null) as members
                from yakuba.res_person p join yakuba.res_address a on a.person_id = p.id and a.valid_until is null
                join yakuba.res_membership m on m.person_id = p.id and m.valid_until is null and m.relationship = '世帯主'
                where p.left_on is null and not exists (select 1 from yakuba.res_shielded s join yakuba.res_membership sm on sm.person_id = s.person_id
                        and sm.valid_until is null where sm.household_id = m.household_id)
                    and not exists (select 1 from yakuba.res_shielded s join yakuba.res_address sa on sa.person_id = s.person_id where sa.place = a.place)
                    and not exists (select 1 from yakuba.res_entry e where e.household_id = m.household_id)
                    and (select count(*) from yakuba.res_membership o where o.household_id = m.household_id and o.valid_until is null) > 2
                order by p.number limit 1) found
            """;

    private static final String PAST = """
            insert into yakuba.crt_request (id, version, section, peer, peer_name, record_id, number, asked_by, asked_at, erase_at, erased_at, state)
            values (gen_random_uuid(), 0, 'residents', '990019', '試験市', gen_random_uuid(), '芽住第77号', '窓口　正子', now() - interval '2 hours',
                now() - interval '1 hour', now() - interval '30 minutes', 'LAPSED') returning id::text
            """;

    /** A request of today that lapsed; its id. */
    static String past(OpenOffice office) {
        return office.ask(PAST);
    }

    /** The first head of a family of that town. */
    static AtTheDesk from(OpenOffice home) {
        return new AtTheDesk(home.running().settings().town(), ask(home, "name"), ask(home, "born"), ask(home, "address"), ask(home, "head"), ask(home, "members"));
    }

    private static String ask(OpenOffice home, String column) {
        return home.ask(SOMEBODY.formatted(column));
    }

    /** Fills in the form under a name. */
    void fill(Page page, String under) {
        page.check("#identity");
        page.check("#checked");
        page.fill("#name", under);
        var day = born.split("-");
        page.fill("[name='born.y']", day[0]);
        page.fill("[name='born.m']", day[1]);
        page.fill("[name='born.d']", day[2]);
        page.selectOption("#office", town);
        page.fill("#address", address);
        page.check("#scope");
        page.check("#relationships");
    }
}
