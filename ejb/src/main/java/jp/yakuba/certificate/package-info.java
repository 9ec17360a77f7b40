/**
 * Certificates (証明). So far: copies of the residence record that one town makes for residents of another (住民票の写しの広域交付).
 *
 * <p>A request: asked at the desk of this office → answered by the office of the home address, or refused, withdrawn or lapsed → issued, once or
 * more → done. What came is deleted then, or after a day: it belongs to the other town. What others ask of this office's ledger is answered in the
 * deed that enters their letter, with no clerk.
 *
 * <p>Front door: {@link jp.yakuba.certificate.api.WideCopyDesk}. Both letters travel as services of the exchange, {@code wide-copy} and
 * {@code wide-copy-answer}. Legal ground: 住民基本台帳法12条の4.
 */
@Domain(japanese = "証明", storey = Domain.Storey.COUNTER, uses = {"audit", "document", "exchange", "notification", "organization", "resident", "signature"})
package jp.yakuba.certificate;

import jp.yakuba.house.Domain;
