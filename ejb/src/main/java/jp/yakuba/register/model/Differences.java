package jp.yakuba.register.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.yakuba.register.api.EntryChange.Difference;

/** What is otherwise in a later state of an entry. */
public final class Differences {
    private Differences() {}

    /** Member by member, in the order in which an entry tells them. */
    public static List<Difference> between(EntryContent before, EntryContent after) {
        var earlier = members(before);
        var differences = new ArrayList<Difference>();
        members(after).forEach((member, words) -> {
            if (!words.equals(earlier.get(member))) {
                differences.add(new Difference(member, earlier.get(member), words));
            }
        });
        return differences;
    }

    private static Map<String, String> members(EntryContent content) {
        var members = new LinkedHashMap<String, String>();
        members.put("name", content.name());
        members.put("kana", content.kana());
        members.put("corporateNumber", content.corporateNumber());
        members.put("seat", content.seat());
        members.put("categories", content.categories().stream().map(Enum::name).collect(Collectors.joining(" ")));
        members.put("validFrom", day(content.validFrom()));
        members.put("validUntil", day(content.validUntil()));
        members.put("town", content.town() == null ? "" : content.town());
        members.put("suspensions", content.suspensions().stream().map(one -> one.from() + "～" + one.until() + " " + one.ground())
                .collect(Collectors.joining("、")));
        return members;
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
