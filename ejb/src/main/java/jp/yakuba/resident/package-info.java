/**
 * The resident ledger (住民基本台帳): who lives in the town, with whom, where and since when.
 *
 * <p>A {@link jp.yakuba.resident.model.Person} enters it by a {@link jp.yakuba.resident.model.LedgerEvent}: a move or a
 * birth is entered provisionally (仮登録) and kept apart, so that nothing else can meet it; a registrar looks it over and
 * makes it final (本登録), and from then on it is history. Persons belong to a
 * {@link jp.yakuba.resident.model.Household} by dated memberships with true relationships (続柄).
 *
 * <p>Addresses of protected persons (支援措置) and of those who live with them leave the ledger through one door only, the
 * reader in its store, which blanks them for everybody but the person, until a second member of staff opens one for a
 * while. Every look and change is told to the audit.
 *
 * <p>Front doors: {@link jp.yakuba.resident.api.ResidentDesk} to look, {@link jp.yakuba.resident.api.MoveInDesk} and
 * {@link jp.yakuba.resident.api.BirthDesk} at the counter, {@link jp.yakuba.resident.api.LedgerDesk} for requests by
 * queue, {@link jp.yakuba.resident.api.ProtectionDesk}, {@link jp.yakuba.resident.api.ShieldDesk} to hide protected addresses in
 * words of others, {@link jp.yakuba.resident.api.AddressDesk}. Announces
 * {@link jp.yakuba.resident.api.MoveBecameFinal} and {@link jp.yakuba.resident.api.BirthBecameFinal}. Legal ground:
 * 住民基本台帳法; the functions follow the 住民記録システム標準仕様書.
 */
@Domain(japanese = "住民", storey = Domain.Storey.FOUNDATION, uses = {"audit", "messaging", "organization"})
package jp.yakuba.resident;

import jp.yakuba.house.Domain;
