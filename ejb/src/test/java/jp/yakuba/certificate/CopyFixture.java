package jp.yakuba.certificate;

import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.certificate.api.CopyPerson;
import jp.yakuba.certificate.api.CopyScope;
import jp.yakuba.certificate.api.IdentityDocument;
import jp.yakuba.certificate.model.CopyItems;
import jp.yakuba.certificate.model.CopyRequest;

/** A resident of another town with a child, and what is asked and told of them. For tests. */
public final class CopyFixture {
    public static final CopyItems ITEMS = items(LocalDate.of(2026, 11, 28));

    private CopyFixture() {}

    public static CopyItems items(LocalDate asOf) {
        return new CopyItems(asOf, true, "写野　元", List.of(person("写野　元", "世帯主", null), person("写野　葛󠄀", "子", "試験県前市古町3番地")));
    }

    private static CopyPerson person(String name, String relationship, String before) {
        return new CopyPerson(name, null, LocalDate.of(1980, 5, 5), "1", false, LocalDate.of(2001, 4, 1), "試験県試験市本町1番地", LocalDate.of(2010, 8, 1),
                before == null ? null : LocalDate.of(2001, 4, 3), before, relationship);
    }

    public static CopyRequest request(UUID id, KeyPair pair, Instant at, CopyScope scope, List<String> wanted) {
        return new CopyRequest(id, at, "窓口　正子", IdentityDocument.NUMBER_CARD, "写野　元", LocalDate.of(1980, 5, 5), "試験県試験市本町1番地", scope, wanted, true,
                pair.getPublic().getEncoded());
    }
}
