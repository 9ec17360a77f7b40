/**
 * The exchange of documents between offices (文書交換): a letter leaves as a signed container over LGWAN, the proof of its
 * arrival comes back, and what arrives is verified, entered as a record and given to those who answer for it.
 *
 * <p>A message that leaves (parcel): ordered in the deed that dispatches → sealed → handed over → receipted or refused. A message that
 * arrives (arrival): pieces come → stored → accepted as a record with a receipt (受領通知), or refused (否認通知) and kept apart.
 * No receipt is sent for what is not kept: record, files and receipt stand in one deed.
 *
 * <p>Front doors: {@link jp.yakuba.exchange.api.ArrivalDesk}, {@link jp.yakuba.exchange.api.AnswerDesk} and
 * {@link jp.yakuba.exchange.api.PeerDoorDesk} for peers, {@link jp.yakuba.exchange.api.ProofDesk} for anybody with evidence in hand. The protocol: {@code config/docs/exchange.md}.
 */
@Domain(japanese = "文書交換", storey = Domain.Storey.FOUNDATION, uses = {"audit", "document", "organization", "signature"})
package jp.yakuba.exchange;

import jp.yakuba.house.Domain;
