/**
 * The organisation (組織・職員): the town, its sections and posts, who holds them, who decides what, the calendar and the
 * clock.
 *
 * <p>A member of staff (職員) never acts as a person but through a post (職) held on that day: a main post (本務), more posts
 * at the same time (兼務), or a post filled for somebody else (職務代理). A reorganisation closes codes on a day and opens
 * others; appointments of 1 April stand in the book weeks before and take effect by themselves. Who decides is read from
 * the delegation table (専決規程), and what it does not name is decided by the head of the town.
 *
 * <p>The whole chart is small and read by every request, so it is kept in memory and read anew every few seconds.
 *
 * <p>Somebody away (不在) is written down; who stands in for a post is a table or the usual order. The delegation table changes
 * by lines that begin on a day.
 *
 * <p>Front doors: {@link jp.yakuba.organization.api.OrganizationDesk}, {@link jp.yakuba.organization.api.AbsenceDesk},
 * {@link jp.yakuba.organization.api.DelegationDesk}, {@link jp.yakuba.organization.api.ClockDesk}. Legal ground: 地方自治法152条・153条・158条・172条, 事務決裁規程.
 */
@Domain(japanese = "組織・職員", storey = Domain.Storey.FOUNDATION, uses = {"audit"})
package jp.yakuba.organization;

import jp.yakuba.house.Domain;
