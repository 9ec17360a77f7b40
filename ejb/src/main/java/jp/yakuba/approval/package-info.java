/**
 * Decisions (決裁): a matter is carried along a route computed from the delegation table until somebody who may decides.
 *
 * <p>A member of staff proposes (起案); the posts of the delegation table (専決) agree one after the other, and the last
 * of them decides. Whoever's turn it is may also send the proposal back with a reason (差戻し); then the drafter proposes
 * anew. The text of a proposal is never edited. Nobody decides alone what he proposed himself.
 *
 * <p>Front door: {@link jp.yakuba.approval.api.ApprovalDesk}. Announces {@link jp.yakuba.approval.api.MatterDecided}.
 * Legal ground: 事務決裁規程, 地方自治法153条.
 */
@Domain(japanese = "決裁", storey = Domain.Storey.FOUNDATION, uses = {"audit", "organization"})
package jp.yakuba.approval;

import jp.yakuba.house.Domain;
