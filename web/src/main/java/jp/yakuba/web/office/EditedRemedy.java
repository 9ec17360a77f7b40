package jp.yakuba.web.office;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.application.api.Remedy;
import jp.yakuba.application.api.RemedyWay;

/** What a procedure says about remedies (教示), while its author writes it; without a way the usual holds. */
public class EditedRemedy implements Serializable {
    private static final long serialVersionUID = 1L;

    private RemedyWay way;
    private String authority;
    private String reviewBy;
    private String defendant;
    private String grounds;

    /** What is said as it stands; empty where the usual holds. */
    static EditedRemedy of(Remedy remedy) {
        var edited = new EditedRemedy();
        if (remedy != null) {
            edited.way = remedy.way();
            edited.authority = remedy.authority();
            edited.reviewBy = remedy.reviewBy();
            edited.defendant = remedy.defendant();
            edited.grounds = String.join("、", remedy.grounds());
        }
        return edited;
    }

    /** What was written; null for the usual, if nothing was. */
    Remedy remedy() {
        var said = new Remedy(way, given(authority), given(reviewBy), given(defendant), articles());
        return said.equals(new Remedy(null, null, null, null, List.of())) ? null : said;
    }

    private static String given(String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }

    private List<String> articles() {
        return grounds == null ? List.of()
                : Stream.of(grounds.split("[、,，\\n]")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    public RemedyWay getWay() {
        return way;
    }

    public void setWay(RemedyWay way) {
        this.way = way;
    }

    public String getAuthority() {
        return authority;
    }

    public void setAuthority(String authority) {
        this.authority = authority;
    }

    public String getReviewBy() {
        return reviewBy;
    }

    public void setReviewBy(String reviewBy) {
        this.reviewBy = reviewBy;
    }

    public String getDefendant() {
        return defendant;
    }

    public void setDefendant(String defendant) {
        this.defendant = defendant;
    }

    public String getGrounds() {
        return grounds;
    }

    public void setGrounds(String grounds) {
        this.grounds = grounds;
    }
}
