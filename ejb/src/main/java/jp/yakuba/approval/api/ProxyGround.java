package jp.yakuba.approval.api;

import java.time.LocalDate;

/**
 * Why somebody may decide for another (代決の根拠).
 *
 * @param post code of the post stood in for
 * @param postName its title
 * @param holder who holds it; null if it is vacant
 * @param returnsOn the first open day of the holder's return; null if the post is vacant
 * @param order the place of the own post in the order of those who stand in, from 1
 */
public record ProxyGround(String post, String postName, String holder, LocalDate returnsOn, int order) {}
