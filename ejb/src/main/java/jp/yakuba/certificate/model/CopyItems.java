package jp.yakuba.certificate.model;

import java.util.List;
import jp.yakuba.certificate.api.CopyPerson;

/**
 * What a copy says.
 *
 * @param whole true if it is of the whole household (世帯全員)
 * @param head name of the head; null unless it was wanted
 */
public record CopyItems(boolean whole, String head, List<CopyPerson> persons) {
    public CopyItems {
        persons = List.copyOf(persons);
    }
}
