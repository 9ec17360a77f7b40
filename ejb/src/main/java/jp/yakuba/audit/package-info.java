/**
 * The audit log (監査証跡): who looked at or changed what, when, why and from where, chained by hash so that tampering shows.
 *
 * <p>An entry is written unsealed: a change inside the deed's own transaction, a look or a refusal in one of its own. The
 * {@link jp.yakuba.audit.service.Sealer} of one node at a time chains what is new, every second, publishes the head, and
 * has it stamped once a day. The application's database role can add to the log and read it, nothing else.
 *
 * <p>Front doors: {@link jp.yakuba.audit.api.AuditDesk} to write, {@link jp.yakuba.audit.api.ChainDesk} to search and to
 * verify. Legal ground: 住民記録システム標準仕様書 (操作ログの管理), 地方公共団体における情報セキュリティポリシーに関するガイドライン.
 */
@Domain(japanese = "監査", storey = Domain.Storey.FOUNDATION, uses = {})
package jp.yakuba.audit;

import jp.yakuba.house.Domain;
