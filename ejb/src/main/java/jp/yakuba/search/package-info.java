/**
 * Search (検索): one transactional index in PostgreSQL, analysed for Japanese.
 */
@Domain(japanese = "検索", storey = Domain.Storey.FOUNDATION, uses = {})
package jp.yakuba.search;

import jp.yakuba.house.Domain;
