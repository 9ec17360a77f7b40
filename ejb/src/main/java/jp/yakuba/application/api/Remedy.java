package jp.yakuba.application.api;

import java.util.List;

/**
 * What a procedure says otherwise than usual about remedies (教示). Usual is: the head of the town decides, takes the request for
 * review, and represents the town in a suit.
 *
 * @param authority who decides (処分庁), such as 芽室町教育委員会; null for the head of the town
 * @param reviewBy to whom a request for review goes (審査請求先), such as 北海道知事; null for the authority itself
 * @param defendant the defendant of a suit (被告); null for the town represented by the authority
 * @param grounds articles that say so, besides the two laws on remedies themselves
 */
public record Remedy(RemedyWay way, String authority, String reviewBy, String defendant, List<String> grounds) {
    /** True if somebody else decides and the office only hands the application on. */
    public boolean isElsewhere() {
        return way == RemedyWay.ELSEWHERE;
    }
}
