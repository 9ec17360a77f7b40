package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The desk that hides addresses of protected persons (支援措置) in words of others. It takes words and gives the same words back;
 * which addresses are protected it tells nobody. Only for desks that let words out: to a screen, on paper, by mail or message.
 */
@Local
public interface ShieldDesk {
    /** What stands where an address was hidden. */
    String HIDDEN = "＊＊＊";

    /** The texts, in their order, as whoever acts may read them: an address that was released to the reader stays. */
    List<String> hide(List<String> texts);

    /** The text as whoever acts may read it. */
    String hide(String text);

    /** The answers of a form as whoever acts may read them; place, lot and building are read together as one address. */
    Map<String, String> hideIn(Map<String, String> answers);

    /** The answers for somebody outside the office, who is told the own address of {@code self}; null for nobody's. */
    Map<String, String> hideIn(Map<String, String> answers, UUID self);

    /** The texts for somebody outside the office; the person's own address is hidden too, for nobody knows who reads a mail. */
    List<String> hideFromAll(List<String> texts);
}
