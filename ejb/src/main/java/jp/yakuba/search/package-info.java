/**
 * Search (検索): one index for everything that can be found, kept in PostgreSQL and analysed for Japanese.
 *
 * <p>A thing enters the index in the transaction of the deed that changes it, so what is found is what is stored, on
 * every node. Words are cut by a dictionary: 京都 does not find 東京都. Spellings of one word (子ども, こども, 子供) and forms of
 * one character (髙, 高) are one; words that belong together (引越し, 転入) find each other, a little weaker. What is typed in
 * kana is compared with readings. Who may find a thing is part of the question put to the database.
 *
 * <p>Front door: {@link jp.yakuba.search.api.SearchDesk}.
 */
@Domain(japanese = "検索", storey = Domain.Storey.FOUNDATION, uses = {})
package jp.yakuba.search;

import jp.yakuba.house.Domain;
