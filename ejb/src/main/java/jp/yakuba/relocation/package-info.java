/**
 * What towns tell each other of moves (転入通知): when a move in becomes final here, the town before is told at once, and what other
 * towns tell of people who lived here becomes their move out (転出), once a clerk has seen who is meant.
 *
 * <p>A notice that leaves: made in the deed that makes the move final, by rule and with no decision, to a town with which the service
 * {@code move-notice} is agreed. A notice that arrives: entered as a confidential record → open → entered in the ledger, or closed with a
 * reason, or replaced by a correction, whichever of the two arrives first.
 *
 * <p>The new address of a protected person (支援措置) is in no notice; a mark stands in its place, and whoever is meant is protected here
 * before anybody sees it. A letter that tells where somebody went who is protected here is closed to all but protection officers. Front door: {@link jp.yakuba.relocation.api.MoveNoticeDesk}. Legal ground: 住民基本台帳法9条1項.
 */
@Domain(japanese = "転出・転入通知", storey = Domain.Storey.SQUARE, uses = {"audit", "document", "exchange", "notification", "organization", "resident"})
package jp.yakuba.relocation;

import jp.yakuba.house.Domain;
