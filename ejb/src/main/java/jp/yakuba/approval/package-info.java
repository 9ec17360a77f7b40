/**
 * Decisions (決裁): a matter is carried along a route computed from the delegation table until somebody who may decides.
 *
 * <p>A member of staff proposes (起案). The route has stages: posts of the own line agree one after the other (回議), other
 * sections are consulted at the same time (合議), one post decides (決裁), others are told. Whoever is asked may agree, object,
 * or send it back to the drafter or an earlier stop; a higher post may take it over (引上げ); while somebody is away the next in
 * order may stand in (代決), and the absent one reviews it afterwards (後閲). A text that is decided on never changes: another
 * text is another version that everybody sees again. Nobody decides alone what he proposed himself. Every deed is a line of a
 * history that only grows, each line chained to the one before.
 *
 * <p>Nothing here knows what is decided on: a domain names a matter, an amount and a subject, and hears the end.
 *
 * <p>Front doors: {@link jp.yakuba.approval.api.ApprovalDesk} for deeds, {@link jp.yakuba.approval.api.ApprovalTaskDesk} for
 * what one has to do, {@link jp.yakuba.approval.api.ProposalHistoryDesk} for the history. Announces
 * {@link jp.yakuba.approval.api.MatterDecided}. Legal ground: 事務決裁規程, 地方自治法153条.
 */
@Domain(japanese = "決裁", storey = Domain.Storey.FOUNDATION, uses = {"audit", "notification", "organization", "resident"})
package jp.yakuba.approval;

import jp.yakuba.house.Domain;
